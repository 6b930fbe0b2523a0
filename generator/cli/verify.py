"""explainer verify."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.base import CLEAN, FINDINGS, kind_option, problems_told


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("words")
@click.option(
    "--speaker", multiple=True, help="Whose words they are said to be; again for other names of the same one."
)
@kind_option
@click.option("--json", "as_json", is_flag=True, help="Print the verdict with all its evidence as JSON.")
def verify(source: Path, words: str, speaker: tuple[str, ...], kind: str | None, *, as_json: bool) -> None:
    """Verify that WORDS stand in SOURCE, a file of text, Markdown or HTML, as somebody's words.

    Exits with 0 when they do, with 1 when they do not, and with 2 when SOURCE cannot be read.
    """
    from generator.files.reading import read_article  # noqa: PLC0415
    from generator.model.article import Kind  # noqa: PLC0415
    from generator.report import write_verdict  # noqa: PLC0415
    from generator.verification.verify import verify as verify_words  # noqa: PLC0415

    with problems_told():
        article = read_article(source, kind=Kind(kind)) if kind else read_article(source)
        verdict = verify_words(words, article, speaker=speaker)
        if as_json:
            click.echo(json.dumps({**asdict(verdict), "ok": verdict.ok}, ensure_ascii=False, indent=2))
        else:
            write_verdict(verdict, article.text, sys.stdout)
        raise SystemExit(CLEAN if verdict.ok else FINDINGS)

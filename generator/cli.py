"""The command line: check, verify, lock, export and schema."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import ExplainerError

if TYPE_CHECKING:
    from generator.issue import Issue
    from generator.settings import Settings

CLEAN, FINDINGS, CANNOT_RUN = 0, 1, 2

_site_option = click.option(
    "--site",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The site's folder, with its mkdocs.yml. [default: this folder or one above it]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-explainer", prog_name="explainer")
def main() -> None:
    """Prove every quotation of a site of explainers."""


@contextmanager
def _problems_told() -> Iterator[None]:
    """Tell the author in one line why the run cannot go on, instead of a traceback."""
    try:
        yield
    except ExplainerError as error:
        click.echo(f"explainer: {error}", err=True)
        raise SystemExit(CANNOT_RUN) from error


def _settings(folder: Path) -> "Settings":
    from generator.site_file import find_site_file, load_settings  # noqa: PLC0415

    return load_settings(find_site_file(folder))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@_site_option
def check(paths: tuple[Path, ...], form: str, folder: Path) -> None:
    """Check all pages, or the pages at PATH, and list every problem with its place.

    Exits with 0 when there is none, with 1 when there is any, and with 2 when the check cannot run.
    """
    from generator.build import build_site  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with _problems_told():
        settings = _settings(folder)
        issues = _chosen(build_site(settings).issues, paths, settings)
        write_report(issues, form, sys.stdout)
        raise SystemExit(FINDINGS if issues else CLEAN)


def _chosen(issues: tuple["Issue", ...], paths: tuple[Path, ...], settings: "Settings") -> tuple["Issue", ...]:
    from generator.errors import UnreadableError  # noqa: PLC0415

    if not paths:
        return issues
    root = settings.root.resolve()
    chosen = []
    for path in paths:
        if not path.exists():
            raise UnreadableError(f"there is no page or folder '{path}'")
        if not path.resolve().is_relative_to(root):
            raise UnreadableError(f"'{path}' is not in the site's folder {settings.root}")
        if not any(_share(path.resolve(), folder.resolve()) for folder in (settings.content, *settings.seeds)):
            raise UnreadableError(f"'{path}' is no page of this site; its pages lie in {settings.content}")
        chosen.append(path.resolve().relative_to(root).as_posix())
    return tuple(
        issue
        for issue in issues
        if any(place in {".", issue.location.path} or issue.location.path.startswith(f"{place}/") for place in chosen)
    )


def _share(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) or folder.is_relative_to(path)


@main.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("words")
@click.option("--speaker", help="Whose words they are said to be.")
@click.option(
    "--kind",
    type=click.Choice(["article", "transcript", "statement", "document", "post"]),
    default=None,
    help="What sort of work SOURCE is. [default: what the file says of itself, else article]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the verdict with all its evidence as JSON.")
def verify(source: Path, words: str, speaker: str | None, kind: str | None, *, as_json: bool) -> None:
    """Verify that WORDS stand in SOURCE, a file of text, Markdown or HTML, as somebody's words.

    Exits with 0 when they do, with 1 when they do not, and with 2 when SOURCE cannot be read.
    """
    from generator.article import Kind  # noqa: PLC0415
    from generator.reading import read_article  # noqa: PLC0415
    from generator.report import write_verdict  # noqa: PLC0415
    from generator.verification.verify import verify as verify_words  # noqa: PLC0415

    with _problems_told():
        article = read_article(source, kind=Kind(kind)) if kind else read_article(source)
        verdict = verify_words(words, article, speaker=speaker)
        if as_json:
            click.echo(json.dumps({**asdict(verdict), "ok": verdict.ok}, ensure_ascii=False, indent=2))
        else:
            write_verdict(verdict, article.text, sys.stdout)
        raise SystemExit(CLEAN if verdict.ok else FINDINGS)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when the lock is out of date.")
@_site_option
def lock(folder: Path, *, only_check: bool) -> None:
    """Write sources.lock: the evidence of what was verified, without the sources' texts."""
    from generator.build import build_site  # noqa: PLC0415
    from generator.issue import Severity  # noqa: PLC0415
    from generator.lock import NAME, RENEWED, make_lock, render_lock  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415
    from generator.writing import write_text  # noqa: PLC0415

    with _problems_told():
        settings = _settings(folder)
        built = build_site(settings)
        in_the_way = [issue for issue in built.issues if issue.severity is Severity.ERROR and issue.code not in RENEWED]
        if in_the_way:
            write_report(in_the_way, "text", sys.stderr)
            click.echo("explainer: the lock is as it was, since evidence would be lost", err=True)
            raise SystemExit(FINDINGS)
        fresh = render_lock(make_lock(built.site, built.verdicts, _today(), built.lock))
        now = render_lock(built.lock) if built.lock else ""
        if fresh == now:
            click.echo(f"{NAME} is up to date")
        elif only_check:
            click.echo(f"{NAME} is out of date; run `explainer lock`", err=True)
            raise SystemExit(FINDINGS)
        else:
            write_text(settings.lock, fresh)
            click.echo(f"wrote {settings.lock}")


def _today() -> date:
    return datetime.now(UTC).date()


@main.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@_site_option
def export(target: Path, folder: Path) -> None:
    """Write the finished site to DIR as plain Markdown that MkDocs builds without this plugin.

    DIR must be new, empty, or an earlier export.
    """
    from generator.build import build_site  # noqa: PLC0415
    from generator.exporting import export as export_site  # noqa: PLC0415
    from generator.issue import Severity  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with _problems_told():
        settings = _settings(folder)
        built = build_site(settings)
        write_report(built.issues, "text", sys.stderr)
        if any(issue.severity is Severity.ERROR for issue in built.issues):
            click.echo("explainer: nothing was exported, since there are errors", err=True)
            raise SystemExit(FINDINGS)
        count = export_site(built, settings, target)
        click.echo(f"wrote {count} files to {target}")


@main.command()
def schema() -> None:
    """Print the JSON Schema of the front matter, for editors that complete and check it."""
    from generator.front_matter import json_schema  # noqa: PLC0415

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))

"""explainer diff."""

import click

from generator.cli.base import CLEAN, FINDINGS, problems_told
from generator.cli.web import fetch_given


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def diff(old: str, new: str, form: str) -> None:
    """Tell what a site states otherwise in NEW than in OLD: quotations, speakers, dates, positions, corrections.

    Each of OLD and NEW is the folder of a site, the folder or the address of a built one, an evidence file, or a
    revision of git, such as `HEAD~1` or `HEAD~1:path/of/site`. Exits with 0 when nothing differs, with 1 when
    anything does, and with 2 when one of them cannot be read.
    """
    from generator.evidence.comparison import compare  # noqa: PLC0415
    from generator.evidence.comparison_report import render_differences, render_json  # noqa: PLC0415
    from generator.evidence.state import open_state  # noqa: PLC0415

    with problems_told():
        differences = compare(open_state(old, fetch_given), open_state(new, fetch_given))
        if form == "json":
            click.echo(render_json(differences))
        else:
            click.echo(render_differences(differences), nl=False)
        raise SystemExit(FINDINGS if differences else CLEAN)

"""explainer new."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.base import problems_told, site_option, site_settings


@click.command()
@click.argument("title")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file in the seeds folder to draft from; give it again for more.",
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication of the source, where its file does not say it.",
)
@site_option
def new(title: str, sources: tuple[Path, ...], published: datetime | None, folder: Path) -> None:
    """Write a new explainer with all that its sources hold, each entry a draft to confirm.

    The page is content/explainers/TITLE.md; a page that is there already is never overwritten.
    """
    from generator.authoring.authoring import write_new_page  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        written = write_new_page(settings, title, sources, published.date() if published else None)
        click.echo(f"wrote {written.path}: {written.summary}")
        for line in written.remarks:
            click.echo(f"  {line}")

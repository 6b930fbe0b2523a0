"""explainer source add."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.base import kind_option, problems_told, site_option, site_settings, today


@click.group()
def source() -> None:
    """Bring sources into the seeds folder."""


@source.command()
@click.argument("place", metavar="FILE|URL")
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it, or issued it.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Its day of publication.")
@click.option("--url", help="Its address on the web.")
@click.option("--language", help="Its language, such as de.")
@click.option("--license", help="Why its text may be published, such as CC BY 4.0.")
@kind_option
@click.option("--publish", is_flag=True, help="Write it to the site's own folder even if EXPLAINER_SEEDS is set.")
@click.option("--name", default="", help="Name of the new file, without its ending. [default: from the title]")
@site_option
def add(place: str, folder: Path, name: str, published: datetime | None, *, publish: bool, **stated: Any) -> None:
    """Read an article from a file or the web, and write it to the seeds folder with what it says of itself.

    Where EXPLAINER_SEEDS names a private folder, it is written there, so that it is not committed with the site. The
    options count for more than what the article says. A file that is there already is never overwritten.
    """
    from generator.authoring.sourcing import add_source  # noqa: PLC0415
    from generator.files.reading import read_article  # noqa: PLC0415
    from generator.model.article import Kind  # noqa: PLC0415

    known = {key: Kind(value) if key == "kind" else value for key, value in stated.items() if value}
    if published:
        known["published"] = published.date()
    with problems_told():
        settings = site_settings(folder)
        file = add_source(settings, place, known, today(), name, publish=publish)
        article = read_article(file)
        known_fields = ("title", "publisher", "author", "published", "url", "language")
        missing = [word for word in known_fields if not getattr(article, word)]
        click.echo(f"wrote {file}: {len(article.text.split()):,} words")
        if settings.private_seeds and not publish:
            click.echo("  it stays out of the site; commit what `explainer lock` writes once a page quotes it")
        if missing:
            click.echo(f"  not told: {', '.join(missing)}; add them to the file's front matter if you know them")

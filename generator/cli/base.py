"""What the commands share: exit codes, the site's folder, and problems told instead of tracebacks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.model.errors import ExplainerError

if TYPE_CHECKING:
    from generator.site.settings import Settings

CLEAN, FINDINGS, CANNOT_RUN = 0, 1, 2

site_option = click.option(
    "--site",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The site's folder, with its mkdocs.yml. [default: this folder or one above it]",
)
kind_option = click.option(
    "--kind",
    type=click.Choice(["article", "transcript", "statement", "document", "post"]),
    default=None,
    help="What sort of work SOURCE is. [default: what the file says of itself, else article]",
)


@contextmanager
def problems_told() -> Iterator[None]:
    """Tell the author in one line why the run cannot go on, instead of a traceback."""
    try:
        yield
    except ExplainerError as error:
        click.echo(f"explainer: {error}", err=True)
        raise SystemExit(CANNOT_RUN) from error


def site_settings(folder: Path) -> "Settings":
    """Load the settings of the site in a folder or one above it."""
    from generator.site.site_file import find_site_file, load_settings  # noqa: PLC0415

    return load_settings(find_site_file(folder))


def today() -> date:
    """Return the day by universal time."""
    return datetime.now(UTC).date()

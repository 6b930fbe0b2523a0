"""explainer draft."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.base import CLEAN, FINDINGS, kind_option, problems_told, site_option, site_settings
from generator.model.errors import ExplainerError

if TYPE_CHECKING:
    from generator.authoring.batch import Hints
    from generator.site.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each source, with all evidence.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication of a SOURCE that says none.")
@click.option("--language", default="", help="Language of a SOURCE that says none, such as de.")
@kind_option
@site_option
def draft(
    paths: tuple[Path, ...],
    published: datetime | None,
    language: str,
    kind: str | None,
    folder: Path,
    *,
    as_json: bool,
) -> None:
    """Draft from an article, or add to a page what its sources hold and the page does not.

    With a PATH of a page of the site, entries are added to its front matter; nothing that stands there is
    touched. With sources, what they hold is shown: quotations, speakers, people and events.
    """
    from generator.authoring.batch import Hints  # noqa: PLC0415
    from generator.model.article import Kind  # noqa: PLC0415

    with problems_told():
        page = _page(paths, folder)
        if page is not None:
            _add(*page)
        else:
            hints = Hints(
                published=published.date() if published else None, language=language, kind=Kind(kind) if kind else None
            )
            raise SystemExit(_show(paths, hints, as_json=as_json))


def _page(paths: Sequence[Path], folder: Path) -> "tuple[Settings, Path] | None":
    """Return the page among the paths; None where all are sources."""
    nearby = [folder, *(path.parent for path in paths[:1] if path.suffix.lower() == ".md" and path.parent.is_dir())]
    settings = next((found for place in nearby if (found := _site(place)) is not None), None)
    if settings is None:
        return None
    content = settings.content.resolve()
    pages = [path for path in paths if path.suffix.lower() == ".md" and path.resolve().is_relative_to(content)]
    if pages and len(paths) > 1:
        raise click.UsageError("one page at a time: give a single page, or sources only")
    return (settings, pages[0]) if pages else None


def _site(folder: Path) -> "Settings | None":
    try:
        return site_settings(folder)
    except ExplainerError:
        return None


def _add(settings: "Settings", path: Path) -> None:
    from generator.authoring.authoring import add_to_page  # noqa: PLC0415

    added = add_to_page(settings, path)
    click.echo(f"{added.path}: {added.summary}")
    for line in added.remarks:
        click.echo(f"  {line}")


def _show(paths: Sequence[Path], hints: "Hints", *, as_json: bool) -> int:
    from generator.authoring.batch import draft_files  # noqa: PLC0415
    from generator.authoring.draft_report import render_draft_json, write_draft  # noqa: PLC0415

    code = CLEAN
    with _progress(len(paths)) as advance:
        for path, found in draft_files(paths, hints):
            advance()
            if isinstance(found, ExplainerError):
                click.echo(f"explainer: {found}", err=True)
                code = FINDINGS
            elif as_json:
                click.echo(render_draft_json(found, str(path)))
            else:
                write_draft(found, str(path), sys.stdout)
    return code


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], None]]:
    """Show how far a long run is, on a terminal."""
    if count == 1 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("drafting", total=count)
        yield lambda: progress.advance(task)

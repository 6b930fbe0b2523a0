"""explainer check."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.base import CLEAN, FINDINGS, problems_told, site_option, site_settings

if TYPE_CHECKING:
    from generator.issue import Issue
    from generator.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@site_option
def check(paths: tuple[Path, ...], form: str, folder: Path) -> None:
    """Check all pages, or the pages at PATH, and list every problem with its place.

    Exits with 0 when there is none, with 1 when there is any, and with 2 when the check cannot run.
    """
    from generator.build import build_site  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
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

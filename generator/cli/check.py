"""explainer check."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.base import CLEAN, FINDINGS, problems_told, site_option, site_settings

if TYPE_CHECKING:
    from generator.build.checked_site import CheckedSite
    from generator.checks.coverage import Coverage
    from generator.model.issue import Issue
    from generator.site.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--coverage", "with_coverage", is_flag=True, help="Tell what the pages use of their sources, too.")
@click.option(
    "--published",
    metavar="FILE|URL",
    default="",
    help="Evidence that is published; facts of it that were changed or removed without a correction are errors.",
)
@click.option("--unconfirmed", is_flag=True, help="List the drafted entries that nobody has confirmed, and no more.")
@site_option
def check(
    paths: tuple[Path, ...],
    form: str,
    folder: Path,
    *,
    strict: bool,
    with_coverage: bool,
    published: str,
    unconfirmed: bool,
) -> None:
    """Check all pages, or the pages at PATH, and list every problem with its place.

    Exits with 1 when there is an error, or with --strict a warning; problems of drafts count for nothing. Exits with 2
    when the check cannot run, and else with 0.
    """
    from generator.build.checked_site import all_issues, check_site  # noqa: PLC0415
    from generator.checks.coverage import coverage_data, render_coverage  # noqa: PLC0415
    from generator.checks.drafts import UNCONFIRMED, gather_unconfirmed  # noqa: PLC0415
    from generator.model.issue import sorted_issues  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        chosen = _chooser(paths, settings)
        checked = check_site(settings)
        coverage = _coverage(checked, chosen) if with_coverage else None
        edits = _silent_edits(checked, published, settings) if published else ()
        found = sorted_issues([*all_issues(checked), *(coverage.issues if coverage else ()), *edits])
        issues = [_weighed(issue, strict=strict) for issue in found if chosen(issue.location.path)]
        if unconfirmed:
            issues = [issue for issue in issues if issue.code == UNCONFIRMED]
        elif form in {"text", "github"}:
            issues = list(gather_unconfirmed(issues))
        further = {"coverage": coverage_data(coverage)} if coverage else None
        write_report(issues, form, sys.stdout, further, brief=unconfirmed)
        if coverage and form == "text":
            click.echo(f"\n{render_coverage(coverage)}")
        raise SystemExit(FINDINGS if any(issue.fails(strict=strict) for issue in issues) else CLEAN)


def _weighed(issue: "Issue", *, strict: bool) -> "Issue":
    from generator.model.issue import Severity  # noqa: PLC0415

    return replace(issue, severity=Severity.ERROR) if issue.fails(strict=strict) else issue


def _silent_edits(checked: "CheckedSite", published: str, settings: "Settings") -> tuple["Issue", ...]:
    from generator.cli.web import fetch_given  # noqa: PLC0415
    from generator.evidence.opening import open_manifest  # noqa: PLC0415
    from generator.evidence.silent_edits import check_silent_edits  # noqa: PLC0415
    from generator.files.load import display_path_of  # noqa: PLC0415

    manifest = open_manifest(published, fetch_given)
    display_paths = {page.path: display_path_of(settings, page.path) for page in manifest.pages}
    broken = {issue.location.path for issue in checked.issues if issue.fails()}
    # What cannot be read is told already, and nobody knows what it says now.
    readable = (
        page
        for page in manifest.pages
        if page.path in checked.site.explainers or display_paths[page.path] not in broken
    )
    return check_silent_edits(checked.site, replace(manifest, pages=tuple(readable)), display_paths, checked.lock)


def _coverage(checked: "CheckedSite", chosen: Callable[[str], bool]) -> "Coverage":
    from generator.checks.coverage import cover  # noqa: PLC0415

    coverage = cover(checked.site, checked.outcomes)
    return replace(coverage, sources=tuple(source for source in coverage.sources if chosen(source.page)))


def _chooser(paths: tuple[Path, ...], settings: "Settings") -> Callable[[str], bool]:
    """Return what tells whether a file, by its path in messages, is among the paths; all are where there are none."""
    from generator.model.errors import UnreadableError  # noqa: PLC0415

    if not paths:
        return lambda _: True
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
    return lambda path: any(place in {".", path} or path.startswith(f"{place}/") for place in chosen)


def _share(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) or folder.is_relative_to(path)

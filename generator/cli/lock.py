"""explainer lock."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.base import FINDINGS, problems_told, site_option, site_settings, today

if TYPE_CHECKING:
    from generator.build.checked_site import CheckedSite
    from generator.files.lock_folder import Renewal
    from generator.model.issue import Issue


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when the lock is out of date.")
@site_option
def lock(folder: Path, *, only_check: bool) -> None:
    """Write the lock files: the evidence of what was verified, without the sources' texts."""
    from generator.build.checked_site import check_site  # noqa: PLC0415
    from generator.files.lock import make_lock  # noqa: PLC0415
    from generator.files.lock_folder import plan_renewal, write_renewal  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        checked = check_site(settings)
        fresh = make_lock(checked.site, checked.outcomes, today(), checked.lock)
        renewal = plan_renewal(fresh, checked.lock, checked.site, is_whole=True)
        left = _left(checked, renewal, settings.locks)
        if left:
            renewal = plan_renewal(fresh, checked.lock, checked.site, is_whole=False)
        if not only_check:
            write_renewal(renewal, settings.locks)
        for line in _told(renewal, checked, settings.locks, only_check=only_check, left=bool(left)):
            click.echo(line, err=only_check)
        if left:
            write_report(left, "text", sys.stderr)
        if any(issue.fails() for issue in left) or (only_check and renewal.changes):
            raise SystemExit(FINDINGS)


def _left(checked: "CheckedSite", renewal: "Renewal", folder: Path) -> "list[Issue]":
    """Return the errors that a new lock does not mend."""
    from generator.files.lock import FIXED_BY_RELOCK  # noqa: PLC0415
    from generator.model.issue import Severity  # noqa: PLC0415

    mended = tuple(f"{folder.name}/{path}" for path in (*renewal.written, *renewal.removed))
    return [
        issue
        for issue in checked.issues
        if issue.severity is Severity.ERROR
        and issue.code not in FIXED_BY_RELOCK
        and not (issue.code == "bad-lock" and mended and issue.location.path.endswith(mended))
    ]


def _told(renewal: "Renewal", checked: "CheckedSite", folder: Path, *, only_check: bool, left: bool) -> Iterator[str]:
    """Say what changed, or would change, and what was kept because it cannot be renewed here."""
    if only_check:
        yield "the lock is out of date; run `explainer lock`" if renewal.changes else "the lock is up to date"
        return
    if renewal.written:
        yield f"wrote {_files(len(renewal.written))} below {folder}"
    if renewal.removed:
        yield f"removed {_files(len(renewal.removed))} of what is not on the site any more:"
        yield from (f"  {path}" for path in renewal.removed)
    if renewal.ends_old:
        yield "removed sources.lock, which is split into these files"
    if renewal.kept:
        yield f"kept {_files(len(renewal.kept))} of what seems to be gone, until the site has no errors"
    if not renewal.changes:
        yield "the lock is as it was" if left else "the lock is up to date"
    if absent := _absent(checked):
        yield f"kept as it was, since the text is not here: {', '.join(absent)}"


def _absent(checked: "CheckedSite") -> list[str]:
    sources = [source for page in checked.site.explainers.values() for source in page.sources.values()]
    return sorted({source.file for source in sources if source.file in checked.lock.texts and source.article is None})


def _files(count: int) -> str:
    return "1 lock file" if count == 1 else f"{count} lock files"

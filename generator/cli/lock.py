"""explainer lock."""

import sys
from pathlib import Path

import click

from generator.cli.base import FINDINGS, problems_told, site_option, site_settings, today


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when the lock is out of date.")
@site_option
def lock(folder: Path, *, only_check: bool) -> None:
    """Write sources.lock: the evidence of what was verified, without the sources' texts."""
    from generator.build.checked_site import check_site  # noqa: PLC0415
    from generator.files.lock import NAME, RENEWED, make_lock, render_lock  # noqa: PLC0415
    from generator.files.writing import write_text  # noqa: PLC0415
    from generator.model.issue import Severity  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        checked = check_site(settings)
        in_the_way = [
            issue for issue in checked.issues if issue.severity is Severity.ERROR and issue.code not in RENEWED
        ]
        if in_the_way:
            write_report(in_the_way, "text", sys.stderr)
            click.echo("explainer: the lock is as it was, since evidence would be lost", err=True)
            raise SystemExit(FINDINGS)
        fresh = render_lock(make_lock(checked.site, checked.outcomes, today(), checked.lock))
        now = render_lock(checked.lock) if checked.lock else ""
        if fresh == now:
            click.echo(f"{NAME} is up to date")
        elif only_check:
            click.echo(f"{NAME} is out of date; run `explainer lock`", err=True)
            raise SystemExit(FINDINGS)
        else:
            write_text(settings.lock, fresh)
            click.echo(f"wrote {settings.lock}")

"""explainer export."""

import sys
from pathlib import Path

import click

from generator.cli.base import FINDINGS, problems_told, site_option, site_settings


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@site_option
def export(target: Path, folder: Path) -> None:
    """Write the finished site to DIR as plain Markdown that MkDocs builds without this plugin.

    DIR must be new, empty, or an earlier export.
    """
    from generator.build import build_site, draft_paths  # noqa: PLC0415
    from generator.exporting import export as export_site  # noqa: PLC0415
    from generator.issue import Severity  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        built = build_site(settings)
        write_report(built.issues, "text", sys.stderr)
        drafts = draft_paths(built, settings)
        if any(issue.severity is Severity.ERROR and issue.location.path not in drafts for issue in built.issues):
            click.echo("explainer: nothing was exported, since there are errors", err=True)
            raise SystemExit(FINDINGS)
        count = export_site(built, settings, target)
        click.echo(f"wrote {count} files to {target}")

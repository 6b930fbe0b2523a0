"""explainer export."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.base import FINDINGS, problems_told, site_option, site_settings


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--for",
    "builder",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="What will build it: MkDocs or ProperDocs, or Zensical, which reads links in HTML otherwise.",
)
@site_option
def export(target: Path, builder: str, folder: Path) -> None:
    """Write the finished site to DIR as plain Markdown that is built without this plugin.

    DIR must be new, empty, or an earlier export.
    """
    from generator.build.built_site import build_site  # noqa: PLC0415
    from generator.build.export import export as export_site  # noqa: PLC0415
    from generator.checks.drafts import gather_unconfirmed  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    with problems_told():
        settings = replace(site_settings(folder), links_from_files=builder == "zensical")
        built = build_site(settings)
        write_report(tuple(gather_unconfirmed(built.issues)), "text", sys.stderr)
        if any(issue.fails() for issue in built.issues):
            click.echo("explainer: nothing was exported, since there are errors", err=True)
            raise SystemExit(FINDINGS)
        count = export_site(built, settings, target)
        click.echo(f"wrote {count} files to {target}")

"""explainer diff."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.base import CLEAN, FINDINGS, problems_told
from generator.cli.web import fetch_given

if TYPE_CHECKING:
    from generator.evidence.manifest import Manifest


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def diff(old: str, new: str, form: str) -> None:
    """Tell what a site states otherwise in NEW than in OLD: quotations, speakers, dates, positions, corrections.

    OLD and NEW are evidence files, their addresses, folders of sites, or revisions of git, written as `HEAD~1:` or
    `HEAD~1:path/of/site`. Exits with 0 when nothing differs, with 1 when anything does, and with 2 when one of them
    cannot be read.
    """
    from generator.evidence.comparison import compare  # noqa: PLC0415
    from generator.evidence.comparison_report import render_differences, render_json  # noqa: PLC0415

    with problems_told():
        differences = compare(_manifest(old), _manifest(new))
        if form == "json":
            click.echo(render_json(differences))
        else:
            click.echo(render_differences(differences), nl=False)
        raise SystemExit(FINDINGS if differences else CLEAN)


def _manifest(place: str) -> "Manifest":
    from generator.evidence.opening import is_address, open_manifest  # noqa: PLC0415
    from generator.evidence.revision import revision_manifest  # noqa: PLC0415
    from generator.evidence.site_manifest import site_manifest  # noqa: PLC0415
    from generator.site.site_file import find_site_file, load_settings  # noqa: PLC0415

    revision, mark, site = (place[:-1], ":", "") if place.endswith(":") else place.partition(":")
    if os.path.isdir(place):  # noqa: PTH112 - no error where a name is too long
        return site_manifest(load_settings(find_site_file(Path(place))))
    if mark and not os.path.exists(place) and not is_address(place) and not site.startswith("//"):  # noqa: PTH110 - as above
        return revision_manifest(revision, site, Path())
    return open_manifest(place, fetch_given)

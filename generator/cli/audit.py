"""explainer audit."""

import sys

import click

from generator.cli.base import CLEAN, FINDINGS, problems_told
from generator.cli.web import fetch_given, source_fetcher


@click.command()
@click.argument("places", metavar="FILE|URL...", nargs=-1, required=True)
@click.option(
    "--source", "named", metavar="ID=FILE", multiple=True, help="The text of a source; PAGE#ID for one page's."
)
@click.option("--page", metavar="FILE|URL", default="", help="The finished page. [default: looked for beside the file]")
@click.option(
    "--fetch", "fetch_sources", is_flag=True, help="Fetch the sources that are not given from their addresses."
)
@click.option("--strict", is_flag=True, help="Count warnings, and what could not be checked, as errors.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def audit(
    places: tuple[str, ...], named: tuple[str, ...], page: str, form: str, *, fetch_sources: bool, strict: bool
) -> None:
    """Check published evidence anew: against texts of its sources, and against its page.

    Works on any evidence.json, without the site's own files. Exits with 0 when nothing that could be checked fails,
    with 1 when anything does, and with 2 when a file cannot be read.
    """
    from generator.evidence.audit import audit as audit_manifest  # noqa: PLC0415
    from generator.evidence.audit_report import audit_data, is_whole, render_audit, render_conclusion  # noqa: PLC0415
    from generator.evidence.gathering import check_named, gather  # noqa: PLC0415
    from generator.evidence.opening import evidence_file, open_manifest  # noqa: PLC0415
    from generator.model.issue import Severity  # noqa: PLC0415
    from generator.report import write_report  # noqa: PLC0415

    if page and len(places) > 1:
        raise click.BadParameter("it is one page; name one evidence file with it", param_hint="--page")
    with problems_told():
        sources = _pairs(named)
        manifests = {evidence_file(place): open_manifest(place, fetch_given) for place in places}
        check_named(sources, manifests)
        audits = []
        for place, manifest in manifests.items():
            fetch = source_fetcher(place) if fetch_sources else None
            given = gather(manifest, place, sources=sources, page=page, fetch=fetch_given, fetch_source=fetch)
            audits.append(audit_manifest(manifest, place, given))
        issues = [issue for found in audits for issue in found.issues]
        if form == "text":
            for found in audits:
                click.echo(render_audit(found))
        if form == "json" or issues:
            write_report(issues, form, sys.stdout, {"audits": audit_data(audits)})
        if form == "text" and not issues:
            click.echo(render_conclusion(audits))
        failed = any(strict or issue.severity is Severity.ERROR for issue in issues)
        raise SystemExit(FINDINGS if failed or (strict and not is_whole(audits)) else CLEAN)


def _pairs(named: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in named:
        name, mark, file = text.partition("=")
        if not mark or not name or not file:
            raise click.BadParameter(f"'{text}' must be the id of a source, '=' and a file", param_hint="--source")
        if name in found:
            raise click.BadParameter(f"source '{name}' is given twice; write PAGE#ID for each", param_hint="--source")
        found[name] = file
    return found

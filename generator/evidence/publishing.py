"""Publishing: the evidence files of a site."""

from collections.abc import Mapping
from dataclasses import replace

from generator.evidence.json_form import SCHEMA_NAME, render_manifest, render_schema
from generator.evidence.manifest import Manifest, PageRecord
from generator.evidence.place import NAME, evidence_path


def evidence_files(manifest: Manifest) -> Mapping[str, str]:
    """Return the evidence files of a site.

    Args:
        manifest: The evidence of all its pages.

    Returns:
        Text by path below the site's folder: one file for each page, and at the root one that holds all pages, and
        the JSON Schema of them all. There is none where there are no pages.
    """
    placed: dict[str, list[PageRecord]] = {}
    for page in manifest.pages:
        placed.setdefault(evidence_path(page.path), []).append(page)
    files = {path: render_manifest(replace(manifest, pages=tuple(pages))) for path, pages in sorted(placed.items())}
    return {**files, NAME: render_manifest(manifest), SCHEMA_NAME: render_schema()} if files else {}

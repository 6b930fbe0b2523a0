"""Publishing: evidence stands on the built site and in the export, and its link leads there."""

import os
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from generator.build.built_site import build_site
from generator.build.export import export
from generator.evidence.json_form import parse_manifest
from generator.evidence.manifest import Manifest, PageRecord
from generator.evidence.publishing import evidence_files
from tests.support.evidence_samples import PAGE, make_site
from tests.support.sites import SITE_FILE

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Links(HTMLParser):
    found: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and href.endswith("evidence.json"):
            self.found = href


def build(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True)


def unbound(data: bytes) -> Manifest:
    manifest = parse_manifest(data, "")
    return replace(manifest, pages=tuple(replace(page, article=None) for page in manifest.pages))


def validate(schema: Path, *files: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.mkdocs
@pytest.mark.parametrize("directories", [True, False])
def test_the_link_leads_to_the_evidence(directories: bool, tmp_path: Path) -> None:
    site_file = f"{SITE_FILE}use_directory_urls: {str(directories).lower()}\n"
    files = {"mkdocs.yml": site_file, "content/a/süße 1.md": PAGE, "content/b/index.md": PAGE}
    settings = make_site(tmp_path / "site", PAGE, **files)
    built = build_site(settings)
    assert {path for path in built.files if path.endswith("evidence.json")} == {
        "evidence.json",
        "soup/evidence.json",
        "a/süße 1/evidence.json",
        "b/evidence.json",
    }
    export(built, settings, tmp_path / "export")
    for folder in (tmp_path / "site", tmp_path / "export"):
        build(folder)
        root = folder / "site"
        pages = ["a/süße 1", "b/index" if not directories else "b", "soup"]
        for page in pages:
            address = f"{page}/index.html" if directories else f"{page}.html"
            links = Links()
            links.feed((root / address).read_text("utf-8"))
            target = unquote(urljoin(address, links.found))
            assert unbound((root / target).read_bytes()) == parse_manifest(built.files[target].encode(), target)
        whole = parse_manifest((root / "evidence.json").read_bytes(), "")
        places = [page.article and page.article.place for page in whole.pages]
        bound = [f"{page.removesuffix('/index')}/index.html" if directories else f"{page}.html" for page in pages]
        assert places == (bound if folder.name == "site" else [None] * 3)
        validate(root / "evidence.schema.json", root / "evidence.json", root / "soup/evidence.json")


def test_pages_of_one_place_share_a_file() -> None:
    pages = tuple(PageRecord(path=path, title=path) for path in ("index.md", "a.md", "a/index.md"))
    files = evidence_files(Manifest(pages=pages))
    assert set(files) == {"evidence.json", "evidence.schema.json", "a/evidence.json"}
    assert files["a/evidence.json"].count('"path"') == 2
    assert files["evidence.json"].count('"path"') == 3


def test_a_site_without_explainers_has_no_evidence() -> None:
    assert evidence_files(Manifest()) == {}

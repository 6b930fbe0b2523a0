"""What machines read, in real builds with the plugin and from an export."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.build.built_site import build_site
from generator.build.export import export
from generator.catalogue.addresses import Section
from generator.model.edtf import parse_edtf
from generator.site.site_file import load_settings
from generator.syndication.outputs import last_modified
from generator.syndication.web import page_folder
from tests.support.sites import write_site
from tests.support.syndication_samples import addresses_of, machine_of, machine_page

SITE = (
    "site_name: Soup\nsite_url: https://soup.example/\ndocs_dir: content\n"
    "theme: {name: material, font: false}\nextra: {mine: 1}\nplugins:\n  - explainer: {csp: true}\n"
)
SOUP = (
    "---\ntitle: Soup\npublished: 2025-04-08\ntopics: [food]\nsources:\n  broth: {file: broth.txt}\n"
    "people:\n  ada: {name: Ada Example}\nquotes:\n  hot: {text: Soup is hot, speaker: ada, source: broth}\n"
    "timeline:\n  open: {date: 2025-04-07, title: It opens}\n---\n\nBody.\n"
)
DRAFT = "---\ntitle: Secret\npublished: 2025-04-08\ndraft: true\n---\n"
HOME = "# Home\n"


def build(folder: Path, site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build a site with the plugin, and from its export without it."""
    root = tmp_path_factory.mktemp("machines")
    pages = {"content/index.md": HOME, "content/soup.md": SOUP, "content/secret.md": DRAFT, "mkdocs.yml": SITE}
    pages["content/aside.md"] = "---\ntitle: Aside\npublished: 2025-04-08\nlisted: false\n---\n"
    write_site(root / "source", {**pages, "content/llms.txt": "my own"})
    settings = load_settings(root / "source/mkdocs.yml", {})
    export(build_site(settings), settings, root / "export")
    build(root / "source", root / "with")
    build(root / "export", root / "without")
    return root / "with", root / "without"


FILES = ("feed.xml", "feed.json", "corrections/feed.xml", "topics/food/feed.json", "timeline.ics", "soup/timeline.csv")


@pytest.mark.mkdocs
@pytest.mark.parametrize("path", [*FILES, "sitemap.xml", "llms.txt"])
def test_the_export_gives_the_same_files(path: str, sites: tuple[Path, Path]) -> None:
    # Only the plugin takes blank lines out of templates, that of the site map among them.
    one, other = (
        re.sub(r">\s+<", "><", (site / path).read_bytes().decode()).removesuffix("</urlset>") for site in sites
    )
    assert sorted(one.split("<url>")) == sorted(other.split("<url>")), "the order of files is MkDocs' own"


def data_of(page: Path) -> list[object]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return [json.loads(text) for text in found]


@pytest.mark.mkdocs
@pytest.mark.parametrize("path", ["index.html", "soup/index.html", "people/ada/index.html", "timeline/index.html"])
def test_pages_carry_their_data_with_the_plugin_and_without(path: str, sites: tuple[Path, Path]) -> None:
    one, other = (data_of(site / path) for site in sites)
    assert one == other
    assert len(one) == 1


@pytest.mark.mkdocs
def test_heads_name_what_a_page_offers(sites: tuple[Path, Path]) -> None:
    for site in sites:
        soup = re.findall(
            r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">',
            (site / "soup/index.html").read_text(),
        )
        assert soup == [
            ("application/atom+xml", "../feed.xml"),
            ("application/feed+json", "../feed.json"),
            ("application/atom+xml", "../corrections/feed.xml"),
            ("text/calendar", "timeline.ics"),
            ("text/csv", "timeline.csv"),
        ]
        assert 'href="feed.xml"' in (site / "index.html").read_text()


@pytest.mark.mkdocs
def test_lists_link_to_their_files(sites: tuple[Path, Path]) -> None:
    site, _ = sites
    assert 'href="../timeline.ics"' in (site / "timeline/index.html").read_text()
    assert 'href="../feed.xml"' in (site / "explainers/index.html").read_text()
    assert 'href="food/feed.xml"' in (site / "topics/index.html").read_text()


@pytest.mark.mkdocs
def test_the_site_map_says_only_what_is_known(sites: tuple[Path, Path]) -> None:
    text = (sites[0] / "sitemap.xml").read_text()
    assert re.search(r"<loc>https://soup.example/soup/</loc>\s*<lastmod>2025-04-08</lastmod>", text)
    assert text.count("<lastmod>") == 1
    assert "aside" not in text, "it is not listed"
    assert text.startswith("<?xml")


@pytest.mark.mkdocs
def test_a_file_of_the_authors_own_stays(sites: tuple[Path, Path]) -> None:
    assert (sites[0] / "llms.txt").read_text() == "my own"


def test_llms_txt_names_evidence_that_is_there(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": SOUP, "mkdocs.yml": SITE})
    files = build_site(settings).files
    assert "(soup/evidence.json)" in files["llms.txt"]
    assert "soup/evidence.json" in files


@pytest.mark.mkdocs
def test_drafts_are_told_to_nobody(sites: tuple[Path, Path]) -> None:
    for site in sites:
        told = [path for path in site.rglob("*") if path.suffix in {".xml", ".json", ".ics", ".csv", ".html"}]
        assert not [path for path in told if "Secret" in path.read_text("utf-8")]


def test_the_owners_extra_is_kept(tmp_path: Path) -> None:
    settings = write_site(tmp_path / "a", {"content/index.md": HOME, "mkdocs.yml": SITE})
    export(build_site(settings), settings, tmp_path / "b")
    extra = yaml.safe_load((tmp_path / "b/mkdocs.yml").read_text())["extra"]
    assert extra["mine"] == 1
    assert "json_ld" in extra["explainer"]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2025-04-08", "2025-04-08"),
        ("2025-04", "2025-04"),
        ("2025-04-08T10:00:00Z", "2025-04-08T10:00:00Z"),
        ("2025-04-08T10:00:00", "2025-04-08"),
        ("2025~", ""),
    ],
)
def test_a_site_map_says_when_in_its_own_way(date: str, told: str) -> None:
    assert last_modified(parse_edtf(date)) == told


def test_the_folder_of_a_page() -> None:
    paths = ("a.md", "b/a.md", "b/index.md", "index.md", "README.md")
    assert [page_folder(path) for path in paths] == ["a/", "b/a/", "b/", "index/", "README/"]


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = machine_of(machine_page()), machine_of(machine_page())
    assert (one.files, one.site_data) == (other.files, other.site_data)


def test_links_to_files_are_short_and_have_a_whole_name() -> None:
    page = machine_page()
    files = machine_of(page).extras(addresses_of(page)).files(Section.EXPLAINERS, "", "explainers.md")
    assert [file.words for file in files] == ["Atom", "JSON Feed"]
    assert all(file.name.endswith(f" ({file.words})") for file in files)


def test_links_to_files_lead_from_where_the_builder_takes_them() -> None:
    addresses = addresses_of(machine_page())
    found = [replace(addresses, from_files=files).file("timeline.ics", "timeline.md") for files in (False, True)]
    assert found == ["../timeline.ics", "timeline.ics"]

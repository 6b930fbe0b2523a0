"""The export without MkDocs: Zensical makes the pages that MkDocs with Material makes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator.build.built_site import build_site
from generator.build.export import export
from generator.site.site_file import load_settings
from tests.support.places import ROOT

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://news.example/explained/"}

pytestmark = [
    pytest.mark.mkdocs,
    pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed"),
]


def run(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the two exports, each built by its own builder."""
    folder = tmp_path_factory.mktemp("portability")
    settings = load_settings(ROOT / "mkdocs.yml", {})
    export(build_site(settings), settings, folder / "plain")
    settings = replace(settings, links_from_files=True)
    export(build_site(settings), settings, folder / "export")
    run(folder / "plain", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder / "mkdocs"))
    run(folder / "export", "zensical", "build", "--strict")
    return {"mkdocs": folder / "mkdocs", "zensical": folder / "export" / "site"}


def pages(site: Path) -> list[Path]:
    """Give the pages of a site; its embeds are files of their own, which no builder renders."""
    found = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    return [page for page in found if page.parts[0] != "embed"]


def is_of_zensical(element: Element) -> bool:
    """Tell whether an element is one that Zensical adds of itself: the tags, and an anchor of its own."""
    return "md-tags" in element.get("class", "").split() or element.get("id") == "__skip"


def article(site: Path, page: Path) -> Element:
    tree = html5lib.parse((site / page).read_text("utf-8"), namespaceHTMLElements=False)
    found = tree.find(".//article")
    assert isinstance(found, Element)
    return found


def elements(site: Path, page: Path) -> list[Element]:
    return [element for element in article(site, page).iter() if not is_of_zensical(element)]


def words(site: Path, page: Path) -> list[str]:
    return " ".join(_texts(article(site, page))).split()


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_of_zensical(child):
            yield from _texts(child)
        yield child.tail or ""


def anchors(site: Path, page: Path) -> list[str]:
    return [name for element in elements(site, page) if (name := element.get("id"))]


def links(site: Path, page: Path) -> list[str]:
    """Give where the links of a page lead; a page's address may name its file."""
    address = f"https://news.example/{page.as_posix()}"
    found = [element.get("href", "") for element in elements(site, page) if element.tag == "a"]
    return [urljoin(address, link).replace("/index.html", "/") for link in found]


def head(site: Path, page: Path) -> list[tuple[str, ...]]:
    tree = html5lib.parse((site / page).read_text("utf-8"), namespaceHTMLElements=False)
    tags = [(tag.get("property") or tag.get("name") or "", tag.get("content", "")) for tag in tree.iter("meta")]
    data = [tag.text or "" for tag in tree.iter("script") if tag.get("type") == "application/ld+json"]
    return [tag for tag in tags if tag[0].startswith(("og:", "twitter:"))] + [(text.strip(),) for text in data]


def test_an_explainer_offers_its_card_for_links(sites: dict[str, Path]) -> None:
    page = next(path for path in pages(sites["mkdocs"]) if "one-small-step" in path.parts and "embed" not in path.parts)
    told = {tag[0]: tag[1] for tag in head(sites["mkdocs"], page) if len(tag) > 1}
    assert told["og:image"].endswith("assets/cards/explainers/one-small-step.png")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["twitter:card"] == "summary_large_image"
    assert "Armstrong" in told["og:image:alt"]
    assert told["twitter:image:alt"] == told["og:image:alt"]


def test_the_pages_are_the_same_in_number_and_name(sites: dict[str, Path]) -> None:
    assert pages(sites["mkdocs"]) == pages(sites["zensical"])
    assert len(pages(sites["mkdocs"])) > 10


@pytest.mark.parametrize("told", [words, anchors, head, links])
def test_each_page_is_the_same(told: Callable[[Path, Path], object], sites: dict[str, Path]) -> None:
    for page in pages(sites["mkdocs"]):
        assert told(sites["mkdocs"], page) == told(sites["zensical"], page), page

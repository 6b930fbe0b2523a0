"""A site of two hundred explainers, built and crawled: every link leads somewhere, and everything is near."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from invented import write_explainers

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
HOST = "https://soup.example/"
MOST_CLICKS = 3


class Page(HTMLParser):
    """The anchors and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.data: list[str] = []
        self._in_data = False
        self.base = ""
        self.feed(text)

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"
        self.anchors |= {value for key in ("id", "name") if (value := values.get(key))}
        if tag == "base":
            self.base = values.get("href") or ""
        key = {"a": "href", "link": "href", "script": "src", "img": "src"}.get(tag)
        if key and (link := values.get(key)):
            self.links.append(link)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Page]]:
    root = tmp_path_factory.mktemp("crawl") / "site"
    write_explainers(root, 200)
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(build, cwd=root, env=ENVIRONMENT, check=True, capture_output=True)
    site = root / "site"
    yield {
        HOST + path.relative_to(site).as_posix().removesuffix("index.html"): Page(path.read_text("utf-8"))
        for path in site.rglob("*.html")
    }
    shutil.rmtree(root)


def links(address: str, page: Page) -> Iterator[tuple[str, str]]:
    for link in page.links:
        target = urlsplit(urljoin(urljoin(address, page.base), link))
        if f"{target.scheme}://{target.netloc}/" == HOST:
            yield unquote(f"{HOST}{target.path.lstrip('/')}"), unquote(target.fragment)


def test_every_link_and_anchor_leads_somewhere(pages: dict[str, Page]) -> None:
    assert len(pages) > 440
    broken = [
        (address, target, anchor)
        for address, page in pages.items()
        if not address.endswith("404.html")
        for target, anchor in links(address, page)
        if (target in pages and anchor and anchor not in pages[target].anchors)
        or (target not in pages and target.endswith(("/", ".html")))
    ]
    assert broken == []


def test_every_page_is_reached_in_three_clicks(pages: dict[str, Page]) -> None:
    reached, found = {HOST}, {HOST}
    for _ in range(MOST_CLICKS):
        found = {
            target for address in found for target, _ in links(address, pages[address]) if target in pages
        } - reached
        reached |= found
    embeds = {address for address in pages if address.startswith(f"{HOST}embed/")}
    assert set(pages) - reached - embeds - {f"{HOST}404.html"} == set()


def test_every_page_of_ours_has_linked_data_that_can_be_read(pages: dict[str, Page]) -> None:
    """Whether it is true to schema.org is judged page kind by page kind, where linked data is tested."""
    found = {address: [json.loads(block) for block in page.data] for address, page in pages.items()}
    assert all(block["@context"] == "https://schema.org" for blocks in found.values() for block in blocks)
    without = {address for address, blocks in found.items() if len(blocks) != 1 and "/embed/" not in address}
    assert without == {f"{HOST}404.html"}


def test_no_page_grows_with_the_site(pages: dict[str, Page]) -> None:
    """The most links that a page has are those of a list of a hundred."""
    assert max(len(page.links) for page in pages.values()) < 600


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that everybody may read, since LinkChecker gives up the rights of an administrator."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_link_checker_finds_nothing_broken(open_folder: Path) -> None:
    checker = Path(sys.executable).parent / "linkchecker"
    if not checker.is_file():
        pytest.skip("LinkChecker is not installed")
    write_explainers(open_folder / "small", 8)
    text = (open_folder / "small" / "mkdocs.yml").read_text("utf-8")
    (open_folder / "small" / "mkdocs.yml").write_text(f"use_directory_urls: false\n{text}", "utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(build, cwd=open_folder / "small", env=ENVIRONMENT, check=True, capture_output=True)
    (open_folder / "settings.ini").write_text("[filtering]\ncheckextern=0\n[AnchorCheck]\n", "utf-8")
    start = open_folder / "small" / "site" / "index.html"
    command = [str(checker), "--config", str(open_folder / "settings.ini"), "--no-status", str(start)]
    result = subprocess.run(command, env=ENVIRONMENT, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:]
    assert "0 warnings found. 0 errors found" in result.stdout


def test_the_index_of_the_search_is_small(tmp_path: Path) -> None:
    write_explainers(tmp_path / "small", 20)
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(build, cwd=tmp_path / "small", env=ENVIRONMENT, check=True, capture_output=True)
    index = (tmp_path / "small" / "site" / "search" / "search_index.json").read_bytes()
    assert b"Ada Example" in index
    assert len(gzip.compress(index)) < 20 * 400

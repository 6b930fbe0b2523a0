"""A site of two hundred explainers, built and crawled: every link leads somewhere, and everything is near."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.support.crawled import CrawledSite
from tests.support.feed_rules import ATOM, check_atom, check_json_feed, read_with_feedparser
from tests.support.invented import HOST, write_explainers
from tests.support.schema_org import Vocabulary, defined_ids, referred_ids, types_of, vocabulary_folder

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
MOST_CLICKS = 3

pytestmark = pytest.mark.mkdocs


def build(root: Path) -> CrawledSite:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=root, env=ENVIRONMENT, check=True, capture_output=True)
    return CrawledSite(root / "site", HOST)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CrawledSite]:
    root = tmp_path_factory.mktemp("crawl") / "site"
    write_explainers(root, 200)
    yield build(root)
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def documents(site: CrawledSite) -> list[tuple[str, str]]:
    """Every document of linked data, with the address of its page."""
    return [(address, text) for address, page in site.pages.items() for text in page.linked_data]


def test_every_link_and_anchor_leads_somewhere(site: CrawledSite) -> None:
    assert len(site.pages) > 1600
    assert [found for found in site.links() if not site.leads_somewhere(found[1], found[0])] == []
    assert [found for found in site.links_of_styles() if not site.leads_somewhere(found[1], found[0])] == []


def test_every_address_in_a_text_leads_somewhere(site: CrawledSite) -> None:
    """Feeds, calendars, tables, answers to oEmbed, the site map, llms.txt, and code that others may paste."""
    found = list(site.links_of_texts())
    kinds = {Path(address).name for address, _ in found if address in site.files}
    assert kinds >= {
        "feed.json",
        "feed.xml",
        "index.html",
        "llms.txt",
        "oembed.json",
        "sitemap.xml",
        "timeline.csv",
        "timeline.ics",
    }
    assert [(address, link) for address, link in found if not site.leads_somewhere(link, address)] == []
    assert gzip.decompress(site.files[f"{HOST}sitemap.xml.gz"].read_bytes()) == (
        site.files[f"{HOST}sitemap.xml"].read_bytes()
    )


def test_every_result_of_the_search_leads_somewhere(site: CrawledSite) -> None:
    found = list(site.links_of_search())
    assert len(found) > 600
    assert [link for link in found if not site.leads_somewhere(link, HOST)] == []


def test_every_page_is_reached_in_three_clicks(site: CrawledSite) -> None:
    reached, found = {HOST}, {HOST}
    for _ in range(MOST_CLICKS):
        found = {target for address in found for target in site.clicks(address)} - reached
        reached |= found
    embeds = {address for address in site.pages if address.startswith(f"{HOST}embed/")}
    assert site.pages.keys() - reached - embeds - {f"{HOST}404.html"} == set()


def test_every_page_of_ours_has_one_document_of_linked_data(
    site: CrawledSite, documents: list[tuple[str, str]]
) -> None:
    addresses = [address for address, _ in documents]
    assert len(addresses) == len(set(addresses))
    without = {address for address in site.pages if "/embed/" not in address} - set(addresses)
    assert without == {f"{HOST}404.html"}


# rdflib's own parser of JSON-LD uses a class of its own that it has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_all_linked_data_are_valid_by_the_vocabulary(documents: list[tuple[str, str]]) -> None:
    vocabulary = Vocabulary(vocabulary_folder())
    graphs = {address: vocabulary.graph_of(text, address) for address, text in documents}
    types: dict[Any, set[str]] = {}
    for graph in graphs.values():
        for node, kinds in types_of(graph).items():
            types.setdefault(node, set()).update(kinds)
    problems = {address: found for address, graph in graphs.items() if (found := vocabulary.problems(graph, types))}
    assert problems == {}


def test_all_that_linked_data_name_is_there(site: CrawledSite, documents: list[tuple[str, str]]) -> None:
    parsed = {address: json.loads(text) for address, text in documents}
    defined = {name for document in parsed.values() for name in defined_ids(document)}
    referred = {(address, name) for address, document in parsed.items() for name in referred_ids(document)}
    pages = {name for _, name in referred if name in site.pages}
    assert {name.partition("#")[2].partition("-")[0] for _, name in referred - pages} == {"", "person", "source"}
    assert {(address, name) for address, name in referred if name not in defined | pages} == set()
    for address, document in parsed.items():
        for is_name, link in addresses_in(document):
            assert site.leads_somewhere(link, address, anchor=not is_name), (address, link)


def addresses_in(value: Any, key: str = "") -> Iterator[tuple[bool, str]]:
    """Yield each address of the site in a document, and whether it is a node's name, which needs no anchor."""
    if isinstance(value, str) and value.startswith(HOST):
        yield key == "@id", value
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from addresses_in(inner, name)
    for inner in value if isinstance(value, list) else ():
        yield from addresses_in(inner, key)


def test_every_feed_can_be_read(site: CrawledSite) -> None:
    atoms = {address: path.read_text("utf-8") for address, path in site.files.items() if path.name == "feed.xml"}
    feeds = {address: path.read_text("utf-8") for address, path in site.files.items() if path.name == "feed.json"}
    assert len(atoms) == len(feeds) == 15, "of explainers, corrections and thirteen topics"
    for address, text in atoms.items():
        own = check_atom(text).find(f"{ATOM}link[@rel='self']")
        assert own is not None
        assert own.get("href") == address
        assert read_with_feedparser(text).entries
    for address, text in feeds.items():
        feed = check_json_feed(text)
        assert feed["feed_url"] == address
        assert feed["items"]


def test_no_page_grows_with_the_site(site: CrawledSite) -> None:
    """The most links that a page has are those of a list of a hundred."""
    assert max(len(page.links) for page in site.pages.values()) < 600


BROKEN = {
    "index.html": '<base href="a/"><a href="b/">1</a><a href="../c.json?x=1#y">2</a><a id="top" href="#gone">3</a>',
    "a/index.html": (
        '<link href="gone.css"><img src="d.png" srcset="d.png 1x, gone.png 2x"><meta property="og:image" '
        'content="HOSTgone.png"><p style="background: url(gone.svg)">&lt;a href="HOSTgone/"&gt;<a href="/?x#top">1</a>'
    ),
    "a/b/index.html": '<a href="../../index.html#top">1</a><a href="https://other.example/gone/">2</a>',
    "a/d.png": "",
    "a/e.css": "p { background: url('f.png') }",
    "c.json": '{"url": "HOSTa/b/", "next": "HOSTa/gone"}',
    "t.ics": "URL:HOSTa/\r\n b/\r\nURL:HOSTa/\r\n b/#gone\r\n",
}


def test_the_crawl_finds_what_is_broken(tmp_path: Path) -> None:
    for name, text in BROKEN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.replace("HOST", HOST).encode())
    site = CrawledSite(tmp_path, HOST)
    links = (*site.links(), *site.links_of_styles(), *site.links_of_texts())
    assert sorted(link for address, link in links if not site.leads_somewhere(link, address)) == [
        "#gone",
        "f.png",
        "gone.css",
        "gone.png",
        "gone.svg",
        f"{HOST}a/b/#gone",
        f"{HOST}a/gone",
        f"{HOST}gone.png",
        f"{HOST}gone.png",
        f"{HOST}gone/",
    ]
    assert set(site.clicks(f"{HOST}a/")) == {HOST}, "a link in the head is no click"


class Server(SimpleHTTPRequestHandler):
    """Serves files without a word, and lets LinkChecker ask for more than ten a second."""

    def end_headers(self) -> None:
        self.send_header("LinkChecker", "welcome")
        super().end_headers()

    def log_message(self, *words: object) -> None:
        pass


@contextmanager
def served(site: CrawledSite) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(site.folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def check_with_link_checker(site: CrawledSite, settings: str, folder: Path) -> None:
    checker = Path(sys.executable).parent / "linkchecker"
    if not checker.is_file():
        pytest.skip("LinkChecker is not installed")
    (folder / "settings.ini").write_text(f"[checking]\nmaxrequestspersecond=1000\n{settings}", "utf-8")
    with served(site) as address:
        command = [str(checker), f"--config={folder / 'settings.ini'}", "--no-status", "--threads=10", address]
        result = subprocess.run(command, env=ENVIRONMENT, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:]
    assert "0 warnings found. 0 errors found" in result.stdout


def test_a_link_checker_finds_nothing_broken(site: CrawledSite, tmp_path: Path) -> None:
    check_with_link_checker(site, "", tmp_path)


def test_a_link_checker_finds_every_anchor_of_a_small_site(tmp_path: Path) -> None:
    """For the big one, anchors take it two minutes."""
    write_explainers(tmp_path / "small", 4)
    check_with_link_checker(build(tmp_path / "small"), "[AnchorCheck]\n", tmp_path)


def test_the_index_of_the_search_is_small(tmp_path: Path) -> None:
    write_explainers(tmp_path / "small", 20)
    index = build(tmp_path / "small").files[f"{HOST}search/search_index.json"].read_bytes()
    assert b"Ada Example" in index
    assert len(gzip.compress(index)) < 20 * 400

"""Sourcing: articles from files and from a server on this machine, within limits."""

import gzip
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.authoring.sourcing import add_source
from generator.files.fetching import EVIDENCE, fetch
from generator.files.reading import read_article
from generator.model.errors import ExplainerError
from tests.support.sites import write_site

TODAY = date(2024, 5, 7)
PAGE = """\
<html lang="en"><head><title>Soup goes up | The Daily Broth</title>
<meta property="og:site_name" content="The Daily Broth"><meta property="og:title" content="Soup goes up">
<meta name="author" content="Ada Example"><meta property="article:published_time" content="2024-05-06">
<link rel="canonical" href="https://broth.example/soup-goes-up"></head><body><article><h1>Soup goes up</h1>
<p>The price of soup rose to four dollars on Friday, after the kitchen raised it for the third time since March.</p>
<p>“Everything we put into the pot costs more,” said Ada Example, who runs the kitchen and its two ladles.</p>
<p>The kitchen will open again on Monday, when the new bowls have come and the old ones have been given away.</p>
</article></body></html>
"""


class Server(BaseHTTPRequestHandler):
    """A small web of its own."""

    def do_GET(self) -> None:
        getattr(self, f"answer_{self.path.strip('/').split('?')[0] or 'page'}")()

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.answer(PAGE.encode())

    def answer_text(self) -> None:
        self.answer("“Süß”, said Ada Example.".encode("cp1252"), "text/plain; charset=windows-1252")

    def answer_zipped(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.answer(gzip.compress(b"soup " * 2_000_000), Content_Encoding="gzip")

    def answer_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def answer_gone(self) -> None:
        self.answer(b"", status=410)

    def answer_moved(self) -> None:
        self.answer(b"", status=301, Location="/page")

    def answer_round(self) -> None:
        self.answer(b"", status=302, Location="/round")

    def answer_inside(self) -> None:
        self.answer(b"", status=302, Location=f"http://localhost:{self.server.server_port}/page")  # type: ignore[attr-defined]

    def answer_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def answer_slow(self) -> None:
        time.sleep(1)

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(30):
            self.wfile.write(b"<p>drip</p>")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<p>half")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("place", ["page", "zipped", "moved"])
def test_an_article_comes_from_the_web(place: str, web: str, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {})
    file = add_source(settings, f"{web}/{place}", {"publisher": "The Evening Broth"}, TODAY)
    assert file.name == "soup-goes-up.md"
    article = read_article(tmp_path / "seeds/soup-goes-up.md")
    assert "“Everything we put into the pot costs more,” said Ada Example" in article.text
    assert (article.title, article.published, article.language) == ("Soup goes up", date(2024, 5, 6), "en")
    assert (article.publisher, article.url) == ("The Evening Broth", "https://broth.example/soup-goes-up")
    assert "retrieved: 2024-05-07\n" in (tmp_path / "seeds/soup-goes-up.md").read_text()


def test_plain_text_comes_in_its_own_encoding(web: str, tmp_path: Path) -> None:
    add_source(write_site(tmp_path, {}), f"{web}/text", {"title": "Sweet"}, TODAY)
    article = read_article(tmp_path / "seeds/sweet.md")
    assert article.text == "“Süß”, said Ada Example."
    assert article.url == f"{web}/text"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("gone", "answered 410 Gone"),
        ("picture", "is image/png, and only web pages and plain text can be read"),
        ("round", "leads from one address to the next more than 5 times"),
        ("inside", "leads to localhost, which is no public address"),
        ("file", "is no web address that can be fetched"),
        ("slow", "did not answer in time"),
        ("dripping", "did not come in time"),
        ("cut", "broke off"),
    ],
)
def test_what_cannot_be_fetched_is_said(place: str, message: str, web: str) -> None:
    with pytest.raises(ExplainerError, match=message):
        fetch(f"{web}/{place}", seconds=0.5)


@pytest.mark.parametrize("place", ["page", "bomb"])
def test_no_more_is_taken_than_is_allowed(place: str, web: str) -> None:
    with pytest.raises(ExplainerError, match="which is the most"):
        fetch(f"{web}/{place}", largest=500)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://soup.invalid/", "there is no such host as soup.invalid"),
        ("http://127.0.0.1:1/", "cannot be fetched"),
        ("http://", "is no web address"),
        ("http://[::1", "is no web address"),
        ("http://host:port/", "is no web address"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(url: str, message: str) -> None:
    with pytest.raises(ExplainerError, match=message):
        fetch(url, seconds=2)


@pytest.mark.parametrize(
    ("named_in", "allowed"),
    [
        ("", True),
        ("{web}/evidence.json", True),
        ("http://localhost/evidence.json", False),
        ("https://soup.example/evidence.json", False),
        ("site/evidence.json", False),
        ("http://[::1", False),
    ],
)
def test_an_address_that_somebody_else_names_leads_to_no_place_of_this_network(
    named_in: str, allowed: bool, web: str
) -> None:
    if allowed:
        assert fetch(f"{web}/page", named_in=named_in.format(web=web)).suffix == ".html"
        return
    with pytest.raises(ExplainerError, match="which is no public address"):
        fetch(f"{web}/page", named_in=named_in)


def test_other_types_may_be_asked_for(web: str) -> None:
    with pytest.raises(ExplainerError, match="is text/html, and only application/json"):
        fetch(f"{web}/page", kinds=EVIDENCE)


def test_an_article_comes_from_a_file(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"page.html": PAGE, "notes": "“Soup is hot,” said Ada Example."})
    add_source(settings, str(tmp_path / "page.html"), {}, TODAY)
    assert read_article(tmp_path / "seeds/soup-goes-up.md").publisher == "The Daily Broth"
    assert "retrieved" not in (tmp_path / "seeds/soup-goes-up.md").read_text()
    add_source(settings, str(tmp_path / "notes"), {"published": date(2024, 5, 6)}, TODAY)
    assert read_article(tmp_path / "seeds/notes.md").published == date(2024, 5, 6)


def test_a_text_that_is_wrapped_keeps_its_paragraphs(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    mail = tmp_path / "mail.txt"
    mail.write_text(
        "The kitchen raised the price of soup, and told its guests that nothing\nelse could be done about it.\n\n"
        "“We waited as long as we could,” said Ada Example, who is the head of\nthe kitchen.\n",
        "utf-8",
    )
    assert read_article(add_source(site, str(mail), {"title": "Soup goes up"}, TODAY)).text.split("\n") == [
        "The kitchen raised the price of soup, and told its guests that nothing else could be done about it.",
        "“We waited as long as we could,” said Ada Example, who is the head of the kitchen.",
    ]


def test_a_source_is_never_overwritten(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"page.html": PAGE, "seeds/soup-goes-up.md": "mine"})
    with pytest.raises(ExplainerError, match="is there already, and is not overwritten"):
        add_source(settings, str(tmp_path / "page.html"), {}, TODAY)
    assert (tmp_path / "seeds/soup-goes-up.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("files", "place", "name", "message"),
    [
        ({}, "none.txt", "", "there is no file"),
        ({"a.txt": " "}, "a.txt", "", "there is no text in this source"),
        ({"a.bin": b"\x00\x01"}, "a.bin", "", "is no text"),
        ({"a.txt": "soup"}, "a.txt", "../soup", "is no name for a file"),
        ({"a.html": "<html></html>"}, "a.html", "", "no article was found"),
    ],
)
def test_what_is_no_article_is_said(
    files: dict[str, str | bytes], place: str, name: str, message: str, tmp_path: Path
) -> None:
    settings = write_site(tmp_path, files)
    before = sorted((tmp_path / "seeds").iterdir())
    with pytest.raises(ExplainerError, match=message):
        add_source(settings, str(tmp_path / place), {}, TODAY, name)
    assert sorted((tmp_path / "seeds").iterdir()) == before

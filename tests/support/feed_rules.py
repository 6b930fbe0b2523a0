"""The rules of Atom (RFC 4287) and of JSON Feed 1.1, and what feedparser reads."""

import json
import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
JSON_ITEM = {
    "id",
    "url",
    "title",
    "summary",
    "content_text",
    "date_published",
    "date_modified",
    "authors",
    "tags",
    "language",
}
JSON_FEED = {"version", "title", "home_page_url", "feed_url", "description", "authors", "language", "items"}


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"{ATOM}{name}")]


def check_atom(text: str) -> ET.Element:
    """Check a document by the rules of RFC 4287, 4.1.1 and 4.1.2."""
    root = ET.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1, name
        assert urlsplit(texts(element, "id")[0]).scheme
        for name in ("updated", "published"):
            assert all(_RFC3339.fullmatch(moment) for moment in texts(element, name))
        links = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        assert len(set(links)) == len(links), "one alternate of a type"
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
        assert len(texts(element, "summary")) <= 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None, "or each entry has an author"
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return root


def check_json_feed(text: str) -> dict[str, Any]:
    """Check a document by the rules of JSON Feed 1.1: what must be there, of what type, and nothing unknown."""
    feed: dict[str, Any] = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed.keys() <= JSON_FEED
    assert feed.keys() >= {"version", "title", "items"}
    for item in feed["items"]:
        assert item.keys() <= JSON_ITEM
        assert isinstance(item["id"], str)
        assert item["content_text"], "one of content_text and content_html is needed"
        for name in ("date_published", "date_modified"):
            assert name not in item or _RFC3339.fullmatch(item[name])
        assert all(author.keys() <= {"name", "url", "avatar"} and author for author in item.get("authors", ()))
        assert all(isinstance(tag, str) for tag in item.get("tags", ()))
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for name in ("home_page_url", "feed_url"):
        assert urlsplit(feed[name]).netloc
    return feed


def read_with_feedparser(text: str) -> Any:
    """Read an Atom feed as a feed reader does, and refuse what it finds amiss."""
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed: make test installs it")
    found = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml"})
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert all(entry.updated_parsed and entry.link and entry.id for entry in found.entries)
    return found

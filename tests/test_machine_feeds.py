"""Feeds: what feedparser and the rules of RFC 4287 and JSON Feed 1.1 say of them."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from machine_samples import HOSTILE, URL, hostile_page, machine_of, machine_page

from generator.edtf import parse_edtf
from generator.machine.feed import MOST

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


@pytest.mark.parametrize("make", [machine_page, hostile_page])
def test_every_feed_keeps_the_rules(make: Any) -> None:
    files = machine_of(make()).files
    atoms = [path for path in files if path.endswith(".xml")]
    feeds = [path for path in files if path.endswith("feed.json")]
    assert len(atoms) == len(feeds) >= 3
    for path in atoms:
        assert check_atom(files[path]).find(f"{ATOM}link[@rel='self']").get("href") == f"{URL}{path}"  # type: ignore[union-attr]
    for path in feeds:
        assert check_json_feed(files[path])["feed_url"] == f"{URL}{path}"


@pytest.mark.parametrize("make", [machine_page, hostile_page])
def test_feedparser_reads_every_feed(make: Any) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed: make test installs it")
    page = make()
    for path, text in machine_of(page).files.items():
        if path.endswith(".xml"):
            found = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml"})
            assert not found.bozo, found.get("bozo_exception")
            assert found.version == "atom10"
            assert found.entries
            assert all(entry.updated_parsed and entry.link and entry.id for entry in found.entries)


def test_what_an_entry_says() -> None:
    (entry,) = check_atom(machine_of(machine_page()).files["feed.xml"]).findall(f"{ATOM}entry")
    assert texts(entry, "id") == [f"{URL}explainers/harbour/"]
    assert texts(entry, "title") == ["Who may close the harbour?"]
    assert texts(entry, "summary") == ["A short story."]
    assert texts(entry, "published") == ["2025-04-08T00:00:00Z"]
    assert texts(entry, "updated") == ["2025-04-10T00:00:00Z"], "the day of the last correction"
    (item,) = check_json_feed(machine_of(machine_page()).files["feed.json"])["items"]
    assert item["content_text"] == "A short story.\n\nThe harbour is open\n\nFor now"
    assert item["tags"] == ["harbours", "law & order"]


def test_texts_stay_texts() -> None:
    (entry,) = check_atom(machine_of(hostile_page()).files["feed.xml"]).findall(f"{ATOM}entry")
    assert texts(entry, "title") == [" ".join(HOSTILE.replace("\u202e", "").split())]


def test_corrections_have_an_entry_each_with_an_id_that_newer_ones_do_not_change() -> None:
    page = machine_page()
    before = check_json_feed(machine_of(page).files["corrections/feed.json"])["items"]
    assert [item["id"].partition("#")[2][: len("correction-2025-04-10")] for item in before] == [
        "correction-2025-04-10",
        "correction-2025-04-09",
        "correction-2025-04-09",
    ], "one whose day is not known has none"
    known = {item["id"]: item["content_text"] for item in before}
    assert len(known) == 3
    for day in ("2025-05-01", "2025-04-09"):
        newer = replace(page.corrections[0], date=parse_edtf(day), text="Newest.")
        for notes in ((newer, *page.corrections), (*page.corrections, newer)):
            text = machine_of(replace(page, corrections=notes)).files["corrections/feed.json"]
            after = {item["id"]: item["content_text"] for item in check_json_feed(text)["items"]}
            assert len(after) == 4
            assert after.items() >= known.items()
    (wrong,) = (item for item in before if item["content_text"] == "A name was wrong.")
    assert wrong["title"] == "Correction: Who may close the harbour?"
    assert wrong["url"] == f"{URL}explainers/harbour/#correction-1"


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        ("2025-04-08", None, "2025-04-08T00:00:00Z"),
        ("2025-04-08", "2025-05", "2025-05-01T00:00:00Z"),
        ("2025-04-08", "2025-04", "2025-04-08T00:00:00Z"),
        ("2025-04", "2025-05-02", "2025-05-02T00:00:00Z"),
        ("2025-04-08T23:30:00-05:00", None, "2025-04-08T23:30:00-05:00"),
    ],
)
def test_when_an_entry_was_updated(published: str, updated: str | None, expected: str) -> None:
    changed = parse_edtf(updated) if updated else None
    page = machine_page(published=parse_edtf(published), updated=changed, corrections=())
    (entry,) = check_atom(machine_of(page).files["feed.xml"]).findall(f"{ATOM}entry")
    assert texts(entry, "updated") == [expected]


def test_the_newest_come_first_and_are_fifty_at_most() -> None:
    pages = [
        machine_page(
            f"p{number}.md", title=f"P{number}", updated=None, published=parse_edtf(f"2024-01-{number % 28 + 1:02}")
        )
        for number in range(MOST + 5)
    ]
    items = check_json_feed(machine_of(*pages).files["feed.json"])["items"]
    dates = [datetime.fromisoformat(item["date_modified"]) for item in items]
    assert len(items) == MOST
    assert dates == sorted(dates, reverse=True)


def test_what_has_no_date_or_is_a_draft_is_in_no_feed() -> None:
    dated = machine_page("a.md")
    vague = machine_page("b.md", published=parse_edtf("2025-04"), updated=None)
    draft = machine_page("c.md", draft=True)
    items = check_json_feed(machine_of(dated, vague, draft).files["feed.json"])["items"]
    assert [item["url"] for item in items] == [f"{URL}a/"]
    assert not [path for path in machine_of(vague).files if "feed" in path], "nothing tells when it changed"


def test_ids_outlive_a_move() -> None:
    old = machine_of(machine_page()).files
    new = machine_of(machine_page(), site_url="https://new.example/", identity=URL).files
    for path in ("feed.json", "corrections/feed.json"):
        ids = [[item["id"] for item in json.loads(files[path])["items"]] for files in (old, new)]
        assert ids[0] == ids[1]
    assert json.loads(new["feed.json"])["items"][0]["url"].startswith("https://new.example/")
    assert old["timeline.ics"].count("UID") == new["timeline.ics"].count("UID")
    assert re.findall("UID:.*", old["timeline.ics"]) == re.findall("UID:.*", new["timeline.ics"])


def test_there_are_none_without_an_address_or_where_they_are_turned_off() -> None:
    for machine in (machine_of(machine_page(), site_url=""), machine_of(machine_page(), feeds=False)):
        assert not [path for path in machine.files if "feed" in path]
        assert "alternates" not in machine.site_data
    offered = machine_of(machine_page()).site_data["alternates"]
    assert [offer["path"] for offer in offered] == ["feed.xml", "feed.json", "corrections/feed.xml"]  # type: ignore[attr-defined]

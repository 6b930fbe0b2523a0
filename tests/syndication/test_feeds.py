"""Feeds: what feedparser and the rules of RFC 4287 and JSON Feed 1.1 say of them."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from generator.model.edtf import parse_edtf
from generator.syndication.feed import MOST
from tests.support.feed_rules import ATOM, check_atom, check_json_feed, read_with_feedparser, texts
from tests.support.syndication_samples import HOSTILE, URL, hostile_page, machine_of, machine_page


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
    for path, text in machine_of(make()).files.items():
        if path.endswith(".xml"):
            assert read_with_feedparser(text).entries


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

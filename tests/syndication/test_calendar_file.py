"""Calendars: only days and moments that are known, and the same bytes for the same input."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.model.edtf import parse_edtf
from generator.syndication.calendar_file import calendar_text
from tests.support.syndication_samples import URL, hostile_page, machine_of, machine_page, web_of


def calendar(page: Any = None, **options: Any) -> str:
    return machine_of(page or machine_page(), **options).files["explainers/harbour/timeline.ics"]


def read(text: str) -> Any:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed: make test installs it")
    found = icalendar.Calendar.from_ical(text.encode())
    assert not found.errors
    assert not [error for event in found.walk("VEVENT") for error in event.errors]
    return found


def test_only_known_days_and_moments_are_events() -> None:
    found = read(calendar())
    starts = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in found.walk("VEVENT")}
    assert starts == {
        "On day": date(2025, 4, 7),
        "On days": date(2025, 4, 7),
        "On local": date(2025, 4, 7),
        "On zulu": datetime(2025, 4, 7, 10, 30, tzinfo=UTC),
        "On zoned": datetime(2025, 4, 6, 23, 30, tzinfo=UTC),
    }
    (days,) = (event for event in found.walk("VEVENT") if event["SUMMARY"] == "On days")
    assert days.decoded("DTEND") == date(2025, 4, 10), "the day after"
    assert int(found["X-EXPLAINER-LEFT-OUT"]) == 10
    assert "no calendar can say when they were: 10" in found["DESCRIPTION"]


def test_an_event_says_what_it_is_and_where() -> None:
    event = next(iter(read(calendar()).walk("VEVENT")))
    assert event.decoded("DTSTAMP") == datetime(2025, 4, 10, tzinfo=UTC)
    assert str(event["URL"]).startswith(f"{URL}explainers/harbour/#event-")
    assert event["DESCRIPTION"].startswith("It was.\nHarbour hearing\n")
    assert event["CATEGORIES"].to_ical() == b"harbours,law & order"


def test_the_stamp_of_an_event_is_in_utc() -> None:
    page = machine_page(published=parse_edtf("2025-01-01T23:30:00-05:00"), updated=None, corrections=())
    event = next(iter(read(calendar(page)).walk("VEVENT")))
    assert event.decoded("DTSTAMP") == datetime(2025, 1, 2, 4, 30, tzinfo=UTC)


def test_lines_are_folded_at_75_octets_and_end_in_crlf() -> None:
    text = calendar(machine_page(title="Ä" * 200))
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    assert str(read(text)["NAME"]) == "Ä" * 200


def test_texts_stay_texts() -> None:
    found = read(calendar(hostile_page()))
    assert {len(found.walk("VEVENT")), len(found.subcomponents)} == {5}


def test_ids_are_stable_and_their_own() -> None:
    ids = [str(event["UID"]) for event in read(calendar()).walk("VEVENT")]
    assert len(set(ids)) == len(ids)
    assert calendar() == calendar()
    renamed = machine_page(title="Another headline")
    assert [str(event["UID"]) for event in read(calendar(renamed)).walk("VEVENT")] == ids


def test_without_events_that_it_can_hold_there_is_no_calendar() -> None:
    page = machine_page()
    vague = {name: event for name, event in page.timeline.items() if name in {"month", "deep"}}
    files = machine_of(machine_page(timeline=vague)).files
    assert "timeline.ics" not in files
    assert "timeline.csv" in files
    assert calendar_text((), web_of(page), name="x", told="") == ""
    assert not [path for path in machine_of(page, calendar=False).files if "timeline" in path]


def test_the_home_page_has_files_of_its_own() -> None:
    files = machine_of(machine_page("index.md")).files
    assert {path for path in files if path.endswith(".ics")} == {"timeline.ics", "index/timeline.ics"}

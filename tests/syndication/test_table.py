"""Tables: every event with its date as written, in words, and with its bounds."""

import csv
import io

from generator.model.explainer import Explainer
from generator.syndication.table import COLUMNS
from tests.support.syndication_samples import DATES, URL, hostile_page, machine_of, machine_page


def rows(page: Explainer) -> dict[str, dict[str, str]]:
    text = machine_of(page).files["explainers/harbour/timeline.csv"]
    assert "\n" not in text.replace("\r\n", ""), "RFC 4180 ends rows in CRLF"
    return {row["address"].rsplit("#event-", 1)[1]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_every_event_is_in_it() -> None:
    found = rows(machine_page())
    assert {name: row["date"] for name, row in found.items()} == DATES
    assert tuple(found["day"]) == COLUMNS


def test_dates_have_words_and_bounds() -> None:
    found = rows(machine_page())
    said = {name: (row["words"], row["earliest"], row["latest"]) for name, row in found.items()}
    assert said["about"] == ("around April 7, 2025", "2025-04-07", "2025-04-07")
    assert said["month"] == ("April 2025", "2025-04-01", "2025-04-30")
    assert said["open"] == ("since April 7, 2025", "2025-04-07", "")
    assert said["deep"] == ("from around 24500 BC to around 17000 BC", "-24499-01-01", "-16999-12-31")
    assert said["early"][1:] == ("-0043-03-15", "-0043-03-15")
    assert said["zoned"][1:] == ("2025-04-06T23:30:00Z", "2025-04-06T23:30:00Z")
    assert said["local"][1:] == ("2025-04-07T10:30:00", "2025-04-07T10:30:00")


def test_a_row_says_where_it_is_from() -> None:
    row = rows(machine_page())["day"]
    assert row["address"] == f"{URL}explainers/harbour/#event-day"
    assert (row["title"], row["text"], row["sources"]) == ("On day", "It was.", "Harbour hearing")


def test_texts_stay_texts() -> None:
    assert len(rows(hostile_page())) == len(DATES)


def test_addresses_are_right_where_the_file_is_read() -> None:
    text = machine_of(machine_page(), site_url="").files["explainers/harbour/timeline.csv"]
    assert ",./#event-day," in text


def test_no_cell_is_a_formula() -> None:
    page = machine_page(title="=HYPERLINK(1)")
    assert {row["explainer"] for row in rows(page).values()} == {"'=HYPERLINK(1)"}
    assert rows(machine_page())["early"]["date"].startswith("-0043"), "a date is none"

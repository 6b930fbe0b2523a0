"""Tables: events as comma-separated values (RFC 4180)."""

import csv
import io
from collections.abc import Sequence

from generator.catalogue.entries import RecordedEvent
from generator.catalogue.record import source_title
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.model.anchors import anchor
from generator.syndication.web import Web
from generator.syndication.when import bounds
from generator.wording.date_words import date_words

_FORMULA = ("=", "+", "-", "@")
COLUMNS = ("date", "words", "earliest", "latest", "title", "text", "turning_point", "explainer", "address", "sources")


def table_text(events: Sequence[RecordedEvent], web: Web, file: str) -> str:
    """Return events as comma-separated values.

    Args:
        events: The events in order of time.
        web: Where things stand.
        file: Path of the table below the site's folder.

    Returns:
        A header and a row for each event: its date as written (EDTF) and in words, the first and the last
        moment that it may mean (ISO 8601; empty where open), and what happened.
    """
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    writer.writerows(_row(event, web, file) for event in events)
    return target.getvalue()


def _row(recorded: RecordedEvent, web: Web, file: str) -> tuple[str, ...]:
    page, event = recorded.explainer, recorded.event
    sources = [source_title(page.sources[name]) for name in event.sources if name in page.sources]
    return (
        str(event.date),
        date_words(event.date, page.language),
        *bounds(event.date),
        _cell(plain(event.title)),
        _cell(words_of(event.text)),
        "true" if event.key else "false",
        _cell(plain(page.title)),
        web.from_file(page, file, anchor("event", event.id)),
        _cell("; ".join(sources)),
    )


def _cell(text: str) -> str:
    """Return words so that no spreadsheet takes them for a formula and runs it."""
    return f"'{text}" if text.startswith(_FORMULA) else text

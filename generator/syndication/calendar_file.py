"""Calendars: events as an iCalendar object (RFC 5545, with the names of RFC 7986)."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from generator.catalogue.entries import RecordedEvent
from generator.catalogue.record import source_title
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.syndication.web import Web
from generator.syndication.when import instant, span_of_days, stamp

_FOLD = 75
"""How many octets a line has at most, its end not counted."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_text(events: Sequence[RecordedEvent], web: Web, *, name: str, told: str) -> str:
    """Return events as an iCalendar object.

    A calendar knows days and moments and no doubt. So an event is in it only where its date, or both ends of
    it, are known to the day beyond doubt; a time without a zone is told as its day. How many are left out
    stands in X-EXPLAINER-LEFT-OUT and in the description.

    Args:
        events: The events in order of time.
        web: Where things stand.
        name: What the calendar is called.
        told: What to say of those that are left out, with {count} in it.

    Returns:
        The object; empty where no event can be in it, since an object without components is none.
    """
    blocks = [block for event in events if (block := _event(event, web))]
    if not blocks:
        return ""
    left = len(events) - len(blocks)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-explainer//timeline//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    if left:
        sentence = _text(told.format(count=left))
        lines += [f"DESCRIPTION:{sentence}", f"X-WR-CALDESC:{sentence}"]
    lines.append(f"X-EXPLAINER-LEFT-OUT:{left}")
    lines += [line for block in blocks for line in block]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(recorded: RecordedEvent, web: Web) -> list[str]:
    page, event = recorded.explainer, recorded.event
    span = _span(recorded)
    if not span:
        return []
    place = web.explainer(page, page.path, "event", event.id)
    sources = [source_title(page.sources[name]) for name in event.sources if name in page.sources]
    description = [words_of(event.text), "; ".join(sources), place if web.site_url else ""]
    identity = web.identifier(page, f"#event-{event.id}")
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}",
        f"DTSTAMP:{_moment(stamp(page))}",
        *span,
        f"SUMMARY:{_text(plain(event.title))}",
        *([f"DESCRIPTION:{_text(told)}"] if (told := "\n".join(part for part in description if part)) else []),
        *([f"URL:{place}"] if web.site_url else []),
        *([f"CATEGORIES:{','.join(_text(plain(topic)) for topic in page.topics)}"] if page.topics else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _span(recorded: RecordedEvent) -> list[str]:
    """Return when an event is: a moment, a day, or days, whose end a calendar names by the day after."""
    when = recorded.event.date
    if (moment := instant(when)) is not None:
        return [f"DTSTART:{_moment(moment)}"]
    days = span_of_days(when)
    if days is None:
        return []
    first, last = days
    after = [f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"] if last > first and last < date.max else []
    return [f"DTSTART;VALUE=DATE:{_day(first)}", *after] if last == first or after else []


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}T{moment.hour:02}{moment.minute:02}{moment.second:02}Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """Give the parts of a line that each have at most 75 octets; no character is cut."""
    part, size = "", 0
    for char in line:
        length = len(char.encode())
        if size + length > _FOLD:
            yield part
            part, size = " ", 1
        part, size = part + char, size + length
    yield part

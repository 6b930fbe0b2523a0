"""When: a date as machines take it, as far as they can say what is known."""

from datetime import UTC, date, datetime, time

from generator.model.edtf import BEGINNING, END, Edtf, Moment, Part, Precision, parse_edtf
from generator.model.explainer import Explainer

_UNKNOWN_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where a standard demands a moment and none is known."""


def iso_date(date_: Edtf | None) -> str:
    """Return a date in ISO 8601; empty where there is none, or where it would claim more than is known."""
    return (date_.html or "") if date_ is not None else ""


def iso_span(date_: Edtf) -> tuple[str, str]:
    """Return a date as its first and its last day in ISO 8601; the last is empty where it is no interval.

    Both are empty where either cannot be said.
    """
    if not date_.is_interval:
        return iso_date(date_), ""
    ends = [iso_date(parse_edtf(end.text)) if isinstance(end, Part) else "" for end in (date_.start, date_.end)]
    return (ends[0], ends[1]) if all(ends) else ("", "")


def moment_of(date_: Edtf | None) -> datetime | None:
    """Return the moment of a date that is known to the day: a time with its zone, or else midnight UTC.

    Atom and JSON Feed know no days (RFC 3339), and midnight UTC is what feeds say for one.
    """
    day = date_.day if date_ is not None else None
    if date_ is None or day is None:
        return None
    part = date_.start
    assert isinstance(part, Part)
    if part.precision is Precision.TIME and part.zone:
        return datetime.fromisoformat(f"{part.year:04}-{part.month:02}-{part.day:02}T{part.time}{part.zone}")
    return datetime.combine(day, time(), UTC)


def rfc3339(moment: datetime) -> str:
    """Return a moment in RFC 3339."""
    return moment.isoformat().replace("+00:00", "Z")


def changed_moment(page: Explainer) -> datetime | None:
    """Return the moment at which an explainer last changed; None where none of its dates is known to the day.

    A change that is known to the month or the year alone counts from its first day, so that readers of feeds see it.
    """
    changed = page.changed
    if changed is None or not any(map(moment_of, (page.published, page.updated))):
        return None
    year, month, day, _ = changed.earliest
    return moment_of(changed) or datetime(int(year), month, day, tzinfo=UTC)


def stamp(page: Explainer) -> datetime:
    """Return the moment at which an explainer last changed, in UTC; the beginning of 1970 where that is not known."""
    return (changed_moment(page) or _UNKNOWN_DAY).astimezone(UTC)


def bounds(date_: Edtf) -> tuple[str, str]:
    """Return the first and the last moment that a date may mean, in ISO 8601 with as many digits as a year has.

    Years are astronomical: 0000 is the year before 1. A side that is open is empty. A date that is known
    to the second is one, in UTC where its zone is known; all others are days.
    """
    part = date_.start
    zoned = isinstance(part, Part) and bool(part.zone)
    timed = isinstance(part, Part) and not date_.is_interval and part.precision is Precision.TIME
    ending = ("Z" if zoned else "") if timed else None
    return _bound(date_.earliest, ending, BEGINNING), _bound(date_.latest, ending, END)


def _bound(moment: Moment, ending: str | None, unknown: Moment) -> str:
    if moment == unknown:
        return ""
    year, month, day, second = moment
    sign = "-" if year < 0 else ""
    text = f"{sign}{abs(int(year)):04}-{month:02}-{day:02}"
    if ending is None:
        return text
    return f"{text}T{second // 3600:02}:{second % 3600 // 60:02}:{second % 60:02}{ending}"


def span_of_days(date_: Edtf) -> tuple[date, date] | None:
    """Return the first and the last day of a date whose ends are known to the day; None for all others."""
    ends = (date_.start, date_.end)
    days = [parse_edtf(end.text).day if isinstance(end, Part) else None for end in ends]
    return (days[0], days[1]) if days[0] is not None and days[1] is not None else None


def instant(date_: Edtf) -> datetime | None:
    """Return a time with its zone, in UTC; None for all other dates."""
    part = date_.start
    if date_.is_interval or date_.day is None or not isinstance(part, Part) or not part.zone:
        return None
    year, month, day, second = date_.earliest
    if not 0 < year < 10_000:
        return None
    return datetime(int(year), month, day, second // 3600, second % 3600 // 60, second % 60, tzinfo=UTC)

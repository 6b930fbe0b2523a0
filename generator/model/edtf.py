"""Dates that say how sure they are: EDTF (ISO 8601-2:2019), levels 0 and 1."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from generator.model.edtf_refusals import SLASHED, EdtfError, level_2, level_2_or, refusal

Moment = tuple[float, int, int, int]
"""Year, month, day and second of the day; the year may be infinite.

Times with a zone are in UTC; dates and local times are taken as if they were.
"""

BEGINNING: Moment = (float("-inf"), 1, 1, 0)
END: Moment = (float("inf"), 12, 31, 86_399)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of each season in the northern half of the world; months beyond 12 are next year's."""
HOUR, DAY = 3600, 86_400
EASTERNMOST, WESTERNMOST = 14 * HOUR, 12 * HOUR
"""How many seconds local time is at most ahead of UTC and behind it."""

_PART = re.compile(
    r"(?P<year>-?\d{4}|-?\d{2}XX|-?\d{3}X|Y-?[1-9]\d{4,17})"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX)"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)
_CUT_SHORT = re.compile(r"\d\d(-\d\d)?", re.ASCII)
_ENDS_IN_WORDS = {
    "unknown": "leave that side of '/' empty",
    "open": "write '..' there",
    "now": "write '..' there",
    "ongoing": "write '..' there",
    "present": "write '..' there",
}


class Precision(StrEnum):
    """To what a date is known."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


class Boundary(StrEnum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One date of level 0 or 1, alone or as the end of an interval.

    Args:
        text: As written.
        precision: To what it is known.
        year: Astronomical year; the first digits' own where the others are unspecified ("202X" is 2020).
        month: 1 to 12, None where not given or unspecified.
        day: 1 to 31, None where not given or unspecified.
        season: 21 (spring) to 24 (winter), None where there is none.
        time: Hour, minute and second as "HH:MM:SS"; empty where there is none.
        zone: "Z", "+HH:MM" or "-HH:MM", also where the minutes or the colon are not written; empty for local time.
        doubt: "?" where it is uncertain, "~" where it is approximate, "%" where it is both; else empty.
        unspecified: Whether a month or day is known to exist but not which ("XX").
        earliest: First moment that it may mean.
        latest: Last moment that it may mean.
    """

    text: str
    precision: Precision
    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    time: str = ""
    zone: str = ""
    doubt: str = ""
    unspecified: bool = False
    earliest: Moment
    latest: Moment

    @property
    def uncertain(self) -> bool:
        """Tell whether it is possible only."""
        return self.doubt in {"?", "%"}

    @property
    def approximate(self) -> bool:
        """Tell whether it is about then only."""
        return self.doubt in {"~", "%"}


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval of EDTF level 0 or 1.

    Args:
        start: The date, or where the interval begins.
        end: The same date, or where the interval ends.
        is_interval: Whether it is written as an interval, be it of one day.
    """

    start: Part | Boundary
    end: Part | Boundary
    is_interval: bool = False

    def __str__(self) -> str:
        if not self.is_interval:
            return _text(self.start)
        return f"{_text(self.start)}/{_text(self.end)}"

    @property
    def earliest(self) -> Moment:
        """Return the first moment that it may mean."""
        return self.start.earliest if isinstance(self.start, Part) else BEGINNING

    @property
    def latest(self) -> Moment:
        """Return the last moment that it may mean."""
        return self.end.latest if isinstance(self.end, Part) else END

    @property
    def sort_key(self) -> tuple[Moment, Moment]:
        """Return what dates are ordered by: the first moment, then the last; an unknown start counts as its end."""
        first = self.earliest
        if not isinstance(self.start, Part) and isinstance(self.end, Part):
            first = self.end.earliest
        return first, self.latest

    @property
    def html(self) -> str | None:
        """Return what the datetime attribute of HTML's time element may say, or None where it can say nothing true.

        HTML knows a year, a month, a day and a moment; it knows no doubt, no season and no interval.
        """
        part = self.start
        if self.is_interval or not isinstance(part, Part) or part.uncertain or part.approximate or part.unspecified:
            return None
        if part.precision not in {Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.TIME}:
            return None
        if not 0 < part.year < 10_000:
            return None
        return part.text[: len("YYYY-MM-DDThh:mm:ss")] + part.zone

    @property
    def day(self) -> date | None:
        """Return the day, if it is known to the day and beyond doubt."""
        part = self.start
        if self.is_interval or not isinstance(part, Part) or part.uncertain or part.approximate:
            return None
        if part.month is None or part.day is None or not 0 < part.year < 10_000:
            return None
        return date(part.year, part.month, part.day)

    def may_equal(self, other: "Edtf") -> bool:
        """Tell whether two dates can both be true of one event.

        Args:
            other: Another date.

        Returns:
            Whether the moments that they may mean overlap. "About" widens a date by one of its own unit, a time by
            a day; beside a time with a zone, a date or time without one may be that of any place on earth.
        """
        zoned, other_zoned = _is_zoned(self), _is_zoned(other)
        low, high = _widened(self, anywhere=other_zoned and not zoned)
        other_low, other_high = _widened(other, anywhere=zoned and not other_zoned)
        return low <= other_high and other_low <= high


def _text(end: Part | Boundary) -> str:
    return end.text if isinstance(end, Part) else end.value


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Edtf:
    """Parse a date.

    Args:
        text: A date such as "2025", "2025-03-15", "2025-03~", "202X", "2025-21" or "2025-03/..".

    Returns:
        The date.

    Raises:
        EdtfError: It is none; the message says what would be right.
    """
    plain = text.strip()
    if plain.count("/") != 1 or SLASHED.fullmatch(plain):
        part = _parse_part(plain)
        return Edtf(part, part)
    return _parse_interval(plain)


def _parse_interval(plain: str) -> Edtf:
    first, last = plain.split("/")
    if first != first.rstrip() or last != last.lstrip():
        raise EdtfError(f"'{plain}' has a space beside '/'", f"write {first.rstrip()}/{last.lstrip()}")
    if first[-1:].isdigit() and _PART.fullmatch(first) and _CUT_SHORT.fullmatch(last):
        raise EdtfError(f"'{plain}' cuts its end short", f"write {first}/{first[: -len(last)]}{last}")
    start, end = _parse_end(first), _parse_end(last)
    if not isinstance(start, Part) and not isinstance(end, Part):
        raise EdtfError(f"'{plain}' names no date on either side of '/'", "write at least one, such as 2025-04/..")
    if isinstance(start, Part) and isinstance(end, Part) and start.earliest > end.latest:
        raise EdtfError(f"'{plain}' ends before it begins", f"write {end.text}/{start.text} if they are swapped")
    return Edtf(start, end, is_interval=True)


def _parse_end(text: str) -> Part | Boundary:
    if text in {Boundary.OPEN, Boundary.UNKNOWN}:
        return Boundary(text)
    if help_text := _ENDS_IN_WORDS.get(text.lower()):
        raise EdtfError(f"'{text}' is no end of an interval", help_text)
    return _parse_part(text)


def _parse_part(text: str) -> Part:
    match = _PART.fullmatch(text)
    if not match:
        raise refusal(text)
    year_text, month_text, day_text = match["year"], match["month"], match["day"]
    mark = match["mark"] or ""
    if year_text.startswith("Y") and month_text:
        raise EdtfError(f"'{text}' is no date: a year after 'Y' stands alone", f"write {year_text}{mark}")
    if "X" in year_text and month_text:
        raise level_2(text, "an unspecified year before a month")
    if month_text == "XX" and day_text not in {None, "XX"}:
        raise level_2(text, "an unspecified month before a day")
    if year_text == "-0000":
        raise EdtfError(f"'{text}' is no date: there is no year -0000", "write 0000")
    year, precision, first, last = _year(year_text)
    if month_text is None:
        return Part(
            text=text,
            precision=precision,
            year=year,
            earliest=(first, 1, 1, 0),
            latest=(last, 12, 31, 86_399),
            doubt=mark,
        )
    if month_text != "XX" and int(month_text) in SEASONS:
        return _season(text, year, int(month_text), day_text, mark)
    month = None if month_text == "XX" else int(month_text)
    if month is not None and not 1 <= month <= 12:
        raise level_2_or(text, f"'{text}' is no date: there is no month {month_text}", "months go from 01 to 12")
    return _dated(text, match, year, month, mark)


def _year(text: str) -> tuple[int, Precision, int, int]:
    """Return the year, to what it is known, and the first and last year that it may mean."""
    unspecified = text.count("X")
    year = int(text.removeprefix("Y").replace("X", "0"))
    span = 10**unspecified - 1
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unspecified]
    return (year, precision, year - span, year) if text.startswith("-") else (year, precision, year, year + span)


def _season(text: str, year: int, season: int, day: str | None, mark: str) -> Part:
    if day is not None:
        raise EdtfError(f"'{text}' is no date: {season} is a season, and a season has no day {day}")
    first, last = SEASONS[season]
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return Part(
        text=text,
        precision=Precision.SEASON,
        year=year,
        season=season,
        earliest=(year, first, 1, 0),
        latest=(end_year, end_month, days_in_month(end_year, end_month), 86_399),
        doubt=mark,
    )


def _dated(text: str, match: re.Match[str], year: int, month: int | None, mark: str) -> Part:
    day_text = match["day"]
    low_month, high_month = (month, month) if month else (1, 12)
    if day_text in {None, "XX"} or month is None:
        return Part(
            text=text,
            precision=Precision.MONTH if month else Precision.YEAR,
            year=year,
            month=month,
            unspecified=month is None or day_text == "XX",
            earliest=(year, low_month, 1, 0),
            latest=(year, high_month, days_in_month(year, high_month), 86_399),
            doubt=mark,
        )
    day = int(day_text)
    if not 1 <= day <= days_in_month(year, month):
        name = f"{calendar.month_name[month]} {year}"
        raise EdtfError(f"'{text}' is no date: {name} has {days_in_month(year, month)} days")
    if not match["hour"]:
        return Part(
            text=text,
            precision=Precision.DAY,
            year=year,
            month=month,
            day=day,
            earliest=(year, month, day, 0),
            latest=(year, month, day, 86_399),
            doubt=mark,
        )
    return _timed(text, match, (year, month, day), mark)


def _timed(text: str, match: re.Match[str], day: tuple[int, int, int], mark: str) -> Part:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"])
    if hour > 23 or minute > 59 or second > 59:
        raise EdtfError(
            f"'{text}' is no date: there is no time {hour:02}:{minute:02}:{second:02}",
            "times go from 00:00:00 to 23:59:59",
        )
    zone = match["zone"] or ""
    offset = 0
    if zone not in {"", "Z"}:
        zone, offset = _offset(text, zone)
    moment = _later((*day, hour * HOUR + minute * 60 + second), -offset)
    return Part(
        text=text,
        precision=Precision.TIME,
        year=day[0],
        month=day[1],
        day=day[2],
        time=f"{hour:02}:{minute:02}:{second:02}",
        zone=zone,
        earliest=moment,
        latest=moment,
        doubt=mark,
    )


def _offset(text: str, zone: str) -> tuple[str, int]:
    """Return a time zone as "±HH:MM", and how many seconds it is ahead of UTC."""
    sign, hours, minutes = zone[0], zone[1:3], zone[3:].removeprefix(":") or "00"
    seconds = int(hours) * HOUR + int(minutes) * 60
    if int(minutes) > 59 or seconds > (WESTERNMOST if sign == "-" else EASTERNMOST):
        raise EdtfError(f"'{text}' is no date: there is no time zone {zone}", "zones go from -12:00 to +14:00")
    if sign == "-" and not seconds:
        raise EdtfError(f"'{text}' is no date: there is no time zone {zone}", "write Z or +00:00")
    return f"{sign}{hours}:{minutes}", -seconds if sign == "-" else seconds


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month of the proleptic Gregorian calendar has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _is_zoned(date: Edtf) -> bool:
    return any(isinstance(end, Part) and end.zone for end in (date.start, date.end))


def _widened(date: Edtf, *, anywhere: bool) -> tuple[Moment, Moment]:
    low, high = date.earliest, date.latest
    if isinstance(date.start, Part):
        low = _shifted(low, date.start.precision, -1) if date.start.approximate else low
        low = _later(low, -EASTERNMOST) if anywhere else low
    if isinstance(date.end, Part):
        high = _shifted(high, date.end.precision, 1) if date.end.approximate else high
        high = _later(high, WESTERNMOST) if anywhere else high
    return low, high


_YEARS = {Precision.CENTURY: 100, Precision.DECADE: 10, Precision.YEAR: 1}


def _shifted(moment: Moment, precision: Precision, by: int) -> Moment:
    """Return a bound moved by units of its precision; it stays the first or last moment of such a unit."""
    year, month, day, second = moment
    if years := _YEARS.get(precision):
        return year + by * years, month, day, second
    if precision in {Precision.DAY, Precision.TIME}:
        return _later(moment, by * DAY)
    months = month - 1 + by * (3 if precision is Precision.SEASON else 1)
    year, month = year + months // 12, months % 12 + 1
    return year, month, 1 if by < 0 else days_in_month(int(year), month), second


def _later(moment: Moment, seconds: int) -> Moment:
    """Return a moment of a finite year, later by up to a few days; Python's own calendar has no year before 1."""
    year, month, day, second = int(moment[0]), *moment[1:]
    days, second = divmod(second + seconds, DAY)
    day += days
    while day < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        day += days_in_month(year, month)
    while day > (length := days_in_month(year, month)):
        day -= length
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return year, month, day, second

"""Values of dates: what a date in prose means in EDTF, by its words, the dates before it or the day of publication."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.text.date_patterns import DatePatterns, DateRule

_SOON = timedelta(days=45)
"""How near ahead of publication a date without a year is more likely meant than the one a year before."""
_SUNDAY = 6
_CALENDAR = re.compile(r"(?!0000)(?:\d{4}|\d{3}X|\d\dXX)(?![\dX])")
"""How every date begins that lies between the years 1 and 9999."""


class Basis(StrEnum):
    """What a date's value rests on."""

    WRITTEN = "written"
    CONTEXT = "context"
    PUBLISHED = "published"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """What a date means.

    Args:
        date: EDTF of level 0 or 1; empty where it cannot be told.
        basis: What that rests on.
        reason: How it was found, or what is missing, in words.
    """

    date: str
    basis: Basis
    reason: str


@dataclass(slots=True)
class DateContext:
    """What dates resolve against, as far as a text has been read.

    Args:
        patterns: How the text's language writes dates.
        published: Day of publication; None where it is not known.
        future: Whether the clause at hand speaks of the time to come.
        past: Whether a verb at hand speaks of what has been.
        paragraph: Number of the paragraph at hand.
        year_ahead: Year of the date that ends the range which the date at hand begins; None where it begins none.
    """

    patterns: DatePatterns
    published: date | None
    future: bool = False
    past: bool = False
    paragraph: int = 0
    year_ahead: int | None = None
    _year: int | None = None
    _month: int | None = None
    _told_in: int = -9

    @property
    def told_year(self) -> int | None:
        """Return the year that the text around speaks of, if it is long past or nothing else is known."""
        if self.published is None:
            return self._year
        near = self._year is not None and self.paragraph - self._told_in <= 1
        return self._year if near and self._year is not None and self._year < self.published.year - 1 else None

    @property
    def told_month(self) -> tuple[int, int] | None:
        """Return the year and month of the last date that names them."""
        return (self._year, self._month) if self._year is not None and self._month is not None else None

    @property
    def last_year(self) -> int | None:
        """Return the year of the last date that names one."""
        return self._year

    def remember(self, value: DateValue) -> None:
        """Take in a date that says when something happened, for those behind it."""
        year = re.match(r"(\d{4})(?:-(\d\d))?", value.date)
        if year and value.basis is not Basis.PUBLISHED:
            self._year, self._month, self._told_in = int(year[1]), int(year[2] or 0) or None, self.paragraph


Groups = Mapping[str, str | None]
_NEEDS_PUBLISHED = DateValue(date="", basis=Basis.NOTHING, reason="needs the day of publication (`published`)")
_OUTSIDE = DateValue(date="", basis=Basis.NOTHING, reason="lies outside the calendar")


def resolve_date(rule: DateRule, match: re.Match[str], context: DateContext) -> DateValue:
    """Tell what a date means.

    Args:
        rule: Which rule of the language's patterns it follows.
        match: The match of that pattern.
        context: What it resolves against.

    Returns:
        Its value, or why it has none.
    """
    value = _resolved(rule, match, context)
    return value if not value.date or _CALENDAR.match(value.date) else _OUTSIDE


def _resolved(rule: DateRule, match: re.Match[str], context: DateContext) -> DateValue:
    groups = match.groupdict()
    if rule in _WRITTEN:
        return _WRITTEN[rule](groups, context)
    if context.published is None:
        return _NEEDS_PUBLISHED
    value = _relative(rule, groups, context, context.published)
    if not value:
        return _OUTSIDE
    reason = f"counted from the day of publication, {context.published}"
    return DateValue(date=value, basis=Basis.PUBLISHED, reason=reason)


def _written(value: str, reason: str = "written in full") -> DateValue:
    return DateValue(date=value, basis=Basis.WRITTEN, reason=reason) if value else _OUTSIDE


def _told(value: str, reason: str) -> DateValue:
    return DateValue(date=value, basis=Basis.CONTEXT, reason=reason) if value else _OUTSIDE


def _year(groups: Groups, _: DateContext) -> DateValue:
    return _written(str(groups["year"]))


def _century(groups: Groups, context: DateContext) -> DateValue:
    number = groups.get("century_number")
    count = int(number) if number else context.patterns.ordinals[str(groups["ordinal"]).lower()]
    return _written(f"{count - 1:02d}XX" if count else "", "a century")


def _season_of_year(groups: Groups, context: DateContext) -> DateValue:
    return _written(f"{groups['year']}-{context.patterns.seasons[str(groups['season']).lower()]}")


def _decade(groups: Groups, context: DateContext) -> DateValue:
    if groups.get("decade"):
        return _written(f"{str(groups['decade'])[:3]}X", "a decade")
    tens = int(str(groups["short_decade"])) // 10
    latest = context.published.year if context.published else context.last_year or 1999
    century = latest // 100 if latest % 100 // 10 >= tens else latest // 100 - 1
    return _told(f"{century:02d}{tens}X", f"the last such decade before {latest}")


def _short_year(groups: Groups, context: DateContext) -> DateValue:
    two = int(str(groups["short_year"]))
    latest = context.published.year if context.published else context.last_year
    if latest is None:
        return _NEEDS_PUBLISHED
    century = latest // 100 if two <= latest % 100 + 1 else latest // 100 - 1
    return _told(f"{century * 100 + two:04d}", f"the last year before {latest} that ends so")


def _calendar_date(groups: Groups, context: DateContext) -> DateValue:
    if groups.get("iso"):
        return _written(_checked(str(groups["iso"])))
    month = (
        int(str(groups["month_number"]))
        if groups.get("month_number")
        else context.patterns.months[str(groups["month"]).lower().rstrip(".")]
    )
    day = int(str(groups["day"])) if groups.get("day") else None
    last = int(str(groups["last_day"])) if groups.get("last_day") else None
    if groups.get("year"):
        return _written(_month_day(int(str(groups["year"])), month, day, last))
    weekday = context.patterns.weekdays.get((groups.get("weekday") or "").lower().rstrip("."))
    if context.year_ahead is not None:
        return _written(_month_day(context.year_ahead, month, day, last), "the year is that of the range's end")
    told = context.told_year
    if told is not None and (weekday is None or day is None or _weekday_of(told, month, day) == weekday):
        return _told(_month_day(told, month, day, last), f"the year is that of the date before, {told}")
    if context.published is None:
        return DateValue(date="", basis=Basis.NOTHING, reason=f"the year is not written: {_NEEDS_PUBLISHED.reason}")
    published = context.published
    future = context.future or (not context.past and _is_soon(month, day, published))
    year = published.year
    if future and (month, day or 31) < (published.month, published.day):
        year += 1
    elif not future and (month, day or 1) > (published.month, published.day):
        year -= 1
    if weekday is not None and day is not None:
        year = next((y for y in (year, year - 1, year + 1) if _weekday_of(y, month, day) == weekday), year)
    value = _month_day(year, month, day, last)
    side = "first such date after" if future else "last such date before"
    reason = f"the year is not written: the {side} the day of publication, {published}"
    return DateValue(date=value, basis=Basis.PUBLISHED, reason=reason) if value else _OUTSIDE


def _is_soon(month: int, day: int | None, published: date) -> bool:
    """Tell whether a date without a year lies shortly ahead of publication."""
    for year in (published.year, published.year + 1):
        if (value := _month_day(year, month, day or 1, None)) and published < date.fromisoformat(value):
            return date.fromisoformat(value) <= published + _SOON
    return False


def _weekday_of(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _month_day(year: int, month: int, day: int | None, last: int | None) -> str:
    if day is None:
        return f"{year:04d}-{month:02d}"
    first = _checked(f"{year:04d}-{month:02d}-{day:02d}")
    if last is None or not first or last <= day:
        return first
    end = _checked(f"{year:04d}-{month:02d}-{last:02d}")
    return f"{first}/{end}" if end else ""


def _checked(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        return ""
    return value


def _later(groups: Groups, context: DateContext) -> DateValue:
    count = _number(groups.get("number"), context)
    unit = context.patterns.units[str(groups["unit"]).lower()]
    if unit == "year" and context.last_year is not None:
        value = context.last_year + count
        return _told(f"{value:04d}" if value < 10_000 else "", f"counted from {context.last_year}, the date before")
    if unit == "month" and context.told_month is not None:
        year, month = context.told_month
        return _told(_add_months(year, month, count), f"counted from {year:04d}-{month:02d}, the date before")
    return DateValue(date="", basis=Basis.NOTHING, reason="no date that is known closely enough stands before it")


def _number(word: str | None, context: DateContext) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else context.patterns.numbers[word.lower()]


def _add_months(year: int, month: int, count: int) -> str:
    months = year * 12 + month - 1 + count
    return f"{months // 12:04d}-{months % 12 + 1:02d}" if 0 < months // 12 < 10_000 else ""


_DAYS_FROM_PUBLICATION = {
    DateRule.TODAY: 0,
    DateRule.PUBLICATION: 0,
    DateRule.YESTERDAY: -1,
    DateRule.TOMORROW: 1,
    DateRule.DAY_BEFORE_YESTERDAY: -2,
    DateRule.DAY_AFTER_TOMORROW: 2,
}
_STEPS = {
    DateRule.LAST_UNIT: -1,
    DateRule.LAST_SEASON: -1,
    DateRule.LAST_MONTH: -1,
    DateRule.THIS_UNIT: 0,
    DateRule.THIS_SEASON: 0,
    DateRule.THIS_MONTH: 0,
    DateRule.NEXT_UNIT: 1,
    DateRule.NEXT_SEASON: 1,
    DateRule.NEXT_MONTH: 1,
}


def _relative(rule: DateRule, groups: Groups, context: DateContext, published: date) -> str:
    patterns = context.patterns
    try:
        if rule in _DAYS_FROM_PUBLICATION:
            return str(published + timedelta(days=_DAYS_FROM_PUBLICATION[rule]))
        if groups.get("weekday"):
            weekday = patterns.weekdays[str(groups["weekday"]).lower().rstrip(".")]
            return str(_weekday(rule, weekday, context, published))
        if rule is DateRule.YEAR_END:
            return f"{published.year:04d}-12-31"
        if rule is DateRule.AGO:
            unit = patterns.units[str(groups["unit"]).lower()]
            return _unit_away(unit, -_number(groups.get("number"), context), published)
        if groups.get("unit"):
            return _whole_unit(patterns.units[str(groups["unit"]).lower()], _STEPS[rule], published)
        if groups.get("season"):
            return _season(patterns.seasons[str(groups["season"]).lower()], _STEPS[rule], published)
        month = patterns.months[str(groups["month"]).lower().rstrip(".")]
        return f"{_year_of_month(month, _STEPS[rule], published):04d}-{month:02d}"
    except (OverflowError, ValueError):
        return ""


def _weekday(rule: DateRule, weekday: int, context: DateContext, published: date) -> date:
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if rule is DateRule.LAST_WEEKDAY:
        return published - timedelta(days=back or 7)
    if rule is DateRule.NEXT_WEEKDAY:
        return published + timedelta(days=ahead or 7)
    return published + timedelta(days=ahead) if context.future else published - timedelta(days=back)


def _year_of_month(month: int, step: int, published: date) -> int:
    if step < 0:
        return published.year if month < published.month else published.year - 1
    if step > 0:
        return published.year if month > published.month else published.year + 1
    return published.year


def _season(season: int, step: int, published: date) -> str:
    first_month = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    return f"{_year_of_month(first_month, step, published):04d}-{season}"


def _unit_away(unit: str, count: int, published: date) -> str:
    """Return the day, month, year or decade so many units away, no closer than the unit tells."""
    if unit in {"day", "week"}:
        day = published + timedelta(days=count * (7 if unit == "week" else 1))
        return str(day) if unit == "day" else f"{day}~"
    if unit == "month":
        return _add_months(published.year, published.month, count)
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    year = published.year + years
    if not 0 < year < 10_000:
        return ""
    return f"{year:04d}" if unit == "year" else f"{year:04d}~"


def _whole_unit(unit: str, step: int, published: date) -> str:
    if unit == "day":
        return str(published + timedelta(days=step))
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
        return f"{monday}/{monday + timedelta(days=_SUNDAY)}"
    if unit == "month":
        return _add_months(published.year, published.month, step)
    if unit == "year":
        return f"{published.year + step:04d}"
    if unit == "decade":
        return f"{(published.year // 10 + step):03d}X"
    return f"{(published.year // 100 + step):02d}XX"


_WRITTEN: Mapping[DateRule, Callable[[Groups, DateContext], DateValue]] = {
    DateRule.DAY: _calendar_date,
    DateRule.DAYS: _calendar_date,
    DateRule.MONTH: _calendar_date,
    DateRule.PART_OF_MONTH: _calendar_date,
    DateRule.NUMERIC_DAY: _calendar_date,
    DateRule.YEAR: _year,
    DateRule.SHORT_YEAR: _short_year,
    DateRule.DECADE: _decade,
    DateRule.CENTURY: _century,
    DateRule.SEASON: _season_of_year,
    DateRule.LATER: _later,
}

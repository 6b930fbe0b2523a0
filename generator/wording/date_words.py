"""Dates in words: what a reader sees of a date, in the page's language."""

import tomllib
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_time,
    get_date_format,
    get_datetime_format,
)
from babel.numbers import format_decimal

from generator.model.edtf import Boundary, Edtf, Part, Precision

DEFAULT = "en"
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_INTERVALS = {Precision.YEAR: "y", Precision.MONTH: "yMMMM", Precision.DAY: "yMMMd"}
"""CLDR skeletons of intervals; CLDR shortens the months of days."""
_FIRST_NAMED_DECADE = 1000
"""Before it, "the 990s" and "the 10s" could be read as something else."""
_APPROXIMATE = frozenset("~%")
"""Marks of what is only about right; EDTF has no times without seconds, which say nothing there."""
_STAND_IN = 2000
"""A leap year that Python's calendar knows, for years that it does not know."""


def date_words(value: Edtf, language: str) -> str:
    """Say a date in words, with all its doubt and without symbols.

    Args:
        value: The date or interval.
        language: BCP 47 tag. Babel gives the names and the order of day, month and year; the words
            around them are English where the language has none in `data/date_words.toml`.

    Returns:
        The words, such as "around March 2025".
    """
    locale = _locale(language)
    phrases = _phrases(locale.language)
    start, end = value.start, value.end
    if not value.is_interval and isinstance(start, Part):
        return _part(start, locale, phrases)
    if isinstance(start, Part) and isinstance(end, Part):
        return _between(start, end, locale, phrases)
    if isinstance(start, Part):
        name, known = ("since" if end is Boundary.OPEN else "end_unknown"), start
    else:
        assert isinstance(end, Part)
        name, known = ("until" if start is Boundary.OPEN else "start_unknown"), end
    form = "worded" if known.doubt else _form(known)
    return _phrase(phrases, name, form).format(date=_part(known, locale, phrases))


def _between(start: Part, end: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    worded = any(part.doubt or _form(part) == "worded" for part in (start, end))
    skeleton = _INTERVALS.get(start.precision) if start.precision is end.precision else None
    if skeleton and not worded and all(0 < part.year < 10_000 for part in (start, end)):
        return _interval(start, end, skeleton, locale)
    words = {"start": _part(start, locale, phrases), "end": _part(end, locale, phrases)}
    return _phrase(phrases, "from_to", "worded" if worded else "").format(**words)


def _interval(start: Part, end: Part, skeleton: str, locale: Locale) -> str:
    first, last = (date(part.year, part.month or 1, part.day or 1) for part in (start, end))
    return format_interval(first, last, skeleton, fuzzy=True, locale=locale)


def _part(part: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    words = _plain(part, locale, phrases)
    if not part.doubt:
        return words
    name = {"~": "around", "?": "possibly", "%": "possibly_around"}[part.doubt]
    return _phrase(phrases, name, _form(part)).format(date=words)


def _form(part: Part) -> str:
    """Return which form of a phrase a date needs, since its words may be more than a bare date."""
    if part.unspecified or part.precision in {Precision.SEASON, Precision.DECADE, Precision.CENTURY}:
        return "worded"
    return "day" if part.precision in {Precision.DAY, Precision.TIME} else ""


def _phrase(phrases: Mapping[str, str], name: str, form: str) -> str:
    return phrases.get(f"{name}_{form}", phrases[name])


def _plain(part: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    year = _year(part.year, phrases)
    if part.season:
        return phrases[_SEASONS[part.season]].format(year=year)
    if part.precision is Precision.DECADE and part.year >= _FIRST_NAMED_DECADE:
        return phrases["decade"].format(year=year)
    if part.precision in {Precision.DECADE, Precision.CENTURY}:
        first, last = (_year(int(moment[0]), phrases) for moment in (part.earliest, part.latest))
        return phrases["years"].format(first=first, last=last)
    if part.month is None:
        return phrases["some_time_in"].format(date=year) if part.unspecified else year
    if part.day is None:
        month = _in_year(part, format_skeleton("yMMMM", _day(part), locale=locale), locale, phrases)
        return phrases["a_day_in"].format(date=month) if part.unspecified else month
    pattern = str(get_date_format("long", locale))
    if part.day == 1 and "first_day" in phrases:
        pattern = pattern.replace("d", phrases["first_day"])
    day = _in_year(part, format_date(_day(part), pattern, locale), locale, phrases)
    return _with_time(part, day, locale) if part.time else day


def _year(year: int, phrases: Mapping[str, str]) -> str:
    """Return a year; astronomical year 0 is 1 BC."""
    return str(year) if year > 0 else phrases["before_christ"].format(year=1 - year)


def _day(part: Part) -> date:
    return date(part.year if 0 < part.year < 10_000 else _STAND_IN, part.month or 1, part.day or 1)


def _in_year(part: Part, words: str, locale: Locale, phrases: Mapping[str, str]) -> str:
    """Put the year of a date in the place of the one that stood in for it."""
    if 0 < part.year < 10_000:
        return words
    return words.replace(format_decimal(_STAND_IN, "0", locale), _year(part.year, phrases))


def _with_time(part: Part, day: str, locale: Locale) -> str:
    clock = time.fromisoformat(part.time)
    roughly = part.doubt in _APPROXIMATE and clock.second == 0
    words = format_time(clock, "short" if roughly else "medium", locale=locale)
    zone = {"": "", "Z": " UTC"}.get(part.zone, f" UTC{part.zone}")
    # CLDR quotes literal words in its patterns; the day and the time may have apostrophes of their own.
    joined = str(get_datetime_format("long", locale)).replace("'", "")
    return joined.format(f"{words}{zone}", day)


@lru_cache
def _locale(language: str) -> Locale:
    tag = language.replace("_", "-")
    for known in (tag, tag.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(known, sep="-")
        except (ValueError, UnknownLocaleError, TypeError):
            continue
    return Locale(DEFAULT)


@lru_cache
def _phrases(language: str) -> Mapping[str, str]:
    data: dict[str, dict[str, str]] = tomllib.loads(
        (files("generator") / "data" / "date_words.toml").read_text("utf-8")
    )
    return data.get(language) or data[DEFAULT]

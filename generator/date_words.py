"""Dates in words: what a reader sees of a date, in the page's language."""

import tomllib
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time, get_datetime_format
from babel.numbers import format_decimal

from generator.edtf import Boundary, Edtf, Part, Precision

DEFAULT = "en"
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_TO_THE_DAY = frozenset({Precision.DAY, Precision.TIME})
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
    return _phrase(phrases, name, known).format(date=_part(known, locale, phrases))


def _between(start: Part, end: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    plain = all(not part.doubt and not part.unspecified and 0 < part.year < 10_000 for part in (start, end))
    if plain and start.precision is end.precision is Precision.MONTH:
        return _interval(start, end, "yMMMM", locale)
    if plain and start.precision is end.precision is Precision.DAY:
        return _interval(start, end, "yMMMd", locale)
    words = {"start": _part(start, locale, phrases), "end": _part(end, locale, phrases)}
    coarser = min(start, end, key=lambda part: part.precision in _TO_THE_DAY)
    return _phrase(phrases, "from_to", coarser).format(**words)


def _interval(start: Part, end: Part, skeleton: str, locale: Locale) -> str:
    first, last = (date(part.year, part.month or 1, part.day or 1) for part in (start, end))
    return format_interval(first, last, skeleton, fuzzy=True, locale=locale)


def _part(part: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    words = _plain(part, locale, phrases)
    if not part.doubt:
        return words
    name = {"~": "around", "?": "possibly", "%": "possibly_around"}[part.doubt]
    return _phrase(phrases, name, part).format(date=words)


def _phrase(phrases: Mapping[str, str], name: str, part: Part) -> str:
    exact = part.precision in _TO_THE_DAY
    return phrases.get(f"{name}_day", phrases[name]) if exact else phrases[name]


def _plain(part: Part, locale: Locale, phrases: Mapping[str, str]) -> str:
    year = _year(part.year, phrases)
    if part.season:
        return phrases[_SEASONS[part.season]].format(year=year)
    if part.precision is Precision.DECADE:
        return phrases["decade"].format(year=year)
    if part.precision is Precision.CENTURY:
        return phrases["century"].format(first=year, last=_year(part.year + 99, phrases))
    if part.month is None:
        return phrases["some_time_in"].format(date=year) if part.unspecified else year
    month = _dated(part, "yMMMM", locale, phrases)
    if part.day is None:
        return phrases["a_day_in"].format(date=month) if part.unspecified else month
    day = _dated(part, "", locale, phrases)
    return _with_time(part, day, locale) if part.time else day


def _year(year: int, phrases: Mapping[str, str]) -> str:
    """Return a year; astronomical year 0 is 1 BC."""
    return str(year) if year > 0 else phrases["before_christ"].format(year=1 - year)


def _dated(part: Part, skeleton: str, locale: Locale, phrases: Mapping[str, str]) -> str:
    known = 0 < part.year < 10_000
    day = date(part.year if known else _STAND_IN, part.month or 1, part.day or 1)
    words = format_skeleton(skeleton, day, locale=locale) if skeleton else format_date(day, "long", locale)
    if known:
        return words
    stand_in = format_decimal(_STAND_IN, "0", locale)
    return words.replace(stand_in, _year(part.year, phrases))


def _with_time(part: Part, day: str, locale: Locale) -> str:
    clock = time.fromisoformat(part.time)
    words = format_time(clock, "short" if clock.second == 0 else "medium", locale=locale)
    zone = {"": "", "Z": " UTC"}.get(part.zone, f" UTC{part.zone}")
    joined = str(get_datetime_format("long", locale))
    return joined.format(f"{words}{zone}", day).replace("'", "")


@lru_cache
def _locale(language: str) -> Locale:
    for tag in (language, language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError, TypeError):
            continue
    return Locale(DEFAULT)


@lru_cache
def _phrases(language: str) -> Mapping[str, str]:
    data: dict[str, dict[str, str]] = tomllib.loads(
        (files("generator") / "data" / "date_words.toml").read_text("utf-8")
    )
    return data.get(language) or data[DEFAULT]

"""Date patterns: how the prose of a language writes dates, compiled from its data file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.text.language import language_data

_NAME = re.compile(r"\{(\w+)\}")
_LOOKBEHIND = re.compile(r"\(\?<=[^()]*\)")
_ALTERNATIVES = re.compile(r"\(\?:([^()]*)\)\??")
_NUMERIC = {
    "day": r"[12]\d|3[01]|0?[1-9]",
    "last_day": r"[12]\d|3[01]|0?[1-9]",
    "month_number": r"1[0-2]|0?[1-9]",
    "year": r"1\d{3}|20\d\d",
    "short_year": r"\d\d",
    "decade": r"1\d\d0|20\d0",
    "short_decade": r"\d0",
    "century_number": r"[12]?\d",
    "iso": r"\d{4}-\d\d-\d\d",
}
_DIGITS = "0123456789"


class DateRule(StrEnum):
    """What a pattern means; each is a key of a language's table of patterns."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    PART_OF_MONTH = "part_of_month"
    YEAR = "year"
    SHORT_YEAR = "short_year"
    DECADE = "decade"
    CENTURY = "century"
    SEASON = "season"
    LAST_SEASON = "last_season"
    THIS_SEASON = "this_season"
    NEXT_SEASON = "next_season"
    NUMERIC_DAY = "numeric_day"
    WEEKDAY = "weekday"
    LAST_WEEKDAY = "last_weekday"
    NEXT_WEEKDAY = "next_weekday"
    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    DAY_BEFORE_YESTERDAY = "day_before_yesterday"
    DAY_AFTER_TOMORROW = "day_after_tomorrow"
    AGO = "ago"
    LATER = "later"
    LAST_UNIT = "last_unit"
    THIS_UNIT = "this_unit"
    NEXT_UNIT = "next_unit"
    LAST_MONTH = "last_month"
    THIS_MONTH = "this_month"
    NEXT_MONTH = "next_month"
    YEAR_END = "year_end"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePatterns:
    """How one language writes dates.

    Args:
        starting: Rules with their regular expressions, by the word in lower case, or the digit, that a date may
            begin with.
        months: Number of each month, 1 to 12, by its forms in lower case.
        weekdays: Number of each weekday, 0 (Monday) to 6, by its forms in lower case.
        seasons: EDTF number of each season, 21 (spring) to 24, by its forms in lower case.
        numbers: Value of each number word, in lower case.
        ordinals: Value of each ordinal, in lower case.
        units: Name of each unit of time ("month") by its forms in lower case.
        unsure: Words, as printed, that are a date only behind certain words.
        sure_behind: Those words.
        telling_behind: Words behind which a year tells when the text around it happens, as "in" does and "of" does not.
        open_behind: Words behind which a date begins or ends what lasts, and dates no event.
        ranges: What may stand between the ends of a range.
        about: What stands before a date that is about right only.
        counted_behind: Words behind which four digits are no year.
        counted_before: Words before which they are none.
        future: What tells that a sentence speaks of the time to come.
        past: Verbs that tell that a sentence speaks of what has been.
        addresses: What stands behind the number of a house; None where a language's data tell nothing.
        clauses: What begins another clause between such a word and a date.
        repeated_behind: Words behind which a weekday is none in particular.
        repeated_before: Endings before which "today" is no day in particular.
    """

    starting: Mapping[str, tuple[tuple[DateRule, str], ...]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    unsure: frozenset[str]
    sure_behind: frozenset[str]
    telling_behind: frozenset[str]
    open_behind: frozenset[str]
    ranges: frozenset[str]
    about: re.Pattern[str]
    counted_behind: frozenset[str]
    counted_before: frozenset[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    addresses: re.Pattern[str] | None
    clauses: re.Pattern[str]
    repeated_behind: frozenset[str]
    repeated_before: tuple[str, ...]


@lru_cache(maxsize=1024)
def compiled(expression: str) -> re.Pattern[str]:
    """Compile one of the regular expressions of date patterns; most articles need few of them."""
    return re.compile(expression, re.IGNORECASE)


@lru_cache
def read_date_patterns(tag: str) -> DatePatterns:
    """Compile a language's date patterns.

    Args:
        tag: BCP 47 tag; English stands in where there are no data.

    Returns:
        The patterns.
    """
    data = language_data(tag)[1]["dates"]
    words = {
        "month": _numbered(data["months"], 1),
        "weekday": _numbered(data["weekdays"], 0),
        "season": _numbered(data["seasons"], 21),
        "number": _numbered(data["numbers"], 1),
        "ordinal": _numbered(data["ordinals"], 1),
        "unit": {form.lower(): unit for unit, forms in data["units"].items() for form in forms.split()},
        "day_part": dict.fromkeys(data["day_part"].split(), 0),
    }
    printed = {"month": data["months"], "weekday": data["weekdays"]}
    starting: dict[str, list[tuple[DateRule, str]]] = {}
    for rule, templates in data["patterns"].items():
        for template in templates:
            expression = _expression(template, words, printed)
            for start in _starts(template, words):
                starting.setdefault(start, []).append((DateRule(rule), expression))
    return DatePatterns(
        starting={word: tuple(found) for word, found in starting.items()},
        months=words["month"],
        weekdays=words["weekday"],
        seasons=words["season"],
        numbers=words["number"],
        ordinals=words["ordinal"],
        units=words["unit"],
        unsure=frozenset(data["unsure"].split()),
        sure_behind=frozenset(data["sure_behind"].split()),
        telling_behind=frozenset(data["telling_behind"].split()),
        open_behind=frozenset(data["open_behind"].split()),
        ranges=frozenset(data["ranges"].split()),
        about=re.compile(rf"(?:^|\s|\()(?:{_either(data['about'])})\s+$", re.IGNORECASE),
        counted_behind=frozenset(data["counted_behind"].split()),
        counted_before=frozenset(data["counted_before"].split()),
        future=re.compile(rf"(?<!\w)(?:{'|'.join(data['future'])})(?!\w)", re.IGNORECASE),
        past=re.compile(rf"(?<!\w)(?:{'|'.join(data['past'])})(?!\w)", re.IGNORECASE),
        addresses=re.compile(data["addresses"]) if data["addresses"] else None,
        clauses=re.compile(rf"[;:.—]|(?<!\w)(?:{_either(data['clauses'].split())})(?!\w)", re.IGNORECASE),
        repeated_behind=frozenset(data["repeated_behind"].split()),
        repeated_before=tuple(data["repeated_before"]),
    )


def _numbered(rows: list[str], first: int) -> dict[str, int]:
    return {form.lower(): number for number, row in enumerate(rows, first) for form in row.split()}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _names(rows: list[str]) -> str:
    """Return an expression for names: in full, or short and perhaps with a full stop; as printed or in capitals."""
    full = [row.split()[0] for row in rows]
    short = [form for row in rows for form in row.split()[1:]]
    either = [
        _either([*forms, *map(str.upper, forms), *map(str.capitalize, forms)]) for forms in (full, short) if forms
    ]
    return "|".join([either[0], *(rf"(?:{forms})(?!\w)\.?" for forms in either[1:])])


def _expression(template: str, words: Mapping[str, Mapping[str, object]], printed: Mapping[str, list[str]]) -> str:
    def group(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in _NUMERIC:
            return f"(?P<{name}>{_NUMERIC[name]})"
        if name in printed:
            return f"(?P<{name}>(?-i:{_names(printed[name])}))"
        digits = r"|\d{1,3}" if name == "number" else ""
        return f"(?P<{name}>{_either(list(words[name]))}{digits})"

    spaced = template.replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    return _NAME.sub(group, spaced) + r"(?!\w)(?<!\s)"


def _starts(template: str, words: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    """Return the words or digits with which a pattern may begin."""
    template = _LOOKBEHIND.sub("", template)
    if name := _NAME.match(template):
        if name[1] in _NUMERIC:
            return frozenset(_DIGITS)
        forms = {form.split("-", 1)[0] for form in words[name[1]]}
        if name[1] == "number":
            forms |= set(_DIGITS)
        return frozenset(form[0] if form[0].isdigit() else form for form in forms)
    if alternatives := _ALTERNATIVES.match(template):
        return frozenset(start for option in alternatives[1].split("|") for start in _starts(option, words))
    if template.startswith("["):
        return frozenset(template[1 : template.index("]")])
    return frozenset({re.split(r"[^\w]", template, maxsplit=1)[0].lower()})

"""Refusals: why a text is no date, and what its author most likely meant."""

import calendar
import re

from generator.model.errors import ExplainerError

_LEVEL_2 = (
    (re.compile(r"[{}\[\]]"), "sets of dates"),
    (re.compile(r"Y-?\d+E\d+|\dE\d"), "exponential years"),
    (re.compile(r"\dS\d"), "significant digits"),
    (
        re.compile(r"-?\d{4}-(?:2[5-9]|3\d|4[01])\b"),
        "seasons beyond spring, summer, autumn and winter (21 to 24)",
    ),
    (re.compile(r"[?~%]\d|[?~%]-"), "a qualifier on one part of a date"),
    (re.compile(r"X"), "unspecified digits other than the last of a year, a month or a day"),
)
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
"""A day as Americans and the British write it, which is no interval."""
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_LOOSE = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_LOOSE_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:[0-5]\d)(:[0-5]\d)?\s?(Z|[+-]\d{2}:?\d{2})?")
_WORDED = re.compile(r"[^\W\d_]{3,}")
_FORMS = "one such as 2025, 2025-03, 2025-03-15, 2025-03~, 202X or 2025-03/2025-04"
_DATE = r"(\d{4}(?:-\d\d){0,2})"
_REWRITES = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), right)
    for pattern, right in (
        (rf"(?:circa|ca\.?|c\.?|about|around)\s?{_DATE}", r"\1~"),
        (rf"(?:possibly|perhaps)\s?{_DATE}", r"\1?"),
        (rf"since {_DATE}", r"\1/.."),
        (rf"until {_DATE}", r"../\1"),
        (rf"{_DATE}(?: to |\s?[–—]\s?| - |\.\.){_DATE}", r"\1/\2"),
        (r"(?:the )?(\d{3})0['’]?s", r"\1X"),
        (r"spring,? (?:of )?(\d{4})", r"\1-21"),
        (r"summer,? (?:of )?(\d{4})", r"\1-22"),
        (r"(?:autumn|fall),? (?:of )?(\d{4})", r"\1-23"),
        (r"winter,? (?:of )?(\d{4})", r"\1-24"),
        (r"(?:ad )?(\d{4})(?: ad| ce)?", r"\1"),
        (r"Y0*(\d{4})", r"\1"),
    )
)
"""Ways in which people write a date, and what EDTF writes for them."""
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
_NAMED_MONTH = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.?,?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?,?)? (?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_BEFORE_CHRIST = re.compile(r"(\d{1,4}) ?(?:BCE?|B\.C\.)", re.ASCII)


class EdtfError(ExplainerError):
    """The text is no date of EDTF level 0 or 1; the message says why, and `help` what would be right.

    Args:
        message: What is wrong.
        help_text: What would be right.
    """

    def __init__(self, message: str, help_text: str = "") -> None:
        super().__init__(message)
        self.help = help_text


def refusal(text: str) -> EdtfError:
    """Return why a text is no date of level 0 or 1, with the form that would be right."""
    if not text:
        return EdtfError("there is no date here", "write one such as 2025, 2025-03 or 2025-03-15")
    if right := _rewritten(text):
        return EdtfError(f"'{text}' is no date of EDTF", f"write {right}")
    if match := _LOOSE_TIME.fullmatch(text):
        seconds = match[3] or ":00"
        return EdtfError(
            f"'{text}' is no date of EDTF", f"write {match[1]}T{match[2].zfill(5)}{seconds}{match[4] or ''}"
        )
    if match := SLASHED.fullmatch(text):
        one, two = (_day(match[3], int(match[i]), match[j]) for i, j in ((1, 2), (2, 1)))
        if one and two and one != two:
            return EdtfError(f"'{text}' is no date of EDTF, and may mean two days", f"write {one} or {two}")
        return _refused(text, one or two)
    if match := _DOTTED.fullmatch(text):
        return _refused(text, _day(match[3], int(match[2]), match[1]))
    if match := _LOOSE.fullmatch(text):
        month = int(match[2])
        whole = _day(match[1], month, match[3]) if match[3] else f"{match[1]}-{month:02}" if 0 < month < 13 else ""
        return _refused(text, whole)
    if _WORDED.search(text) and not re.search(r"XX|\dX|Y\d", text):
        return EdtfError(
            f"'{text}' is no date of EDTF",
            "write the year first, in digits: 2025, 2025-03, 2025-03-15, or 2025-03~ for about then",
        )
    return level_2_or(
        text,
        f"'{text}' is no date of EDTF",
        f"write {_FORMS}",
    )


def _refused(text: str, right: str) -> EdtfError:
    """Return that a text is no date, with the right form, if there is one."""
    return EdtfError(f"'{text}' is no date of EDTF" if right else f"'{text}' is no date", f"write {right or _FORMS}")


def _rewritten(text: str) -> str:
    """Return a date as EDTF writes it, where what is meant is beyond doubt; else nothing."""
    for pattern, right in _REWRITES:
        if match := pattern.fullmatch(text):
            return match.expand(right)
    if match := _BEFORE_CHRIST.fullmatch(text):
        # EDTF counts a year 0, which is 1 BC.
        return f"-{int(match[1]) - 1:04}" if int(match[1]) > 1 else "0000"
    if match := _RUN_TOGETHER.fullmatch(text):
        return _day(match[1], int(match[2]), match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _day(match[3], int(match[2]), match[1]) if int(match[1]) > 12 else ""
    match = _NAMED_MONTH.fullmatch(text)
    month = _MONTHS.get(match["month"].lower()) if match else None
    if not match or not month or (match["before"] and match["after"]):
        return ""
    day = match["before"] or match["after"]
    return _day(match["year"], month, day) if day else f"{match['year']}-{month:02}"


def _day(year: str, month: int, day: str) -> str:
    """Return a day, if there is one."""
    if not 1 <= month <= 12 or not int(year) or not 1 <= int(day) <= calendar.monthrange(int(year), month)[1]:
        return ""
    return f"{year}-{month:02}-{int(day):02}"


def level_2_or(text: str, message: str, help_text: str) -> EdtfError:
    """Return the feature of level 2 that a text uses, or else another reason."""
    for pattern, feature in _LEVEL_2:
        if pattern.search(text):
            return level_2(text, feature)
    return EdtfError(message, help_text)


def level_2(text: str, feature: str) -> EdtfError:
    """Return that a text uses a feature of level 2."""
    return EdtfError(
        f"'{text}' uses {feature}, which is level 2 of EDTF and is not supported",
        "write it with levels 0 and 1, such as 2025-03~ or 202X",
    )

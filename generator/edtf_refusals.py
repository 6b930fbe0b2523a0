"""Refusals: why a text is no date, and what its author most likely meant."""

import re

from generator.errors import ExplainerError

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
_LOOSE_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(:\d{2})?\s?(Z|[+-]\d{2}:?\d{2})?")
_WORDED = re.compile(r"[^\W\d_]{3,}")


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
    if match := _LOOSE_TIME.fullmatch(text):
        seconds = match[3] or ":00"
        return EdtfError(
            f"'{text}' is no date of EDTF", f"write {match[1]}T{match[2].zfill(5)}{seconds}{match[4] or ''}"
        )
    if match := SLASHED.fullmatch(text):
        month, day = int(match[1]), int(match[2])
        if month > 12 or day > 12:
            month, day = (day, month) if month > 12 else (month, day)
            return EdtfError(f"'{text}' is no date of EDTF", f"write {match[3]}-{month:02}-{day:02}")
        return EdtfError(
            f"'{text}' is no date of EDTF, and may mean two days",
            f"write {match[3]}-{month:02}-{day:02} or {match[3]}-{day:02}-{month:02}",
        )
    if match := _DOTTED.fullmatch(text):
        return EdtfError(f"'{text}' is no date of EDTF", f"write {match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    if match := _LOOSE.fullmatch(text):
        day_text = f"-{int(match[3]):02}" if match[3] else ""
        return EdtfError(f"'{text}' is no date of EDTF", f"write {match[1]}-{int(match[2]):02}{day_text}")
    if _WORDED.search(text) and not re.search(r"XX|\dX|Y\d", text):
        return EdtfError(
            f"'{text}' is no date of EDTF",
            "write the year first, in digits: 2025, 2025-03, 2025-03-15, or 2025-03~ for about then",
        )
    return level_2_or(
        text,
        f"'{text}' is no date of EDTF",
        "write one such as 2025, 2025-03, 2025-03-15, 2025-03~, 202X or 2025-03/2025-04",
    )


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

"""Accent: the one colour that a site's owner chooses, made readable on light and on dark paper."""

import re
from dataclasses import dataclass

DEFAULT = "#1d4f91"
PAPER = {"light": "#f6f4ef", "dark": "#212429"}
"""The grounds that the accent stands on, of each scheme that of the lower contrast: `--ex-tint` of tokens.css."""
READABLE = 7.0
"""Contrast of text by WCAG 2.2, success criterion 1.4.6 (AAA)."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Accent:
    """The accent on light and on dark paper, each as #rrggbb."""

    light: str
    dark: str


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour such as #1d4f91 or #06c."""
    return _HEX.fullmatch(text) is not None


def make_accent(colour: str) -> Accent:
    """Make a colour readable on both papers.

    Args:
        colour: A colour such as #1d4f91 or #06c.

    Returns:
        The nearest shade towards black, and the nearest tint towards white, whose contrast with the
        paper is that of AAA; the colour itself where it is readable already.
    """
    return Accent(
        light=_mixed(colour, "#000000", PAPER["light"]),
        dark=_mixed(colour, "#ffffff", PAPER["dark"]),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(_channels(one)), _luminance(_channels(other))))
    return (high + 0.05) / (low + 0.05)


def _mixed(colour: str, end: str, paper: str) -> str:
    start, stop = _channels(colour), _channels(end)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        mixed = tuple(round(a + (b - a) * share) for a, b in zip(start, stop, strict=True))
        hex_colour = "#" + "".join(f"{channel:02x}" for channel in mixed)
        if contrast(hex_colour, paper) >= READABLE:
            return hex_colour
    return end


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))


def _luminance(channels: tuple[int, ...]) -> float:
    linear = [_linear(channel / 255) for channel in channels]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

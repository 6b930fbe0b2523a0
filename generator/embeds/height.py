"""Heights: how tall a frame must be for an embed to be seen without scrolling."""

import unicodedata
from collections.abc import Mapping, Sequence
from math import ceil

from generator.embeds.outline import Block

WIDTH = 600
"""Width of a frame in CSS pixels."""
_STEP = 10
_EDGES = 92
"""Pixels above and below what is shown, and a little to spare."""
_TYPE: Mapping[str, tuple[float, int]] = {
    "ex-quotation__words": (30.0, 49),
    "ex-quotation__original": (25.0, 60),
    "ex-expert__name": (27.0, 50),
    "ex-expert__position": (28.0, 48),
    "ex-expert__summary": (25.5, 66),
    "ex-timeline__title": (26.0, 52),
    "ex-timeline__text": (25.5, 58),
    "ex-corrections__text": (25.0, 60),
    "ex-embed__headline": (34.0, 40),
    "ex-header__standfirst": (30.0, 54),
    "ex-embed__foot": (20.0, 82),
    "ex-proof": (20.5, 70),
}
"""Height of a line in pixels, and how many characters it holds, by class."""
_PLAIN = (22.5, 64)
_SHORT = (29.0, 49)
"""The words of a short quotation that stands by itself."""
_IN_BOX = (27.5, 58)
"""The words of a quotation in an expert's box."""
_SPACED: Mapping[str, int] = {
    "ex-expert__question": 14,
    "ex-expert__summary": 7,
    "ex-quotation__who": 7,
    "ex-proof__status": 7,
    "ex-corrections__head": 32,
    "ex-timeline__title": 31,
    "ex-header__standfirst": 22,
}
"""Pixels between some blocks and what stands before them."""


def frame_height(blocks: Sequence[Block]) -> int:
    """Estimate how tall an embed is in a frame of the usual width.

    Args:
        blocks: What it shows.

    Returns:
        The height in CSS pixels, rounded up to tens.
    """
    return ceil((_EDGES + sum(map(_height, blocks))) / _STEP) * _STEP


def _height(block: Block) -> float:
    line, room = _type(block.classes)
    space = next((_SPACED[name] for name in block.classes if name in _SPACED), 0)
    return ceil(_columns(block.text) / room) * line + space


def _type(classes: Sequence[str]) -> tuple[float, int]:
    if "ex-quotation__words" in classes:
        if "ex-expert" in classes:
            return _IN_BOX
        if "ex-quotation--short" in classes:
            return _SHORT
    return next((_TYPE[name] for name in classes if name in _TYPE), _PLAIN)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)

"""Drawings: the finished values of a card that its template writes down; measures are in px."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 1200
HEIGHT = 630


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of a line in one font and colour."""

    text: str
    family: str
    weight: int
    style: str
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text.

    Args:
        x: Where it stands.
        y: Its baseline.
        size: Size of its letters.
        anchor: Which end of it stands at `x`: "start" is its left end, "end" its right one.
        spacing: What is put between letters.
        runs: Its pieces in reading order.
    """

    x: float
    y: float
    size: int
    anchor: str
    spacing: float
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The mark of what is verified: its upper left corner, its size as a multiple of 24 px, and its colour."""

    x: float
    y: float
    scale: float
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A card, laid out.

    Args:
        paper: Colour of the ground.
        left: Where the rule begins.
        right: Where the rule ends.
        rule: How far down it stands.
        rule_fill: Its colour.
        lines: The lines of text.
        check: The check mark; None where not everything is verified.
    """

    width: int = WIDTH
    height: int = HEIGHT
    paper: str
    left: int
    right: int
    rule: float
    rule_fill: str
    lines: Sequence[Line]
    check: Check | None

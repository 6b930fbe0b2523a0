"""Author texts: Markdown as the author typed it, which knows where it stands in the file."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from generator.model.errors import Location


@dataclass(frozen=True, slots=True)
class AuthorText:
    """Markdown as the author typed it.

    Args:
        text: The Markdown.
        location: Where it begins; for a value of the front matter, where the value stands.
        in_body: Whether its lines are lines of the file, so that offsets tell line and column.
    """

    text: str
    location: Location
    in_body: bool = False

    def at(self, offset: int, length: int = 1) -> Location:
        """Return the place in the file of some characters of the text.

        Args:
            offset: Offset of the first of them.
            length: How many they are.

        Returns:
            Their line and column in the body; in a value of the front matter, the value's place.
        """
        if not self.in_body:
            return self.location
        lines, starts = _lines(self.text)
        number = bisect_right(starts, offset) - 1
        line, column = lines[number], offset - starts[number]
        return replace(
            self.location,
            line=(self.location.line or 1) + number,
            column=column + 1,
            length=max(1, min(length, len(line) - column)),
            text=line,
        )


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[list[str], list[int]]:
    """Return the lines of a text, and the offset of each, for a page may have thousands of places to tell."""
    lines = text.split("\n")
    return lines, [0, *accumulate(len(line) + 1 for line in lines[:-1])]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What takes the place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a text, all offsets counting the original.

    Args:
        text: The original.
        edits: In any order; of two that overlap, the one that begins first holds.

    Returns:
        The edited text.
    """
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:
            pieces += text[end : edit.start], edit.text
            end = edit.end
    return "".join([*pieces, text[end:]])

"""Wrapping: a text in lines within a box, as large as it fits."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Measure = Callable[[str, float], float]
"""The width in px of a text on one line at a size in px."""

ELLIPSIS = " …"
_STEPS = 7
"""How often the search for the narrowest even column halves what is left."""

# Chinese and Japanese break between any two characters, but neither before one that closes, or
# that belongs to the one before it, nor behind one that opens.
_OPENING = "「『（［｛〈《【〔“‘«‹(\\["
_CLOSING = "、。，．・：；！？）］｝〉》」』】〕”’»›…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\\]},.!?:;%"
_IDEOGRAPHIC = (
    "\u2e80-\u2fdf\u3006-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u30fa\u30fd-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_SINGLE = f"(?![{_CLOSING}])[{_IDEOGRAPHIC}]"
_PIECE = re.compile(f" *(?:[{_OPENING}]{{0,4}}{_SINGLE}[{_CLOSING}]*|[^ ]+?(?=[{_OPENING}]{{0,4}}{_SINGLE}| |$))| +")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room for a text.

    Args:
        width: Width in px.
        height: Height in px.
        leading: Distance of two baselines, as a multiple of the size.
    """

    width: float
    height: float
    leading: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text in lines.

    Args:
        size: Size in px.
        lines: The lines, without spaces at their ends.
        cut: Whether the text goes on where they end.
    """

    size: int
    lines: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of one width; `broken` counts the words that did not fit into one, `whole` tells whether none is left."""

    texts: list[str]
    broken: int
    whole: bool


def wrap(text: str, measure: Measure, box: Box, sizes: Sequence[int], *, ending: str = ELLIPSIS) -> Block:
    """Set a text as large as it fits into a box.

    Args:
        text: The text, on one line; words are parted by single spaces, and a no-break space parts none.
        measure: Tells widths.
        box: The room.
        sizes: The sizes to choose from in px, from the largest to the smallest.
        ending: What ends a text that is cut.

    Returns:
        The lines, of as even a length as their number allows. A size that breaks fewer words goes before a
        larger one; the text is cut only if it does not fit at any size, and then stands at the smallest.
    """
    tried = [(size, _fill(text, measure, box.width, size, _rows(box, size))) for size in sizes]
    if whole := [(size, lines) for size, lines in tried if lines.whole]:
        size, lines = min(whole, key=lambda pair: pair[1].broken)
        return Block(size=size, lines=_even(text, measure, box.width, size, lines))
    size, lines = tried[-1]
    last = _end(lines.texts[-1], measure, box.width, size, ending)
    return Block(size=size, lines=(*lines.texts[:-1], last), cut=True)


def _rows(box: Box, size: int) -> int:
    return max(1, int(box.height / (size * box.leading)))


def _fill(text: str, measure: Measure, width: float, size: int, rows: int) -> _Lines:
    """Fill lines one after the other, no more than the rows that there are."""
    lines: list[str] = []
    line, broken = "", 0
    for piece in _pieces(text):
        longer = line + piece if line else piece.lstrip(" ")
        if measure(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = piece.lstrip(" ")
        broken += measure(line, size) > width
        while len(lines) < rows and len(head := _head(line, measure, width, size)) < len(line):
            lines.append(head)
            line = line[len(head) :]
        if len(lines) >= rows:
            return _Lines(lines[:rows], broken, whole=False)
    return _Lines([*lines, line], broken, whole=True)


def _pieces(text: str) -> Iterator[str]:
    """Give the parts between which a line may end, each with the spaces before it."""
    return (match.group() for match in _PIECE.finditer(text.rstrip(" ")))


def _head(word: str, measure: Measure, width: float, size: int) -> str:
    """Return as much of a word as fits into a line: at least one character with all its marks."""
    if measure(word, size) <= width:
        return word
    low, high = 0, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(word[:middle], size) <= width else (low, middle - 1)
    while low > 0 and _joined(word, low):
        low -= 1
    if low == 0:
        low = next((end for end in range(1, len(word)) if not _joined(word, end)), len(word))
    return word[:low]


def _joined(word: str, place: int) -> bool:
    """Tell whether the characters on both sides of a place are seen as one."""
    return unicodedata.category(word[place])[0] == "M" or "\u200d" in word[place - 1 : place + 1]


def _even(text: str, measure: Measure, width: float, size: int, lines: _Lines) -> tuple[str, ...]:
    """Narrow the column as far as it keeps its number of lines, so that none is left with a single word."""
    rows = len(lines.texts)
    if rows == 1 or lines.broken:
        return tuple(lines.texts)
    best, low, high = lines, max(measure(piece.strip(" "), size) for piece in _pieces(text)), width
    for _ in range(_STEPS):
        middle = (low + high) / 2
        tried = _fill(text, measure, middle, size, rows)
        if tried.whole and not tried.broken:
            best, high = tried, middle
        else:
            low = middle
    return tuple(best.texts)


def _end(line: str, measure: Measure, width: float, size: int, ending: str) -> str:
    """Shorten a line, by words if it can be, until what ends it has room."""
    pieces = [*_pieces(line)]
    while len(pieces) > 1 and measure("".join(pieces) + ending, size) > width:
        pieces.pop()
    kept = "".join(pieces)
    if measure(kept + ending, size) > width:
        kept = _head(kept, measure, width - measure(ending, size), size)
    return kept + ending

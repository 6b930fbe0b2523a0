"""Line ends of a text: which of them end a paragraph, and which only wrap it at a width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WIDTHS = range(40, 131)
"""Widths, in characters, at which people and programs wrap text."""
_FULL = 0.6
"""Share of the line ends within blocks that a wrapped text has where the next word did not fit."""
_FLOWING = 0.4
"""Share of them at which its sentences visibly go on; the others fall before a name, say, or behind a full stop."""
_SLACK = 0.92
"""Share of the width that a line fills at least, with the word that went to the next line."""
_FEWEST = 2
"""Lines, at least, that fill half the width or more."""
_BROAD = 0.75
"""Share of the width from which a line is no line of a verse or of an address."""
_LISTED = 4
"""Lines, at most, to each item of a list or turn of a conversation, for a block to count as one."""

_LINE = re.compile(r"[^\n]+")
_CLOSING = "\"'”’»›)]*"
_STOPS = ".!?…。！？:;"
_BREAKS_OFF = "—–-"
_STRONG_OPENING = re.compile(r"(?:[•▪●◦·*]|>+|[QA][.:])\s|[A-ZÀ-Ý][A-ZÀ-Ý .,'’\-]{1,60}[:：](?:\s|$)")
_OPENING = re.compile(
    r"(?:[-–—]|\(?\d{1,3}[.)]|\(?[a-z]\)|[\[(]?\d{1,3}(?::\d\d){1,3}[\])]?)\s"
    r"|(?:[^\W\d_a-zà-ÿ][\w.'’\-]*,?(?: |(?=[:：]))){1,5}[:：](?:\s|$)"
)
_COLUMNS = re.compile(r"\||\S(?:\t| {3,})\S")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its offsets, its depth in characters, and its words."""

    start: int
    end: int
    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class _LineEnd:
    """An end of a line that another line follows at once, and at which nothing new visibly begins."""

    offset: int
    above: str
    below: str

    def is_full(self, width: int) -> bool:
        """Tell whether the next word did not fit on the line."""
        return len(self.above) + 1 + len(self.below.split(maxsplit=1)[0]) > _SLACK * width

    @property
    def flows(self) -> bool:
        """Tell whether a sentence visibly goes on: it is not ended, and no capital follows."""
        first = next((char for char in self.below if char.isalnum()), "")
        return not _ends(self.above) and first.isalpha() and first == first.lower()


def find_wraps(text: str) -> frozenset[int]:
    """Find the line ends that only wrap a paragraph.

    A text counts as wrapped if most of its lines are as long as their width allows and its sentences go on over the
    ends of lines; in any other, each line is a paragraph. In a wrapped text a paragraph ends at a blank line, before
    a line that is indented, before an item of a list, a row of a table or a turn of a conversation, and behind a line
    on which there was room for more.

    Args:
        text: Any text.

    Returns:
        The offsets of the line feeds that stand within a paragraph; none where the text is not wrapped.
    """
    blocks = tuple(_blocks(text))
    ends = [end for block in blocks for end in _line_ends(block)]
    lines = [line for block in blocks for line in block]
    width = _width(lines)
    # One long line shows no width: it may be a headline above a short line.
    keeping = sum(2 * (line.depth + len(line.words)) >= width for line in lines)
    if width not in _WIDTHS or keeping < _FEWEST or not _is_wrapped(ends, width):
        return frozenset()
    stopped = sum(_ends(end.above) and not end.is_full(width) for end in ends)
    # Where lines that end a sentence and have room left are more than blank lines, they part the paragraphs.
    by_stops = stopped > len(blocks) - 1
    wraps = (end for end in ends if end.is_full(width) and not (by_stops and _ends(end.above)))
    loose = (end for end in ends if end.flows and len(end.above) >= _BROAD * width)
    return frozenset(end.offset for found in (wraps, loose) for end in found)


def _is_wrapped(ends: Sequence[_LineEnd], width: int) -> bool:
    long = [end for end in ends if 2 * len(end.above) >= width]  # addresses and lists are no sign against it
    full, flowing = sum(end.is_full(width) for end in long), sum(end.flows for end in long)
    return bool(long) and full >= _FULL * len(long) and flowing >= _FLOWING * len(long)


def _blocks(text: str) -> Iterator[tuple[_Line, ...]]:
    """Yield the runs of lines between blank ones."""
    block: list[_Line] = []
    for found in _LINE.finditer(text):
        words = found.group().strip()
        if block and (not words or found.start() != block[-1].end + 1):
            yield tuple(block)
            block = []
        if words:
            depth = len(found.group()) - len(found.group().lstrip())
            block.append(_Line(found.start(), found.end(), depth, words))
    if block:
        yield tuple(block)


def _line_ends(block: Sequence[_Line]) -> Iterator[_LineEnd]:
    """Yield the line ends of a block at which nothing new visibly begins."""
    depth = min(line.depth for line in block)
    listed = _opens(block[0].words) and _LISTED * sum(_opens(line.words) for line in block) >= len(block)
    # Where every line at the left edge begins an item, the deeper ones go on with it.
    hangs = all(_opens(line.words) for line in block if line.depth == depth)
    for above, below in pairwise(block):
        is_new = below.depth > depth and not hangs
        is_item = _STRONG_OPENING.match(below.words) or (
            _OPENING.match(below.words) and (listed or _ends(above.words, _STOPS + _BREAKS_OFF))
        )
        is_row = _COLUMNS.search(above.words) or _COLUMNS.search(below.words)
        if not (is_new or is_item or is_row):
            yield _LineEnd(above.end, " " * above.depth + above.words, below.words)


def _width(lines: Sequence[_Line]) -> int:
    """Return the width that all but a few lines keep to; those that cannot be broken do not count."""
    lengths = sorted(
        line.depth + len(line.words)
        for line in lines
        if 2 * max(map(len, line.words.split())) <= len(line.words) or len(line.words) in _WIDTHS
    )
    return lengths[(19 * len(lengths) - 1) // 20] if lengths else 0


def _opens(words: str) -> bool:
    return bool(_STRONG_OPENING.match(words) or _OPENING.match(words))


def _ends(words: str, stops: str = _STOPS) -> bool:
    """Tell whether a line ends as a sentence or a clause of its own does."""
    return words.rstrip(_CLOSING)[-1:] in tuple(stops)

"""Quotation marks: which words of a text stand inside them.

Double marks, curly or straight, «», „“, 「」 and single marks are read; inch and minute marks,
apostrophes and stray marks are not taken for them. A paragraph's end closes what is open, since by
convention a quotation that runs on opens again with the next paragraph.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.text.paragraphs import Span, find_paragraphs

_MARK = re.compile(r"[\"“”„‟«»〝〞「」『』＂'‘’‚‛‹›]")
_ALWAYS_OPENING = frozenset("„〝「『‚‘‛")
_ALWAYS_CLOSING = frozenset("〞」』")
_CLOSERS: dict[str, str] = {
    '"': '"”',
    "＂": "＂",
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "〝": "〞",
    "「": "」",
    "『": "』",
    "'": "'’",
    "‘": "’'",
    "‛": "’",
    "’": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
}
_SINGLE = frozenset("'‘’‚‛")
_ELISION = re.compile(r"(?:em|tis|twas|til|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)


_MARKS_AHEAD = 20
"""Marks that are looked at to tell what an ambiguous one does, at most."""
_DEEPEST = 50
"""Open marks that are looked at to find the one that a mark closes, at most."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between an outermost pair of quotation marks.

    Args:
        start: Offset of the first character inside the marks.
        end: End offset, exclusive, of the characters inside.
        outer_start: Offset of the opening mark; equal to `start` where there is none.
        outer_end: End offset, exclusive, with the closing mark; equal to `end` where there is none.
        paragraph: Which paragraph of the text it stands in, counted from 0.
        single: Whether its marks are single ones.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    single: bool

    @property
    def closed(self) -> bool:
        """Tell whether a closing mark ends it."""
        return self.outer_end > self.end

    @property
    def opened(self) -> bool:
        """Tell whether an opening mark begins it."""
        return self.outer_start < self.start


@dataclass(frozen=True, slots=True)
class _Mark:
    char: str
    start: int
    end: int
    may_open: bool
    may_close: bool


@lru_cache(maxsize=256)
def find_segments(text: str) -> tuple[Segment, ...]:
    """Find the words that stand inside outermost quotation marks.

    Args:
        text: Any text.

    Returns:
        The segments in order; none is empty, none overlap, and none crosses a paragraph's end.
    """
    segments: list[Segment] = []
    for number, span in enumerate(find_paragraphs(text)):
        previous = segments[-1] if segments else None
        runs_on = previous is not None and previous.paragraph == number - 1 and not previous.closed
        segments += _paragraph_segments(text, span, number, runs_on=runs_on)
    return tuple(segments)


def _paragraph_segments(text: str, span: Span, number: int, *, runs_on: bool) -> list[Segment]:
    marks = _marks(text, span)
    found: list[Segment] = []
    stack: list[_Mark] = []

    def add(start: int, end: int, outer_start: int, outer_end: int, *, single: bool, closed: bool = True) -> None:
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = max(start, end - (len(inner) - len(inner.rstrip())))
        if any(char.isalnum() for char in inner):
            closing = outer_end if closed else end
            found.append(Segment(start, end, outer_start, closing, number, single))

    for index, mark in enumerate(marks):
        opener = _opener(stack, mark)
        if opener is not None and not _reopens(marks, index, stack[opener]):
            if opener == 0:
                add(stack[0].end, mark.start, stack[0].start, mark.end, single=stack[0].char in _SINGLE)
            del stack[opener:]
        elif mark.may_open and not _is_nested_twin(marks, index, stack):
            if stack and _same_level(mark, stack[0]):
                add(stack[0].end, mark.start, stack[0].start, mark.start, single=False, closed=False)
                stack.clear()
            stack.append(mark)
        elif mark.may_open:
            stack.append(mark)
        elif not stack and not found and runs_on and mark.may_close and mark.char not in _SINGLE:
            add(span[0], mark.start, span[0], mark.end, single=False)
    if stack:
        opener_mark = next((mark for mark in stack if mark.char not in _SINGLE), None)
        if opener_mark is not None:
            add(opener_mark.end, span[1], opener_mark.start, span[1], single=False, closed=False)
    return found


def _marks(text: str, span: Span) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, *span):
        char = match.group()
        before = text[match.start() - 1] if match.start() > span[0] else " "
        after = text[match.end()] if match.end() < span[1] else " "
        if char in _SINGLE and before.isalnum() and after.isalnum():
            continue
        if char in "'’" and _ELISION.match(text, match.end()) and not before.isalnum():
            continue
        opens = not after.isspace() and not before.isalnum() and after not in ",;)]}"
        closes = not before.isspace() and not (char in _SINGLE and before in "([{")
        if char in '"＂':
            opens, closes = opens and before not in ".,!?…", closes and before not in "([{"
        elif char == "“":
            opens, closes = True, closes and not after.isalnum()
        elif char in "«‹»›":
            opens, closes = (char in "«‹" or (opens and after.isalnum())), True
        elif char in _ALWAYS_OPENING:
            opens, closes = True, char == "‘" and closes and not after.isalnum()
        elif char in _ALWAYS_CLOSING:
            opens, closes = False, True
        marks.append(_Mark(char, match.start(), match.end(), opens, closes))
    return _without_measures(text, _without_plural_apostrophes(text, marks))


def _closes(mark: _Mark, opener: _Mark) -> bool:
    return mark.may_close and mark.char in _CLOSERS[opener.char]


def _opener(stack: list[_Mark], mark: _Mark) -> int | None:
    """Return the innermost of the open marks that a mark closes.

    Marks that nothing closes may lie deep; people nest three.
    """
    nearest = range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1)
    return next((depth for depth in nearest if _closes(mark, stack[depth])), None)


def _same_level(mark: _Mark, opener: _Mark) -> bool:
    return mark.char == opener.char and mark.char not in _SINGLE


def _reopens(marks: list[_Mark], index: int, opener: _Mark) -> bool:
    """Tell whether a straight mark that could close opens instead, the closing one having been forgotten."""
    mark = marks[index]
    return mark.char == opener.char == '"' and mark.may_open and not mark.may_close


def _is_nested_twin(marks: list[_Mark], index: int, stack: list[_Mark]) -> bool:
    """Tell whether a mark like the open one is nested in it: two closing marks follow before the next opening."""
    mark = marks[index]
    if not stack or not _same_level(mark, stack[0]):
        return False
    closing = 0
    for later in marks[index + 1 : index + 1 + _MARKS_AHEAD]:
        if later.may_open and not later.may_close and later.char == mark.char:
            break
        closing += later.may_close and later.char in _CLOSERS[mark.char]
    return closing >= 2


def _without_plural_apostrophes(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Drop single closing marks that are apostrophes of a plural, as in “the workers’ union”."""
    kept: list[_Mark] = []
    opened: _Mark | None = None
    for index, mark in enumerate(marks):
        if mark.char not in "'’" or not mark.may_close:
            if mark.char in "'‘‚‛" and mark.may_open:
                opened = mark
            kept.append(mark)
            continue
        if opened is None:
            if mark.may_open and not text[mark.start - 1 : mark.start].isalnum():
                opened = mark
                kept.append(mark)
            continue
        plural = text[mark.start - 1] in "sxz" and text[mark.end : mark.end + 1].isspace()
        if plural and _closed_before_opening(marks, index + 1):
            continue
        kept.append(mark)
        opened = None
    return kept


def _closed_before_opening(marks: list[_Mark], index: int) -> bool:
    """Tell whether a single mark from an index on may close before the next one opens."""
    for number in range(index, len(marks)):
        mark = marks[number]
        if mark.char in "‘‚‛" or (mark.char == "'" and mark.may_open and not mark.may_close):
            return False
        if mark.char in "'’" and mark.may_close:
            return True
    return False


def _without_measures(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Drop inch, second and minute marks: straight marks behind a digit that close nothing."""
    kept: list[_Mark] = []
    opened = False
    for index, mark in enumerate(marks):
        if mark.char != '"':
            kept.append(mark)
            opened = opened or mark.char == "“"
            opened = opened and mark.char != "”"
            continue
        behind_digit = text[mark.start - 1 : mark.start].isdigit()
        if behind_digit and (not opened or _closed_later(marks, index)):
            continue
        kept.append(mark)
        opened = not opened
    return kept


def _closed_later(marks: list[_Mark], index: int) -> bool:
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        if mark.char in '"”' and mark.may_close and not mark.may_open:
            return True
        if mark.may_open:
            return False
    return False

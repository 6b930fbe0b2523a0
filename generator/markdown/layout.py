"""Layout: which lines and characters of a Markdown text are code, and how deep a line stands.

It follows Python-Markdown with superfences: the content of a list item, a tab, an admonition, a
definition or a footnote is indented by four columns, and a fence that is never closed is no code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from generator.markdown.author_text import Edit, apply_edits

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_FENCE = re.compile(r"(?P<prefix>[ \t>]*)(?P<ticks>`{3,}|~{3,})(?P<info>[^`]*)$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_OPENER = re.compile(r"(?:[-*+]|\d+\.)[ \t]+\S|!!!|\?\?\?|===[!+]* |\[\^[^\]]+\]:|:[ \t]{1,3}\S")
_INLINE = re.compile(r"\\[\\`]|(?P<ticks>`+)|(?P<comment><!--)|(?P<pre><pre\b)", re.IGNORECASE)
_PRE_END = re.compile(r"</pre\s*>", re.IGNORECASE)


class CodeKind(StrEnum):
    """What makes characters code."""

    BLOCK = "block"
    INLINE = "inline"
    COMMENT = "comment"
    PREFORMATTED = "preformatted"


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Characters that are code, from `start` up to `end`."""

    start: int
    end: int
    kind: CodeKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Markdown that is not block code.

    Args:
        start: Offset of its first character.
        text: The line without its line end.
        quote: The marks of the block quotes that it stands in, with the space after them.
        depth: How many lists, tabs, admonitions and the like it stands in.
    """

    start: int
    text: str
    quote: str
    depth: int


@dataclass(frozen=True)
class Layout:
    """The lines of a text that are not block code, and all its code in order."""

    lines: tuple[Line, ...]
    code: tuple[CodeSpan, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.code]

    def code_at(self, offset: int) -> CodeSpan | None:
        """Return the code that a character stands in, or None."""
        index = bisect_right(self._starts, offset) - 1
        return self.code[index] if index >= 0 and offset < self.code[index].end else None


@lru_cache(maxsize=64)
def read_layout(text: str) -> Layout:
    """Read the layout of a Markdown text.

    Args:
        text: The Markdown, lines ended by a line feed.

    Returns:
        Its lines and its code.
    """
    rows = text.split("\n")
    offsets = [0]
    for row in rows:
        offsets.append(offsets[-1] + len(row) + 1)
    lines, blocks = _read_lines(rows, offsets)
    spans = [CodeSpan(offsets[first], min(offsets[last], len(text)), CodeKind.BLOCK) for first, last in blocks]
    # Line ends in the place of code keep every offset and let no inline code run across it.
    prose = apply_edits(text, [Edit(s.start, s.end, "\n" * (s.end - s.start)) for s in spans])
    spans += _inline_code(prose)
    return Layout(tuple(lines), tuple(sorted(spans, key=lambda span: span.start)))


def _read_lines(rows: list[str], offsets: list[int]) -> tuple[list[Line], list[tuple[int, int]]]:
    """Tell the lines that are prose from runs of lines that are code, as first line and line behind."""
    lines: list[Line] = []
    blocks: list[tuple[int, int]] = []
    depth, level, may_be_code = 0, 0, True
    index = 0
    fences = _Fences(rows)
    while index < len(rows):
        row = rows[index]
        if end := fences.end(index):
            blocks.append((index, end))
            index, may_be_code = end, False
            continue
        marks = _QUOTE.match(row)
        quote = marks.group() if marks else ""
        depth = depth if quote.count(">") == level else 0
        level = quote.count(">")
        content = row[len(quote) :].expandtabs(4)
        stripped = content.lstrip(" ")
        columns = (len(content) - len(stripped)) // 4
        if not stripped:
            lines.append(Line(offsets[index], row, quote, depth))
            may_be_code = True
        elif may_be_code and columns > min(depth, columns):
            depth = min(depth, columns)
            blocks.append((index, index + 1))
        else:
            depth = min(depth, columns) if may_be_code or _opens(stripped) else depth
            lines.append(Line(offsets[index], row, quote, min(depth, columns)))
            depth += _opens(stripped)
            may_be_code = False
        index += 1
    return lines, blocks


def _opens(stripped: str) -> bool:
    return bool(_OPENER.match(stripped)) and not _RULE.match(stripped)


class _Fences:
    """Finds the ends of fenced blocks without reading on from each line that opens none."""

    def __init__(self, rows: list[str]) -> None:
        self._rows = rows
        self._fences: dict[str, list[int]] = {}
        self._outside: dict[str, int] = {}
        for number, row in enumerate(rows):
            if "```" in row or "~~~" in row:
                self._fences.setdefault(row.rstrip(), []).append(number)

    def end(self, index: int) -> int:
        """Return the line behind a fenced block that opens at a line, or 0 where none does."""
        fence = _FENCE.match(self._rows[index])
        if fence is None:
            return 0
        prefix = fence["prefix"]
        closing = self._fences.get(prefix + fence["ticks"], [])
        place = bisect_right(closing, index)
        if place == len(closing) or self._leaves(prefix, index, closing[place]):
            return 0
        return closing[place] + 1

    def _leaves(self, prefix: str, index: int, closing: int) -> bool:
        """Tell whether a line between two others lies outside of what a prefix stands for."""
        outside = self._outside.get(prefix, 0)
        if outside <= index:
            between = range(index + 1, closing)
            outside = next((number for number in between if self._is_outside(number, prefix)), closing)
            self._outside[prefix] = outside
        return outside < closing

    def _is_outside(self, number: int, prefix: str) -> bool:
        row = self._rows[number]
        return bool(row.strip(" \t>")) and not row.startswith(prefix)


def _inline_code(text: str) -> Iterator[CodeSpan]:
    position = 0
    while found := _INLINE.search(text, position):
        position = found.end()
        end: int | None = None
        kind = CodeKind.INLINE
        if ticks := found["ticks"]:
            end = _closing_ticks(text, position, len(ticks))
        elif found["comment"]:
            closing = text.find("-->", position)
            end, kind = (closing + 3 if closing >= 0 else None), CodeKind.COMMENT
        elif found["pre"]:
            closed = _PRE_END.search(text, position)
            end, kind = (closed.end() if closed else None), CodeKind.PREFORMATTED
        if end is not None:
            yield CodeSpan(found.start(), end, kind)
            position = end


@lru_cache(maxsize=16)
def _closing(count: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!`)(?P<close>`{{{count}}})(?!`)|\n[ \t>]*\n")


def _closing_ticks(text: str, position: int, count: int) -> int | None:
    """Return the end of a code span whose opening marks end at a position; a blank line ends the search."""
    found = _closing(min(count, 1000)).search(text, position)
    return found.end() if found and found["close"] else None

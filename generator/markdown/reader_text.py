"""Reader texts: an author's Markdown as a reader reads it, each character with its place in what was typed."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.markdown.author_text import Edit, apply_edits
from generator.markdown.layout import Layout, Line

_SYNTAX = re.compile(
    r"(?P<target>(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)|(?<=\])\[[^\]\n]*\])"
    r"|(?P<attributes>\{[:.#]?[^{}\n]*\})"
    r"|(?P<definition>^[ \t>]*\[(?![@^])[^\]\n]+\]:.*$)"
    r"|(?P<title>^[ \t>]*(?:!!!|\?\?\?\+?|===[!+]*)[ \t].*$)"
    r"|(?P<block>^[ \t>]*/{3,}.*$)"
    r"|(?P<tag><[A-Za-z/][^<>]*>)",
    re.MULTILINE,
)
_VISIBLE = re.compile(r"[^\n]")
# A word joiner, which unlike a space does not keep a quotation mark from closing what stands before it.
_BLANK = "\u2060"
# What Markdown leaves out or writes otherwise; typed guillemets and <q> are quotation marks.
_TYPED = re.compile(
    r"(?P<citation>(?<![ \t])[ \t]*(?<!\\)\[@[^\[\]\n]*\])"
    r"|(?P<opening><q(?:\s[^<>\n]*)?>)|(?P<closing></q\s*>)"
    r"|(?P<left><<|&lt;&lt;)|(?P<right>>>|&gt;&gt;)",
    re.IGNORECASE,
)
_WRITTEN = {"opening": "“", "closing": "”", "left": "«", "right": "»"}
_UNIT = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<low>,,(?=\w))|(?P<twice>''|‘‘|’’)"
    r"|(?P<gone>[*_`~]+|!?\[|\]|\\(?=[^\w\s])|\u2060+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
# Marks that typists use for those which verification reads: ornaments, primes, CJK and double low ones.
_MARKS = str.maketrans("❝❞❛❜❟❠⹂🙶🙷🙸〟｢｣❮❯ʺ″˝‶ʹ′‵´", "“”‘’‚„„“”„”「」‹›\"\"\"\"''''")
_TWICE = {"''": '"', "‘‘": "“", "’’": "”"}
# Marks of block quotations and list items, in any order.
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*|(?P<item>(?:[-*+]|\d+[.)])[ \t]+))*")
_BEGINS = re.compile(r"[#|=:]|///|!!!|\?\?\?|\[\^[^\[\]]+\]:")
# Lines that are a paragraph by themselves.
_ALONE = re.compile(r"[#|=]|:::|///|!!!|\?\?\?")
_LEAD = re.compile(r"#+[ \t]*|\|[ \t]*|\[\^[^\[\]]+\]:[ \t]*|:[ \t]+")
_TITLE = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]*)[ \t][^\"\n]*\"(?P<title>[^\n]*)\"[ \t]*$")


class Paragraph(NamedTuple):
    """A paragraph of a reader text, from `start` up to `end`, and whether it is part of a block quotation."""

    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class ReaderText:
    """Text as a reader reads it; a blank line parts its paragraphs.

    Args:
        text: The characters, quotation marks in those shapes that `text.marks` reads.
        starts: Where each of them begins in what the author typed.
        ends: Where each of them ends there, exclusive.
        paragraphs: Its paragraphs, in order; none is blank.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where some characters, at least one, begin and end in what the author typed."""
        return self.starts[start], self.ends[end - 1]


class _Unit(NamedTuple):
    text: str
    start: int
    end: int


def read_reader_text(text: str, layout: Layout) -> ReaderText:
    """Read Markdown as a reader does: entities are characters; code, tags, addresses and marks of emphasis are gone.

    Args:
        text: The Markdown, lines ended by a line feed.
        layout: Its layout.

    Returns:
        What is left; quotation elements and typed guillemets are quotation marks, directives are left out.
    """
    prose = blank_syntax(_written(text), layout)
    units: list[_Unit] = []
    paragraphs: list[Paragraph] = []
    for lines, quoted in _paragraphs(layout):
        start = len(units)
        for line in lines:
            units += _units(text, prose, line)
            units.append(_Unit(" ", line.start + len(line.text), line.start + len(line.text)))
        if "".join(unit.text for unit in units[start:]).isspace():
            del units[start:]
            continue
        paragraphs.append(Paragraph(start, len(units) - 1, quoted))
        units[-1:] = [units[-1]._replace(text="\n")] * 2
    return ReaderText(
        "".join(unit.text for unit in units),
        tuple(unit.start for unit in units),
        tuple(unit.end for unit in units),
        tuple(paragraphs),
    )


def blank_syntax(text: str, layout: Layout) -> str:
    """Blank out code and the syntax of Markdown that holds text of its own.

    Args:
        text: The Markdown.
        layout: Its layout.

    Returns:
        As many characters, each in its place, with a word joiner for each that is no prose.
    """
    spans = [(span.start, span.end) for span in layout.code]
    prose = apply_edits(text, [Edit(*span, _blanked(text, *span)) for span in spans])
    syntax = [match.span() for match in _SYNTAX.finditer(prose)]
    return apply_edits(prose, [Edit(*span, _blanked(prose, *span)) for span in syntax])


def _blanked(text: str, start: int, end: int) -> str:
    return _VISIBLE.sub(_BLANK, text[start:end])


def _written(text: str) -> str:
    """Write quotation marks for what stands for them, and blank out citations; every offset is kept."""
    return _TYPED.sub(_mark_for, text)


def _mark_for(found: re.Match[str]) -> str:
    mark, width = _WRITTEN.get(found.lastgroup or "", ""), len(found.group())
    return mark.rjust(width, _BLANK) if found["closing"] else mark.ljust(width, _BLANK)


def _paragraphs(layout: Layout) -> Iterator[tuple[list[Line], bool]]:
    """Give the paragraphs as lines, and whether each stands in a block quotation."""
    lines: list[Line] = []
    level = end = 0
    alone = False
    for line in layout.lines:
        prefix = _prefix(line)
        depth, content = prefix.group().count(">"), line.text[prefix.end() :].rstrip()
        begins = depth > level or prefix["item"] or _BEGINS.match(content)
        if lines and (not content or begins or alone or line.start != end):
            yield lines, level > 0
            lines = []
        if not lines:
            level = depth
        if content:
            lines.append(line)
            alone = _ALONE.match(content) is not None
        end = line.start + len(line.text) + 1
    if lines:
        yield lines, level > 0


def _prefix(line: Line) -> re.Match[str]:
    found = _PREFIX.match(line.text)
    assert found is not None
    return found


def _units(text: str, prose: str, line: Line) -> Iterator[_Unit]:
    start, end = line.start + _prefix(line).end(), line.start + len(line.text)
    content = text[start:end]
    if content.startswith(":::"):
        return
    if title := _TITLE.match(content):
        prose, start, end = text, start + title.start("title"), start + title.end("title")
    elif lead := _LEAD.match(content):
        start += lead.end()
    for match in _UNIT.finditer(prose, start, end):
        yield from _read_unit(match)


def _read_unit(match: re.Match[str]) -> Iterator[_Unit]:
    found = match.group()
    if match["entity"]:
        shown = html.unescape(found).translate(_MARKS)
        yield from (_Unit(char, *match.span()) for char in (shown if shown != found else ""))
        # An unknown name is no entity, but characters like others.
        yield from (
            _Unit(char, match.start() + place, match.start() + place + 1)
            for place, char in enumerate(found if shown == found else "")
        )
    elif match["twice"] or match["low"]:
        yield _Unit(_TWICE.get(found, "„"), *match.span())
    elif match["other"]:
        yield _Unit(found.translate(_MARKS), *match.span())

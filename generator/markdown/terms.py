"""Terms: the first use of a glossary's term in an author's text leads to its definition."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from generator.markdown.author_text import AuthorText, Edit
from generator.markdown.layout import Layout, Line
from generator.markdown.reader_text import blank_syntax
from generator.model.anchors import anchor

# What is no running text: headings, tables' rules, directives, titles of boxes.
_NO_PROSE = re.compile(r"[ \t>]*(?:#|:::|!!!|\?\?\?|===|///|(?:\|[ \t]*)?:?-{3,})")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)")
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]\n]*\])*\]|<[^<>\n]*>|https?://\S+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def term_edits(author: AuthorText, layout: Layout, terms: Iterable[str]) -> list[Edit]:
    """Turn the first use of each term into a link to its definition.

    Args:
        author: The text.
        layout: Its layout; code, headings, links and the syntax of Markdown are left alone.
        terms: The terms as the glossary writes them; where two overlap, the longer one is linked.

    Returns:
        What takes the places of the terms.
    """
    prose = _LINK.sub(_blanked, blank_syntax(author.text, layout))
    lines = list(_prose_lines(layout))
    edits: list[Edit] = []
    for term in sorted(terms, key=len, reverse=True):
        pattern = _pattern(term)
        for line in lines:
            match = next((found for found in _uses(pattern, prose, line) if not _overlaps(found, edits)), None)
            if match:
                words = author.text[match.start() : match.end()]
                edits.append(Edit(*match.span(), f"[{words}](#{anchor('glossary', term)}){{.ex-term}}"))
                break
    return edits


def _prose_lines(layout: Layout) -> Iterator[Line]:
    """Yield the lines of running text; a line above a row of = or - is a heading, too."""
    for line, following in zip_longest(layout.lines, layout.lines[1:]):
        is_heading = following is not None and _UNDERLINE.fullmatch(following.text.rstrip()) is not None
        if not is_heading and not _NO_PROSE.match(line.text):
            yield line


def _uses(pattern: re.Pattern[str] | None, prose: str, line: Line) -> Iterator[re.Match[str]]:
    return pattern.finditer(prose, line.start, line.start + len(line.text)) if pattern else iter(())


def _overlaps(match: re.Match[str], edits: Iterable[Edit]) -> bool:
    return any(edit.start < match.end() and match.start() < edit.end for edit in edits)


def _pattern(term: str) -> re.Pattern[str] | None:
    """Return what finds a term as whole words, its spaces of any width; the first letter may be a capital."""
    words = [re.escape(word) for word in term.split()]
    if not words:
        return None
    before, behind = ("", "") if _UNSPACED.search(term) else (r"(?<!\w)", r"(?!\w)")
    spaced = r"[ \t]+".join(words)
    return re.compile(f"{before}{spaced}{behind}", 0 if term != term.lower() else re.IGNORECASE)


def _blanked(match: re.Match[str]) -> str:
    return "\u2060" * len(match.group())

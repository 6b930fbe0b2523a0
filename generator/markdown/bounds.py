"""Bounds: texts that Markdown would need minutes to read are refused, and where.

Python-Markdown looks from each opening bracket for the one that closes it, and reads the rest of a block anew behind
each definition in it, so that its time grows with the square of what nothing closes. What it would look through is
counted here, in one pass; texts that people write stay far below the most.
"""

import re
from collections.abc import Iterator

from generator.markdown.author_text import AuthorText, Edit, apply_edits
from generator.markdown.layout import Layout
from generator.model.issue import Issue

MOST_STEPS = 2_000_000
"""Characters that Markdown may look through besides reading each once."""
MOST_BLOCKS = 8_000
"""Paragraphs, items and the like that a page may have."""
MOST_CITATIONS = 2_000
"""Citations that a page may have; each is HTML that Markdown reads again."""
DEEPEST = 40
"""Quotations in each other."""

_BLOCK = re.compile(r"^(?:[^\S\n]*\S[^\n]*\n?)+", re.MULTILINE)
_CITATION = re.compile(r"\[@")
_BRACKET = re.compile(r"\[|\](?:\()?|\)")
_OPEN_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")
_DEFINITION = re.compile(r"^[ \t>]*\*?\[[^\]\n]+\]:", re.MULTILINE)
_MEANING = re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def slow_text(author: AuthorText, layout: Layout) -> Iterator[Issue]:
    """Find what makes a text too slow to read.

    Args:
        author: The text.
        layout: Its layout; code counts for nothing.

    Yields:
        One error at most, at the place where it becomes too much.
    """
    prose = apply_edits(author.text, [Edit(s.start, s.end, "\0" * (s.end - s.start)) for s in layout.code])
    steps = 0
    for number, block in enumerate(_BLOCK.finditer(prose), start=1):
        steps += _steps(block.group())
        deep = next((q for q in _QUOTE.finditer(block.group()) if q.group().count(">") > DEEPEST), None)
        if deep:
            yield _issue(
                author, block.start() + deep.start(), f"more than {DEEPEST} quotations stand in each other here"
            )
            return
        if steps > MOST_STEPS:
            what = "so many brackets are left open here, or definitions in one block, that this takes minutes to read"
            yield _issue(author, block.start(), what)
            return
        if number > MOST_BLOCKS:
            yield _issue(author, block.start(), f"this text has more than {MOST_BLOCKS:,} paragraphs")
            return
    cited = [found.start() for found in _CITATION.finditer(prose)]
    if len(cited) > MOST_CITATIONS:
        yield _issue(author, cited[MOST_CITATIONS], f"this text has more than {MOST_CITATIONS:,} citations")


def _steps(block: str) -> int:
    """Count what is looked through for brackets that close, and for the definitions of a block."""
    opened: list[int] = []
    targets: list[int] = []
    steps = len(block) * max(0, len(_DEFINITION.findall(block)) - 1) // 4
    steps += len(block) * max(0, len(_MEANING.findall(block)) - 1) // 16
    for found in _BRACKET.finditer(block):
        sign = found.group()
        if sign == "[":
            opened.append(found.start())
        elif sign == ")":
            steps += found.start() - targets.pop() if targets else 0
        else:
            steps += found.start() - opened.pop() if opened else 0
            if sign == "](":
                targets.append(found.end())
    tags = (tag.start() for tag in _OPEN_TAG.finditer(block))
    return steps + sum(len(block) - start for start in (*opened, *targets, *tags))


def _issue(author: AuthorText, offset: int, message: str) -> Issue:
    return Issue.error(
        "slow-text", author.at(offset), message, "write less of it in one paragraph, or put it into a file of its own"
    )

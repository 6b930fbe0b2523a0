"""Paragraphs of a text, as spans of offsets."""

import re
from functools import lru_cache

from generator.text.line_ends import find_wraps

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")


@lru_cache(maxsize=256)
def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Find the paragraphs of a text.

    Args:
        text: Any text. Each line is a paragraph, except where lines are wrapped at a width: see `find_wraps`.

    Returns:
        Start and end offsets of each paragraph that is not blank.
    """
    wraps = find_wraps(text)
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        if line.group().isspace():
            continue
        begin = spans.pop()[0] if line.start() - 1 in wraps else line.start()
        spans.append((begin, line.end()))
    return tuple(spans)

"""Paragraphs and sentences of a text, as spans of offsets."""

import re
from functools import lru_cache

from generator.text.line_ends import find_wraps

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"(?P<stop>[.!?…。！？]+)(?P<closing>[\"'”’»)\]]*)(?P<space>\s+|$)(?P<next>.?)", re.DOTALL)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev|Hon|St|Jr|Sr|vs|No|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|etc|approx|cf|z\.B|bzw|Nr|M|Mme|Sra?))$"
)


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


def find_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Find the sentences of one paragraph.

    Args:
        text: Any text.
        start: Offset where the paragraph begins.
        end: Offset just behind it; the text's end when not given.

    Returns:
        Start and end offsets of each sentence; marks that close a quotation belong to the sentence before.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, stop):
        if match.end("closing") < stop and not _ends_sentence(text, begin, match):
            continue
        spans.append((begin, match.end("closing")))
        begin = match.end("space")
    if text[begin:stop].strip():
        spans.append((begin, stop))
    return tuple(spans)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    following = match["next"]
    if following.islower() or following in ",;:":
        return False
    if match["stop"] == "." and not match["closing"]:
        return not _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start())
    return True

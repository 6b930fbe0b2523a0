"""Sentences of a paragraph, as spans of offsets."""

import re

from generator.text.abbreviations import Abbreviations, read_abbreviations
from generator.text.paragraphs import Span

_SENTENCE_END = re.compile(r"(?P<stop>[.!?…。！？]+)(?P<closing>[\"'”’»)\]]*)(?P<space>\s+|$)(?P<next>.?)", re.DOTALL)


def find_sentences(text: str, start: int = 0, end: int | None = None, *, language: str) -> tuple[Span, ...]:
    """Find the sentences of one paragraph.

    Args:
        text: Any text.
        start: Offset where the paragraph begins.
        end: End offset, exclusive; the text's end when not given.
        language: BCP 47 tag of its language, which tells abbreviations.

    Returns:
        Start and end offsets of each sentence; marks that close a quotation belong to the sentence before.
    """
    stop = len(text) if end is None else end
    abbreviations = read_abbreviations(language)
    spans: list[Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, stop):
        if match.end("closing") < stop and not _ends_sentence(text, begin, match, abbreviations):
            continue
        spans.append((begin, match.end("closing")))
        begin = match.end("space")
    if text[begin:stop].strip():
        spans.append((begin, stop))
    return tuple(spans)


def _ends_sentence(text: str, begin: int, match: re.Match[str], abbreviations: Abbreviations) -> bool:
    following = match["next"]
    if following.islower() or following in ",;:":
        return False
    if match["stop"] == "." and not match["closing"]:
        return not abbreviations.own(text, match.start(), begin)
    return True

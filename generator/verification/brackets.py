"""Brackets in a transcript's turns: remarks of whoever wrote it down, and words that he or she put in."""

import re
from collections.abc import Iterator

from generator.text.language import Language
from generator.text.paragraphs import Span

_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDITORIAL = re.compile(r"[([](?:sic|ph|phonetic)[)\]]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def find_brackets(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the offsets of each bracket, round or square, in a stretch of a text."""
    return (found.span() for found in _BRACKET.finditer(text, start, end))


def is_direction(bracket: str, language: Language) -> bool:
    """Tell whether a bracket holds what was heard besides, such as “(Laughter.)”, or no word at all."""
    words = {word.lower() for word in _WORD.findall(bracket)}
    return not words or not language.directions.isdisjoint(words)


def may_be_left_out(bracket: str, language: Language) -> bool:
    """Tell whether a turn may be quoted without a bracket: not where it holds a negation, or an editor's “sic”."""
    denies = any(language.is_negation(word.replace("’", "'")) for word in _WORD.findall(bracket))
    return not denies and not _EDITORIAL.fullmatch(bracket)

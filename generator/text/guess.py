"""Guessing the language of a text by its small words, for texts that do not say it."""

import re
from functools import lru_cache

from generator.text.language import DEFAULT, known_languages, read_language

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_500
"""Characters that are looked at."""
_FEWEST = 12
"""Words below which nothing is said."""
_SHARE = 0.2
"""Share of a text's words that are small words of its language, at least."""
_CLEAR = 0.38
"""Share from which on a text is English, whatever the other languages' shares."""
_MARGIN = 1.3
"""How many times more of them than of any other language's."""


def guess_language(text: str) -> str:
    """Guess in which of the languages that have data a text is written.

    Args:
        text: Any text.

    Returns:
        Primary subtag; empty where the text is short or fits none, or two equally well.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST:
        return ""
    if _share(words, DEFAULT) >= _CLEAR:
        return DEFAULT
    (most, tag), (second, _) = sorted(((_share(words, tag), tag) for tag in known_languages()), reverse=True)[:2]
    return tag if most >= _SHARE and most >= _MARGIN * second else ""


def _share(words: list[str], tag: str) -> float:
    small = _small_words(tag)
    return sum(word in small for word in words) / len(words)


@lru_cache
def _small_words(tag: str) -> frozenset[str]:
    """Return a language's determiners, prepositions, conjunctions, pronouns and forms of "be"."""
    known = read_language(tag)
    small = known.determiners | known.prepositions | known.conjunctions | known.copulas | known.relatives
    return small | known.pronouns.keys()

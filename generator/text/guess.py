"""Guessing the language of a text by its small words, for texts that do not say it."""

import re
from collections import Counter
from functools import lru_cache

from generator.text.language import known_languages, read_language

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_500
"""Characters that are looked at."""
_FEWEST = 12
"""Words below which nothing is said."""
_SHARE = 0.3
"""Share of a text's words that are small words of its language, at least."""
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
    counted = Counter(tag for word in words for tag in _small_words().get(word, ()))
    (tag, most), (_, second) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return tag if most >= _SHARE * len(words) and most >= _MARGIN * second else ""


@lru_cache
def _small_words() -> dict[str, list[str]]:
    """Return of which languages each determiner, preposition, conjunction, pronoun or form of "be" is one."""
    tags: dict[str, list[str]] = {}
    for tag in sorted(known_languages()):
        known = read_language(tag)
        small = known.determiners | known.prepositions | known.conjunctions | known.copulas | known.relatives
        for word in small | known.pronouns.keys():
            tags.setdefault(word, []).append(tag)
    return tags

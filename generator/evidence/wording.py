"""Wording: whether two states of a text have the same words, and how they differ."""

from functools import lru_cache

from generator.text.folding import fold
from generator.text.words import split_words
from generator.verification.nearest import diff_words
from generator.wording.word_diff import diff_line


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are alike but for what a keyboard or a typesetter changes."""
    return one == other or folded(one) == folded(other)


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Return a text without the differences that are none."""
    return fold(text).text.strip()


def word_diff(before: str, after: str) -> str:
    """Compare two states of a text, word by word.

    Args:
        before: The earlier state.
        after: The later one.

    Returns:
        The words on one line: `[-only before-] {+only after+}`.
    """
    words = split_words(before)
    return diff_line(diff_words(after, before, words, range(len(words))))

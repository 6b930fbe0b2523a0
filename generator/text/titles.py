"""Titles of works: how their words are capitalised."""

from collections.abc import Sequence


def is_title(words: Sequence[str]) -> bool:
    """Tell whether words are capitalised like the title of a work."""
    long = [word for word in words if len(word.strip(".,:;!?")) > 3]
    return len(words) <= 12 and bool(long) and all(word[0].isupper() for word in long)

"""Slugs: ids and file names from words."""

import re
import unicodedata
from collections.abc import Container

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60


def make_slug(text: str, fallback: str) -> str:
    """Make an id of a text: its words in lower case, joined by hyphens, Latin letters without their accents.

    Args:
        text: Any text.
        fallback: The id where the text has no word.

    Returns:
        The slug; of long texts, as many whole words as fit.
    """
    plain = unicodedata.normalize("NFC", "".join(map(_bare, unicodedata.normalize("NFC", text))))
    words = _WORD.findall(re.sub(r"['’]", "", plain).lower())
    slug = "-".join(words)[: _LONGEST + 1]
    if len(slug) > _LONGEST:
        slug = slug.rsplit("-", 1)[0][:_LONGEST]
    return slug or fallback


def _bare(char: str) -> str:
    """Return a Latin letter without its accents; any other character, or one that would be lost, as it is."""
    base = unicodedata.normalize("NFKD", char)[:1]
    return base if base.isascii() and base.isalpha() else char


def make_unique(slug: str, taken: Container[str]) -> str:
    """Return the slug, or with the first number from 2 on that makes it one that is not taken."""
    number, unique = 1, slug
    while unique in taken:
        number += 1
        unique = f"{slug}-{number}"
    return unique

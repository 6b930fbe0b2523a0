"""Phrases: the words that a card says itself, in the page's language."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from generator.wording.phrases import DEFAULT, page_phrases


def card_phrases(language: str) -> Mapping[str, str]:
    """Return the words that a card says itself, and those of the page.

    Args:
        language: BCP 47 tag; only its primary subtag counts, and English stands in where there is no data.

    Returns:
        The words by name.
    """
    known = _read()
    own = known.get(language.split("-", 1)[0].lower(), {})
    return {**page_phrases(language), **known[DEFAULT], **own}


@lru_cache
def _read() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("generator") / "data" / "card_words.toml").read_text("utf-8"))

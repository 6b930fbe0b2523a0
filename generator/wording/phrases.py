"""Phrases: the words that a page says itself, in the page's language."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

DEFAULT = "en"


def page_phrases(language: str) -> Mapping[str, str]:
    """Return the words that a page says itself.

    Args:
        language: BCP 47 tag; only its primary subtag counts, and English stands in where there is no data.

    Returns:
        The words by name.
    """
    known = _read()
    return {**known[DEFAULT], **known.get(language.split("-", 1)[0].lower(), {})}


@lru_cache
def _read() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("generator") / "data" / "page_words.toml").read_text("utf-8"))

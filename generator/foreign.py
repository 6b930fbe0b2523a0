"""Foreign words: the language of a source where it is not that of the page."""

from generator.article import LANGUAGE_TAG
from generator.model import Source


def foreign_language(source: Source | None, language: str) -> str:
    """Return the language of a source; empty where it is the page's, or not known.

    Args:
        source: The source.
        language: BCP 47 tag of the page's language; only primary subtags are compared.

    Returns:
        A BCP 47 tag.
    """
    if source is None:
        return ""
    own = source.language or (source.article.language if source.article else "")
    primary = language.split("-", 1)[0].lower()
    return own if LANGUAGE_TAG.fullmatch(own) and own.split("-", 1)[0].lower() != primary else ""

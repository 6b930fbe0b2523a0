"""Foreign words: the language of a source where it is not that of the page."""

from generator.model.article import LANGUAGE_TAG
from generator.model.explainer import Source

_SCRIPT = 4
"""Letters of a subtag for a script, such as Latn (ISO 15924)."""


def foreign_language(source: Source | None, language: str) -> str:
    """Return the language of a source; empty where it is the page's, or not known.

    Args:
        source: The source.
        language: BCP 47 tag of the page's language; only primary subtags and scripts are compared.

    Returns:
        A BCP 47 tag.
    """
    if source is None:
        return ""
    own = source.language or (source.article.language if source.article else "")
    return own if LANGUAGE_TAG.fullmatch(own) and _are_different(own, language) else ""


def _are_different(one: str, other: str) -> bool:
    """Tell whether two tags are of languages, or of writings that both name, that differ."""
    (primary, *subtags), (other_primary, *other_subtags) = one.lower().split("-"), other.lower().split("-")
    scripts = [next((tag for tag in tags if len(tag) == _SCRIPT), "") for tags in (subtags, other_subtags)]
    return primary != other_primary or (all(scripts) and scripts[0] != scripts[1])

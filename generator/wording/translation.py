"""Translations: how a page says that words are translated."""

from collections.abc import Mapping

from babel import Locale, UnknownLocaleError


def translated_from(source: str, language: str, phrases: Mapping[str, str]) -> str:
    """Say of a translation from what language it is, as far as that is known.

    Args:
        source: BCP 47 tag of the original's language; empty where it is not known.
        language: That of the page.
        phrases: The words of the page's language.

    Returns:
        The words.
    """
    try:
        name = Locale.parse(source, sep="-").get_language_name(language.split("-", maxsplit=1)[0])
    except (ValueError, UnknownLocaleError):
        name = ""
    return phrases["translated_from"].format(language=name) if name else phrases["translated"]

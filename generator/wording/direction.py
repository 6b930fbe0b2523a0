"""Direction: whether a language is written from left to right."""

from babel import Locale, UnknownLocaleError


def text_direction(language: str) -> str:
    """Return "rtl" for a language that is written from right to left, else "ltr".

    Args:
        language: BCP 47 tag; what CLDR does not know counts as written from left to right.
    """
    try:
        return Locale.parse(language, sep="-").text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"

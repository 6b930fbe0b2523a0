"""Speakers: whether the one that a page names is the one that the source names."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from generator.text.attribution import Attribution
from generator.text.language import Language, read_language

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})


class Sameness(StrEnum):
    """How a page's Speaker and the source's compare."""

    SAME = "same"
    UNKNOWN = "unknown"
    OTHER = "other"


@lru_cache(maxsize=4096)
def compare_speakers(named: str, found: Attribution, language: str = "en") -> Sameness:
    """Compare the Speaker that a page names with the source's attribution.

    Args:
        named: Name on the page.
        found: Attribution in the source.
        language: BCP 47 tag of the source's language.

    Returns:
        Same, other, or unknown where the source names nobody or only a role that may be the page's Speaker.
    """
    if found.speaker is None:
        return Sameness.UNKNOWN
    data = read_language(language)
    page, source = _name_words(named, data), _name_words(found.speaker, data)
    if not page or not source:
        return Sameness.UNKNOWN
    if _generation(named) != _generation(found.speaker) and len(page) > 1 and len(source) > 1:
        return Sameness.OTHER
    if page == source:
        return Sameness.SAME
    if not found.named:
        return _compare_role(named, found, data)
    same = _same_name(page, source) or _same_acronym(page, source, data)
    return Sameness.SAME if same else Sameness.OTHER


def compare_names(names: Sequence[str], found: Attribution, language: str = "en") -> Sameness:
    """Compare all names of the Speaker that a page names with the source's attribution.

    Args:
        names: The names, at least one.
        found: Attribution in the source.
        language: BCP 47 tag of the source's language.

    Returns:
        Same if one of them is, else unknown if one of them may be, else other.
    """
    compared = {compare_speakers(name, found, language) for name in names}
    return next(sameness for sameness in Sameness if sameness in compared)


def _name_words(name: str, language: Language) -> tuple[str, ...]:
    plain = re.sub(r"\([^)]*\)", " ", _without_accents(name))
    words = [word for word in _WORD.findall(plain) if word.rstrip(".") not in language.suffixes]
    lead = 0
    while lead < len(words) - 1 and (
        words[lead].capitalize() in language.titles or words[lead].lower() in language.definites | language.indefinites
    ):
        lead += 1
    return tuple(re.sub(r"['’]s$", "", word).casefold() for word in words[lead:])


def _without_accents(name: str) -> str:
    """Return a name without its accents, and with plain hyphens: papers print both."""
    apart = unicodedata.normalize("NFKD", re.sub("[‐‑–]", "-", name))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names agree: the surname, and of the given names those that both have."""
    short, long = sorted((one, other), key=len)
    if short == long or (set(short) <= set(long) and (len(short) > 1 or short[0] in {long[0], long[-1]})):
        return True
    if short[-1] != long[-1] or len(short) == 1:
        return False
    return short[0][0] == long[0][0] and (
        len(short[0]) == 1 or len(long[0]) == 1 or short[0] == long[0] or any(word in long[:-1] for word in short[:-1])
    )


def _same_acronym(one: tuple[str, ...], other: tuple[str, ...], language: Language) -> bool:
    short, long = sorted((one, other), key=len)
    small = language.linking | language.definites | language.coordinators
    letters = "".join(word[0] for word in long if word not in small)
    return len(short) == 1 and len(long) > 1 and short[0] == letters


def _generation(name: str) -> str:
    """Return what tells a son from his father; empty where a name does not say."""
    return next((word for word in _WORD.findall(name) if word in _GENERATIONS), "")


def _own_part(role: str, language: Language) -> tuple[str, str]:
    """Part a role such as “X's brother” or “the wife of Y” into what it says of the Speaker and of others."""
    words = role.split()
    owners = [i for i, word in enumerate(words) if re.search(r"(?:['’]s|s['’])$", word)]
    first = owners[-1] + 1 if owners else 0
    last = next((i for i in range(first + 1, len(words)) if words[i].lower() in language.linking), len(words))
    return " ".join(words[first:last]), " ".join([*words[:first], *words[last:]])


def _compare_role(named: str, found: Attribution, language: Language) -> Sameness:
    """Compare with a role, such as "a spokesman": an indefinite one is nobody that a page can name."""
    own, others = _own_part(found.speaker or "", language)
    common = {word.casefold() for word in language.organisations}
    page = {word.casefold() for word in _WORD.findall(named) if len(word) > 3}
    role = {word.casefold() for word in _WORD.findall(own) if len(word) > 3}
    if (page & role) - common:
        return Sameness.SAME
    if page & {word.casefold() for word in _WORD.findall(others)}:
        return Sameness.OTHER
    definite = found.mention.split()[0].lower() in language.definites
    return Sameness.UNKNOWN if definite and named[:1].isupper() else Sameness.OTHER

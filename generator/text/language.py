"""What a language's prose needs to be read: its cues, titles, roles, pronouns and negations, from data files."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale

DEFAULT = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language names people and reports what they said; see the data files for examples."""

    tag: str
    cues: frozenset[str]
    continuing: frozenset[str]
    attributors: tuple[tuple[str, ...], ...]
    vehicles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    organisations: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    surname_titles: frozenset[str]
    pronouns: dict[str, str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    indefinites: frozenset[str]
    relatives: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    negations: frozenset[str]
    negatable: frozenset[str]
    negative_endings: tuple[str, ...]

    def is_negation(self, word: str) -> bool:
        """Tell whether a folded word denies something."""
        lower = word.lower()
        return lower in self.negations or lower.endswith(self.negative_endings)


@lru_cache
def read_language(tag: str) -> Language:
    """Read the data of a language.

    Args:
        tag: BCP 47 tag; only its primary subtag counts, and English stands in where there is no data.

    Returns:
        The language's data.
    """
    folder = files("generator") / "data" / "languages"
    known = {file.name.removesuffix(".toml") for file in folder.iterdir()}
    primary = tag.split("-", maxsplit=1)[0].lower()
    name = primary if primary in known else DEFAULT
    data = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    grammar = data["grammar"]
    return Language(
        tag=name,
        cues=_words(data["cues"]),
        continuing=_words(data["continuing"]),
        attributors=tuple(tuple(phrase.split()) for phrase in data["attributors"]),
        vehicles=_words(data["vehicles"]),
        titles=_words(data["titles"]),
        roles=_words(data["roles"]),
        organisations=_words(data["organisations"]),
        particles=frozenset(data["particles"]),
        suffixes=frozenset(data["suffixes"]),
        surname_titles=frozenset(data["surname_titles"]),
        pronouns={form: name for name, forms in data["pronouns"].items() for form in forms.split()},
        auxiliaries=_words(grammar["auxiliaries"]),
        copulas=_words(grammar["copulas"]),
        prepositions=_words(grammar["prepositions"]),
        conjunctions=_words(grammar["conjunctions"]),
        indefinites=_words(grammar["indefinites"]),
        determiners=_words(grammar["determiners"]),
        relatives=_words(grammar["relatives"]),
        openers=_words(grammar["openers"]),
        calendar=_words(data["calendar"]["words"]),
        negatable=_words(data["negation"]["verbs"]),
        negations=_words(data["negation"]["words"]),
        negative_endings=tuple(data["negation"]["endings"]),
    )


@lru_cache
def read_places(tag: str) -> frozenset[str]:
    """Read the names of countries and territories in a language, from the CLDR by way of Babel.

    Args:
        tag: Primary subtag of a language that has a data file.

    Returns:
        The names, which are no people's.
    """
    return frozenset(Locale(tag).territories.values())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())

"""What a language's prose needs to be read: its cues, titles, roles, pronouns and negations, from data files."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from babel import Locale

DEFAULT = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language names people and reports what they said; see the data files for examples."""

    tag: str
    cues: frozenset[str]
    cue_phrases: tuple[tuple[str, ...], ...]
    addressing: frozenset[str]
    continuing: frozenset[str]
    attributors: tuple[tuple[str, ...], ...]
    attributors_behind: tuple[tuple[str, ...], ...]
    vehicles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    organisations: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    surname_titles: frozenset[str]
    short_titles: dict[str, str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    bodies: frozenset[str]
    captions: frozenset[str]
    source_lists: frozenset[str]
    directions: frozenset[str]
    pronouns: dict[str, str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    definites: frozenset[str]
    indefinites: frozenset[str]
    coordinators: frozenset[str]
    linking: frozenset[str]
    agents: frozenset[str]
    passive_agents: frozenset[str]
    hearsay: frozenset[str]
    accompanying: frozenset[str]
    equating: frozenset[str]
    addressee_articles: frozenset[str]
    unreal: frozenset[str]
    conditional: frozenset[str]
    asked: frozenset[str]
    locatives: frozenset[str]
    clause_openers: frozenset[str]
    cue_blockers: frozenset[str]
    subject_pronouns: frozenset[str]
    capital_nouns: bool
    elided: re.Pattern[str] | None
    enclitic: re.Pattern[str] | None
    adverb_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    relatives: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    negations: frozenset[str]
    negatable: frozenset[str]
    negative_endings: tuple[str, ...]

    def is_role(self, word: str) -> bool:
        """Tell whether a word in lower case is a role; where nouns are capitalised, compounds of one are roles too."""
        return word in self.roles or word.endswith(self.role_endings)

    def is_negation(self, word: str) -> bool:
        """Tell whether a folded word denies something."""
        lower = word.lower()
        return lower in self.negations or lower.endswith(self.negative_endings)


@lru_cache
def known_languages() -> frozenset[str]:
    """Return the primary subtags of the languages that have data."""
    return frozenset(file.name.removesuffix(".toml") for file in _folder().iterdir())


def language_data(tag: str) -> tuple[str, dict[str, Any]]:
    """Return the data of a language.

    Args:
        tag: BCP 47 tag; only its primary subtag counts, and English stands in where there is no data.

    Returns:
        The primary subtag of the language, and what its file holds.
    """
    primary = primary_subtag(tag)
    name = primary if primary in known_languages() else DEFAULT
    return name, _read(name)


@lru_cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / f"{name}.toml").read_text("utf-8"))


def primary_subtag(tag: str) -> str:
    """Return the language of a BCP 47 tag, without script and region."""
    return tag.split("-", maxsplit=1)[0].lower()


def _folder() -> Traversable:
    return files("generator") / "data" / "languages"


@lru_cache
def read_language(tag: str) -> Language:
    """Read the data of a language.

    Args:
        tag: BCP 47 tag; only its primary subtag counts, and English stands in where there is no data.

    Returns:
        The language's data.
    """
    name, data = language_data(tag)
    grammar, dates = data["grammar"], data["dates"]
    roles = _words(data["roles"]) | _words(data["people"]["experts"])
    return Language(
        tag=name,
        cues=_words(data["cues"]),
        cue_phrases=tuple(tuple(phrase.lower().split()) for phrase in data["cue_phrases"]),
        addressing=_words(data["addressing"]),
        continuing=_words(data["continuing"]),
        attributors=tuple(tuple(phrase.lower().split()) for phrase in data["attributors"]),
        attributors_behind=tuple(tuple(phrase.lower().split()) for phrase in data["attributors_behind"]),
        vehicles=_words(data["vehicles"]),
        titles=_words(data["titles"]),
        roles=roles,
        role_endings=tuple(sorted(roles)) if grammar["capital_nouns"] else (),
        organisations=_words(data["organisations"]),
        particles=frozenset(data["particles"]),
        suffixes=frozenset(data["suffixes"]),
        surname_titles=frozenset(data["surname_titles"]),
        short_titles=dict(data["short_titles"]),
        feminine=_words(data["feminine"]),
        masculine=_words(data["masculine"]),
        bodies=_words(data["people"]["bodies"]),
        captions=_words(data["captions"]),
        source_lists=frozenset(heading.lower() for heading in data["source_lists"]),
        directions=_words(data["directions"]),
        pronouns={form: name for name, forms in data["pronouns"].items() for form in forms.split()},
        auxiliaries=_words(grammar["auxiliaries"]),
        copulas=_words(grammar["copulas"]),
        prepositions=_words(grammar["prepositions"]),
        conjunctions=_words(grammar["conjunctions"]),
        indefinites=_words(grammar["indefinites"]),
        definites=_words(grammar["definites"]),
        coordinators=_words(grammar["coordinators"]),
        linking=_words(grammar["linking"]),
        agents=_words(grammar["agents"]),
        passive_agents=_words(grammar["passive_agents"]),
        hearsay=_words(grammar["hearsay"]),
        accompanying=_words(grammar["accompanying"]),
        equating=_words(grammar["equating"]),
        addressee_articles=_words(grammar["addressee_articles"]),
        unreal=_words(grammar["unreal"]),
        conditional=_words(grammar["conditional"]),
        asked=_words(grammar["asked"]),
        locatives=_words(grammar["locatives"]),
        clause_openers=_words(grammar["clause_openers"]),
        cue_blockers=_words(grammar["cue_blockers"]),
        subject_pronouns=_words(grammar["subject_pronouns"]),
        capital_nouns=grammar["capital_nouns"],
        elided=_affix(r"^({})(?=['’]\w)", grammar["elided"]),
        enclitic=_affix(r"-(?:t-)?({})$", grammar["enclitics"]),
        adverb_endings=tuple(grammar["adverb_endings"]),
        participle_endings=tuple(grammar["participle_endings"]),
        determiners=_words(grammar["determiners"]),
        relatives=_words(grammar["relatives"]),
        openers=_words(grammar["openers"]),
        calendar=_words(data["calendar"]["words"]) | _words(" ".join([*dates["months"], *dates["weekdays"]])),
        negatable=_words(data["negation"]["verbs"]),
        negations=_words(data["negation"]["words"]),
        negative_endings=tuple(data["negation"]["endings"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """How one language says what people are and where they belong; see the data files for examples."""

    courtesy: frozenset[str]
    affiliating: frozenset[str]
    fields: frozenset[str]
    joining: frozenset[str]
    portfolios: frozenset[str]
    modifiers: frozenset[str]
    bodies: frozenset[str]
    demonyms: frozenset[str]
    nationals: frozenset[str]
    experts: frozenset[str]
    relations: frozenset[str]
    partisan: frozenset[str]
    offices: frozenset[str]


@lru_cache
def read_people_words(tag: str) -> PeopleWords:
    """Read how a language says what people are.

    Args:
        tag: BCP 47 tag; English stands in where there are no data.

    Returns:
        The words.
    """
    _, data = language_data(tag)
    people = dict(data["people"])
    offices = frozenset(people.pop("offices"))
    return PeopleWords(**{name: _words(text) for name, text in people.items()}, offices=offices)


@lru_cache
def read_given_names() -> Mapping[str, str]:
    """Read common given names; each maps to the pronoun, "he" or "she", that most of its bearers go by."""
    data = tomllib.loads((files("generator") / "data" / "given_names.toml").read_text("utf-8"))
    return {name: pronoun for pronoun in ("he", "she") for name in data[pronoun].split()}


@lru_cache
def read_places(tag: str) -> frozenset[str]:
    """Read the names of countries and territories in a language, from the CLDR by way of Babel.

    Args:
        tag: Primary subtag of a language that has a data file.

    Returns:
        The names, which are no people's.
    """
    return frozenset(Locale(tag).territories.values())


def _affix(pattern: str, words: str) -> re.Pattern[str] | None:
    return re.compile(pattern.format("|".join(words.split())), re.IGNORECASE) if words else None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())

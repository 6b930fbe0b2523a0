"""People of an article: their roles and affiliations as printed beside their names, and why they speak."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.text.attributed import Attributed
from generator.text.language import Language, read_given_names, read_language, read_people_words
from generator.text.mentions import Mention, MentionKind
from generator.text.names import People
from generator.text.narrative import Paragraph
from generator.text.paragraphs import Span
from generator.text.tokens import Token

_WINDOW = 16
"""Words beside a name in which its role is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What stands beside one mention of a name.

    Args:
        role: As printed; empty where none stands there.
        affiliation: The body, as printed.
        text: The name and what describes it, as printed.
        owned: Whether he or she is another person's ("X's lawyer"), and speaks for that person.
        start: Offset where that begins.
        end: End offset, exclusive.
    """

    role: str
    affiliation: str
    text: str
    owned: bool
    start: int
    end: int


# One letter stands for each token: R role, T title, C other capital word, P and q capital and other possessives,
# F a relation to somebody, D demonym, w other word, d determiner, p preposition that affiliates, a conjunction that
# joins roles, m form of address, f preposition before a field of work; commas and brackets for themselves, x for all
# else. “EADS's North America CEO Ralph Crosby” is PCCR before the name, “, a law professor at Ladle College” behind
# it ,dwRpCC.
_FIELD = r"(?:pw{1,3}|fd?[wCD]{1,3}?)?"
_BODY = r"[TCRD]{0,5}?C(?:(?:p?d?|a)[CTD]*?C){0,6}"
_UNIT = r"(?:[wD]{0,4}[RF]|D?T|(?<=p)w{1,2})"
_OWN_ROLE = rf"(?:{_UNIT}[apd]{{0,2}}){{0,6}}{_UNIT}(?<=[RTF])"
_ROLE = rf"C{{0,3}}{_OWN_ROLE}"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<body>(?:{_BODY}(?:pd?)?)?P)(?P<role>{_ROLE}),?m?$",
        rf"(?P<role>{_OWN_ROLE}{_FIELD})(?:pd?|d)(?P<body>{_BODY}),?m?$",
        rf"pd?(?P<body>{_BODY}),d?(?P<role>{_OWN_ROLE})m?$",
        rf"(?P<body>{_BODY})(?P<role>{_OWN_ROLE}),?m?$",
        rf"(?P<role>{_OWN_ROLE}{_FIELD}),?m?$",
    )
)
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:,d?|d)(?P<body>(?:{_BODY}(?:pd?)?)?P)(?P<role>{_ROLE}(?:pw+)?)(?=[^wCTRF]|$)",
        rf"(?:,d?|d)(?P<role>{_OWN_ROLE}{_FIELD})(?:pd?|d)(?P<body>{_BODY}P?)(?=[^C]|$)",
        rf",d?(?P<role>{_OWN_ROLE}a(?P<body>{_BODY})[wTR]{{0,3}}[RT])(?=[^wCTRF]|$)",
        rf",d?(?P<body>{_BODY})(?P<role>{_OWN_ROLE})(?=[^wCTRF]|$)",
        rf"(?:,d?|d)(?P<role>{_OWN_ROLE}(?:pw+)?)(?=[^wCTRF]|$)",
    )
)
_THEMSELVES = frozenset(",()")
_CAPITALS = frozenset("TDmxdpa")
_AFFILIATED = re.compile(rf"pd?(?P<body>{_BODY})(?=[^C]|$)")


def describe_people(text: str, attributed: Attributed, language: Language) -> dict[str, list[Described]]:
    """Read what is printed beside each name.

    Args:
        text: The whole text.
        attributed: The same, read.
        language: Data of its language.

    Returns:
        By the fullest form of each person's name, one description for each mention, in the order of the text.
    """
    alphabet = _read_alphabet(language.tag)
    people = attributed.people
    described: dict[str, list[Described]] = {name: [] for name in people.names}
    for paragraph in attributed.paragraphs:
        letters: str | None = None
        for mention in paragraph.mentions:
            if mention.kind is not MentionKind.NAME:
                continue
            name = mention.name
            if name not in described:
                continue
            if letters is None:
                letters = "".join(map(alphabet.letter, paragraph.tokens))
            described[name].append(_describe(text, paragraph, letters, mention, people))
    return described


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """Which letter stands for a word: by its form in lower case, and by its form with a capital."""

    small: Mapping[str, str]
    capital: Mapping[str, str]
    body_endings: tuple[str, ...]
    role_endings: tuple[str, ...]

    def letter(self, token: Token) -> str:
        """Return the letter for a token; a quotation is strange to any role."""
        text = token.text
        if not token.wordlike:
            return text if text and text in _THEMSELVES else self.small.get(text, "x")
        lower = text.lower()
        if token.possessive:
            return "P" if token.capital and self.small.get(lower) != "d" else "q"
        if token.capital:
            known = self.capital.get(text.rstrip(".")) or self.small.get(lower, "")
            if known in _CAPITALS or (known in {"R", "F"} and token.opens):
                return known
            return "R" if lower.endswith(self.role_endings) and not lower.endswith(self.body_endings) else "C"
        return self.small.get(lower) or ("C" if text != lower else "w")


@lru_cache
def _read_alphabet(tag: str) -> _Alphabet:
    language, words = read_language(tag), read_people_words(tag)
    small: dict[str, str] = {}
    capital: dict[str, str] = {}
    strange = language.cues | language.prepositions | language.conjunctions | language.auxiliaries | language.relatives
    for letter, group in (
        ("x", strange | language.pronouns.keys()),
        ("R", language.roles),
        ("F", words.relations),
        ("a", words.joining),
        ("f", words.fields),
        ("p", words.affiliating),
        ("d", language.determiners),
    ):
        small.update(dict.fromkeys(group, letter))
    for letter, group in (
        ("x", language.openers | language.calendar),
        ("D", words.demonyms),
        ("T", language.titles | words.portfolios | words.modifiers),
        ("m", words.courtesy),
    ):
        capital.update(dict.fromkeys(group, letter))
    small.update({word: "C" for word in language.organisations if word.islower()})
    return _Alphabet(small, capital, tuple(sorted(language.bodies)), language.role_endings)


def _describe(text: str, paragraph: Paragraph, letters: str, mention: Mention, people: People) -> Described:
    tokens = paragraph.tokens
    last = mention.last
    first = last - len(mention.text.split(" "))
    begin, stop = max(0, first - _WINDOW), min(len(tokens), last + _WINDOW)
    begin = _sentence_start(tokens, first, begin)
    stop = next((i for i in range(last, stop) if tokens[i].opens), stop)
    role, body, start, end = "", "", first, last
    begin = max(begin, letters.rfind("Fp", begin, first) + 2) if "Fp" in letters[begin:first] else begin
    for pattern in _BEFORE:
        if found := pattern.search(letters, begin, first):
            role = _printed(tokens, found.span("role"))
            body = _printed(tokens, found.span("body")) if "body" in pattern.groupindex else ""
            start = found.start()
            break
    if not tokens[last - 1].possessive:
        for pattern in _BEHIND:
            if found := pattern.match(letters, last, stop):
                if not role or (not body and "body" in pattern.groupindex):
                    role = _printed(tokens, found.span("role"))
                    body = body or (_printed(tokens, found.span("body")) if "body" in pattern.groupindex else "")
                end = found.end()
                break
        if role and not body and (found := _AFFILIATED.match(letters, last, stop)):
            body = _printed(tokens, found.span("body"))
            end = found.end()
    owned = _is_owned(letters, body, start, first, people)
    if mention.text in body or owned:
        body = ""
    span = tokens[start].start, tokens[end - 1].end
    return Described(role=role, affiliation=body, text=text[slice(*span)], owned=owned, start=span[0], end=span[1])


def _is_owned(letters: str, body: str, start: int, first: int, people: People) -> bool:
    """Tell whether the owner in what stands before a name is a person and no body: “Ms. Doe's lawyer, X”."""
    if not body or "P" not in letters[start:first]:
        return False
    words = body.split()
    known = any(name.rsplit(maxsplit=1)[-1] == words[-1] for name in people.names)
    return known or letters[max(0, start - 1) : start] == "m" or words[0] in read_given_names()


def _sentence_start(tokens: Sequence[Token], first: int, begin: int) -> int:
    return next((i for i in range(first, begin - 1, -1) if tokens[i].opens), begin)


def _printed(tokens: Sequence[Token], span: Span) -> str:
    return " ".join(token.text for token in tokens[slice(*span)])

"""Meanings: whom the mention means that a cue gives a quotation to."""

import re

from generator.model.verdict import Strength
from generator.text.attribution import Attribution
from generator.text.language import read_people_words
from generator.text.mentions import MentionKind
from generator.text.paragraphs import Span
from generator.text.rules.place import FURTHEST, Meant, Named
from generator.text.rules.rule import first, joined
from generator.text.tokens import Token

_AGED = re.compile(r"\d{1,3}-\w+-\w+")
"""What an article may call somebody whom it has named: “the 24-year-old”."""


def attribute_to(named: Named, start: int, end: int, *, rule: str = "") -> Attribution:
    """Attribute a quotation to whom a mention means.

    Args:
        named: The mention.
        start: Index of the first token that tells.
        end: End index, exclusive.
        rule: The rules that found the mention.

    Returns:
        The attribution, with the words around the mention as its evidence.
    """
    mention, prose, tokens = named.mention, named.prose, named.paragraph.tokens
    if mention.kind is MentionKind.BODY:
        named.memory.add_body(mention.name)
    fired = first(prose.rules.meanings, named)
    assert fired is not None, "the last rule takes any mention by its name"
    span = find_evidence(prose.text, tokens, max(start, mention.first - FURTHEST), min(end, mention.last + FURTHEST))
    return Attribution(
        speaker=fired.found.speaker,
        mention=fired.found.mention,
        cue=named.cue,
        strength=fired.found.strength,
        evidence=prose.text[slice(*span)],
        evidence_span=span,
        named=fired.found.named,
        rule=joined(rule, fired.rule),
    )


def find_evidence(text: str, tokens: list[Token], start: int, end: int) -> Span:
    """Return the offsets of the narrative between two tokens, without the punctuation around it.

    Args:
        text: The whole text.
        tokens: The paragraph.
        start: Index of the first token.
        end: End index, exclusive.
    """
    narrative = [token for token in tokens[start:end] if token.segment is None]
    if not narrative:
        return 0, 0
    first_char, last_char = narrative[0].start, narrative[-1].end
    while first_char < last_char and text[first_char] in " ,.:;":
        first_char += 1
    while last_char > first_char and text[last_char - 1] in " ,.:;":
        last_char -= 1
    return first_char, last_char


def pronoun_going_on(named: Named) -> Meant | None:
    """Find the one who spoke just now: “…,” said X. “…,” she added."""
    name = _antecedent(named)
    if name is None or not named.memory.goes_on(name, named.cue, named.paragraph):
        return None
    return Meant(name, named.mention.text, Strength.EXPLICIT, named=True)


def pronoun(named: Named) -> Meant | None:
    """Find the last one named whom a pronoun suits: X came to the fair. “…,” he said."""
    name = _antecedent(named)
    return Meant(name, named.mention.text, Strength.INFERRED, named=True) if name is not None else None


def pronoun_of_nobody(named: Named) -> Meant | None:
    """Leave a pronoun that suits nobody who was named: “…,” she said."""
    if named.mention.kind is not MentionKind.PRONOUN:
        return None
    return Meant(None, named.mention.text, None, named=False)


def _antecedent(named: Named) -> str | None:
    if named.mention.kind is not MentionKind.PRONOUN:
        return None
    return named.memory.antecedent(named.prose.language.pronouns.get(named.mention.text.lower(), ""))


def role_held(named: Named) -> Meant | None:
    """Find whom the text names with this very role: Mayor X … “…,” the mayor said."""
    name = _holder(named)
    if name is None or not named.prose.people.holds(name, named.mention.text):
        return None
    return Meant(name, _printed(named), Strength.EXPLICIT, named=True)


def role_akin(named: Named) -> Meant | None:
    """Find the only one whose role has the same head: Vice Mayor X … “…,” the young mayor said."""
    name = _holder(named)
    return Meant(name, _printed(named), Strength.INFERRED, named=True) if name is not None else None


def description(named: Named) -> Meant | None:
    """Find the last one named by what may be said of anybody: “the 24-year-old”, “the Dutchman”."""
    mention = named.mention
    if mention.kind is not MentionKind.NOMINAL or not mention.definite or not _describes(named):
        return None
    name = named.memory.antecedent()
    if name is None:
        return None
    held = named.prose.people.holds(name, mention.text)
    return Meant(name, _printed(named), Strength.EXPLICIT if held else Strength.INFERRED, named=True)


def _describes(named: Named) -> bool:
    words = read_people_words(named.prose.language.tag)
    text = named.mention.text
    return text in words.nationals | words.demonyms or _AGED.fullmatch(text) is not None


def _holder(named: Named) -> str | None:
    mention = named.mention
    if mention.kind is not MentionKind.NOMINAL or (mention.determined and not mention.definite):
        return None
    return named.prose.people.by_role(mention.text)


def role(named: Named) -> Meant | None:
    """Leave a role that the text ties to no name: “…,” a spokesman said."""
    if named.mention.kind is not MentionKind.NOMINAL:
        return None
    printed = _printed(named)
    return Meant(printed, printed, Strength.EXPLICIT, named=False)


def _printed(named: Named) -> str:
    tokens = named.paragraph.tokens
    return named.prose.text[tokens[named.mention.first].start : tokens[_role_end(named) - 1].end]


def _role_end(named: Named) -> int:
    """Return the end index of a role, exclusive, with the name of whom it is: “the wife of X”."""
    tokens, last = named.paragraph.tokens, named.mention.last
    if last + 1 < len(tokens) and tokens[last].text.lower() in named.prose.language.linking:
        for other in named.paragraph.mentioned(last, min(len(tokens), last + 8)):
            if other.kind is MentionKind.NAME and other.first <= last + 2:
                return other.last
    return last


def body(named: Named) -> Meant | None:
    """Take a body by its name: “…,” the Soup Agency said."""
    return name(named) if named.mention.kind is MentionKind.BODY else None


def name(named: Named) -> Meant | None:
    """Take somebody by the fullest form of the name: “…,” X said."""
    return Meant(named.mention.name, named.mention.text, Strength.EXPLICIT, named=True)

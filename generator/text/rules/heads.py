"""Heads: which of the mentions in a clause is the one that acts."""

from collections.abc import Sequence
from dataclasses import replace

from generator.text.language import Language
from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.rules.place import FURTHEST, Prose
from generator.text.tokens import Token

_NAMES = frozenset({MentionKind.NAME, MentionKind.BODY})


def is_person(prose: Prose, mention: Mention) -> bool:
    """Tell whether a mention names a person, as far as the text shows."""
    return mention.kind is MentionKind.NAME and prose.people.is_person(mention.name)


def is_governed(language: Language, tokens: list[Token], mention: Mention) -> bool:
    """Tell whether a preposition governs a mention: “with the wife of X”."""
    index = mention.first - 1
    while index > 0 and (
        tokens[index].text.lower() in language.determiners
        or tokens[index].possessive
        or (tokens[index].capital and tokens[index + 1].possessive)
    ):
        index -= 1
    return index >= 0 and tokens[index].text.lower() in language.prepositions


def find_head(
    prose: Prose, tokens: list[Token], inside: Sequence[Mention], *, participle: bool = False
) -> Mention | None:
    """Find whom a clause makes act, of those whom it mentions.

    Args:
        prose: The text.
        tokens: The paragraph.
        inside: The mentions of the clause that own nothing.
        participle: Whether the verb is a participle, whose subject a preposition may govern: “with X saying”.
    """
    free = [m for m in inside if participle or not is_governed(prose.language, tokens, m)]
    if not free:
        return None
    head = free[0]
    for following in inside[inside.index(head) + 1 :]:
        if following.first != head.last or (following.kind is not MentionKind.NOMINAL and not following.role):
            break
        head = following
    named: Sequence[Mention] = ()
    if head.kind is MentionKind.NOMINAL:
        named = inside[inside.index(head) + 1 :]
    elif head.kind in _NAMES and not is_person(prose, head):
        named = free
    return next((m for m in named if is_person(prose, m) and closes_nominal(prose.language, tokens, head, m)), head)


def find_topic(prose: Prose, paragraph: Paragraph, start: int, end: int) -> Mention | None:
    """Find whom a clause is about: the first person in it that no preposition governs, or else anybody.

    Args:
        prose: The text.
        paragraph: The paragraph.
        start: Index of the clause's first token.
        end: End index, exclusive.
    """
    tokens = paragraph.tokens
    inside = [m for m in paragraph.mentioned(max(start, end - FURTHEST), end) if not m.possessive]
    head = find_head(prose, tokens, inside)
    if head is None or is_person(prose, head) or head.kind is MentionKind.PRONOUN:
        return head
    return next((m for m in inside if is_person(prose, m) and not is_governed(prose.language, tokens, m)), head)


def closes_nominal(language: Language, tokens: list[Token], nominal: Mention, name: Mention) -> bool:
    """Tell whether a name ends a noun phrase that a role begins: “chief of staff General X”."""
    between = tokens[nominal.last : name.first]
    if any(not t.wordlike or t.text.lower() in language.cues for t in between):
        return False
    before = tokens[name.first - 1].text.lower()
    return before not in language.prepositions and before not in language.determiners


def find_pair(language: Language, paragraph: Paragraph, head: Mention, edge: int) -> Mention | None:
    """Join two who speak as one: “X and Y wrote”.

    Args:
        language: Data of the text's language.
        paragraph: The paragraph.
        head: The first of them.
        edge: End index of the subject, exclusive.
    """
    tokens = paragraph.tokens
    if head.kind not in _NAMES or head.last >= edge or tokens[head.last].text not in language.coordinators:
        return None
    for other in paragraph.mentioned(head.last + 1, edge):
        if other.first == head.last + 1 and other.kind in _NAMES:
            joint = f"{head.name} {tokens[head.last].text} {other.name}"
            return replace(head, last=other.last, text=joint, full="")
    return None

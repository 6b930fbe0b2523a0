"""Weighing: which of two cues tells who speaks a quotation, the one before it or the one behind."""

from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.rules.place import Cue, Prose, Quoted
from generator.text.rules.unnamed import LONGEST_NOUN_PHRASE
from generator.text.rules.verbs import is_participle
from generator.text.tokens import Token

_PAUSES = frozenset(",?!…-–—")
"""What ends a quotation that its sentence goes on behind."""
_BESIDE = 1
"""Words that may stand between a reporting verb and words that it introduces at once: “said it was ‘fine’” has more."""


def outweighs(quoted: Quoted, before: Cue, behind: Cue) -> bool:
    """Tell whether the cue behind a quotation tells who speaks it, whatever stands before.

    It must adjoin the words. It does then where the cue before is set off, as in “The plan, they said, means that
    ‘…,’ X wrote”, or reports in a main clause what X goes on to say that he or she said.

    Args:
        quoted: The quotation.
        before: The cue before it.
        behind: The cue behind it.
    """
    prose, tokens, index = quoted.prose, quoted.tokens, quoted.at
    if before.subject is None or behind.subject is None or not _adjoins(quoted, behind):
        return False
    if behind.reports and _is_participle(prose, tokens, behind):
        return False
    if behind.subject.kind is MentionKind.PRONOUN and _may_mean(prose, behind.subject, before.subject):
        return False
    if _is_set_off(tokens, before, index):
        return True
    if not _pauses(quoted):
        return False
    if before.place is None:
        return behind.subject.kind is not MentionKind.PRONOUN
    if not before.reports or not behind.reports or _is_subordinate(quoted, before):
        return False
    if before.subject.kind is MentionKind.PRONOUN:
        return True
    beside = sum(token.wordlike for token in tokens[before.place + 1 : index]) <= _BESIDE
    return not beside and not _says_more(prose, quoted.paragraph, behind)


def _adjoins(quoted: Quoted, behind: Cue) -> bool:
    """Tell whether a cue begins right behind a quotation, but for “as” and what describes the subject."""
    language, subject = quoted.prose.language, behind.subject
    assert subject is not None
    assert behind.place is not None
    between = quoted.tokens[quoted.at + 1 : min(subject.first, behind.place)]
    small = language.conjunctions | language.prepositions | language.relatives | language.cues
    words = [token.text.lower() for token in between if token.wordlike]
    words = words[1:] if words and words[0] in language.equating else words
    return len(words) <= LONGEST_NOUN_PHRASE and not small.intersection(words)


def _may_mean(prose: Prose, pronoun: Mention, subject: Mention) -> bool:
    named = subject.kind is MentionKind.NAME
    return named and prose.people.suits(subject.name, prose.language.pronouns.get(pronoun.text.lower(), ""))


def _is_set_off(tokens: list[Token], before: Cue, index: int) -> bool:
    """Tell whether a cue stands between commas, and the clause that it interrupts goes on to the quotation."""
    if before.subject is None or before.place is None or not before.reports:
        return False
    first = min(before.subject.first, before.place)
    if first == 0 or tokens[first - 1].text != ",":
        return False
    behind = max(before.subject.last, before.place + 1)
    comma = next((place for place in range(behind, index) if tokens[place].text == ","), index)
    return any(token.wordlike for token in tokens[comma:index])


def _is_participle(prose: Prose, tokens: list[Token], cue: Cue) -> bool:
    return cue.place is not None and is_participle(prose.language, tokens[cue.place])


def _pauses(quoted: Quoted) -> bool:
    return quoted.prose.text[quoted.segment.end - 1] in _PAUSES or quoted.tokens[quoted.at + 1].text in _PAUSES


def _is_subordinate(quoted: Quoted, before: Cue) -> bool:
    """Tell whether a cue stands in a clause that only leads to another: “While X said ‘…,’ Y disagreed”."""
    language, tokens = quoted.prose.language, quoted.tokens
    assert before.subject is not None
    assert before.place is not None
    first = min(before.subject.first, before.place)
    stops = (i + 1 for i in range(first - 2, quoted.start - 1, -1) if tokens[i].text in {",", ";", ":"})
    clause = next(stops, quoted.start)
    openers = language.clause_openers | language.conditional | language.relatives | language.conjunctions
    opened = any(token.text.lower() in openers for token in tokens[clause:first])
    return opened or _is_participle(quoted.prose, tokens, before)


def _says_more(prose: Prose, paragraph: Paragraph, behind: Cue) -> bool:
    """Tell whether a cue behind a quotation has an object of its own: “…,” Y said it was cold."""
    tokens, language = paragraph.tokens, prose.language
    assert behind.subject is not None
    assert behind.place is not None
    place = max(behind.subject.last, behind.place + 1)
    openers = language.clause_openers - language.conjunctions
    if any(token.text.lower() in openers for token in tokens[place : behind.end]):
        return True
    if place >= behind.end or not tokens[place].wordlike:
        return False
    if tokens[behind.place].text.lower() in language.addressing:
        return False
    word = tokens[place].text.lower()
    named = any(mention.first == place for mention in paragraph.mentioned(place, behind.end))
    return named or word in language.determiners or word in language.pronouns or language.is_negation(word)

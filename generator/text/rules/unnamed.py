"""Unnamed subjects: whom a text makes speak without naming: “X's office”, “a leaked letter”, “protesters”."""

from generator.text.language import Language
from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.tokens import Token, printed

NEAR = 3
"""Words that a noun phrase may have behind its owner or its article."""
LONGEST_NOUN_PHRASE = 5


def find_vehicle(language: Language, tokens: list[Token], begin: int, edge: int) -> Mention | None:
    """Find a noun that speaks for somebody whom nobody names: “a leaked letter says”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        begin: Index of the first token.
        edge: End index, exclusive.
    """
    last = next((i for i in range(edge - 1, begin - 1, -1) if tokens[i].text.lower() in language.vehicles), None)
    if last is None:
        return None
    first = next((i for i in range(last, begin - 1, -1) if tokens[i].text.lower() in language.determiners), last)
    governed = first > begin and tokens[first - 1].text.lower() in language.prepositions
    if governed or first == last or last - first > LONGEST_NOUN_PHRASE:
        return None
    definite = tokens[first].text.lower() in language.definites
    text = printed(tokens, first + 1, last + 1)
    return Mention(first, last + 1, MentionKind.NOMINAL, text, determined=True, definite=definite)


def find_possessed(
    language: Language, paragraph: Paragraph, begin: int, edge: int, *, behind: bool = False
) -> Mention | None:
    """Find somebody known only by whose he, she or it is: “X's office said”, “according to X's opponent”.

    Args:
        language: Data of the text's language.
        paragraph: The paragraph.
        begin: Index of the first token.
        edge: End index, exclusive.
        behind: Whether this stands behind the verb, where more may follow.
    """
    tokens = paragraph.tokens
    small = language.prepositions | language.relatives | language.cues | language.conjunctions
    for mention in reversed(paragraph.mentioned(begin, edge)):
        if not mention.possessive or mention.kind is MentionKind.PRONOUN:
            continue
        last = mention.last
        while last < min(edge, mention.last + NEAR) and _is_plain(tokens[last], small):
            last += 1
        if last > mention.last and (behind or last == edge):
            text = printed(tokens, mention.last, last)
            return Mention(mention.first, last, MentionKind.NOMINAL, text, determined=True)
    return None


def find_unlisted_noun(language: Language, tokens: list[Token], begin: int, edge: int) -> Mention | None:
    """Find somebody whom the language data do not list: “a visitor said”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        begin: Index of the first token.
        edge: End index, exclusive.
    """
    if tokens[edge - 1].text.lower() in language.vehicles:
        return None
    for first in range(edge - 2, max(begin, edge - 5) - 1, -1):
        if tokens[first].text.lower() in language.indefinites:
            text = printed(tokens, first + 1, edge)
            return Mention(first, edge, MentionKind.NOMINAL, text, determined=True)
        if not tokens[first].wordlike or tokens[first].text.lower() in language.prepositions:
            return None
    return None


def find_unlisted_noun_behind(language: Language, tokens: list[Token], begin: int, end: int) -> Mention | None:
    """Find somebody whom the language data do not list behind a verb: “said a visitor”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        begin: Index of the first token.
        end: End index, exclusive.
    """
    if begin >= end or tokens[begin].text.lower() not in language.indefinites:
        return None
    small = language.prepositions | language.relatives
    last = begin + 1
    while last < min(end, begin + 4) and tokens[last].wordlike and tokens[last].text.lower() not in small:
        last += 1
    if last == begin + 1:
        return None
    return Mention(begin, last, MentionKind.NOMINAL, printed(tokens, begin + 1, last), determined=True)


def find_bare_noun(language: Language, tokens: list[Token], begin: int, edge: int) -> Mention | None:
    """Find a subject that is a noun the language data do not list: “protesters shouted”, “the latter said”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        begin: Index of the first token.
        edge: End index, exclusive.
    """
    small = language.auxiliaries | language.prepositions | language.conjunctions | language.relatives
    small |= language.determiners | language.pronouns.keys() | language.cues | language.vehicles
    first = edge
    while first > max(begin, edge - NEAR) and _is_plain(tokens[first - 1], small):
        first -= 1
    if first == edge or tokens[edge - 1].text.lower().endswith(language.adverb_endings):
        return None
    determined = first > begin and tokens[first - 1].text.lower() in language.definites
    if first - determined != begin:
        return None
    text = printed(tokens, first, edge)
    return Mention(begin, edge, MentionKind.NOMINAL, text, determined=determined, definite=determined)


def _is_plain(token: Token, small: frozenset[str]) -> bool:
    return token.wordlike and not token.capital and not token.possessive and token.text.lower() not in small

"""Unnamed subjects: whom a text makes speak without naming: “X's office”, “a leaked letter”, “protesters”."""

from generator.text.language import Language
from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.tokens import Token

NEAR = 3
"""Words that a noun phrase may have behind its owner or its article."""
LONGEST_NOUN_PHRASE = 5


class Unnamed:
    """Finds speakers by the nouns that stand for them, in the paragraphs of one text."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def vehicle(self, tokens: list[Token], clause: int, edge: int) -> Mention | None:
        """Find a noun that speaks for somebody whom nobody names: “a leaked letter says”."""
        last = next(
            (i for i in range(edge - 1, clause - 1, -1) if tokens[i].text.lower() in self.language.vehicles), None
        )
        if last is None:
            return None
        first = next(
            (i for i in range(last, clause - 1, -1) if tokens[i].text.lower() in self.language.determiners), last
        )
        governed = first > clause and tokens[first - 1].text.lower() in self.language.prepositions
        if governed or first == last or last - first > LONGEST_NOUN_PHRASE:
            return None
        text = " ".join(token.text for token in tokens[first + 1 : last + 1])
        definite = tokens[first].text.lower() in self.language.definites
        return Mention(first, last + 1, MentionKind.NOMINAL, text, determined=True, definite=definite)

    def possessed(self, paragraph: Paragraph, clause: int, edge: int, *, behind: bool = False) -> Mention | None:
        """Find somebody known only by whose he, she or it is: “X's office said”, “according to X's opponent”."""
        tokens = paragraph.tokens
        for mention in reversed(paragraph.mentioned(clause, edge)):
            if not mention.possessive or mention.kind is MentionKind.PRONOUN:
                continue
            last = mention.last
            strange = self.language.prepositions | self.language.relatives | self.language.cues
            strange |= self.language.conjunctions
            while last < min(edge, mention.last + NEAR) and _is_plain(tokens[last], strange):
                last += 1
            if last > mention.last and (behind or last == edge):
                text = " ".join(token.text for token in tokens[mention.last : last])
                return Mention(mention.first, last, MentionKind.NOMINAL, text, determined=True)
        return None

    def stranger(self, tokens: list[Token], clause: int, edge: int) -> Mention | None:
        """Find somebody whom the language data do not know: “a visitor said”."""
        if tokens[edge - 1].text.lower() in self.language.vehicles:
            return None
        for first in range(edge - 2, max(clause, edge - 5) - 1, -1):
            if tokens[first].text.lower() in self.language.indefinites:
                text = " ".join(token.text for token in tokens[first + 1 : edge])
                return Mention(first, edge, MentionKind.NOMINAL, text, determined=True)
            if not tokens[first].wordlike or tokens[first].text.lower() in self.language.prepositions:
                return None
        return None

    def stranger_behind(self, tokens: list[Token], begin: int, end: int) -> Mention | None:
        """Find somebody whom the language data do not know behind a verb: “said a visitor”."""
        if begin >= end or tokens[begin].text.lower() not in self.language.indefinites:
            return None
        strange = self.language.prepositions | self.language.relatives
        last = begin + 1
        while last < min(end, begin + 4) and tokens[last].wordlike and tokens[last].text.lower() not in strange:
            last += 1
        if last == begin + 1:
            return None
        text = " ".join(token.text for token in tokens[begin + 1 : last])
        return Mention(begin, last, MentionKind.NOMINAL, text, determined=True)

    def bare_noun(self, tokens: list[Token], clause: int, edge: int) -> Mention | None:
        """Find a subject that is a noun the language data do not know: “protesters shouted”, “the latter said”."""
        language = self.language
        small = language.auxiliaries | language.prepositions | language.conjunctions | language.relatives
        small |= language.determiners | language.pronouns.keys() | language.cues | language.vehicles
        first = edge
        while first > max(clause, edge - NEAR) and _is_plain(tokens[first - 1], small):
            first -= 1
        if first == edge or tokens[edge - 1].text.lower().endswith(language.adverb_endings):
            return None
        determined = first > clause and tokens[first - 1].text.lower() in language.definites
        begin = first - determined
        if begin != clause:
            return None
        text = " ".join(token.text for token in tokens[first:edge])
        return Mention(begin, edge, MentionKind.NOMINAL, text, determined=determined, definite=determined)


def _is_plain(token: Token, strange: frozenset[str]) -> bool:
    return token.wordlike and not token.capital and not token.possessive and token.text.lower() not in strange

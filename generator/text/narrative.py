"""Narrative: a paragraph's tokens, its sentences, and who is mentioned in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.text.language import Language
from generator.text.marks import Segment
from generator.text.mentions import Mention, find_mentions
from generator.text.names import People, read_people
from generator.text.paragraphs import Span, find_paragraphs
from generator.text.tokens import Token, read_tokens


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as attribution reads it.

    Args:
        tokens: Words and marks of the narrative, and a placeholder for each segment.
        sentences: First token of each sentence, and the one behind its last.
        mentions: Who is mentioned, in order.
        firsts: First token of each mention.
    """

    tokens: list[Token]
    sentences: list[Span]
    mentions: list[Mention]
    firsts: list[int]

    def mentioned(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that stand whole between two tokens."""
        found = self.mentions[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]
        return [mention for mention in found if mention.last <= end]

    def sentence_before(self, token: int) -> Span | None:
        """Return the last sentence that ends before a token or right at it."""
        place = bisect_left(self.sentences, (token, token))
        return self.sentences[place - 1] if place else None


def read_narrative(text: str, segments: Sequence[Segment], language: Language) -> tuple[tuple[Paragraph, ...], People]:
    """Read the paragraphs of a text, and who is named in them.

    Args:
        text: The whole text.
        segments: Its segments.
        language: Data of its language.

    Returns:
        Its paragraphs, in order, and the people and bodies.
    """
    read: list[tuple[list[Token], list[Mention]]] = []
    first = 0
    for number, span in enumerate(find_paragraphs(text)):
        last = first
        while last < len(segments) and segments[last].paragraph == number:
            last += 1
        tokens = read_tokens(text, span, tuple(segments[first:last]), first, language)
        read.append((tokens, find_mentions(tokens, language)))
        first = last
    people = read_people(read, language)
    named = (people.named(mentions) for _, mentions in read)
    return tuple(_paragraph(tokens, mentions) for (tokens, _), mentions in zip(read, named, strict=True)), people


def _paragraph(tokens: list[Token], mentions: list[Mention]) -> Paragraph:
    opens = [index for index, token in enumerate(tokens) if token.opens]
    sentences = list(zip(opens, [*opens[1:], len(tokens)], strict=True))
    return Paragraph(tokens, sentences, mentions, [mention.first for mention in mentions])

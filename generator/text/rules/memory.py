"""Memory: who spoke last and who was named, as a text is read from its beginning."""

from itertools import pairwise

from generator.model.verdict import Strength
from generator.text.attribution import NOBODY, Attribution
from generator.text.language import Language
from generator.text.mentions import Mention, MentionKind
from generator.text.names import People
from generator.text.narrative import Paragraph
from generator.text.tokens import Token


class Memory:
    """Who spoke last and who was named in the text up to here.

    Args:
        language: Data of the text's language.
        people: Who is named in the text.
    """

    def __init__(self, language: Language, people: People) -> None:
        self._language = language
        self._people = people
        self._named: dict[str, None] = {}
        self._bodies: set[str] = set()
        self._last_body: str | None = None
        self._last_found = NOBODY
        self._last_paragraph: Paragraph | None = None
        self._named_since = False

    def hear(self, paragraph: Paragraph, start: int, end: int) -> None:
        """Remember who is named between two tokens, and neither spoken of nor spoken to.

        Args:
            paragraph: The paragraph.
            start: Index of the first token.
            end: End index, exclusive.
        """
        for mention in paragraph.mentioned(start, end):
            if mention.kind is not MentionKind.NAME:
                continue
            name = mention.name
            if self._people.is_person(name) and not _is_object(paragraph.tokens, mention, self._language):
                self._name(name)
                self._named_since = self._named_since or name != self._last_found.speaker

    def add_body(self, name: str) -> None:
        """Remember that a body speaks."""
        self._bodies.add(name)

    def remember(self, found: Attribution, paragraph: Paragraph) -> None:
        """Remember who spoke.

        Args:
            found: The attribution of a quotation.
            paragraph: Where it stands.
        """
        self._last_found, self._last_paragraph, self._named_since = found, paragraph, False
        if found.named and found.speaker in self._bodies:
            self._last_body = found.speaker
        elif found.named and found.speaker is not None:
            self._name(found.speaker)

    def antecedent(self, pronoun: str = "") -> str | None:
        """Return whom "he", "she", "it" or "they" means: the last one named whom it suits; without it, the last."""
        if pronoun in {"it", "they"}:
            return self._last_body
        return next((name for name in reversed(self._named) if self._people.suits(name, pronoun)), None)

    def goes_on(self, name: str, cue: str, paragraph: Paragraph) -> bool:
        """Tell whether somebody spoke just now, for certain, and nobody else was named since.

        Args:
            name: Whom a pronoun means.
            cue: Its reporting verb; one such as “added” goes on over a paragraph's end.
            paragraph: Where it stands.
        """
        last = self._last_found
        if last.speaker != name or last.strength is not Strength.EXPLICIT or self._named_since:
            return False
        return self._last_paragraph is paragraph or cue.lower() in self._language.continuing

    def _name(self, name: str) -> None:
        """Put a name behind all that were named before."""
        self._named.pop(name, None)
        self._named[name] = None


def is_caption(tokens: list[Token], language: Language) -> bool:
    """Tell whether a paragraph is a picture's caption: it says so before a colon."""
    return any(following.text == ":" and token.text in language.captions for token, following in pairwise(tokens))


def _is_object(tokens: list[Token], mention: Mention, language: Language) -> bool:
    """Tell whether somebody is spoken of or spoken to: behind a preposition, or behind “told”."""
    before = mention.first - 1
    if before > 0 and tokens[before].text.lower() in language.determiners:
        before -= 1
    if before < 0:
        return False
    word = tokens[before].text.lower()
    return word in language.prepositions or (before > 0 and tokens[before - 1].wordlike and word in language.addressing)

"""Cues: where a sentence says who speaks the words of a quotation in it, or that nobody did."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.text.marks import Segment
from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.subjects import Subjects
from generator.text.tokens import Token
from generator.text.unnamed import LONGEST_NOUN_PHRASE

_FURTHEST = 60
"""Words that a cue may stand from the words it introduces."""
_FURTHEST_BEHIND = 40
_INTRODUCING = frozenset({",", ":", "-", "–", "—"})
_PAUSES = frozenset(",?!…-–—")
"""What ends a quotation that its sentence goes on behind."""
_BESIDE = 1
"""Words that may stand between a reporting verb and words that it introduces at once: “said it was ‘fine’” has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A place where a sentence says who speaks.

    Args:
        subject: Who does; None where the sentence says that it was not said, or nobody is named.
        text: The reporting verb or phrase as printed; empty where there is none.
        start: Index of the first token that tells.
        end: Index behind the last.
        place: Index of the verb or phrase; None where there is none.
        reports: Whether somebody does a reporting verb, as against “according to X” or “X's remark”.
    """

    subject: Mention | None
    text: str = ""
    start: int
    end: int
    place: int | None = None
    reports: bool = False


class Cues:
    """Finds the cues of one text's quotations."""

    def __init__(self, text: str, segments: Sequence[Segment], subjects: Subjects) -> None:
        self.text = text
        self.segments = segments
        self.subjects = subjects
        self.language = subjects.language

    def find(self, paragraph: Paragraph, start: int, end: int, index: int) -> Cue | None:
        """Find who speaks a quotation by the cues of its sentence.

        Args:
            paragraph: The paragraph.
            start: Index where the sentence begins.
            end: Index behind it.
            index: The quotation's token.
        """
        tokens = paragraph.tokens
        if self._asked(tokens, start, index):
            return Cue(subject=None, start=index - 1, end=index)
        before = self._passive(paragraph, start, end, index)
        if before is not None:
            return before
        before = self._before(paragraph, start, index)
        stop = next((i for i in range(index + 1, end) if tokens[i].segment is not None), end)
        if stop < end and tokens[stop - 1].text == ":":
            stop = next((i for i in range(stop, index, -1) if tokens[i].text in {".", ";"}), stop)
        behind = self._behind(paragraph, index, stop)
        if before is None:
            return behind or self._signature(paragraph, index)
        return behind if behind and self._outweighs(paragraph, before, behind, start, index) else before

    def words(self, token: Token) -> list[str]:
        """Return the words of a quotation."""
        assert token.segment is not None
        segment = self.segments[token.segment]
        return self.text[segment.start : segment.end].split()

    def _asked(self, tokens: list[Token], start: int, index: int) -> bool:
        """Tell whether somebody whom nobody names put what stands here as a question: “Asked ‘Why?’, X said no”."""
        verb = index - 1 - (index > start and tokens[index - 1].text in _INTRODUCING)
        if verb < start or tokens[verb].text.lower() not in self.language.asked:
            return False
        return verb == start or tokens[verb - 1].text.lower() in self.language.clause_openers

    def _passive(self, paragraph: Paragraph, start: int, end: int, index: int) -> Cue | None:
        """Find the agent behind what somebody was called: “was called ‘…’ by X”."""
        tokens, language = paragraph.tokens, self.language
        verb = index - 1 - (index > start and tokens[index - 1].text.lower() in language.equating)
        if verb <= start or tokens[verb].text.lower() not in language.cues:
            return None
        if tokens[verb - 1].text.lower() not in language.copulas:
            return None
        if index + 2 < end and tokens[index + 1].text.lower() in language.passive_agents:
            agent = self.subjects.behind(paragraph, index + 2, end)
            if agent is not None:
                return Cue(subject=agent, text=tokens[verb].text, start=verb, end=end)
        return self._behind(paragraph, index, end) or Cue(subject=None, start=verb, end=verb + 1)

    def _before(self, paragraph: Paragraph, start: int, index: int) -> Cue | None:
        tokens = paragraph.tokens
        for verb in range(index - 1, max(start, index - _FURTHEST) - 1, -1):
            found = self._reporting(paragraph, start, verb, index)
            if found is not None:
                return found
            owner = self.subjects.owner(paragraph, verb) or self.subjects.passive(paragraph, verb, index)
            if owner is not None:
                return Cue(subject=owner, text=tokens[verb].text, start=start, end=index, place=verb)
            phrase = self.subjects.attributor(tokens, verb)
            subject = self.subjects.behind(paragraph, verb + phrase, index) if phrase else None
            if subject is not None:
                return Cue(
                    subject=subject, text=_printed(tokens, verb, verb + phrase), start=start, end=index, place=verb
                )
        words = self.words(tokens[index])
        if index > start and tokens[index - 1].text in _INTRODUCING and len(words) > 3 and not is_title(words):
            subject = self.subjects.main(paragraph, start, index)
            if subject is not None and any(self.language.is_negation(t.text) for t in tokens[subject.last : index]):
                return Cue(subject=None, start=start, end=index)
            if subject is not None:
                return Cue(subject=subject, start=start, end=index)
        return None

    def _reporting(self, paragraph: Paragraph, start: int, verb: int, index: int) -> Cue | None:
        """Find who does a reporting verb before a quotation."""
        tokens = paragraph.tokens
        if not self.subjects.is_cue(tokens, verb):
            return None
        subject = self.subjects.before(paragraph, start, verb)
        subject = self.subjects.behind_addressee(paragraph, subject, verb, index) or subject
        if subject is None:
            return None
        refused = self.language.is_negation(tokens[verb].text) and any(
            token.text.lower() in self.language.cues for token in tokens[verb + 1 : index]
        )
        if refused or self.subjects.denied(tokens, start, verb):
            return Cue(subject=None, start=start, end=index)
        return Cue(subject=subject, text=tokens[verb].text, start=start, end=index, place=verb, reports=True)

    def _behind(self, paragraph: Paragraph, index: int, stop: int) -> Cue | None:
        tokens = paragraph.tokens
        for verb in range(index + 1, min(stop, index + _FURTHEST_BEHIND)):
            if self.subjects.is_cue(tokens, verb):
                subject = self._doer(paragraph, index, verb, stop)
                if subject is not None and self.subjects.denied(tokens, index + 1, verb):
                    return Cue(subject=None, start=index + 1, end=stop)
                if subject is not None:
                    text = tokens[verb].text
                    return Cue(subject=subject, text=text, start=index + 1, end=stop, place=verb, reports=True)
            phrase = self.subjects.attributor(tokens, verb, behind=True)
            if phrase and verb <= index + 3:
                subject = self.subjects.behind(paragraph, verb + phrase, stop)
                if subject is not None:
                    text = _printed(tokens, verb, verb + phrase)
                    return Cue(subject=subject, text=text, start=index + 1, end=stop, place=verb)
        return None

    def _doer(self, paragraph: Paragraph, index: int, verb: int, stop: int) -> Mention | None:
        """Find who does a reporting verb behind a quotation."""
        tokens = paragraph.tokens
        inverted = all(not t.wordlike or t.text.lower() in self.language.auxiliaries for t in tokens[index + 1 : verb])
        subject = self.subjects.behind(paragraph, verb + 1, stop) if inverted else None
        if subject is None and not inverted:
            subject = self.subjects.before(paragraph, index + 1, verb)
        if subject is None and tokens[verb - 1].text == ",":
            subject = self.subjects.behind(paragraph, verb + 1, stop)
        return subject

    def _signature(self, paragraph: Paragraph, index: int) -> Cue | None:
        """Read a name that stands alone behind the quotation: “…” – Jane Doe."""
        tokens = paragraph.tokens
        rest = tokens[index + 1 : index + 16]
        words = self.words(tokens[index])
        if not rest or len(words) < 4 or is_title(words):
            return None
        if len(rest) > 14 or any(self.subjects.is_cue(tokens, place) for place in range(index + 1, len(tokens))):
            return None
        dashed = not rest[0].wordlike or self.text[self.segments[tokens[index].segment or 0].end - 1] == ","
        for mention in paragraph.mentioned(index + 1, len(tokens)):
            if (
                mention.first <= index + 2
                and (dashed or mention.kind is MentionKind.NOMINAL)
                and mention.kind is not MentionKind.PRONOUN
            ):
                tail = tokens[mention.last : mention.last + 1]
                if not tail or not tail[0].wordlike:
                    return Cue(subject=mention, start=index + 1, end=len(tokens))
        return None

    def _outweighs(self, paragraph: Paragraph, before: Cue, behind: Cue, start: int, index: int) -> bool:
        """Tell whether the cue behind a quotation tells who speaks it, whatever stands before.

        It must adjoin the words. It does then where the cue before is set off, as in “The plan, they said, means that
        ‘…,’ X wrote”, or reports in a main clause what X goes on to say that he or she said.
        """
        tokens = paragraph.tokens
        if before.subject is None or behind.subject is None or not self._adjoins(tokens, behind, index):
            return False
        if behind.reports and self._is_participle(tokens, behind):
            return False
        if behind.subject.kind is MentionKind.PRONOUN and self._may_mean(behind.subject, before.subject):
            return False
        if self._set_off(tokens, before, index):
            return True
        if not self._pauses(tokens, index):
            return False
        if before.place is None:
            return behind.subject.kind is not MentionKind.PRONOUN
        if not before.reports or not behind.reports or self._subordinate(tokens, before, start):
            return False
        if before.subject.kind is MentionKind.PRONOUN:
            return True
        beside = sum(token.wordlike for token in tokens[before.place + 1 : index]) <= _BESIDE
        return not beside and not self._says_more(paragraph, behind)

    def _adjoins(self, tokens: list[Token], behind: Cue, index: int) -> bool:
        """Tell whether a cue begins right behind a quotation, but for “as” and what describes the subject."""
        language, subject = self.language, behind.subject
        assert subject is not None
        assert behind.place is not None
        between = tokens[index + 1 : min(subject.first, behind.place)]
        strange = language.conjunctions | language.prepositions | language.relatives | language.cues
        words = [token.text.lower() for token in between if token.wordlike]
        words = words[1:] if words and words[0] in language.equating else words
        return len(words) <= LONGEST_NOUN_PHRASE and not strange.intersection(words)

    def _may_mean(self, pronoun: Mention, subject: Mention) -> bool:
        named = subject.kind is MentionKind.NAME
        return named and self.subjects.people.suits(subject.name, self.language.pronouns.get(pronoun.text.lower(), ""))

    def _set_off(self, tokens: list[Token], before: Cue, index: int) -> bool:
        """Tell whether a cue stands between commas, and the clause that it interrupts goes on to the quotation."""
        if before.subject is None or before.place is None or not before.reports:
            return False
        first = min(before.subject.first, before.place)
        if first == 0 or tokens[first - 1].text != ",":
            return False
        behind = max(before.subject.last, before.place + 1)
        comma = next((place for place in range(behind, index) if tokens[place].text == ","), index)
        return any(token.wordlike for token in tokens[comma:index])

    def _is_participle(self, tokens: list[Token], cue: Cue) -> bool:
        return cue.place is not None and tokens[cue.place].text.endswith(self.language.participle_endings)

    def _pauses(self, tokens: list[Token], index: int) -> bool:
        segment = self.segments[tokens[index].segment or 0]
        return self.text[segment.end - 1] in _PAUSES or tokens[index + 1].text in _PAUSES

    def _subordinate(self, tokens: list[Token], before: Cue, start: int) -> bool:
        """Tell whether a cue stands in a clause that only leads to another: “While X said ‘…,’ Y disagreed”."""
        language = self.language
        assert before.subject is not None
        assert before.place is not None
        first = min(before.subject.first, before.place)
        clause = next((i + 1 for i in range(first - 2, start - 1, -1) if tokens[i].text in {",", ";", ":"}), start)
        openers = language.clause_openers | language.conditional | language.relatives | language.conjunctions
        opened = any(token.text.lower() in openers for token in tokens[clause:first])
        return opened or self._is_participle(tokens, before)

    def _says_more(self, paragraph: Paragraph, behind: Cue) -> bool:
        """Tell whether a cue behind a quotation has an object of its own: “…,” Y said it was cold."""
        tokens, language = paragraph.tokens, self.language
        assert behind.subject is not None
        assert behind.place is not None
        place = max(behind.subject.last, behind.place + 1)
        if any(
            token.text.lower() in language.clause_openers - language.conjunctions
            for token in tokens[place : behind.end]
        ):
            return True
        if place >= behind.end or not tokens[place].wordlike:
            return False
        if tokens[behind.place].text.lower() in language.addressing:
            return False
        word = tokens[place].text.lower()
        named = any(mention.first == place for mention in paragraph.mentioned(place, behind.end))
        return named or word in language.determiners or word in language.pronouns or language.is_negation(word)


def is_title(words: Sequence[str]) -> bool:
    """Tell whether words are capitalised like the title of a work."""
    long = [word for word in words if len(word.strip(".,:;!?")) > 3]
    return len(words) <= 12 and bool(long) and all(word[0].isupper() for word in long)


def _printed(tokens: list[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])

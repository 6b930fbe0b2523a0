"""Attribution: who, by the text's own words, said what stands in its quotation marks.

The cues of news prose are read: “…,” X said; said X; X said: “…”; according to X; X told Z; X, a
doctor, said; he added. A quotation without a cue of its own continues the speech before it. Every
attribution carries its evidence and says whether the text states it or only suggests it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.model.verdict import Strength
from generator.text.cues import Cues
from generator.text.language import Language, read_language, read_people_words
from generator.text.marks import Segment, find_segments
from generator.text.mentions import Mention, MentionKind
from generator.text.names import People
from generator.text.narrative import Paragraph, read_narrative
from generator.text.paragraphs import Span
from generator.text.subjects import Subjects
from generator.text.tokens import Token

_FURTHEST = 60
"""Words that a cue may stand from the words it introduces."""

_AGED = re.compile(r"\d{1,3}-\w+-\w+")
"""What an article may call somebody whom it has named: “the 24-year-old”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said a segment.

    Args:
        speaker: The person or body as fully as the text names them; None where it names nobody.
        mention: As printed at the cue, "he" for instance.
        cue: The reporting verb as printed; empty where the speech merely continues.
        strength: Whether the text states it or only suggests it; None where it names nobody.
        evidence: The words of the text that tell.
        evidence_span: Offsets of these words; empty where there are none.
        named: Whether `speaker` is a name, and no role such as "a spokesman".
    """

    speaker: str | None = None
    mention: str = ""
    cue: str = ""
    strength: Strength | None = None
    evidence: str = ""
    evidence_span: Span = (0, 0)
    named: bool = False


NOBODY = Attribution()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A text whose segments are attributed, with what the attribution read.

    Args:
        segments: The segments, as `find_segments` finds them.
        attributions: One for each segment.
        paragraphs: The narrative of each paragraph.
        people: Who is named in the text.
    """

    segments: tuple[Segment, ...]
    attributions: tuple[Attribution, ...]
    paragraphs: tuple[Paragraph, ...]
    people: People


def attribute(text: str, language: str = "en") -> tuple[Attribution, ...]:
    """Attribute every segment of a text.

    Args:
        text: The whole text.
        language: BCP 47 tag of its language.

    Returns:
        One attribution for each of `find_segments(text)`, in the same order.
    """
    return read_attributed(text, language).attributions


@lru_cache(maxsize=256)
def read_attributed(text: str, language: str = "en") -> Attributed:
    """Attribute every segment of a text, and keep what was read for it.

    Args:
        text: The whole text.
        language: BCP 47 tag of its language.

    Returns:
        The attributions, the narrative and the people.
    """
    data = read_language(language)
    segments = find_segments(text)
    paragraphs, people = read_narrative(text, segments, data)
    reader = _Reader(text, data, segments, people)
    for paragraph in paragraphs:
        reader.read(paragraph)
    return Attributed(
        segments=segments,
        attributions=tuple(reader.found[number] for number in range(len(segments))),
        paragraphs=paragraphs,
        people=people,
    )


class _Reader:
    """Goes through the paragraphs and remembers who spoke and who was named last."""

    def __init__(self, text: str, language: Language, segments: Sequence[Segment], people: People) -> None:
        self.text = text
        self.language = language
        self.segments = segments
        self.people = people
        self.subjects = Subjects(language, people)
        self.cues = Cues(text, segments, self.subjects)
        self.found: dict[int, Attribution] = {}
        self.named: dict[str, None] = {}
        self.caption = False
        self.last_found = NOBODY
        self.last_paragraph: Paragraph | None = None
        self.named_since = False
        self.last_body: str | None = None
        self.bodies: set[str] = set()

    def read(self, paragraph: Paragraph) -> None:
        self.caption = _is_caption(paragraph.tokens, self.language)
        waiting: list[int] = []
        heard = 0
        for start, end in paragraph.sentences:
            for index in range(start, end):
                number = paragraph.tokens[index].segment
                if number is None:
                    continue
                heard = self._hear(paragraph, heard, index)
                found = self._by_cue(paragraph, start, end, index)
                if found is NOBODY:
                    found = self._by_context(paragraph, start, index)
                self.found[number] = found
                if found is NOBODY:
                    waiting.append(number)
                elif waiting and waiting[-1] == number - 1 and found.cue and self._adjoin(number):
                    for earlier in waiting:
                        self.found[earlier] = self._continued(found)
                if found is not NOBODY:
                    waiting = []
                    self._remember(found, paragraph)
            heard = self._hear(paragraph, heard, end)

    def _adjoin(self, number: int) -> bool:
        return not self.text[self.segments[number - 1].outer_end : self.segments[number].outer_start].strip()

    def _hear(self, paragraph: Paragraph, start: int, end: int) -> int:
        """Remember who is named between two tokens."""
        for mention in paragraph.mentioned(start, end):
            if mention.kind is MentionKind.NAME and not self.caption:
                name = mention.name
                if self.people.is_person(name) and not _is_object(paragraph.tokens, mention, self.language):
                    self._name(name)
                    self.named_since = self.named_since or name != self.last_found.speaker
        return max(start, end)

    def _remember(self, found: Attribution, paragraph: Paragraph) -> None:
        self.last_found, self.last_paragraph, self.named_since = found, paragraph, False
        if found.named and found.speaker in self.bodies:
            self.last_body = found.speaker
        elif found.named and found.speaker is not None:
            self._name(found.speaker)

    def _name(self, name: str) -> None:
        """Put a name behind all that were named before."""
        self.named.pop(name, None)
        self.named[name] = None

    def _antecedent(self, pronoun: str) -> str | None:
        """Return whom a pronoun means: the last one named whom it suits."""
        if pronoun in {"it", "they"}:
            return self.last_body
        return next((name for name in reversed(self.named) if self.people.suits(name, pronoun)), None)

    def _continued(self, found: Attribution, strength: Strength | None = None) -> Attribution:
        return Attribution(
            speaker=found.speaker,
            mention=found.mention,
            strength=strength or found.strength,
            evidence=found.evidence,
            evidence_span=found.evidence_span,
            named=found.named,
        )

    def _by_cue(self, paragraph: Paragraph, start: int, end: int, index: int) -> Attribution:
        """Attribute to whom the sentence itself gives a segment; to nobody where it says that it was not said."""
        cue = self.cues.find(paragraph, start, end, index)
        if cue is None:
            return NOBODY
        if cue.subject is not None:
            return self._attribute(paragraph, cue.subject, cue.text, cue.start, cue.end)
        narrative = [token for token in paragraph.tokens[cue.start : cue.end] if token.segment is None]
        span = _stripped(self.text, narrative[0].start, narrative[-1].end) if narrative else (0, 0)
        return Attribution(evidence=self.text[slice(*span)], evidence_span=span)

    def _by_context(self, paragraph: Paragraph, start: int, index: int) -> Attribution:
        tokens = paragraph.tokens
        number = tokens[index].segment
        assert number is not None
        previous = self.found.get(number - 1, NOBODY)
        segment = self.segments[number]
        before = self.segments[number - 1] if number else None
        if before is None or previous is NOBODY:
            return self._introduced(paragraph, start, index)
        if before.paragraph == segment.paragraph:
            previous_token = next(i for i in range(index - 1, -1, -1) if tokens[i].segment is not None)
            between = tokens[previous_token + 1 : index]
            breaks = [i for i, t in enumerate(between) if t.opens and t.segment is None]
            if not breaks or all(between[i].start < before.outer_end for i in breaks):
                same_sentence = not any(t.opens for t in [*between, tokens[index]])
                if same_sentence or self._continues(between, tokens[index]):
                    return self._continued(previous)
            if any(t.opens for t in between[1:]) or (between and between[0].opens):
                return self._introduced(paragraph, start, index)
            return self._continued(previous)
        if before.paragraph == segment.paragraph - 1 and not before.closed and tokens[0].segment == number:
            return self._continued(previous)
        introduced = self._introduced(paragraph, start, index)
        if introduced is not NOBODY:
            return introduced
        alone = sum(token.wordlike for token in tokens[:40]) < 3 and len(tokens) < 40
        if alone and before.paragraph == segment.paragraph - 1:
            return self._continued(previous, Strength.INFERRED)
        return NOBODY

    def _continues(self, between: list[Token], token: Token) -> bool:
        return token.opens and (not between or not any(t.opens for t in between))

    def _introduced(self, paragraph: Paragraph, start: int, index: int) -> Attribution:
        """Take the subject of the sentence before, for a whole sentence that stands without a cue."""
        tokens = paragraph.tokens
        if len(self.cues.words(tokens[index])) < 4 or not tokens[index].opens:
            return NOBODY
        earlier = paragraph.sentence_before(start)
        if earlier:
            subject = self.subjects.main(paragraph, *earlier)
            thing = subject is not None and subject.kind is MentionKind.NAME and self.people.is_body(subject.name)
            if subject is not None and subject.kind is not MentionKind.NOMINAL and not thing:
                found = self._attribute(paragraph, subject, "", *earlier)
                return self._continued(found, Strength.INFERRED)
        last = self._antecedent("")
        if last and not any(token.wordlike for token in tokens[:index]):
            return Attribution(speaker=last, mention=last, strength=Strength.INFERRED, named=True)
        return NOBODY

    def _attribute(self, paragraph: Paragraph, mention: Mention, cue: str, start: int, end: int) -> Attribution:
        tokens = paragraph.tokens
        near = range(max(start, mention.first - _FURTHEST), min(end, mention.last + _FURTHEST))
        narrative = [tokens[place] for place in near if tokens[place].segment is None]
        span = _stripped(self.text, narrative[0].start, narrative[-1].end) if narrative else (0, 0)
        evidence = self.text[slice(*span)]
        if mention.kind is MentionKind.PRONOUN:
            name = self._antecedent(self.language.pronouns.get(mention.text.lower(), ""))
            strength = Strength.EXPLICIT if self._goes_on(name, cue, paragraph) else Strength.INFERRED
            return Attribution(
                speaker=name,
                mention=mention.text,
                cue=cue,
                named=name is not None,
                strength=strength if name else None,
                evidence=evidence,
                evidence_span=span,
            )
        if mention.kind is MentionKind.NOMINAL:
            name = self.people.by_role(mention.text) if mention.definite or not mention.determined else None
            words = read_people_words(self.language.tag)
            person = mention.text in words.nationals | words.demonyms or _AGED.fullmatch(mention.text)
            if name is None and mention.definite and person:
                name = self._antecedent("")
            printed = self.text[tokens[mention.first].start : tokens[self._nominal_end(paragraph, mention) - 1].end]
            inferred = name is not None and not self.people.holds(name, mention.text)
            return Attribution(
                speaker=name or printed,
                mention=printed,
                cue=cue,
                named=name is not None,
                strength=Strength.INFERRED if inferred else Strength.EXPLICIT,
                evidence=evidence,
                evidence_span=span,
            )
        if mention.kind is MentionKind.BODY:
            self.bodies.add(mention.name)
        return Attribution(
            speaker=mention.name,
            mention=mention.text,
            cue=cue,
            named=True,
            strength=Strength.EXPLICIT,
            evidence=evidence,
            evidence_span=span,
        )

    def _nominal_end(self, paragraph: Paragraph, mention: Mention) -> int:
        """Return the index behind a role, with the name of whom it is: “the wife of X”."""
        tokens = paragraph.tokens
        if mention.last + 1 < len(tokens) and tokens[mention.last].text.lower() in self.language.linking:
            for other in paragraph.mentioned(mention.last, min(len(tokens), mention.last + 8)):
                if other.kind is MentionKind.NAME and other.first <= mention.last + 2:
                    return other.last
        return mention.last

    def _goes_on(self, name: str | None, cue: str, paragraph: Paragraph) -> bool:
        """Tell whether a pronoun only carries on: the one who spoke just now, and nobody else was named since."""
        last = self.last_found
        if name is None or last.speaker != name or last.strength is not Strength.EXPLICIT or self.named_since:
            return False
        return self.last_paragraph is paragraph or cue.lower() in self.language.continuing


def _is_caption(tokens: list[Token], language: Language) -> bool:
    """Tell whether a paragraph is a picture's caption: it says so before a colon."""
    return any(following.text == ":" and token.text in language.captions for token, following in pairwise(tokens))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,.:;":
        start += 1
    while end > start and text[end - 1] in " ,.:;":
        end -= 1
    return start, end


def _is_object(tokens: list[Token], mention: Mention, language: Language) -> bool:
    """Tell whether somebody is spoken of or spoken to: behind a preposition, or behind “told”."""
    before = mention.first - 1
    if before > 0 and tokens[before].text.lower() in language.determiners:
        before -= 1
    if before < 0:
        return False
    word = tokens[before].text.lower()
    return word in language.prepositions or (before > 0 and tokens[before - 1].wordlike and word in language.addressing)

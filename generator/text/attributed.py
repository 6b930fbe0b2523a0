"""Attributed: a text whose quotations are each given to whom, by its own words, said them.

The cues of news prose are read: “…,” X said; said X; X said: “…”; according to X; X told Z; X, a doctor, said; he
added. A quotation without a cue of its own continues the speech before it. Every attribution carries its evidence and
the rules that told, and says whether the text states it or only suggests it. `rules.table` lists the rules.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from generator.text.attribution import NOBODY, Attribution
from generator.text.language import read_language
from generator.text.marks import Segment, find_segments
from generator.text.names import People
from generator.text.narrative import Paragraph, read_narrative
from generator.text.rules.cues import find_cue
from generator.text.rules.meanings import attribute_to, find_evidence
from generator.text.rules.memory import Memory, is_caption
from generator.text.rules.place import Cue, Named, Prose, Quoted, Uncued
from generator.text.rules.rule import Fired, first, joined
from generator.text.rules.table import RULES


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
    reader = _Reader(Prose(text=text, segments=segments, language=data, people=people, rules=RULES))
    for paragraph in paragraphs:
        reader.read(paragraph)
    return Attributed(
        segments=segments,
        attributions=tuple(reader.found[number] for number in range(len(segments))),
        paragraphs=paragraphs,
        people=people,
    )


class _Reader:
    """Goes through the paragraphs, and attributes each quotation by what was read before it."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.memory = Memory(prose.language, prose.people)
        self.found: dict[int, Attribution] = {}

    def read(self, paragraph: Paragraph) -> None:
        waiting: list[Quoted] = []
        listens = not is_caption(paragraph.tokens, self.prose.language)
        for start, end in paragraph.sentences:
            heard = start
            for index in range(start, end):
                if paragraph.tokens[index].segment is None:
                    continue
                if listens:
                    self.memory.hear(paragraph, heard, index)
                heard = index
                waiting = self._read_quotation(Quoted(self.prose, paragraph, start, end, index), waiting)
            if listens:
                self.memory.hear(paragraph, heard, end)

    def _read_quotation(self, quoted: Quoted, waiting: list[Quoted]) -> list[Quoted]:
        """Attribute a quotation, and those right before it that wait for a speaker; return those that wait then."""
        found = self._attribute(quoted)
        self.found[quoted.number] = found
        if found is NOBODY:
            return [*waiting, quoted]
        shared = first(self.prose.rules.next_words, waiting[-1], found) if waiting else None
        if shared is not None:
            self.found |= {earlier.number: replace(shared.found, rule=shared.rule) for earlier in waiting}
        self.memory.remember(found, quoted.paragraph)
        return []

    def _attribute(self, quoted: Quoted) -> Attribution:
        cue = find_cue(quoted)
        if cue is not None:
            return self._by_cue(quoted, cue)
        previous = self.found.get(quoted.number - 1, NOBODY)
        before = self.prose.segments[quoted.number - 1] if quoted.number else None
        uncued = Uncued(quoted, self.memory, previous if previous is not NOBODY else None, before)
        fired = first(self.prose.rules.uncued, uncued)
        return replace(fired.found, rule=joined(fired.rule, fired.found.rule)) if fired is not None else NOBODY

    def _by_cue(self, quoted: Quoted, fired: Fired[Cue]) -> Attribution:
        """Attribute to whom the sentence gives a quotation; to nobody where it says that it was not said."""
        cue = fired.found
        if cue.subject is not None:
            named = Named(self.prose, self.memory, quoted.paragraph, cue.subject, cue.text)
            return attribute_to(named, cue.start, cue.end, rule=joined(fired.rule, cue.who))
        span = find_evidence(self.prose.text, quoted.tokens, cue.start, cue.end)
        return Attribution(evidence=self.prose.text[slice(*span)], evidence_span=span, rule=fired.rule)

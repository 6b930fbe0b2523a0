"""Places: what rules look at, from a whole text down to one verb, and what they find there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.verdict import Strength
from generator.text.attribution import Attribution
from generator.text.language import Language
from generator.text.marks import Segment
from generator.text.mentions import Mention
from generator.text.names import People
from generator.text.narrative import Paragraph
from generator.text.rules.memory import Memory
from generator.text.rules.rule import Rule
from generator.text.tokens import Token

FURTHEST = 60
"""Words that a cue may stand from the words it introduces, and a subject from its verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A place where a sentence says who speaks.

    Args:
        subject: Who does; None where the sentence says that it was not said, or nobody is named.
        who: Name of the rule that found the subject; empty where the place alone tells.
        text: The reporting verb or phrase as printed; empty where there is none.
        start: Index of the first token that tells.
        end: End index, exclusive.
        place: Index of the verb or phrase; None where there is none.
        reports: Whether somebody does a reporting verb, as against “according to X” or “X's remark”.
    """

    subject: Mention | None
    who: str = ""
    text: str = ""
    start: int
    end: int
    place: int | None = None
    reports: bool = False


class Meant(NamedTuple):
    """Whom a mention means.

    Args:
        speaker: The person or body as fully as the text names them; None where it names nobody.
        mention: As printed.
        strength: Whether the text states it or only suggests it; None where it names nobody.
        named: Whether `speaker` is a name, and no role such as "a spokesman".
    """

    speaker: str | None
    mention: str
    strength: Strength | None
    named: bool


class Quoted(NamedTuple):
    """A quotation in its sentence.

    Args:
        prose: The text that it stands in.
        paragraph: The paragraph.
        start: Index of the sentence's first token.
        end: End index of the sentence, exclusive.
        at: Index of the quotation's token.
    """

    prose: "Prose"
    paragraph: Paragraph
    start: int
    end: int
    at: int

    @property
    def tokens(self) -> list[Token]:
        """Return the tokens of the paragraph."""
        return self.paragraph.tokens

    @property
    def number(self) -> int:
        """Return which of the text's segments it is."""
        number = self.paragraph.tokens[self.at].segment
        assert number is not None
        return number

    @property
    def segment(self) -> Segment:
        """Return the segment."""
        return self.prose.segments[self.number]

    @property
    def words(self) -> list[str]:
        """Return the words of the quotation."""
        segment = self.segment
        return self.prose.text[segment.start : segment.end].split()


class Verb(NamedTuple):
    """A reporting verb whose subject is looked for to its left.

    Args:
        prose: The text.
        paragraph: The paragraph.
        start: Index where to look no further.
        place: Index of the verb.
        edge: End index of what may be the subject, exclusive: auxiliaries, adverbs and a bracket lie behind it.
        participle: Whether it is a participle such as “saying”.
    """

    prose: "Prose"
    paragraph: Paragraph
    start: int
    place: int
    edge: int
    participle: bool


class Clause(NamedTuple):
    """The clause before a reporting verb.

    Args:
        verb: The verb.
        begin: Index of the clause's first token.
        head: Who is mentioned in it as a subject; None where nobody is.
    """

    verb: Verb
    begin: int
    head: Mention | None


class Behind(NamedTuple):
    """What stands behind an inverted verb or a phrase such as “according to”.

    Args:
        prose: The text.
        paragraph: The paragraph.
        begin: Index of the first token.
        end: End index, exclusive.
        inside: Who is mentioned there.
        leading: Whoever is mentioned first, or second where the first only owns what follows; None for nobody.
    """

    prose: "Prose"
    paragraph: Paragraph
    begin: int
    end: int
    inside: list[Mention]
    leading: Mention | None


class Named(NamedTuple):
    """A mention that is a quotation's Speaker, whoever is meant by it.

    Args:
        prose: The text.
        memory: Who spoke and who was named before.
        paragraph: The paragraph.
        mention: The mention.
        cue: The reporting verb as printed.
    """

    prose: "Prose"
    memory: Memory
    paragraph: Paragraph
    mention: Mention
    cue: str


class Uncued(NamedTuple):
    """A quotation whose sentence does not say who speaks.

    Args:
        quoted: The quotation.
        memory: Who spoke and who was named before.
        previous: The attribution of the quotation before; None where it has none.
        before: The quotation before; None for the text's first.
    """

    quoted: Quoted
    memory: Memory
    previous: Attribution | None
    before: Segment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules, by where they look; those of one tuple are tried in their order.

    Args:
        around: The sentence around a quotation, where it tells more than what stands before or behind.
        verbs_before: A reporting verb before the quotation, the nearest first.
        phrases_before: A noun or phrase before it that says whose words follow.
        introductions: A colon or comma right before it.
        verbs_behind: A reporting verb behind the quotation.
        phrases_behind: A phrase behind it, such as “according to”.
        signatures: A name alone behind it.
        subjects: Who does a reporting verb, to its left, where more than the verb's own clause tells.
        clauses: Who does it, in the clause before the verb.
        inverted: Who does it, or is named by a phrase, to its right.
        meanings: Whom the mention means that was found.
        uncued: Where the sentence itself says nothing.
        next_words: The quotation directly before one that a cue attributes.
    """

    around: tuple[Rule[[Quoted], Cue], ...]
    verbs_before: tuple[Rule[[Quoted, int], Cue], ...]
    phrases_before: tuple[Rule[[Quoted, int], Cue], ...]
    introductions: tuple[Rule[[Quoted], Cue], ...]
    verbs_behind: tuple[Rule[[Quoted, int, int], Cue], ...]
    phrases_behind: tuple[Rule[[Quoted, int, int], Cue], ...]
    signatures: tuple[Rule[[Quoted], Cue], ...]
    subjects: tuple[Rule[[Verb], Mention], ...]
    clauses: tuple[Rule[[Clause], Mention], ...]
    inverted: tuple[Rule[[Behind], Mention], ...]
    meanings: tuple[Rule[[Named], Meant], ...]
    uncued: tuple[Rule[[Uncued], Attribution], ...]
    next_words: tuple[Rule[[Quoted, Attribution], Attribution], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text as rules read it.

    Args:
        text: The whole text.
        segments: Its segments.
        language: Data of its language.
        people: Who is named in it.
        rules: The rules.
    """

    text: str
    segments: Sequence[Segment]
    language: Language
    people: People
    rules: Rules

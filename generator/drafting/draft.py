"""A Draft: what an Article holds, each find with its offsets and the evidence for it."""

from dataclasses import dataclass
from enum import StrEnum

from generator.drafting.dates import DateMention
from generator.model.article import Article, Kind
from generator.model.explainer import PersonType
from generator.model.verdict import Strength
from generator.text.paragraphs import Span


class QuotationKind(StrEnum):
    """Whether a quotation stands by itself or is a fragment inside a reporter's sentence."""

    DIRECT = "direct"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuotation:
    """Words that an article gives as somebody's.

    Args:
        start: Offset of the first word, inside the quotation marks.
        end: End offset, exclusive.
        text: The words as printed.
        kind: Direct or mixed.
        speaker: Who said them, as fully as the article names him, her or it; None where it names nobody.
        speaker_mention: As printed at the cue, "he" for instance; None where it names nobody.
        cue: The reporting verb as printed; empty where the speech merely continues.
        strength: Whether the article states who speaks or only suggests it; None where it names nobody.
        evidence: The words of the article that tell.
        evidence_span: Their offsets; empty where there are none.
        said: EDTF date on which they were said, where the sentence gives one; else empty.
        continues: Whether the quotation before goes on in it, only interrupted or broken into paragraphs.
        named: Whether `speaker` is a name, and no role such as "a spokesman".
    """

    start: int
    end: int
    text: str
    kind: QuotationKind
    speaker: str | None
    speaker_mention: str | None
    cue: str
    strength: Strength | None
    evidence: str
    evidence_span: Span
    said: str = ""
    continues: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPerson:
    """Somebody whom an article quotes or describes.

    Args:
        name: As fully as the article prints it.
        type: A person or an organisation.
        role: As printed; empty where the article gives none.
        affiliation: The body that he or she belongs to, as printed; empty where the article gives none.
        evidence: The words in which role and affiliation stand.
        evidence_span: Their offsets; empty where there are none.
        speaks: Whether the article quotes him, her or it.
        expert: Whether he or she is asked for knowledge, rather than for a part in the matter.
        reason: Why, or why not.
    """

    name: str
    type: PersonType = PersonType.PERSON
    role: str = ""
    affiliation: str = ""
    evidence: str = ""
    evidence_span: Span = (0, 0)
    speaks: bool = False
    expert: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEvent:
    """A dated happening.

    Args:
        date: EDTF of level 0 or 1.
        title: What happened, in as few of the article's words as tell it.
        start: Offset of the sentence.
        end: End offset, exclusive.
        rank: How much speaks for it; the greater the better.
        reason: Why it is here.
    """

    date: str
    title: str
    start: int
    end: int
    rank: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about an article that its author should look at.

    Args:
        code: Stable name in kebab case.
        message: What it is, in one sentence.
        start: Offset in the article's text.
    """

    code: str
    message: str
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an article holds.

    Args:
        article: What was read.
        kind: What sort of work it is, by its form where the article says nothing else.
        language: Primary subtag of the language by whose rules it was read.
        quotations: In the order of the text.
        people: Those who speak first, in the order of the text.
        dates: In the order of the text.
        events: By rank, the best first.
        notices: What to look at.
    """

    article: Article
    kind: Kind
    language: str
    quotations: tuple[DraftQuotation, ...] = ()
    people: tuple[DraftPerson, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    notices: tuple[Notice, ...] = ()

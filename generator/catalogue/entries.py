"""Entries of the record: each thing with the explainer that holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.edtf import Edtf
from generator.model.explainer import Correction, Event, ExpertOpinion, Explainer, Person, Quotation, Source
from generator.model.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedQuotation:
    """A Quotation on an explainer, and what is known of it.

    Args:
        explainer: The page.
        quotation: The words.
        outcome: What verification found.
    """

    explainer: Explainer
    quotation: Quotation
    outcome: Outcome

    @property
    def speaker(self) -> Person | None:
        """Return the Speaker with the role that the page gives, which is the role at that time."""
        return self.explainer.people.get(self.quotation.speaker)

    @property
    def source(self) -> Source | None:
        """Return the Source in which the words stand."""
        return self.explainer.sources.get(self.quotation.source)

    @property
    def date(self) -> Edtf | None:
        """Return when the words were said, or else when their Source was published."""
        return self.quotation.said or (self.source.published if self.source else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedOpinion:
    """An Expert opinion on an explainer."""

    explainer: Explainer
    opinion: ExpertOpinion

    @property
    def person(self) -> Person | None:
        """Return the expert with the role that the page gives."""
        return self.explainer.people.get(self.opinion.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """An Event on an explainer."""

    explainer: Explainer
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStatement:
    """A statement on an explainer that names Sources: something known or unknown, or a question.

    Args:
        explainer: The page.
        kind: "known", "unknown" or "question".
        name: Id of a question; empty for the others, which have none.
        text: What is stated, or asked; Markdown.
    """

    explainer: Explainer
    kind: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCorrection:
    """A Correction on an explainer; `number` is its place there, counted from 1."""

    explainer: Explainer
    correction: Correction
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """Somebody whom explainers quote or ask, under one name.

    Args:
        slug: Last part of the address of the person's page.
        person: Who it is, as the newest explainer has it.
        quotations: The person's words in order of time.
        opinions: The person's opinions, the newest explainer's first.
        explainers: The pages that name the person, the newest first.
    """

    slug: str
    person: Person
    quotations: tuple[RecordedQuotation, ...] = ()
    opinions: tuple[RecordedOpinion, ...] = ()
    explainers: tuple[Explainer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A work that explainers rely on.

    Args:
        slug: Last part of the address of its page.
        source: The work, as the newest explainer has it.
        quotations: The words quoted from it, in order of time.
        events: The events that it tells of, in order of time.
        statements: What else it is cited for, the newest explainer's first.
        explainers: The pages that rely on it, the newest first.
    """

    slug: str
    source: Source
    quotations: tuple[RecordedQuotation, ...] = ()
    events: tuple[RecordedEvent, ...] = ()
    statements: tuple[RecordedStatement, ...] = ()
    explainers: tuple[Explainer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """What explainers are about; `slug` is the last part of its address."""

    slug: str
    name: str
    explainers: tuple[Explainer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that a site has published.

    Args:
        explainers: The published explainers that are listed, the newest first.
        quotations: Their quotations in order of time.
        people: Those who are quoted or asked, by name.
        sources: The works that they rely on, by title.
        events: Their events in order of time.
        corrections: Their corrections, the newest first.
        topics: What they are about, by name.
        person_slugs: Slug of the person's page by page path and person id.
        source_slugs: Slug of the source's page by page path and source id.
    """

    explainers: tuple[Explainer, ...] = ()
    quotations: tuple[RecordedQuotation, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    events: tuple[RecordedEvent, ...] = ()
    corrections: tuple[RecordedCorrection, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    person_slugs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    source_slugs: Mapping[tuple[str, str], str] = field(default_factory=dict)

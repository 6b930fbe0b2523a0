"""Making the record of a site from its explainers."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from generator.edtf import Edtf
from generator.model import Explainer, Person, Site, Source
from generator.record.entries import (
    PersonEntry,
    Record,
    RecordedCorrection,
    RecordedEvent,
    RecordedOpinion,
    RecordedQuotation,
    SourceEntry,
    TopicEntry,
)
from generator.render.plain_text import plain
from generator.render.proof import Outcome
from generator.slug import make_slug, make_unique

Thing = TypeVar("Thing")


def make_record(site: Site, outcomes: Mapping[tuple[str, str], Outcome]) -> Record:
    """Gather what the explainers of a site hold.

    Args:
        site: The site; drafts and pages that are not to be listed are left out.
        outcomes: What verification found, by page path and quotation id.

    Returns:
        The record. People of one name are one person if they share a file or an id, sources are one work
        if they share a file or an address; whoever and whatever else has an entry of its own.
    """
    explainers = newest_first(page for page in site.explainers.values() if page.listed and not page.draft)
    quotations = in_order(_quotations(explainers, outcomes), lambda entry: entry.date)
    events = in_order(
        [RecordedEvent(explainer=page, event=event) for page in explainers for event in page.timeline.values()],
        lambda entry: entry.event.date,
    )
    people, person_slugs = _people(explainers, quotations)
    sources, source_slugs = _sources(explainers, quotations, events)
    return Record(
        explainers=explainers,
        quotations=quotations,
        people=people,
        sources=sources,
        events=events,
        corrections=_corrections(explainers),
        topics=_topics(explainers),
        person_slugs=person_slugs,
        source_slugs=source_slugs,
    )


def newest_first(explainers: Iterable[Explainer]) -> tuple[Explainer, ...]:
    """Order explainers by their date, the newest first; those of one date by title."""
    ordered = sorted(explainers, key=lambda page: (page.title, page.path))
    return tuple(sorted(ordered, key=lambda page: _date_key(page.updated or page.published), reverse=True))


def in_order(entries: Iterable[Thing], date: Callable[[Thing], Edtf | None]) -> tuple[Thing, ...]:
    """Order entries by their date; those without one come last."""
    return tuple(sorted(entries, key=lambda entry: (date(entry) is None, _date_key(date(entry)))))


def _date_key(date: Edtf | None) -> tuple[object, ...]:
    return (date is not None, date.sort_key if date is not None else ())


def _quotations(
    explainers: Sequence[Explainer], outcomes: Mapping[tuple[str, str], Outcome]
) -> Iterator[RecordedQuotation]:
    for page in explainers:
        for quotation in page.quotes.values():
            outcome = outcomes.get((page.path, quotation.id))
            if outcome is not None:
                yield RecordedQuotation(explainer=page, quotation=quotation, outcome=outcome)


def _people(
    explainers: Sequence[Explainer], quotations: Sequence[RecordedQuotation]
) -> tuple[tuple[PersonEntry, ...], dict[tuple[str, str], str]]:
    found: dict[Hashable, list[tuple[Explainer, Person]]] = {}
    for page in explainers:
        named = {quotation.speaker for quotation in page.quotes.values()}
        named |= {opinion.person for opinion in page.experts.values()}
        for person in page.people.values():
            if person.id in named:
                found.setdefault((person.id, plain(person.name).casefold()), []).append((page, person))
    said = _grouped(quotations, lambda entry: [(entry.explainer.path, entry.quotation.speaker)])
    slugs: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    entries: list[PersonEntry] = []
    for places in found.values():
        _, person = places[0]
        slug = make_unique(_free(make_slug(person.id, "person"), "person"), taken)
        taken.add(slug)
        keys = [(where.path, who.id) for where, who in places]
        slugs |= dict.fromkeys(keys, slug)
        entries.append(
            PersonEntry(
                slug=slug,
                person=person,
                quotations=in_order([q for key in keys for q in said.get(key, ())], lambda entry: entry.date),
                opinions=tuple(
                    RecordedOpinion(explainer=where, opinion=opinion)
                    for where, who in places
                    for opinion in where.experts.values()
                    if opinion.person == who.id
                ),
                explainers=tuple(where for where, _ in places),
            )
        )
    return tuple(sorted(entries, key=lambda entry: plain(entry.person.name).casefold())), slugs


def _sources(
    explainers: Sequence[Explainer], quotations: Sequence[RecordedQuotation], events: Sequence[RecordedEvent]
) -> tuple[tuple[SourceEntry, ...], dict[tuple[str, str], str]]:
    found: dict[Hashable, list[tuple[Explainer, Source]]] = {}
    for page in explainers:
        for source in page.sources.values():
            found.setdefault(_work(page, source), []).append((page, source))
    quoted = _grouped(quotations, lambda entry: [(entry.explainer.path, entry.quotation.source)])
    told = _grouped(events, lambda entry: [(entry.explainer.path, name) for name in dict.fromkeys(entry.event.sources)])
    slugs: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    entries: list[SourceEntry] = []
    for places in found.values():
        _, source = places[0]
        stem = PurePosixPath(source.file).stem if source.file else source.id
        slug = make_unique(_free(make_slug(stem, "source"), "source"), taken)
        taken.add(slug)
        keys = [(where.path, what.id) for where, what in places]
        slugs |= dict.fromkeys(keys, slug)
        entries.append(
            SourceEntry(
                slug=slug,
                source=source,
                quotations=in_order([q for key in keys for q in quoted.get(key, ())], lambda entry: entry.date),
                events=in_order([e for key in keys for e in told.get(key, ())], lambda entry: entry.event.date),
                explainers=tuple(where for where, _ in places),
            )
        )
    return tuple(sorted(entries, key=lambda entry: source_title(entry.source).casefold())), slugs


def _free(slug: str, kind: str) -> str:
    """Return a slug that is not the address of a list or of its further pages."""
    return f"{kind}-{slug}" if slug in {"index", "readme"} or slug.isdecimal() else slug


def _work(page: Explainer, source: Source) -> Hashable:
    """Return what makes a source the same work on several pages."""
    if source.file:
        return ("file", source.file)
    return ("url", source.url) if source.url else ("page", page.path, source.id)


def _grouped(
    entries: Iterable[Thing], keys: Callable[[Thing], Iterable[tuple[str, str]]]
) -> dict[tuple[str, str], list[Thing]]:
    groups: dict[tuple[str, str], list[Thing]] = {}
    for entry in entries:
        for key in keys(entry):
            groups.setdefault(key, []).append(entry)
    return groups


def source_title(source: Source) -> str:
    """Return what a source is called: its title, or else who made it, or its id."""
    return plain(source.title or source.publisher or source.author or source.id)


def _corrections(explainers: Sequence[Explainer]) -> tuple[RecordedCorrection, ...]:
    entries = [
        RecordedCorrection(explainer=page, correction=correction, number=number)
        for page in explainers
        for number, correction in enumerate(page.corrections, start=1)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.correction.date.sort_key, reverse=True))


def _topics(explainers: Sequence[Explainer]) -> tuple[TopicEntry, ...]:
    found: dict[str, tuple[str, list[Explainer]]] = {}
    for page in explainers:
        for topic in page.topics:
            _, pages = found.setdefault(plain(topic).casefold(), (plain(topic), []))
            if page not in pages:
                pages.append(page)
    entries: list[TopicEntry] = []
    for name, pages in found.values():
        slug = make_unique(make_slug(name, "topic"), {entry.slug for entry in entries})
        entries.append(TopicEntry(slug=slug, name=name, explainers=tuple(pages)))
    return tuple(sorted(entries, key=lambda entry: entry.name.casefold()))

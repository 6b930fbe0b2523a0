"""Making the record of a site from its explainers."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from generator.catalogue.entries import (
    PersonEntry,
    Record,
    RecordedCorrection,
    RecordedEvent,
    RecordedOpinion,
    RecordedQuotation,
    RecordedStatement,
    SourceEntry,
    TopicEntry,
)
from generator.markdown.plain_text import plain
from generator.model.edtf import Edtf
from generator.model.explainer import Explainer, Person, Site, Source
from generator.model.outcome import Outcome
from generator.model.slug import make_slug, make_unique

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
    people, sources = _people(explainers, site.people), _sources(explainers)
    said = _grouped(quotations, lambda entry: [(entry.explainer.path, entry.quotation.speaker)])
    quoted = _grouped(quotations, lambda entry: [(entry.explainer.path, entry.quotation.source)])
    told = _grouped(events, lambda entry: [(entry.explainer.path, name) for name in dict.fromkeys(entry.event.sources)])
    return Record(
        explainers=explainers,
        quotations=quotations,
        people=_by_name((_person_entry(group, said) for group in people), lambda entry: plain(entry.person.name)),
        sources=_by_name(
            (_source_entry(group, quoted, told) for group in sources), lambda entry: source_title(entry.source)
        ),
        events=events,
        corrections=_corrections(explainers),
        topics=_by_name(_topics(explainers), lambda entry: entry.name),
        person_slugs=_slugs(people),
        source_slugs=_slugs(sources),
    )


def newest_first(explainers: Iterable[Explainer]) -> tuple[Explainer, ...]:
    """Order explainers by their date, the newest first; those of one date by title."""
    ordered = sorted(explainers, key=lambda page: (page.title, page.path))
    return tuple(sorted(ordered, key=lambda page: _date_key(page.changed), reverse=True))


def in_order(entries: Iterable[Thing], date: Callable[[Thing], Edtf | None]) -> tuple[Thing, ...]:
    """Order entries by their date; those without one come last."""
    return tuple(sorted(entries, key=lambda entry: (date(entry) is None, _date_key(date(entry)))))


def _by_name(entries: Iterable[Thing], name: Callable[[Thing], str]) -> tuple[Thing, ...]:
    return tuple(sorted(entries, key=lambda entry: name(entry).casefold()))


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


@dataclass(frozen=True, slots=True)
class _Group(Generic[Thing]):
    """One thing on all explainers that name it, the newest first, and the slug that it has on all of them."""

    slug: str
    places: tuple[tuple[Explainer, Thing], ...]


def _groups(
    things: Iterable[tuple[Hashable, Explainer, Thing]], slug_of: Callable[[Thing], str]
) -> list[_Group[Thing]]:
    """Group things by what makes them the same, and give each group a slug.

    Where several would have one slug, that of the explainer that was published first keeps it, so that an address
    does not change its owner when a newer one comes.
    """
    found: dict[Hashable, list[tuple[Explainer, Thing]]] = {}
    for identity, page, thing in things:
        found.setdefault(identity, []).append((page, thing))
    slugs: dict[Hashable, str] = {}
    for identity, places in sorted(found.items(), key=lambda group: min(_age(page) for page, _ in group[1])):
        slugs[identity] = make_unique(slug_of(_oldest(places)), set(slugs.values()))
    return [_Group(slugs[identity], tuple(places)) for identity, places in found.items()]


def _oldest(places: Iterable[tuple[Explainer, Thing]]) -> Thing:
    return min(places, key=lambda place: _age(place[0]))[1]


def _age(page: Explainer) -> tuple[object, ...]:
    return (page.published is None, _date_key(page.published), page.path)


def _pages(group: _Group[Thing]) -> tuple[Explainer, ...]:
    return tuple({page.path: page for page, _ in group.places}.values())


def _people(explainers: Sequence[Explainer], shared: Container[str]) -> list[_Group[Person]]:
    """Group the people: one with a file is one, however a page writes the name; others are one by id and a name."""
    found = [(page, person) for page in explainers for person in page.people.values() if person.id in _named(page)]
    known = _Names()
    for _, person in found:
        known.join(person)
    return _groups(
        (((person.id, "" if person.id in shared else known.of(person)), page, person) for page, person in found),
        lambda person: _free(make_slug(person.id, "person"), "person"),
    )


class _Names:
    """The names of people by id, those of one person joined: a name here may be another's alias there."""

    def __init__(self) -> None:
        self._sets: dict[str, list[set[str]]] = {}

    def join(self, person: Person) -> None:
        """Take in the names of a person."""
        names = {plain(name).casefold() for name in person.names}
        apart = [known for known in self._sets.get(person.id, []) if not known & names]
        same = [known for known in self._sets.get(person.id, []) if known & names]
        self._sets[person.id] = [*apart, names.union(*same)]

    def of(self, person: Person) -> frozenset[str]:
        """Return all names that a person goes by, on whatever page."""
        name = plain(person.name).casefold()
        return frozenset(next(known for known in self._sets[person.id] if name in known))


def _named(page: Explainer) -> set[str]:
    return {quotation.speaker for quotation in page.quotes.values()} | {
        opinion.person for opinion in page.experts.values()
    }


def _sources(explainers: Sequence[Explainer]) -> list[_Group[Source]]:
    return _groups(
        ((_work(page, source), page, source) for page in explainers for source in page.sources.values()),
        lambda source: _free(
            make_slug(PurePosixPath(source.file).stem if source.file else source.id, "source"), "source"
        ),
    )


def _topics(explainers: Sequence[Explainer]) -> Iterator[TopicEntry]:
    groups = _groups(
        ((plain(topic).casefold(), page, plain(topic)) for page in explainers for topic in page.topics),
        lambda topic: make_slug(topic.casefold(), "topic"),
    )
    for group in groups:
        yield TopicEntry(slug=group.slug, name=group.places[0][1], explainers=_pages(group))


def _person_entry(group: _Group[Person], said: Mapping[tuple[str, str], list[RecordedQuotation]]) -> PersonEntry:
    quotations = [q for page, person in group.places for q in said.get((page.path, person.id), ())]
    return PersonEntry(
        slug=group.slug,
        person=group.places[0][1],
        quotations=in_order(quotations, lambda entry: entry.date),
        opinions=tuple(
            RecordedOpinion(explainer=page, opinion=opinion)
            for page, person in group.places
            for opinion in page.experts.values()
            if opinion.person == person.id
        ),
        explainers=_pages(group),
    )


def _source_entry(
    group: _Group[Source],
    quoted: Mapping[tuple[str, str], list[RecordedQuotation]],
    told: Mapping[tuple[str, str], list[RecordedEvent]],
) -> SourceEntry:
    keys = [(page.path, source.id) for page, source in group.places]
    return SourceEntry(
        slug=group.slug,
        source=group.places[0][1],
        quotations=in_order([q for key in keys for q in quoted.get(key, ())], lambda entry: entry.date),
        events=in_order([e for key in keys for e in told.get(key, ())], lambda entry: entry.event.date),
        statements=tuple(s for page, source in group.places for s in _statements(page, source.id)),
        explainers=_pages(group),
    )


def _statements(page: Explainer, source: str) -> Iterator[RecordedStatement]:
    """Give what a page cites a source for, apart from quotations and events."""
    for kind, facts in (("known", page.known), ("unknown", page.unknown)):
        for fact in facts:
            if source in fact.sources:
                yield RecordedStatement(explainer=page, kind=kind, name="", text=fact.text)
    for question in page.questions.values():
        if source in question.sources:
            yield RecordedStatement(explainer=page, kind="question", name=question.id, text=question.question)


def _slugs(groups: Iterable[_Group[Person]] | Iterable[_Group[Source]]) -> dict[tuple[str, str], str]:
    return {(page.path, thing.id): group.slug for group in groups for page, thing in group.places}


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

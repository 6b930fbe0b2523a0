"""Renamed things: an earlier state of a page under the ids that its things have now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.evidence.manifest import (
    EventRecord,
    OpinionRecord,
    PageRecord,
    PersonRecord,
    QuotationRecord,
    SourceRecord,
)

_Record = SourceRecord | PersonRecord | QuotationRecord | OpinionRecord | EventRecord


def under_new_ids(old: PageRecord, new: PageRecord) -> PageRecord:
    """Give an earlier state of a page the ids of a later one, as far as former ids tell them.

    Args:
        old: The earlier state.
        new: The later state, whose things say their former ids; or that of an id that was renamed back.

    Returns:
        The earlier state; only ids differ.
    """
    sources = _renamed(old.sources, new.sources)
    people = _renamed(old.people, new.people)
    quotes = _renamed(old.quotations, new.quotations)
    opinions = _renamed(old.opinions, new.opinions)
    events = _renamed(old.events, new.events)
    of = {**people, **sources, **events, **opinions, **quotes}
    return replace(
        old,
        sources=tuple(replace(thing, id=sources.get(thing.id, thing.id)) for thing in old.sources),
        people=tuple(replace(thing, id=people.get(thing.id, thing.id)) for thing in old.people),
        quotations=tuple(
            replace(
                thing,
                id=quotes.get(thing.id, thing.id),
                speaker=people.get(thing.speaker, thing.speaker),
                source=sources.get(thing.source, thing.source),
            )
            for thing in old.quotations
        ),
        opinions=tuple(
            replace(
                thing,
                id=opinions.get(thing.id, thing.id),
                person=people.get(thing.person, thing.person),
                quotes=_each(thing.quotes, quotes),
            )
            for thing in old.opinions
        ),
        events=tuple(
            replace(
                thing,
                id=events.get(thing.id, thing.id),
                sources=_each(thing.sources, sources),
                quotes=_each(thing.quotes, quotes),
            )
            for thing in old.events
        ),
        corrections=tuple(replace(note, of=of.get(note.of, note.of)) for note in old.corrections),
    )


def _renamed(old: Iterable[_Record], new: Iterable[_Record]) -> dict[str, str]:
    """Return the later id of each thing that has another one, by the earlier."""
    later = tuple(new)
    now = {thing.id for thing in later}
    known = {name: thing.id for thing in later for name in thing.former_ids}
    found: dict[str, str] = {}
    for thing in old:
        if thing.id not in now:
            back = next((name for name in thing.former_ids if name in now), "")
            if target := known.get(thing.id, back):
                found[thing.id] = target
    return found


def _each(names: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(known.get(name, name) for name in names)

"""References: whether every id that a page names is there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.front_matter.schema import ENTRIES, PageFields
from generator.issue import Issue, Severity
from generator.model import Explainer, Person
from generator.suggestion import did_you_mean

_CITED = re.compile(r"\[(@[^\[\]]+)\]")


def check_references(
    explainer: Explainer, page: PageFields, shared: Mapping[str, Person], stated: Mapping[str, Any]
) -> Iterator[Issue]:
    """Check the ids that a page's entries name, and find the sources and people that nothing names.

    Args:
        explainer: The page.
        page: Its fields as stated, which tell its own people from the shared ones.
        shared: The people whom all pages share.
        stated: The front matter as written; an entry that was left out for a mistake of its own is there.

    Yields:
        An error for each id that is not there, a warning for each entry that nothing uses.
    """
    yield from _dangling(explainer, {name: _ids(stated.get(name)) for name in ENTRIES})
    yield from _unused(explainer, page, shared)


def _ids(entries: Any) -> set[str]:
    return set(entries) if isinstance(entries, dict) else set()


def _dangling(explainer: Explainer, stated: Mapping[str, set[str]]) -> Iterator[Issue]:
    people = {*explainer.people, *stated["people"]}
    sources = {*explainer.sources, *stated["sources"]}
    quotes = {*explainer.quotes, *stated["quotes"]}
    for quotation in explainer.quotes.values():
        where = ("quotes", quotation.id)
        who = f"quotation '{quotation.id}' names"
        yield from _missing(explainer, (*where, "speaker"), [quotation.speaker], people, "person", f"{who} speaker")
        yield from _missing(explainer, (*where, "source"), [quotation.source], sources, "source", f"{who} source")
    for expert in explainer.experts.values():
        where = ("experts", expert.id)
        who = f"expert opinion '{expert.id}' names"
        person = (*where, "person") if expert.person != expert.id else where
        yield from _missing(
            explainer,
            person,
            [expert.person],
            people,
            "person",
            f"{who} person",
            at_key=expert.person == expert.id,
        )
        yield from _missing(explainer, (*where, "quotes"), expert.quotes, quotes, "quotation", f"{who} quotation")
    for event in explainer.timeline.values():
        where = ("timeline", event.id)
        who = f"event '{event.id}' names"
        yield from _missing(explainer, (*where, "sources"), event.sources, sources, "source", f"{who} source")
        yield from _missing(explainer, (*where, "quotes"), event.quotes, quotes, "quotation", f"{who} quotation")
    listed = [("known", place, item.sources) for place, item in enumerate(explainer.known)]
    listed += [("unknown", place, item.sources) for place, item in enumerate(explainer.unknown)]
    for name, place, named in listed:
        who = f"{name} item {place + 1} names source"
        yield from _missing(explainer, (name, place, "sources"), named, sources, "source", who)
    ids = quotes | sources | people | stated["experts"] | stated["timeline"]
    for place, correction in enumerate(explainer.corrections):
        who = f"correction {place + 1} is of"
        yield from _missing(explainer, ("corrections", place, "of"), [correction.of], ids, "reference", who)


def _missing(
    explainer: Explainer,
    where: tuple[str | int, ...],
    named: Iterable[str],
    known: set[str],
    noun: str,
    subject: str,
    *,
    at_key: bool = False,
) -> Iterator[Issue]:
    for place, name in enumerate(named):
        if not name or name in known:
            continue
        location = explainer.places.key(*where) if at_key else explainer.places.value(*where, place)
        otherwise = f"this page has {', '.join(sorted(known)[:8])}" if known else f"this page has no {noun}"
        yield Issue(
            code=f"unknown-{noun}",
            severity=Severity.ERROR,
            location=location,
            message=f"{subject} '{name}', which is not there",
            help=did_you_mean(name, known, otherwise),
        )


def _unused(explainer: Explainer, page: PageFields, shared: Mapping[str, Person]) -> Iterator[Issue]:
    cited = {name.strip().lstrip("@") for found in _CITED.findall(explainer.body) for name in found.split(";")}
    sources = cited | {q.source for q in explainer.quotes.values()}
    sources |= {s for e in explainer.timeline.values() for s in e.sources}
    sources |= {s for item in explainer.known for s in item.sources}
    sources |= {s for item in explainer.unknown for s in item.sources}
    speakers = {q.speaker for q in explainer.quotes.values()} | {e.person for e in explainer.experts.values()}
    corrected = {c.of for c in explainer.corrections}
    for noun, used, own in (
        ("source", sources, explainer.sources.keys()),
        ("person", speakers, page.people.keys()),
    ):
        for name in own:
            if name not in used | corrected and not (noun == "person" and name in shared):
                yield Issue(
                    code=f"unused-{noun}",
                    severity=Severity.WARNING,
                    location=explainer.places.key("sources" if noun == "source" else "people", name),
                    message=f"{noun} '{name}' is used nowhere on this page",
                    help=f"cite it in the text as [@{name}], or delete it"
                    if noun == "source"
                    else "name it as a speaker, or delete it",
                )

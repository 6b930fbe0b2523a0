"""References: whether every id that a page names is there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.front_matter.schema import ENTRIES, PageFields
from generator.model.errors import Location
from generator.model.explainer import Event, ExpertOpinion, Explainer, Person, Quotation, Source
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean

_DECLARING = frozenset({"sources", "people"})
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
    yield from _unused(explainer, page, shared, stated)
    yield from _alike(explainer, stated)
    yield from _taken(explainer)


def _alike(explainer: Explainer, stated: Mapping[str, Any]) -> Iterator[Issue]:
    """Find ids of one kind that differ only in capitals, as file systems and some hosts take them for one."""
    for section in ENTRIES:
        known: dict[str, str] = {}
        for name in stated[section] if isinstance(stated.get(section), dict) else ():
            other = known.setdefault(str(name).casefold(), str(name))
            if other != str(name):
                yield Issue.error(
                    "bad-id",
                    explainer.places.key(section, str(name)),
                    f"'{name}' and '{other}' differ only in capitals",
                    "give one of them another id; where capitals do not count, both would have one address",
                )


def _taken(explainer: Explainer) -> Iterator[Issue]:
    """Find former ids that another entry has, or had as well: one address cannot lead to both."""
    sections: dict[str, Mapping[str, Source | Person | Quotation | ExpertOpinion | Event]] = {
        "sources": explainer.sources,
        "people": explainer.people,
        "quotes": explainer.quotes,
        "experts": explainer.experts,
        "timeline": explainer.timeline,
    }
    for section, entries in sections.items():
        owners = {name: name for name in entries}
        for name, entry in entries.items():
            for index, old in enumerate(entry.former_ids):
                owner = owners.setdefault(old, name)
                if owner != name or old == name:
                    yield Issue.error(
                        "bad-id",
                        explainer.places.value(section, name, "former_ids", index),
                        f"'{old}' is no former id of '{name}': it is one of '{owner}'",
                        "take it out of one of them; an address leads to one thing",
                    )


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
        yield from _of_others(expert, explainer)
    for event in explainer.timeline.values():
        where = ("timeline", event.id)
        who = f"event '{event.id}' names"
        yield from _missing(explainer, (*where, "sources"), event.sources, sources, "source", f"{who} source")
        yield from _missing(explainer, (*where, "quotes"), event.quotes, quotes, "quotation", f"{who} quotation")
    for question in explainer.questions.values():
        where = ("questions", question.id)
        who = f"question '{question.id}' names source"
        yield from _missing(explainer, (*where, "sources"), question.sources, sources, "source", who)
    listed = [("known", place, item.sources) for place, item in enumerate(explainer.known)]
    listed += [("unknown", place, item.sources) for place, item in enumerate(explainer.unknown)]
    for name, place, named in listed:
        who = f"{name} item {place + 1} names source"
        yield from _missing(explainer, (name, place, "sources"), named, sources, "source", who)
    ids = (
        quotes
        | sources
        | people
        | stated["experts"]
        | stated["timeline"]
        | stated["questions"]
        | set(explainer.glossary)
    )
    for place, correction in enumerate(explainer.corrections):
        who = f"correction {place + 1} is of"
        yield from _missing(explainer, ("corrections", place, "of"), [correction.of], ids, "reference", who)


def _of_others(expert: ExpertOpinion, explainer: Explainer) -> Iterator[Issue]:
    """Find quotations in an expert's box that are not the expert's: readers would take them for his or hers."""
    for place, name in enumerate(expert.quotes):
        quotation = explainer.quotes.get(name)
        if quotation is None or quotation.speaker == expert.person:
            continue
        speaker, person = (
            explainer.people[who].name if who in explainer.people else who for who in (quotation.speaker, expert.person)
        )
        if speaker == person:
            speaker, person = f"'{quotation.speaker}'", f"'{expert.person}'"
        told = f"are {speaker}'s, not {person}'s" if speaker else "are nobody's yet: the quotation names no speaker"
        yield Issue.error(
            "not-the-experts",
            explainer.places.value("experts", expert.id, "quotes", place),
            f"expert opinion '{expert.id}' shows quotation '{name}', whose words {told}",
            "name only quotations of this expert; place others in the text with `::: quote`",
        )


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
        message = f"{subject} '{name}', which is not there"
        yield Issue.error(f"unknown-{noun}", location, message, did_you_mean(name, known, otherwise))


def _unused(
    explainer: Explainer, page: PageFields, shared: Mapping[str, Person], stated: Mapping[str, Any]
) -> Iterator[Issue]:
    # As stated: an entry that was left out for a mistake of its own still uses what it names.
    words = {word for name in stated.keys() - _DECLARING for word in _texts(stated[name])}
    words |= _ids(stated.get("experts"))
    cited = (found for text in (explainer.body, *words) for found in _CITED.findall(text))
    used = words | {name.strip().lstrip("@") for found in cited for name in found.split(";")}
    for name in explainer.sources:
        if name not in used:
            help_text = f"cite it in the text as [@{name}], or delete it"
            yield _unused_issue("source", explainer.places.key("sources", name), name, help_text)
    for name in page.people:
        if name in used or name in shared:
            continue
        place = explainer.places.key("people", name)
        yield _unused_issue("person", place, name, "name it as a speaker, or delete it")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text within a value of the front matter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _unused_issue(noun: str, location: Location, name: str, help_text: str) -> Issue:
    return Issue.warning(f"unused-{noun}", location, f"{noun} '{name}' is used nowhere on this page", help_text)

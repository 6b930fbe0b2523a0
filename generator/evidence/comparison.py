"""The comparison of two manifests: what of the facts that a site states has changed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.evidence.manifest import (
    CorrectionRecord,
    EventRecord,
    Manifest,
    OpinionRecord,
    PageRecord,
    PersonRecord,
    QuotationRecord,
    SourceRecord,
)
from generator.evidence.renamed import under_new_ids
from generator.evidence.wording import same_words

TEXT = "text (SHA-256)"
"""Name of the field that changes when a source has another text."""

_Record = TypeVar("_Record", SourceRecord, PersonRecord, QuotationRecord, OpinionRecord, EventRecord)


class Thing(StrEnum):
    """What a difference is about."""

    PAGE = "page"
    QUOTATION = "quotation"
    OPINION = "expert opinion"
    EVENT = "event"
    SOURCE = "source"
    PERSON = "person"
    CORRECTION = "correction"


class Turn(StrEnum):
    """What has become of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference between two states of a page.

    Args:
        page: The page's path.
        thing: What it is about.
        id: Its id; of a correction its date, of a page its path.
        turn: What has become of it.
        field: What of it has changed, in words such as "words" or "speaker"; empty where the whole is new or gone.
        before: How it was, in words; empty where it was not.
        after: How it is now, in words; empty where it is no more.
    """

    page: str
    thing: Thing
    id: str
    turn: Turn
    field: str = ""
    before: str = ""
    after: str = ""


def compare(old: Manifest, new: Manifest) -> tuple[Difference, ...]:
    """Compare two manifests.

    Args:
        old: The earlier one.
        new: The later one.

    Returns:
        The differences page by page. Typing that makes no difference to verification makes none here, and neither do
        offsets, selectors and days of verification.
    """
    before, after = ({page.path: page for page in manifest.pages} for manifest in (old, new))
    found: list[Difference] = []
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            found.append(_page(before[path], Turn.REMOVED))
        elif path not in before:
            found.append(_page(after[path], Turn.ADDED))
        else:
            found += compare_pages(before[path], after[path])
    return tuple(found)


def _page(page: PageRecord, turn: Turn) -> Difference:
    told = {"before": page.title} if turn is Turn.REMOVED else {"after": page.title}
    return Difference(page=page.path, thing=Thing.PAGE, id=page.path, turn=turn, **told)


def compare_pages(old: PageRecord, new: PageRecord) -> Iterator[Difference]:
    """Compare two states of one page.

    Args:
        old: The earlier one.
        new: The later one.

    Yields:
        The differences, as `compare` does.
    """
    old = under_new_ids(old, new)
    pages = (old, new)
    for name, before, after in (
        ("title", old.title, new.title),
        ("date of publication", str(old.published or ""), str(new.published or "")),
        ("date of the last change", str(old.updated or ""), str(new.updated or "")),
        ("language", old.language, new.language),
    ):
        if before != after:
            yield Difference(
                page=new.path, thing=Thing.PAGE, id=new.path, turn=Turn.CHANGED, field=name, before=before, after=after
            )
    yield from _compare(pages, Thing.QUOTATION, old.quotations, new.quotations, _quotation_fields, _quoted)
    yield from _compare(pages, Thing.OPINION, old.opinions, new.opinions, _opinion_fields, _opined)
    yield from _compare(pages, Thing.EVENT, old.events, new.events, _event_fields, _happened)
    yield from _compare(pages, Thing.SOURCE, old.sources, new.sources, _source_fields, _work)
    yield from _compare(pages, Thing.PERSON, old.people, new.people, _person_fields, lambda person, _: person.name)
    yield from _corrections(old, new)


def _compare(
    pages: tuple[PageRecord, PageRecord],
    thing: Thing,
    old: Sequence[_Record],
    new: Sequence[_Record],
    fields_of: Callable[[_Record, PageRecord], dict[str, str]],
    words_of: Callable[[_Record, PageRecord], str],
) -> Iterator[Difference]:
    path = pages[1].path
    later = {record.id: record for record in new}
    for record in old:
        if record.id not in later:
            words = words_of(record, pages[0])
            yield Difference(page=path, thing=thing, id=record.id, turn=Turn.REMOVED, before=words)
            continue
        before, after = fields_of(record, pages[0]), fields_of(later[record.id], pages[1])
        for name, value in before.items():
            if not same_words(value, after[name]):
                yield Difference(
                    page=path,
                    thing=thing,
                    id=record.id,
                    turn=Turn.CHANGED,
                    field=name,
                    before=value,
                    after=after[name],
                )
    earlier = {record.id for record in old}
    for record in new:
        if record.id not in earlier:
            words = words_of(record, pages[1])
            yield Difference(page=path, thing=thing, id=record.id, turn=Turn.ADDED, after=words)


def _person_name(identifier: str, page: PageRecord) -> str:
    return page.name_of(identifier) or identifier


def _quotation_fields(quotation: QuotationRecord, page: PageRecord) -> dict[str, str]:
    return {
        "words": quotation.text,
        "translation": quotation.translation,
        "speaker": _person_name(quotation.speaker, page),
        "role": quotation.role,
        "source": quotation.source,
        "date": str(quotation.said or ""),
        "verdict": quotation.verdict.value,
        "report of alterations": "; ".join(alteration.description for alteration in quotation.alterations),
    }


def _quoted(quotation: QuotationRecord, page: PageRecord) -> str:
    speaker = _person_name(quotation.speaker, page)
    return f"“{quotation.text}” ({speaker})" if speaker else f"“{quotation.text}”"


def _opinion_fields(opinion: OpinionRecord, page: PageRecord) -> dict[str, str]:
    return {
        "person": _person_name(opinion.person, page),
        "question": opinion.question,
        "position": opinion.position,
        "quotations": ", ".join(opinion.quotes),
    }


def _opined(opinion: OpinionRecord, page: PageRecord) -> str:
    name = _person_name(opinion.person, page)
    return f"{name}: {opinion.position}" if opinion.position else name


def _event_fields(event: EventRecord, _: PageRecord) -> dict[str, str]:
    return {
        "date": str(event.date),
        "title": event.title,
        "sources": ", ".join(event.sources),
        "quotations": ", ".join(event.quotes),
    }


def _happened(event: EventRecord, _: PageRecord) -> str:
    return f"{event.date}, {event.title}"


def _source_fields(source: SourceRecord, _: PageRecord) -> dict[str, str]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "date": str(source.published or ""),
        "kind": source.kind.value,
        "address": source.url,
        "archived copy": source.archived,
        "language": source.language,
        TEXT: source.sha256,
    }


def _work(source: SourceRecord, _: PageRecord) -> str:
    return ", ".join(part for part in (source.title, source.publisher) if part) or source.id


def _person_fields(person: PersonRecord, _: PageRecord) -> dict[str, str]:
    return {
        "name": person.name,
        "other names": ", ".join(person.aliases),
        "type": person.type.value,
        "role": person.role,
        "affiliation": person.affiliation,
        "links": ", ".join(person.same_as),
    }


def _corrections(old: PageRecord, new: PageRecord) -> Iterator[Difference]:
    before, after = Counter(old.corrections), Counter(new.corrections)
    for note in before - after:
        told = _noted(note)
        yield Difference(page=new.path, thing=Thing.CORRECTION, id=str(note.date), turn=Turn.REMOVED, before=told)
    for note in after - before:
        told = _noted(note)
        yield Difference(page=new.path, thing=Thing.CORRECTION, id=str(note.date), turn=Turn.ADDED, after=told)


def _noted(note: CorrectionRecord) -> str:
    return f"{note.kind} of '{note.of}': {note.text}" if note.of else f"{note.kind}: {note.text}"

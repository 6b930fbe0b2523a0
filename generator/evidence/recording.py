"""Recording: an explainer and what verification found, as the record that is published."""

from collections.abc import Container, Mapping

from generator.evidence.manifest import (
    CorrectionRecord,
    EventRecord,
    Manifest,
    OpinionRecord,
    PageRecord,
    PersonRecord,
    QuotationRecord,
    SourceRecord,
    TextPositionSelector,
    TextQuoteSelector,
)
from generator.files.lock import Lock, count_words, hash_text
from generator.model.explainer import Explainer, Person, Quotation, Site, Source
from generator.model.outcome import UNVERIFIED, Outcome
from generator.model.verdict import Selector, Verdict
from generator.render.role import role_then


def record_site(
    site: Site, outcomes: Mapping[tuple[str, str], Outcome], lock: Lock, *, own: Container[str]
) -> Manifest:
    """Record the published explainers of a site.

    Args:
        site: The site, with the source texts that are at hand.
        outcomes: What is known of each quotation, by page path and quotation id.
        lock: The lock of its sources.
        own: Files of sources whose text is part of the site, so that passages of it may be published.

    Returns:
        The manifest; drafts are not in it. The same site gives the same manifest.
    """
    by_page: dict[str, dict[str, Outcome]] = {path: {} for path in site.explainers}
    for (path, identifier), outcome in outcomes.items():
        by_page[path][identifier] = outcome
    pages = (
        record_page(explainer, by_page[path], lock, own=own)
        for path, explainer in sorted(site.explainers.items())
        if not explainer.draft
    )
    return Manifest(pages=tuple(pages))


def record_page(
    explainer: Explainer, outcomes: Mapping[str, Outcome], lock: Lock, *, own: Container[str]
) -> PageRecord:
    """Record an explainer.

    Args:
        explainer: The page, with the source texts that are at hand.
        outcomes: What is known of each quotation, by id.
        lock: The lock of its sources.
        own: Files of sources whose text is part of the site, so that passages of it may be published.

    Returns:
        The record. The same page gives the same record.
    """
    sources = {source.id: _source(source, lock) for source in explainer.sources.values()}
    named = [quotation.speaker for quotation in explainer.quotes.values()]
    named += [expert.person for expert in explainer.experts.values()]
    return PageRecord(
        path=explainer.path,
        title=explainer.title,
        published=explainer.published,
        updated=explainer.updated,
        language=explainer.language,
        sources=tuple(sources.values()),
        people=tuple(_person(explainer.people[name]) for name in dict.fromkeys(named) if name in explainer.people),
        quotations=tuple(
            _quotation(
                quotation,
                explainer,
                outcomes.get(quotation.id, UNVERIFIED),
                is_open=quotation.source in explainer.sources and explainer.sources[quotation.source].file in own,
            )
            for quotation in explainer.quotes.values()
        ),
        opinions=tuple(
            OpinionRecord(
                id=e.id,
                person=e.person,
                question=e.question,
                position=e.position,
                quotes=e.quotes,
                former_ids=e.former_ids,
            )
            for e in explainer.experts.values()
        ),
        events=tuple(
            EventRecord(
                id=e.id, date=e.date, title=e.title, sources=e.sources, quotes=e.quotes, former_ids=e.former_ids
            )
            for e in explainer.timeline.values()
        ),
        corrections=tuple(
            CorrectionRecord(date=c.date, kind=c.kind, text=c.text, of=c.of) for c in explainer.corrections
        ),
    )


def _source(source: Source, lock: Lock) -> SourceRecord:
    entry = lock.texts.get(source.file)
    sha256, words = (entry.sha256, entry.words) if entry else ("", None)
    if source.article is not None:
        sha256, words = hash_text(source.article.text), count_words(source.article.text)
    return SourceRecord(
        id=source.id,
        kind=source.kind,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=source.published,
        url=source.url,
        archived=source.archived,
        language=source.language,
        sha256=sha256,
        words=words,
        former_ids=source.former_ids,
    )


def _person(person: Person) -> PersonRecord:
    return PersonRecord(
        id=person.id,
        name=person.name,
        aliases=person.aliases,
        type=person.type,
        role=person.role,
        affiliation=person.affiliation,
        same_as=person.same_as,
        former_ids=person.former_ids,
    )


def _quotation(quotation: Quotation, explainer: Explainer, outcome: Outcome, *, is_open: bool) -> QuotationRecord:
    found = outcome.verdict
    speaker = explainer.people.get(quotation.speaker)
    selector = _selector(found) if is_open else None
    return QuotationRecord(
        id=quotation.id,
        text=quotation.text,
        translation=quotation.translation,
        speaker=quotation.speaker,
        role=role_then(quotation, speaker),
        source=quotation.source,
        said=quotation.said,
        note=quotation.note,
        verdict=found.status,
        alterations=found.alterations,
        selector=selector,
        position=_position(found),
        selector_sha256=None if selector else outcome.selector_sha256 or _hashed(found),
        verified_on=outcome.verified_on,
        former_ids=quotation.former_ids,
    )


def _selector(verdict: Verdict) -> TextQuoteSelector | None:
    found = verdict.selector if verdict.ok else None
    return TextQuoteSelector(exact=found.exact, prefix=found.prefix, suffix=found.suffix) if found else None


def _position(verdict: Verdict) -> TextPositionSelector | None:
    if not verdict.ok or verdict.start is None or verdict.end is None:
        return None
    return TextPositionSelector(start=verdict.start, end=verdict.end)


def _hashed(verdict: Verdict) -> Selector | None:
    found = verdict.selector if verdict.ok else None
    return hash_selector(found) if found else None


def hash_selector(selector: Selector) -> Selector:
    """Return a selector whose parts are the SHA-256 of the folded texts, as a lock has it."""
    return Selector(
        exact=hash_text(selector.exact), prefix=hash_text(selector.prefix), suffix=hash_text(selector.suffix)
    )

"""Sources: a list of the works that the site relies on, and a page for each."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import RecordedStatement, SourceEntry
from generator.catalogue.frame import Frame, SitePage
from generator.catalogue.ledger import render_ledger
from generator.catalogue.record import source_title
from generator.files.lock import LockedText, hash_text
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.model.explainer import Explainer
from generator.render.passage import web_url
from generator.render.views import Link
from generator.text.words import is_word, split_words


def sources_pages(frame: Frame, locked: Mapping[str, LockedText]) -> Iterator[SitePage]:
    """Make the list of sources and each source's page.

    Args:
        frame: The frame.
        locked: What the lock knows of the texts of source files.

    Yields:
        The pages.
    """
    yield from frame.listing(
        Section.SOURCES,
        frame.record.sources,
        lambda shown, here: [frame.html("index", entries=[_entry(frame, entry, here) for entry in shown])],
        empty=frame.phrases["no_sources"],
    )
    for entry in frame.record.sources:
        yield _source_page(frame, entry, locked)


def _entry(frame: Frame, entry: SourceEntry, here: str) -> dict[str, object]:
    return {
        "link": Link(frame.addresses.section(Section.SOURCES, here, entry.slug), source_title(entry.source)),
        "about": _about(frame, entry),
        "facts": [frame.count("quotations", len(entry.quotations))] if entry.quotations else [],
    }


def _about(frame: Frame, entry: SourceEntry) -> str:
    source = entry.source
    published = frame.when(source.published)
    maker = source.publisher if source.title else ""
    return ", ".join(part for part in (plain(maker), published.words if published else "") if part)


def _source_page(frame: Frame, entry: SourceEntry, locked: Mapping[str, LockedText]) -> SitePage:
    source, phrases = entry.source, frame.phrases
    here = frame.addresses.path(Section.SOURCES, entry.slug)
    facts = {
        "kind": phrases[f"kind_{source.kind}"],
        "author": plain(source.author) if source.author != source.publisher else "",
        "publisher": plain(source.publisher),
        "published": frame.when(source.published),
        "retrieved": frame.when(source.retrieved),
        "license": plain(source.license),
        "license_url": web_url(source.license),
        "url": web_url(source.url),
        "archived": web_url(source.archived),
        **_text(frame, entry, locked),
    }
    parts: list[Markup | str] = [frame.html("source", source=facts)]
    if entry.quotations:
        parts += [frame.heading(phrases["quotations"], "quotations"), render_ledger(frame, entry.quotations, here)]
    if entry.events:
        links = [
            Link(
                frame.addresses.explainer(recorded.explainer, here, "event", recorded.event.id),
                ": ".join(
                    part.words if hasattr(part, "words") else part
                    for part in (frame.when(recorded.event.date), plain(recorded.event.title))
                    if part
                ),
            )
            for recorded in entry.events
        ]
        parts += [frame.heading(phrases["events"], "events"), frame.html("links", links=links)]
    if entry.statements:
        links = [Link(_place(frame, statement, here), words_of(statement.text)) for statement in entry.statements]
        parts += [frame.heading(phrases["cited_for"], "cited-for"), frame.html("links", links=links)]
    links = [
        Link(frame.addresses.explainer(page, here, "source", _id(frame, entry, page)), plain(page.title))
        for page in entry.explainers
    ]
    parts += [frame.heading(phrases["used_in"], "used-in"), frame.html("links", links=links)]
    return frame.page(Section.SOURCES, source_title(source), parts, slug=entry.slug, parent=True)


def _place(frame: Frame, statement: RecordedStatement, here: str) -> str:
    """Return the link to a statement; what is known and unknown stands in a section of its own on every page."""
    if statement.name:
        return frame.addresses.explainer(statement.explainer, here, statement.kind, statement.name)
    return f"{frame.addresses.explainer(statement.explainer, here)}#{statement.kind}"


def _id(frame: Frame, entry: SourceEntry, page: Explainer) -> str:
    """Return the id that a page has for a source."""
    slugs = frame.record.source_slugs
    return next(name for name in page.sources if slugs.get((page.path, name)) == entry.slug)


def _text(frame: Frame, entry: SourceEntry, locked: Mapping[str, LockedText]) -> dict[str, str]:
    """Say whether the text of a source was read here, and by which hash it is known."""
    source, known = entry.source, locked.get(entry.source.file)
    if source.article is not None:
        words = sum(map(is_word, split_words(source.article.text).folded))
        return {
            "words": frame.count("words", words),
            "text": frame.phrases["text_at_hand"],
            "sha256": hash_text(source.article.text),
        }
    if known is not None:
        return {
            "words": frame.count("words", known.words),
            "text": frame.phrases["text_locked"],
            "sha256": known.sha256,
        }
    return {"words": "", "text": frame.phrases["text_missing"], "sha256": ""}

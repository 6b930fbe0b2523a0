"""Feeds: what is new, as values that Atom and JSON Feed write down."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.catalogue.entries import Record, RecordedCorrection
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.model.explainer import Explainer
from generator.syndication.web import Web
from generator.syndication.when import changed_moment, moment_of

MOST = 50
"""How many entries a feed has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed.

    Args:
        id: What it is known by for good.
        url: Where it stands.
        title: Its title.
        summary: What it is about; may be empty.
        text: All that the feed says of it; never empty.
        published: When it was first published; None where that is not known to the day.
        updated: When it last changed.
        authors: Who wrote it.
        topics: What it is about, in words.
        language: BCP 47 tag of its language.
    """

    id: str
    url: str
    title: str
    summary: str
    text: str
    published: datetime | None
    updated: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed.

    Args:
        id: What it is known by for good.
        title: Its title.
        description: What the site is; may be empty.
        page: The page that shows the same to readers.
        atom: Its own path as Atom, below the site's folder.
        json: Its own path as JSON Feed.
        author: Who publishes it.
        language: BCP 47 tag of the site's language.
        updated: When its newest entry changed; of a feed without entries, when the site did.
        entries: The newest entries, the newest first.
    """

    id: str
    title: str
    description: str
    page: str
    atom: str
    json: str
    author: str
    language: str
    updated: datetime
    entries: tuple[Entry, ...]


def explainer_entries(explainers: Iterable[Explainer], web: Web) -> tuple[Entry, ...]:
    """Return the entries of explainers whose date is known to the day, the newest first, at most fifty."""
    found = [entry for page in explainers if (entry := _explainer(page, web)) is not None]
    return _newest(found)


def _explainer(page: Explainer, web: Web) -> Entry | None:
    published, updated = moment_of(page.published), changed_moment(page)
    if updated is None:
        return None
    summary = words_of(page.standfirst)
    points = [words_of(point) for point in page.key_points]
    return Entry(
        id=web.identifier(page, ""),
        url=web.page(page.path),
        title=plain(page.title),
        summary=summary,
        text="\n\n".join(part for part in [summary, *points] if part) or plain(page.title),
        published=published,
        updated=updated,
        authors=tuple(map(plain, page.byline)),
        topics=tuple(map(plain, page.topics)),
        language=page.language,
    )


def correction_entries(record: Record, web: Web, labels: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return the entries of corrections whose day is known, the newest first, at most fifty.

    Args:
        record: The record.
        web: Where things stand.
        labels: What each kind of correction is called.
    """
    found = (_correction(recorded, web, labels) for recorded in record.corrections)
    return _newest(entry for entry in found if entry is not None)


def _correction(recorded: RecordedCorrection, web: Web, labels: Mapping[str, str]) -> Entry | None:
    page, note = recorded.explainer, recorded.correction
    moment = moment_of(note.date)
    if moment is None:
        return None
    text = words_of(note.text)
    # By what it says and not by its number, which changes when a newer one is written above it.
    told = hashlib.sha256("\n".join((note.kind, note.of, text)).encode()).hexdigest()[:8]
    return Entry(
        id=web.identifier(page, f"#correction-{moment.date().isoformat()}-{told}"),
        url=web.explainer(page, page.path, "correction", recorded.number),
        title=f"{labels[note.kind]}: {plain(page.title)}",
        summary=text,
        text=text or plain(page.title),
        published=moment,
        updated=moment,
        authors=tuple(map(plain, page.byline)),
        topics=tuple(map(plain, page.topics)),
        language=page.language,
    )


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    ordered = sorted(entries, key=lambda entry: (entry.title, entry.id))
    return tuple(sorted(ordered, key=lambda entry: entry.updated, reverse=True)[:MOST])

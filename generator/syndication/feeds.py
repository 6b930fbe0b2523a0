"""The feeds of a site: one of its explainers, one of its corrections, and one of each topic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.catalogue.addresses import Section
from generator.catalogue.entries import Record
from generator.syndication.feed import Entry, Feed, correction_entries, explainer_entries
from generator.syndication.web import Web
from generator.syndication.when import changed_moment

Place = tuple[Section, str]
"""The list, and the slug of the topic on it, that a feed belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What each feed says of its site: name, description, and BCP 47 tag of its language."""

    name: str
    description: str
    language: str


def site_feeds(record: Record, web: Web, phrases: Mapping[str, str], about: About) -> Iterator[tuple[Place, Feed]]:
    """Give the feeds of a site.

    Args:
        record: The record.
        web: Where its things stand; the site's own address must be known.
        phrases: The words of the site's language.
        about: What the feeds say of the site.

    Yields:
        Each feed with its place; none where no explainer has a date that is known to the day.
    """
    moments = map(changed_moment, record.explainers)
    changed = max((moment for moment in moments if moment is not None), default=None)
    if changed is None:
        return
    entries = explainer_entries(record.explainers, web)
    yield (Section.EXPLAINERS, ""), _feed((Section.EXPLAINERS, ""), about.name, entries, web, about, changed)
    title = f"{about.name}: {phrases['corrections']}"
    entries = correction_entries(record, web, phrases)
    yield (Section.CORRECTIONS, ""), _feed((Section.CORRECTIONS, ""), title, entries, web, about, changed)
    for topic in record.topics:
        if entries := explainer_entries(topic.explainers, web):
            place = (Section.TOPICS, topic.slug)
            yield place, _feed(place, f"{about.name}: {topic.name}", entries, web, about, changed)


def _feed(place: Place, title: str, entries: tuple[Entry, ...], web: Web, about: About, changed: datetime) -> Feed:
    section, slug = place
    name = web.addresses.names.get(section) or section.value
    folder = "" if section is Section.EXPLAINERS else f"{name}/{slug}/" if slug else f"{name}/"
    listing = web.addresses.path(section)
    return Feed(
        id=f"{web.identity or web.site_url}{folder}feed.xml",
        title=title,
        description=about.description,
        page=web.page(listing) if listing else web.site_url,
        atom=f"{folder}feed.xml",
        json=f"{folder}feed.json",
        author=about.name,
        language=about.language,
        updated=entries[0].updated if entries else changed,
        entries=entries,
    )

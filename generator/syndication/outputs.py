"""Outputs: all that a site says to machines, as its owner chose it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.catalogue.addresses import Addresses, Section
from generator.catalogue.entries import RecordedEvent
from generator.catalogue.frame import Extras
from generator.markdown.plain_text import plain
from generator.model.edtf import Edtf, Part, Precision
from generator.model.explainer import Explainer
from generator.model.outcome import Outcome
from generator.render.views import FileLink, Link
from generator.site.settings import Settings
from generator.syndication import atom, json_feed
from generator.syndication.calendar_file import calendar_text
from generator.syndication.feeds import About, site_feeds
from generator.syndication.linked_data import LinkedData
from generator.syndication.llms import llms_text
from generator.syndication.table import table_text
from generator.syndication.web import Web, page_folder
from generator.wording.phrases import page_phrases

_CALENDAR, _TABLE = "text/calendar", "text/csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that a page offers: its path below the site's folder, its media type, its name, and that in short."""

    path: str
    type: str
    title: str
    short: str

    @property
    def data(self) -> dict[str, str]:
        """Return what our template needs to name it."""
        return {"path": quote(self.path), "type": self.type, "title": self.title}


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """All that a site says to machines.

    Args:
        files: Text of each file by its path below the site's folder.
        site_data: What every page's head is told.
        linked: The linked data of pages; None where it is turned off.
        offers: What the page of a list, or of a topic by its slug, offers.
        page_offers: What an explainer offers, by its path.
    """

    files: Mapping[str, str]
    site_data: Mapping[str, object]
    linked: LinkedData | None
    offers: Mapping[tuple[Section, str], Sequence[Offer]]
    page_offers: Mapping[str, Sequence[Offer]]

    def head(self, page: Explainer, outcomes: Mapping[str, Outcome], trail: Sequence[Link]) -> dict[str, object]:
        """Return what the head of an explainer's page is told.

        Args:
            page: The explainer.
            outcomes: What verification found, by quotation id.
            trail: The way back.
        """
        data: dict[str, object] = {} if page.listed else {"unlisted": True}
        if modified := last_modified(page.changed):
            data["modified"] = modified
        if offers := self.page_offers.get(page.path):
            data["alternates"] = [offer.data for offer in offers]
        if self.linked is not None and page.listed:
            data["json_ld"] = self.linked.explainer(page, outcomes, trail)
        return data

    def extras(self, addresses: Addresses) -> Extras:
        """Return what pages that the record makes say to machines, and which files they link to."""

        def data(section: Section, title: str, slug: str) -> dict[str, object]:
            return {} if self.linked is None else {"json_ld": self.linked.list_page(section, title, slug)}

        def files(section: Section, slug: str, here: str) -> list[FileLink]:
            offers = self.offers.get((section, slug), ())
            return [FileLink(addresses.file(offer.path, here), offer.short, offer.title) for offer in offers]

        return Extras(data=data, files=files)


def last_modified(date_: Edtf | None) -> str:
    """Return a date as a sitemap says it (W3C Date and Time Formats); empty where that would claim too much."""
    html = date_.html if date_ is not None else None
    part = date_.start if date_ is not None else None
    if not html or not isinstance(part, Part):
        return ""
    return html[: len("YYYY-MM-DD")] if part.precision is Precision.TIME and not part.zone else html


def make_machine(addresses: Addresses, settings: Settings, *, evidence: Callable[[str], str] | None = None) -> Machine:
    """Make all that a site says to machines.

    Args:
        addresses: Where the things of the site's record stand.
        settings: What its owner chose.
        evidence: Gives the path of the evidence of an explainer by its own; None where there is none.

    Returns:
        The files and the data of pages. Feeds are made only where the site's address is known, since they are
        read away from it, and where an explainer has a date, since each must say when it changed.
    """
    outputs, record = settings.outputs, addresses.record
    web = Web(addresses=addresses, site_url=settings.site_url, identity=outputs.identity)
    phrases = page_phrases(settings.language)
    name = plain(settings.site_name) or phrases["explainers"]
    files: dict[str, str] = {}
    offers: dict[tuple[Section, str], list[Offer]] = {}
    if outputs.feeds and settings.site_url:
        about = About(name=name, description=plain(settings.site_description), language=settings.language)
        for place, feed in site_feeds(record, web, phrases, about):
            files |= {feed.atom: atom.atom_text(feed, web), feed.json: json_feed.json_feed_text(feed, web)}
            offers[place] = [
                Offer(path=feed.atom, type=atom.MEDIA_TYPE, title=f"{feed.title} (Atom)", short="Atom"),
                Offer(path=feed.json, type=json_feed.MEDIA_TYPE, title=f"{feed.title} (JSON Feed)", short="JSON Feed"),
            ]
    page_offers: dict[str, Sequence[Offer]] = {}
    if outputs.calendar:
        made = _events_files(record.events, web, "", name, phrases)
        files |= made
        offers[Section.TIMELINE, ""] = [*_event_offers(made, phrases)]
        for path, events in _by_page(record.events).items():
            page = events[0].explainer
            words = page_phrases(page.language)
            made = _events_files(events, web, page_folder(path), plain(page.title), words)
            files |= made
            page_offers[path] = [*_event_offers(made, words)]
    if outputs.llms:
        files["llms.txt"] = llms_text(
            record, web, phrases, site_name=name, description=settings.site_description, evidence=evidence
        )
    linked = _linked_data(web, settings, name) if outputs.json_ld else None
    return Machine(
        files=files,
        site_data=_site_data(offers, linked),
        linked=linked,
        offers=offers,
        page_offers=page_offers,
    )


def _site_data(offers: Mapping[tuple[Section, str], Sequence[Offer]], linked: LinkedData | None) -> dict[str, object]:
    data: dict[str, object] = {}
    everywhere = [*offers.get((Section.EXPLAINERS, ""), ()), *offers.get((Section.CORRECTIONS, ""), ())[:1]]
    if everywhere:
        data["alternates"] = [offer.data for offer in everywhere]
    if linked is not None:
        data["json_ld"] = linked.site()
    return data


def _linked_data(web: Web, settings: Settings, name: str) -> LinkedData:
    return LinkedData(
        web=web,
        site_name=name,
        description=settings.site_description,
        language=settings.language,
        organisation=settings.outputs.organisation,
    )


def _by_page(events: Sequence[RecordedEvent]) -> dict[str, list[RecordedEvent]]:
    found: dict[str, list[RecordedEvent]] = {}
    for event in events:
        found.setdefault(event.explainer.path, []).append(event)
    return found


def _events_files(
    events: Sequence[RecordedEvent], web: Web, folder: str, name: str, phrases: Mapping[str, str]
) -> dict[str, str]:
    if not events:
        return {}
    calendar = calendar_text(events, web, name=name, told=phrases["left_out"])
    made = {f"{folder}timeline.ics": calendar} if calendar else {}
    table = f"{folder}timeline.csv"
    return made | {table: table_text(events, web, table)}


def _event_offers(files: Mapping[str, str], phrases: Mapping[str, str]) -> Iterator[Offer]:
    for path in files:
        is_calendar = path.endswith(".ics")
        title = phrases["file_calendar" if is_calendar else "file_table"]
        yield Offer(path=path, type=_CALENDAR if is_calendar else _TABLE, title=title, short=title)

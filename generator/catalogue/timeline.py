"""Timeline: the events of all explainers, by year."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import RecordedEvent
from generator.catalogue.frame import Frame, SitePage
from generator.markdown.plain_text import plain
from generator.render.views import EventView, Link, YearView
from generator.wording.years import year_label


def timeline_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the timeline of the site, with a filter by topic for readers."""
    return frame.listing(
        Section.TIMELINE,
        frame.record.events,
        lambda shown, here: [frame.html("timeline", years=_years(frame, shown, here), level="h2", embed="")],
        empty=frame.phrases["no_site_events"],
        sifted_by=["topic"],
    )


def _years(frame: Frame, events: Sequence[RecordedEvent], here: str) -> list[YearView]:
    groups: dict[str, list[EventView]] = {}
    for recorded in events:
        label = year_label(recorded.event.date, frame.language)
        groups.setdefault(label, []).append(_event(frame, recorded, here))
    return [YearView(label=label, events=views) for label, views in groups.items()]


def _event(frame: Frame, recorded: RecordedEvent, here: str) -> EventView:
    page, event = recorded.explainer, recorded.event
    when = frame.when(event.date)
    assert when is not None
    return EventView(
        anchor="",
        key=event.key,
        when=when,
        title=plain(event.title),
        text=Markup(),
        citations=Markup(),
        links=[Link(frame.addresses.explainer(page, here, "event", event.id), plain(page.title))],
        topics=frame.topics(page),
    )

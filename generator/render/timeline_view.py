"""A timeline as a reader sees it."""

from collections.abc import Iterable

from generator.markdown.plain_text import plain
from generator.model.explainer import Event
from generator.render.page_data import PageData
from generator.render.page_links import quotation_links
from generator.render.placed import Placed
from generator.render.views import EventView, YearView
from generator.wording.years import year_label


def year_views(events: Iterable[Placed[Event]], page: PageData) -> list[YearView]:
    """Group events, which come in the order of their dates, by year."""
    groups: dict[str, list[EventView]] = {}
    for placed in events:
        label = year_label(placed.thing.date, page.explainer.language)
        groups.setdefault(label, []).append(_event_view(placed, page))
    labelled = len(groups) > 1
    return [YearView(label=label if labelled else "", events=events) for label, events in groups.items()]


def _event_view(placed: Placed[Event], page: PageData) -> EventView:
    event = placed.thing
    return EventView(
        anchor=placed.anchor,
        former=placed.former,
        key=event.key,
        when=page.when(event.date),
        title=plain(event.title),
        text=page.html(placed.values["text"]),
        citations=page.cited(placed.citations),
        links=list(quotation_links(event.quotes, page)),
    )

"""Parts of a page that have embeds: its quotations, expert boxes and timeline, and the page itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator.concern import concerning
from generator.embeds.address import TIMELINE
from generator.model import Event, ExpertOpinion, Explainer, Quotation
from generator.render.anchors import anchor
from generator.render.components import Components
from generator.render.plain_text import plain
from generator.render.proof import Outcome
from generator.render.templates import render_partial
from generator.render.views import EventView, QuotationView, YearView

LEVELS = 4
"""How many degrees of leaving out there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a page.

    Args:
        name: Last part of the embed's address; empty for the page itself.
        anchor: Its anchor on the page; empty for the page itself.
        title: What it is, in words.
        lead: What it is, where its quotations do not say it.
        concerning: Ids of the entries whose corrections concern what it shows.
        html: The part as the page shows it.
        kicker: What stands above the headline of the page's own embed.
        quotations: The quotations whose words the code repeats.
        shortened: Whether something is left out that the page shows.
    """

    name: str
    anchor: str
    title: str
    lead: str
    concerning: frozenset[str]
    html: Markup
    kicker: Markup = field(default_factory=Markup)
    quotations: Sequence[QuotationView] = ()
    shortened: bool = False


def part_names(explainer: Explainer, outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """Name the parts of a page that have embeds.

    Args:
        explainer: The page.
        outcomes: What verification found, by quotation id.

    Yields:
        The last part of each embed's address. A page that is a draft, or holds a draft or a quotation that
        failed, has none; a part with words that were not verified has none either.
    """
    if not _is_sound(explainer, outcomes):
        return
    yield ""
    proven = {name for name in explainer.quotes if name in outcomes and outcomes[name].ok}
    for quotation in explainer.quotes.values():
        if quotation.id in proven:
            yield anchor("quote", quotation.id)
    for expert in explainer.experts.values():
        if proven.issuperset(expert.quotes):
            yield anchor("expert", expert.id)
    events = explainer.timeline.values()
    if events and all(proven.issuperset(event.quotes) for event in events):
        yield TIMELINE


def _is_sound(explainer: Explainer, outcomes: Mapping[str, Outcome]) -> bool:
    drafts = [quotation.draft for quotation in explainer.quotes.values()]
    drafts += [expert.draft for expert in explainer.experts.values()]
    drafts += [event.draft for event in explainer.timeline.values()]
    if explainer.draft or any(drafts):
        return False
    return not any(name in outcomes and outcomes[name].failed for name in explainer.quotes)


def make_part(name: str, components: Components, level: int = 0) -> Part:
    """Make a part of a page.

    Args:
        name: Its name, from `part_names`.
        components: The components of its page, none of which has been shown yet.
        level: How much to leave out, from 0, nothing, to `LEVELS` - 1.

    Returns:
        The part.
    """
    page = components.explainer
    quotes = {anchor("quote", quotation.id): quotation for quotation in page.quotes.values()}
    experts = {anchor("expert", expert.id): expert for expert in page.experts.values()}
    if name in quotes:
        return _quotation(quotes[name], name, components, level)
    if name in experts:
        return _expert(experts[name], name, components, level)
    return _timeline(components, level) if name == TIMELINE else _page(components)


def _quotation(quotation: Quotation, name: str, components: Components, level: int) -> Part:
    (view,), shortened = _without_folded([components.quotation_view(quotation)], level)
    return Part(
        name=name,
        anchor=name,
        title=components.short(quotation),
        lead="",
        concerning=concerning(components.explainer, quotation),
        html=render_partial(components.templates, "quotation", quotation=view, words=components.phrases),
        quotations=[view],
        shortened=shortened,
    )


def _without_folded(views: Sequence[QuotationView], level: int) -> tuple[list[QuotationView], bool]:
    """Leave out what is folded below quotations where there is no room, and tell whether there was anything."""
    if level < 2:
        return list(views), False
    bare = [replace(view, proof=replace(view.proof, context=None, sha256="")) for view in views]
    return bare, any(view.proof.context or view.proof.sha256 for view in views)


def _expert(expert: ExpertOpinion, name: str, components: Components, level: int) -> Part:
    page = components.explainer
    view = components.expert_view(expert)
    quotations, shortened = _without_folded(view.quotations, level)
    told = view.position or view.question
    named = f"{view.name}, {view.role}" if view.role else view.name
    html = render_partial(
        components.templates, "expert", expert=replace(view, quotations=quotations), words=components.phrases
    )
    return Part(
        name=name,
        anchor=name,
        title=f"{view.name}: {told}" if told else view.name,
        lead=f"{named}: {told}" if told else named,
        concerning=_concerning(page, [expert], expert.quotes),
        html=html,
        quotations=quotations if level == 0 else (),
        shortened=shortened,
    )


def _timeline(components: Components, level: int) -> Part:
    page = components.explainer
    events = list(page.timeline.values())
    first = min(events, key=lambda event: event.date.sort_key)
    years = [
        replace(year, events=[_event(event, level) for event in year.events]) for year in components.year_views(events)
    ]
    if level > 2:
        years = [YearView(label="", events=[event for year in years for event in year.events])]
    return Part(
        name=TIMELINE,
        anchor=anchor("event", first.id),
        title=f"{components.phrases['timeline']}: {plain(page.title)}",
        lead=components.phrases["timeline"],
        concerning=_concerning(page, events, [name for event in events for name in event.quotes]),
        html=render_partial(
            components.templates, "timeline", years=years, level="h3", embed="", words=components.phrases
        ),
        shortened=level > 0,
    )


def _event(event: EventView, level: int) -> EventView:
    """Leave out what there is no room for: links to sources and quotations first, texts next."""
    event = replace(event, anchor="")
    if level > 0:
        event = replace(event, citations=Markup(), links=())
    return replace(event, text=Markup()) if level > 1 else event


def _concerning(page: Explainer, parts: Iterable[ExpertOpinion | Event], quoted: Iterable[str]) -> frozenset[str]:
    """Name the entries whose corrections concern parts of a page or the quotations that these show."""
    quotations = [page.quotes[name] for name in quoted if name in page.quotes]
    return frozenset().union(*(concerning(page, part) for part in (*parts, *quotations)))


def _page(components: Components) -> Part:
    page = components.explainer
    components.explainer = replace(page, body="")
    kicker = components.kicker() if page.kicker else Markup()
    return Part(
        name="",
        anchor="",
        title=plain(page.title),
        lead="",
        concerning=frozenset(),
        html=components.header(),
        kicker=kicker,
    )

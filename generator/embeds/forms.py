"""Forms: what an embed shows of a part of a page, from all of it to as little as may be."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from generator.embeds.address import TIMELINE
from generator.embeds.corrections import concerned_corrections, without_older
from generator.embeds.part import Part
from generator.markdown.plain_text import plain
from generator.model.anchors import anchor
from generator.model.concern import concerning
from generator.model.explainer import Event, ExpertOpinion, Explainer, Quotation
from generator.render.components import Components
from generator.render.expert_view import expert_view
from generator.render.page_links import short_quotation
from generator.render.placer import Placer
from generator.render.quotation_view import quotation_view
from generator.render.templates import render_partial
from generator.render.timeline_view import year_views
from generator.render.views import QuotationView, YearView

Form = Callable[[Components], Part]
"""Makes a part, or less of it, from the components of its page."""
_PlacedForm = Callable[[Components, Placer], Part]
"""Makes a part, all of whose things are given their places in the embed."""


def part_forms(name: str, explainer: Explainer) -> Sequence[Form]:
    """Return the forms that a part of a page may take.

    Args:
        name: Its name, from `part_names`.
        explainer: The page.

    Returns:
        The forms, by levels: each leaves out what the one before does, and more, and the first nothing. None leaves
        out what was said, who said it, dates, what was verified, or corrections of just that.
    """
    whole, cut = _forms(name, explainer)
    return [
        *(partial(_with_notes, form) for form in whole),
        *(partial(_with_newest_notes, form) for form in (whole[-1], *cut)),
    ]


def _forms(name: str, explainer: Explainer) -> tuple[Sequence[_PlacedForm], Sequence[_PlacedForm]]:
    """Return the forms without corrections: those that show all that is to be told, and those that show some of it."""
    quotes = {anchor("quote", quotation.id): quotation for quotation in explainer.quotes.values()}
    experts = {anchor("expert", expert.id): expert for expert in explainer.experts.values()}
    if name in quotes:
        return [partial(_quotation, quotes[name], level) for level in range(3)], ()
    if name in experts:
        return [partial(_expert, experts[name], level) for level in range(4)], ()
    if name == TIMELINE:
        count = len(explainer.timeline)
        whole = [partial(_timeline, count, level) for level in range(4)]
        return whole, [partial(_timeline, fewer, 3) for fewer in range(count - 1, 0, -1)]
    return [_page], ()


def _with_notes(form: _PlacedForm, components: Components) -> Part:
    place = _placer(components)
    part = form(components, place)
    return _noted(part, concerned_corrections(components.page.explainer, part.concerning), components, place)


def _with_newest_notes(form: _PlacedForm, components: Components) -> Part:
    place, page = _placer(components), components.page
    part = form(components, place)
    found = concerned_corrections(page.explainer, part.concerning)
    newest = without_older(page.explainer, found)
    older = page.phrases["more_on_page"].format(count=len(found) - len(newest)) if newest != found else ""
    part = _noted(part, newest, components, place)
    return replace(part, older=older, shortened=part.shortened or bool(older))


def _placer(components: Components) -> Placer:
    """Return what gives places in an embed, where nothing of the page stands but the part."""
    return Placer(components.page.explainer, components.page.citations)


def _noted(part: Part, indexes: Sequence[int], components: Components, place: Placer) -> Part:
    return replace(part, notes=components.corrections(place.corrections(indexes)) if indexes else Markup())


def _quotation(quotation: Quotation, level: int, components: Components, place: Placer) -> Part:
    page = components.page.explainer
    whole = quotation_view(place.quotation(quotation), components.page)
    shown = _without_folded(whole) if level > 0 else whole
    name = anchor("quote", quotation.id)
    return Part(
        name=name,
        place=page.places.key("quotes", quotation.id),
        anchor=name,
        title=short_quotation(quotation, components.page),
        # Without the words, whose they are is all that the code says: a cut quotation could mean something else.
        lead=_named(whole.speaker, whole.role) if level > 1 else "",
        html=render_partial(components.templates, "quotation", quotation=shown, words=components.page.phrases),
        concerning=concerning(page, quotation),
        quotations=[shown] if level < 2 else (),
        shortened=shown != whole,
    )


def _without_folded(view: QuotationView) -> QuotationView:
    return replace(view, proof=replace(view.proof, context=None, sha256=""))


def _expert(expert: ExpertOpinion, level: int, components: Components, place: Placer) -> Part:
    page = components.page.explainer
    whole = expert_view(place.expert(expert), components.page)
    shown = whole
    if level > 1:
        shown = replace(shown, biography=Markup(), quotations=[*map(_without_folded, whole.quotations)])
    if level > 2:
        shown = replace(shown, summary=Markup())
    name = anchor("expert", expert.id)
    told = whole.position or whole.question
    named = _named(whole.name, whole.role)
    return Part(
        name=name,
        place=page.places.key("experts", expert.id),
        anchor=name,
        title=f"{whole.name}: {told}" if told else whole.name,
        lead=f"{named}: {told}" if told else named,
        html=render_partial(components.templates, "expert", expert=shown, words=components.page.phrases),
        concerning=_names(page, [expert], expert.quotes),
        quotations=shown.quotations if level == 0 else (),
        shortened=shown != whole,
    )


def _named(name: str, role: str) -> str:
    return ", ".join(filter(None, (name, role)))


def _timeline(count: int, level: int, components: Components, place: Placer) -> Part:
    page, phrases = components.page.explainer, components.page.phrases
    events = sorted(page.timeline.values(), key=lambda event: event.date.sort_key)
    chosen = sorted(events, key=lambda event: not event.key)[:count]
    quoted = [name for event in chosen for name in event.quotes]
    placed = place.events(_reduced(event, level) for event in chosen)
    years = [_without_anchors(year) for year in year_views(placed, components.page)]
    if level > 2:
        years = [YearView(label="", events=[event for year in years for event in year.events])]
    return Part(
        name=TIMELINE,
        place=page.places.key("timeline"),
        anchor=anchor("event", events[0].id),
        title=f"{phrases['timeline']}: {plain(page.title)}",
        lead=phrases["timeline"],
        html=render_partial(components.templates, "timeline", years=years, level="h3", embed="", words=phrases),
        concerning=_names(page, chosen, quoted),
        more=phrases["more_on_page"].format(count=len(events) - count) if count < len(events) else "",
        shortened=level > 0,
    )


def _reduced(event: Event, level: int) -> Event:
    """Leave out what there is no room for: links to sources and quotations first, texts next."""
    if level > 0:
        event = replace(event, sources=(), quotes=())
    return replace(event, text="") if level > 1 else event


def _without_anchors(year: YearView) -> YearView:
    return replace(year, events=[replace(event, anchor="") for event in year.events])


def _page(components: Components, place: Placer) -> Part:
    page = components.page.explainer
    return Part(
        name="",
        place=page.places.value("title"),
        anchor="",
        title=plain(page.title),
        lead="",
        html=components.header(place.value(page.standfirst, page.places.value("standfirst")), timed=False),
        concerning=frozenset(),
        kicker=components.kicker() if page.kicker else Markup(),
    )


def _names(page: Explainer, parts: Iterable[ExpertOpinion | Event], quotations: Iterable[str]) -> frozenset[str]:
    """Name the entries whose corrections concern parts of a page, or quotations by their ids."""
    shown = [*parts, *(page.quotes[name] for name in quotations if name in page.quotes)]
    return frozenset(name for part in shown for name in concerning(page, part))

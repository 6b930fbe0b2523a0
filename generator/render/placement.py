"""Placement: what stands where on a page, settled before anything of it is rendered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.markdown.citations import Citations
from generator.markdown.directives import Component, Directive
from generator.markdown.markup import MarkdownValue
from generator.model.explainer import (
    Correction,
    Event,
    ExpertOpinion,
    Explainer,
    Known,
    Question,
    Quotation,
    Source,
    Unknown,
)
from generator.render.placed import Placed
from generator.render.placer import Placer


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDirective:
    """A directive of the body with what it places.

    Args:
        directive: The directive.
        quotation: The quotation that it places.
        experts: The expert opinions that it places.
        events: The events that it places.
        again: Ids of those that an earlier directive has placed.
    """

    directive: Directive
    quotation: Placed[Quotation] | None = None
    experts: tuple[Placed[ExpertOpinion], ...] = ()
    events: tuple[Placed[Event], ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What stands where on a page.

    Args:
        standfirst: What stands under the headline.
        key_points: The short version.
        body_anchors: The anchors of the citations in the text of the body, in order.
        directives: The directives of the body with what they place.
        quotations: The quotations that stand in a section of their own.
        experts: The expert opinions that stand in a section of their own.
        events: The events that stand in a section of their own.
        questions: The questions.
        known: What is known.
        unknown: What is not known.
        glossary: The terms.
        corrections: The change notes.
        sources: The sources.
        values: All Markdown values on the page; one that stands there twice is there twice.
    """

    standfirst: MarkdownValue
    key_points: tuple[MarkdownValue, ...]
    body_anchors: tuple[str, ...]
    directives: tuple[PlacedDirective, ...]
    quotations: tuple[Placed[Quotation], ...]
    experts: tuple[Placed[ExpertOpinion], ...]
    events: tuple[Placed[Event], ...]
    questions: tuple[Placed[Question], ...]
    known: tuple[Placed[Known], ...]
    unknown: tuple[Placed[Unknown], ...]
    glossary: tuple[Placed[str], ...]
    corrections: tuple[Placed[Correction], ...]
    sources: tuple[Placed[Source], ...]
    values: tuple[MarkdownValue, ...]


def place_page(
    explainer: Explainer,
    directives: Sequence[Directive],
    citations: Citations,
    *,
    cited: Sequence[str] = (),
    has_body: bool = True,
) -> Placement:
    """Settle what stands where on a page.

    Args:
        explainer: The page.
        directives: The directives of its body, in order.
        citations: How its sources are cited.
        cited: Ids of the sources that the text of its body cites, in order.
        has_body: Whether the body is on the page; one that is unsafe is not, and what it would place is nowhere.

    Returns:
        The placement.
    """
    place = Placer(explainer, citations, _quoted(directives))
    standfirst = place.value(explainer.standfirst, explainer.places.value("standfirst"))
    key_points = tuple(
        place.value(point, explainer.places.value("key_points", index))
        for index, point in enumerate(explainer.key_points)
    )
    body_anchors = tuple(citation.anchor for citation in place.cite(cited)) if has_body else ()
    placed_directives = tuple(_place_directives(directives, explainer, place)) if has_body else ()
    in_body = {(_kind(d.component), name) for d in directives for name in _names(d, explainer)}
    # An expert's box comes first, since the quotations in it need no other place.
    experts = place.experts(e for e in explainer.experts.values() if (Component.EXPERT, e.id) not in in_body)
    return Placement(
        standfirst=standfirst,
        key_points=key_points,
        body_anchors=body_anchors,
        directives=placed_directives,
        experts=experts,
        quotations=place.left_quotations(),
        events=place.events(e for e in explainer.timeline.values() if (Component.TIMELINE, e.id) not in in_body),
        questions=tuple(map(place.question, explainer.questions.values())),
        known=tuple(place.known(fact, index) for index, fact in enumerate(explainer.known)),
        unknown=tuple(place.unknown(fact, index) for index, fact in enumerate(explainer.unknown)),
        glossary=tuple(map(place.term, explainer.glossary)),
        corrections=place.corrections(range(len(explainer.corrections))),
        sources=tuple(map(place.source, explainer.sources.values())),
        values=tuple(place.values),
    )


def _quoted(directives: Iterable[Directive]) -> Iterable[str]:
    return (directive.id for directive in directives if directive.component is Component.QUOTE)


def _place_directives(
    directives: Iterable[Directive], explainer: Explainer, place: Placer
) -> Iterable[PlacedDirective]:
    placed: set[tuple[Component, str]] = set()
    for directive in directives:
        kind = _kind(directive.component)
        names = _names(directive, explainer)
        again = tuple(name for name in names if (kind, name) in placed)
        placed |= {(kind, name) for name in names}
        yield PlacedDirective(
            directive=directive,
            quotation=place.quotation(explainer.quotes[directive.id]) if kind is Component.QUOTE else None,
            experts=place.experts(_experts(directive, explainer)),
            events=place.events(_events(directive, explainer)),
            again=again,
        )


def _kind(component: Component) -> Component:
    """Return what a component places: several experts are experts."""
    return Component.EXPERT if component is Component.EXPERTS else component


def _names(directive: Directive, explainer: Explainer) -> list[str]:
    if directive.component is Component.QUOTE:
        return [directive.id]
    experts, events = _experts(directive, explainer), _events(directive, explainer)
    return [*(expert.id for expert in experts), *(event.id for event in events)]


def _experts(directive: Directive, explainer: Explainer) -> list[ExpertOpinion]:
    if directive.component is Component.EXPERT:
        return [explainer.experts[directive.id]]
    if directive.component is not Component.EXPERTS:
        return []
    return [expert for expert in explainer.experts.values() if not directive.only or expert.id in directive.only]


def _events(directive: Directive, explainer: Explainer) -> list[Event]:
    """Choose the events of a timeline: those that may have happened between its dates."""
    if directive.component is not Component.TIMELINE:
        return []
    return [
        event
        for event in explainer.timeline.values()
        if (not directive.only or event.id in directive.only)
        and (directive.since is None or event.date.latest >= directive.since.earliest)
        and (directive.until is None or event.date.earliest <= directive.until.latest)
    ]

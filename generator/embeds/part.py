"""Parts of a page that have embeds: its quotations, expert boxes and timeline, and the page itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.embeds.address import TIMELINE
from generator.model.anchors import anchor, former
from generator.model.concern import person_of
from generator.model.errors import Location
from generator.model.explainer import ExpertOpinion, Explainer, Quotation
from generator.model.outcome import Outcome
from generator.render.views import QuotationView


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a page, as an embed shows it.

    Args:
        name: Last part of the embed's address; empty for the page itself.
        place: Where the part stands in the author's file.
        anchor: Its anchor on the page; empty for the page itself.
        title: What it is, in words.
        lead: What it is, where its quotations do not say it.
        concerning: Ids of the entries whose corrections concern what it shows.
        html: The part as the page shows it.
        notes: The corrections that concern it.
        older: How many more of them the page shows, in words; empty where all are here.
        kicker: What stands above the headline of the page's own embed.
        quotations: The quotations whose words the code repeats.
        more: How much more the page shows, in words; empty where the part is whole.
        shortened: Whether something is left out that the page shows.
    """

    name: str
    place: Location
    anchor: str
    title: str
    lead: str
    concerning: frozenset[str]
    html: Markup
    notes: Markup = field(default_factory=Markup)
    older: str = ""
    kicker: Markup = field(default_factory=Markup)
    quotations: Sequence[QuotationView] = ()
    more: str = ""
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


def former_part_names(explainer: Explainer, name: str) -> tuple[str, ...]:
    """Name a part of a page as it was named under the former ids of its entry."""
    named = {anchor("quote", quotation.id): former("quote", quotation) for quotation in explainer.quotes.values()}
    named |= {anchor("expert", expert.id): former("expert", expert) for expert in explainer.experts.values()}
    return named.get(name, ())


def _is_sound(explainer: Explainer, outcomes: Mapping[str, Outcome]) -> bool:
    spoken: list[Quotation | ExpertOpinion] = [*explainer.quotes.values(), *explainer.experts.values()]
    named = {person_of(part) for part in spoken}
    drafts = [part.draft for part in (*spoken, *explainer.timeline.values())]
    drafts += [person.draft for person in explainer.people.values() if person.id in named]
    if explainer.draft or any(drafts):
        return False
    return not any(name in outcomes and outcomes[name].failed for name in explainer.quotes)

"""Surroundings: what the rest of the site adds to an explainer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.render.views import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """An explainer that shares something with this one, and what."""

    link: Link
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the rest of the site adds to an explainer.

    Args:
        trail: The way back, from the home page on.
        related: Explainers that share people, sources or topics.
        people: Address of each person's page by the person's id.
        sources: Address of each source's page by the source's id.
        embeds: Address of the embed of a part by its anchor, and of the timeline by that word; offered to readers.
        methodology: Address of the page that tells how quotations are verified; empty where there is none.
    """

    trail: Sequence[Link] = ()
    related: Sequence[RelatedView] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    embeds: Mapping[str, str] = field(default_factory=dict)
    methodology: str = ""

"""Placed things: what stands at one place of a page, with its address and all that depends on the place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.markdown.citations import Citation
from generator.markdown.markup import MarkdownValue
from generator.model.explainer import Quotation

Thing_co = TypeVar("Thing_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[Thing_co]):
    """A thing at one of its places on a page.

    Args:
        thing: What stands there.
        anchor: Its address on the page; empty where it stands on the page already, since ids are unique.
        values: Its Markdown values by the names of their fields.
        citations: The citations of the sources that it rests on; of a Source, all citations of it on the page.
        quotations: The quotations inside it: those of an expert that stand nowhere else.
        elsewhere: Ids of the quotations that it only links to, since they stand elsewhere on the page.
        former: The addresses that it had under former ids; none where `anchor` is empty.
    """

    thing: Thing_co
    anchor: str
    values: Mapping[str, MarkdownValue] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    quotations: "tuple[Placed[Quotation], ...]" = ()
    elsewhere: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

"""Corrections that an embed must show: those of what it shows, and those of the page as a whole."""

from collections.abc import Collection, Iterator

from generator.model import Correction, Explainer, Quotation

Part = tuple[str, str]
"""A part of a page: the name of its section in the front matter, and its id."""


def quotation_parts(quotation: Quotation) -> Iterator[Part]:
    """Give the parts of a page that a quotation shows: itself and its source."""
    yield "quotes", quotation.id
    yield "sources", quotation.source


def concerned_corrections(explainer: Explainer, shown: Collection[Part]) -> list[int]:
    """Find the corrections of what is shown.

    Args:
        explainer: The page.
        shown: The parts that are shown.

    Returns:
        Indexes among the page's corrections, the newest first.
    """
    notes = list(enumerate(explainer.corrections))
    found = [index for index, note in notes if _concerns(explainer, note, shown)]
    return sorted(found, key=lambda index: explainer.corrections[index].date.sort_key, reverse=True)


def _concerns(explainer: Explainer, note: Correction, shown: Collection[Part]) -> bool:
    if not note.of:
        published = explainer.published
        return published is None or note.date.latest >= published.earliest
    return _part(explainer, note.of) in shown


def _part(explainer: Explainer, name: str) -> Part | None:
    """Return what an id names, in the order in which the page itself takes it."""
    sections = {
        "quotes": explainer.quotes,
        "experts": explainer.experts,
        "timeline": explainer.timeline,
        "sources": explainer.sources,
    }
    return next(((section, name) for section, entries in sections.items() if name in entries), None)

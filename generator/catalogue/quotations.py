"""Quotations: every quotation of the site by its speaker."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import RecordedQuotation
from generator.catalogue.frame import Frame, SitePage
from generator.catalogue.ledger import render_ledger
from generator.markdown.plain_text import plain
from generator.model.slug import make_slug


def quotations_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of quotations, grouped by speaker and each group in order of time, with a filter for readers."""
    return frame.listing(
        Section.QUOTATIONS,
        sorted(frame.record.quotations, key=lambda entry: _name(entry).casefold()),
        lambda shown, here: [*_groups(frame, shown, here)],
        empty=frame.phrases["no_quotations"],
        sifted_by=["person", "source", "topic"],
    )


def _groups(frame: Frame, entries: Sequence[RecordedQuotation], here: str) -> Iterator[Markup | str]:
    for name, group in groupby(entries, key=_name):
        yield frame.heading(name or "–", f"by-{make_slug(name, 'nobody')}")
        yield render_ledger(frame, [*group], here, named=False)


def _name(entry: RecordedQuotation) -> str:
    return plain(entry.speaker.name) if entry.speaker else ""

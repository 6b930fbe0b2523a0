"""Quotations: every quotation of the site by its speaker."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from generator.record.entries import RecordedQuotation
from generator.render.plain_text import plain
from generator.site_pages.addresses import Section
from generator.site_pages.frame import Frame, SitePage
from generator.site_pages.ledger import render_ledger
from generator.slug import make_slug


def quotations_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of quotations, grouped by speaker and each group in order of time, with a filter for readers."""
    quotations = sorted(frame.record.quotations, key=lambda entry: _name(entry).casefold())
    for number, count, shown in frame.paged(quotations):
        slug = str(number) if number > 1 else ""
        here = frame.addresses.path(Section.QUOTATIONS, slug)
        parts: list[Markup | str] = [frame.filter(["person", "source", "topic"], here, number, count)] if shown else []
        for name, group in groupby(shown, key=_name):
            parts += [
                frame.heading(name or "–", f"by-{make_slug(name, 'nobody')}"),
                render_ledger(frame, [*group], here, named=False),
            ]
        if not shown:
            parts.append(frame.html("empty", told=frame.phrases["no_quotations"]))
        parts.append(frame.pager(Section.QUOTATIONS, here, number, count))
        yield frame.page(Section.QUOTATIONS, frame.phrases["quotations"], parts, slug=slug)


def _name(entry: RecordedQuotation) -> str:
    return plain(entry.speaker.name) if entry.speaker else ""

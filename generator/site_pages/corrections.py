"""Corrections: what the site has changed after publication, the newest first."""

from collections.abc import Iterator

from generator.record.entries import RecordedCorrection
from generator.render.citations import Citations, without_citations
from generator.render.markup import FieldMarkup
from generator.render.plain_text import escape_markdown, plain
from generator.render.views import CorrectionView, Link
from generator.site_pages.addresses import Section
from generator.site_pages.frame import Frame, SitePage


def corrections_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of corrections, with the kind of each."""
    for number, count, shown in frame.paged(frame.record.corrections):
        slug = str(number) if number > 1 else ""
        here = frame.addresses.path(Section.CORRECTIONS, slug)
        views = [_correction(frame, entry, here) for entry in shown]
        parts = [
            escape_markdown(frame.phrases["corrections_policy"]),
            frame.html("corrections", corrections=views)
            if views
            else frame.html("empty", told=frame.phrases["no_corrections"]),
            frame.pager(Section.CORRECTIONS, here, number, count),
        ]
        yield frame.page(Section.CORRECTIONS, frame.phrases["corrections"], parts, slug=slug)


def _correction(frame: Frame, entry: RecordedCorrection, here: str) -> CorrectionView:
    page, note = entry.explainer, entry.correction
    when = frame.when(note.date)
    assert when is not None
    place = page.places.value("corrections", entry.number - 1, "text")
    return CorrectionView(
        anchor="",
        kind=note.kind,
        label=frame.phrases[note.kind],
        when=when,
        text=FieldMarkup(Citations({}, "")).render(without_citations(note.text), place),
        concerns=Link(frame.addresses.explainer(page, here, "correction", entry.number), plain(page.title)),
    )

"""Corrections: what the site has changed after publication, the newest first."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import RecordedCorrection
from generator.catalogue.frame import Frame, SitePage
from generator.markdown.citations import Citations, without_citations
from generator.markdown.markup import FieldMarkup, MarkdownValue
from generator.markdown.plain_text import plain
from generator.render.views import CorrectionView, Link


def corrections_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of corrections, with the kind of each."""
    return frame.listing(
        Section.CORRECTIONS,
        frame.record.corrections,
        lambda shown, here: [
            frame.html("corrections", corrections=[_correction(frame, entry, here) for entry in shown])
        ],
        empty=frame.phrases["no_corrections"],
        lead=frame.phrases["corrections_policy"],
    )


def _block(frame: Frame, entries: Sequence[RecordedCorrection], here: str) -> Markup:
    return frame.html("corrections", corrections=[_correction(frame, entry, here) for entry in entries])


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
        text=FieldMarkup(Citations({}, "")).render(MarkdownValue(without_citations(note.text), place)).html,
        concerns=Link(frame.addresses.explainer(page, here, "correction", entry.number), plain(page.title)),
    )

"""A change note as a reader sees it."""

from generator.model.explainer import Correction
from generator.render.page_data import PageData
from generator.render.page_links import entry_link
from generator.render.placed import Placed
from generator.render.views import CorrectionView


def correction_view(placed: Placed[Correction], page: PageData) -> CorrectionView:
    """Say what a reader sees of a change note."""
    note = placed.thing
    return CorrectionView(
        anchor=placed.anchor,
        kind=note.kind,
        label=page.phrases[note.kind],
        when=page.when(note.date),
        text=page.html(placed.values["text"]),
        concerns=entry_link(note.of, page),
    )

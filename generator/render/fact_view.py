"""What is known and what is not, as a reader sees it."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.edtf import Edtf
from generator.model.explainer import Known, Unknown
from generator.render.page_data import PageData
from generator.render.placed import Placed
from generator.render.views import FactView, When


def known_view(placed: Placed[Known], page: PageData) -> FactView:
    """Say what a reader sees of something that is known."""
    return FactView(
        answered=False,
        text=page.html(placed.values["text"]),
        citations=page.cited(placed.citations),
        dates=_dates([("as_of", placed.thing.as_of)], page),
        answer=Markup(),
    )


def unknown_view(placed: Placed[Unknown], page: PageData) -> FactView:
    """Say what a reader sees of something that is not known, or was not."""
    fact = placed.thing
    return FactView(
        answered=fact.answered is not None or bool(fact.answer),
        text=page.html(placed.values["text"]),
        citations=page.cited(placed.citations),
        dates=_dates([("asked", fact.asked), ("review_by", fact.review_by), ("answered", fact.answered)], page),
        answer=page.html(placed.values["answer"]),
    )


def _dates(dates: Sequence[tuple[str, Edtf | None]], page: PageData) -> list[tuple[str, When]]:
    return [(page.phrases[label], when) for label, date in dates if (when := page.known_when(date))]

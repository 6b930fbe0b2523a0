"""Explainers: all that the site has published, the newest first."""

from collections.abc import Iterator

from generator.catalogue.addresses import Section
from generator.catalogue.frame import Frame, SitePage
from generator.markdown.plain_text import plain
from generator.model.explainer import Explainer
from generator.render.views import Link


def explainers_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of explainers."""
    return frame.listing(
        Section.EXPLAINERS,
        frame.record.explainers,
        lambda shown, here: [frame.html("index", entries=[_entry(frame, page, here) for page in shown])],
        empty=frame.phrases["no_explainers"],
    )


def _entry(frame: Frame, page: Explainer, here: str) -> dict[str, object]:
    when = frame.when(page.changed)
    facts = [", ".join(map(plain, page.topics)), when.words if when else ""]
    return {
        "link": Link(frame.addresses.explainer(page, here), plain(page.title)),
        "about": "",
        "facts": [fact for fact in facts if fact],
    }

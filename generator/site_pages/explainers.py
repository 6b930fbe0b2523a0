"""Explainers: all that the site has published, the newest first."""

from collections.abc import Iterator

from generator.render.plain_text import plain
from generator.render.views import Link
from generator.site_pages.addresses import Section
from generator.site_pages.frame import Frame, SitePage


def explainers_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of explainers."""
    for number, count, shown in frame.paged(frame.record.explainers):
        slug = str(number) if number > 1 else ""
        here = frame.addresses.path(Section.EXPLAINERS, slug)
        entries = []
        for page in shown:
            when = frame.when(page.changed)
            facts = [", ".join(map(plain, page.topics)), when.words if when else ""]
            entries.append(
                {
                    "link": Link(frame.addresses.explainer(page, here), plain(page.title)),
                    "about": "",
                    "facts": [fact for fact in facts if fact],
                }
            )
        parts = [
            frame.html("index", entries=entries, empty=frame.phrases["no_explainers"]),
            frame.pager(Section.EXPLAINERS, here, number, count),
        ]
        yield frame.page(Section.EXPLAINERS, frame.phrases["explainers"], parts, slug=slug)

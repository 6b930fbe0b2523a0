"""All pages that the record of a site makes."""

from collections.abc import Callable, Collection, Iterator, Mapping

from generator.lock import LockedSource
from generator.site_pages.addresses import Section
from generator.site_pages.corrections import corrections_pages
from generator.site_pages.explainers import explainers_pages
from generator.site_pages.frame import Frame, SitePage
from generator.site_pages.methodology import methodology_pages
from generator.site_pages.people import people_pages
from generator.site_pages.quotations import quotations_pages
from generator.site_pages.sources import sources_pages
from generator.site_pages.timeline import timeline_pages
from generator.site_pages.topics import topics_pages


def site_pages(frame: Frame, locked: Mapping[str, LockedSource], written: Collection[str]) -> Iterator[SitePage]:
    """Make the pages of the sections that are not turned off.

    Args:
        frame: The frame.
        locked: What the lock knows of source files.
        written: Paths of the pages that the author wrote; none of them is shadowed.

    Yields:
        The pages, lists before what they list.
    """
    taken = {frame.addresses.page(path) for path in written}
    makers: dict[Section, Callable[[], Iterator[SitePage]]] = {
        Section.EXPLAINERS: lambda: explainers_pages(frame),
        Section.PEOPLE: lambda: people_pages(frame),
        Section.QUOTATIONS: lambda: quotations_pages(frame),
        Section.SOURCES: lambda: sources_pages(frame, locked),
        Section.TIMELINE: lambda: timeline_pages(frame),
        Section.TOPICS: lambda: topics_pages(frame),
        Section.CORRECTIONS: lambda: corrections_pages(frame),
        Section.METHODOLOGY: lambda: methodology_pages(frame, locked),
    }
    for section, make in makers.items():
        if section in frame.addresses.names:
            yield from (page for page in make() if frame.addresses.page(page.path) not in taken)

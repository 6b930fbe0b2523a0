"""All pages that the record of a site makes."""

from collections.abc import Callable, Collection, Iterator, Mapping

from generator.catalogue.addresses import Section
from generator.catalogue.corrections import corrections_pages
from generator.catalogue.explainers import explainers_pages
from generator.catalogue.frame import Frame, SitePage
from generator.catalogue.methodology import methodology_pages
from generator.catalogue.people import people_pages
from generator.catalogue.quotations import quotations_pages
from generator.catalogue.sources import sources_pages
from generator.catalogue.timeline import timeline_pages
from generator.catalogue.topics import topics_pages
from generator.files.lock import LockedText


def site_pages(frame: Frame, locked: Mapping[str, LockedText], written: Collection[str]) -> Iterator[SitePage]:
    """Make the pages of the sections that are not turned off.

    Args:
        frame: The frame.
        locked: What the lock knows of the texts of source files.
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

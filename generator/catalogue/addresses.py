"""Addresses of the record: where each person, source, quotation and list stands on the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogue.entries import Record
from generator.model.anchors import anchor
from generator.model.explainer import Explainer
from generator.site.page_url import page_url, relative_url


class Section(StrEnum):
    """A list that the record makes; its value is its name in mkdocs.yml and, unless renamed, its address."""

    EXPLAINERS = "explainers"
    PEOPLE = "people"
    QUOTATIONS = "quotations"
    SOURCES = "sources"
    TIMELINE = "timeline"
    TOPICS = "topics"
    CORRECTIONS = "corrections"
    METHODOLOGY = "methodology"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where things of the record stand.

    Args:
        record: The record.
        names: Name of each section that is not turned off.
        folders: Whether each page has a folder of its own (MkDocs' use_directory_urls).
        from_files: Whether links lead from where the page's Markdown file stands, as Zensical takes them,
            rather than from the page's address, where MkDocs leaves them.
    """

    record: Record
    names: Mapping[Section, str]
    folders: bool = True
    from_files: bool = False

    def path(self, section: Section, slug: str = "") -> str:
        """Return the path of a page below the content folder; empty where its section is turned off."""
        name = self.names.get(section, "")
        return "" if not name else f"{name}/{slug}.md" if slug else f"{name}.md"

    def page(self, path: str) -> str:
        """Return the address of a page below the site's own."""
        return page_url(path, folders=self.folders)

    def home(self, here: str) -> str:
        """Return the link to the home page."""
        return self._link("index.md", here)

    def section(self, section: Section, here: str, slug: str = "") -> str:
        """Return the link from the page at `here` to a list or to a page of it; empty where it is turned off."""
        path = self.path(section, slug)
        return self._link(path, here) if path else ""

    def person(self, explainer: Explainer, person: str, here: str) -> str:
        """Return the link to a person's page; empty where there is none."""
        slug = self.record.person_slugs.get((explainer.path, person), "")
        return self.section(Section.PEOPLE, here, slug) if slug else ""

    def source(self, explainer: Explainer, source: str, here: str) -> str:
        """Return the link to a source's page; empty where there is none."""
        slug = self.record.source_slugs.get((explainer.path, source), "")
        return self.section(Section.SOURCES, here, slug) if slug else ""

    def explainer(self, explainer: Explainer, here: str, kind: str = "", name: str | int = "") -> str:
        """Return the link to an explainer, or to a part of it such as "quote" and its id."""
        mark = f"#{anchor(kind, name)}" if kind else ""
        return self._link(explainer.path, here, mark)

    def file(self, path: str, here: str) -> str:
        """Return the link from the page at `here` to a file by its path below the site's folder."""
        return relative_url(path, here if self.from_files else self.page(here))

    def _link(self, path: str, here: str, mark: str = "") -> str:
        target = f"{self.page(path)}{mark}"
        if path == here and mark:
            return mark
        return relative_url(target, here if self.from_files else self.page(here))

"""The frame of a generated page: its head, its headline and the way back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from jinja2 import Environment
from markupsafe import Markup

from generator.catalogue.addresses import Addresses, Section
from generator.catalogue.entries import Record
from generator.markdown.block import render_block
from generator.markdown.plain_text import escape_markdown, plain
from generator.model.edtf import Edtf
from generator.model.explainer import Explainer
from generator.render.head import render_plain_head
from generator.render.templates import render_partial
from generator.render.views import FileLink, Link, When
from generator.wording.date_words import date_words

Thing = TypeVar("Thing")
_IN_NAVIGATION = frozenset({Section.EXPLAINERS, Section.PEOPLE, Section.TIMELINE, Section.SOURCES})
PER_PAGE = 100
"""How many entries a list has on one page, so that no page grows with the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A generated page.

    Args:
        path: Its path below the content folder.
        text: Its Markdown, front matter included.
        section: The list that it belongs to.
        is_list: Whether it is the list itself, on its first page.
    """

    path: str
    text: str
    section: Section
    is_list: bool = False

    @property
    def in_navigation(self) -> bool:
        """Tell whether an automatic navigation shows it: the lists that readers look for first."""
        return self.is_list and self.section in _IN_NAVIGATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What pages have for machines.

    Args:
        data: Gives what the head of a page is told, by its list, its headline and the last part of its address.
        files: Gives the links to files of a list, or of a topic on it, from the page at a path.
    """

    data: Callable[[Section, str, str], Mapping[str, object]] = lambda _section, _title, _slug: {}
    files: Callable[[Section, str, str], Sequence[FileLink]] = lambda _section, _slug, _here: ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all generated pages need.

    Args:
        record: The record of the site.
        addresses: Where its things stand.
        templates: The theme's partials.
        phrases: The words of the site's language.
        language: BCP 47 tag of the site's language.
        extras: What the pages have for machines.
    """

    record: Record
    addresses: Addresses
    templates: Environment
    phrases: Mapping[str, str]
    language: str
    extras: Extras = field(default_factory=Extras)

    def page(
        self, section: Section, title: str, parts: Sequence[Markup | str], *, slug: str = "", parent: bool = False
    ) -> SitePage:
        """Make a page of its parts.

        Args:
            section: The list that it belongs to.
            title: Its headline.
            parts: HTML for a block of its own, or Markdown.
            slug: Last part of its address; empty for the list itself.
            parent: Whether the way back leads over the list.

        Returns:
            The page.
        """
        path = self.addresses.path(section, slug)
        trail = [Link(self.addresses.home(path), self.phrases["home"])]
        if parent:
            trail.append(Link(self.addresses.section(section, path), self.phrases[section.value]))
        blocks = [self.block("trail", trail=trail), f"# {escape_markdown(title)}"]
        blocks += [render_block(part) if isinstance(part, Markup) else part for part in parts if part]
        if not slug and (files := self.extras.files(section, "", path)):
            blocks.append(self.block("files", files=files))
        if further := self._further(section, path):
            blocks.append(self.block("sections", links=further))
        # A list repeats what stands on the pages that it lists; so the search finds those alone.
        searched = bool(slug and parent) or section is Section.METHODOLOGY
        data = self.extras.data(section, title, slug)
        head = render_plain_head(title, language=self.language, searched=searched, data=data)
        text = f"{head}\n" + "\n\n".join(block.strip("\n") for block in blocks) + "\n"
        return SitePage(path=path, text=text, section=section, is_list=not slug)

    def _further(self, section: Section, here: str) -> list[Link]:
        """Return links to the lists that the navigation does not show."""
        others = [other for other in Section if other not in _IN_NAVIGATION and other is not section]
        return [Link(href, self.phrases[other]) for other in others if (href := self.addresses.section(other, here))]

    def html(self, name: str, /, **values: object) -> Markup:
        """Render a partial."""
        return render_partial(self.templates, name, words=self.phrases, **values)

    def block(self, name: str, /, **values: object) -> str:
        """Render a partial as a block of Markdown."""
        return render_block(self.html(name, **values))

    def when(self, date: Edtf | None) -> When | None:
        """Return a date in words; None where there is none."""
        return When(words=date_words(date, self.language), html=date.html or "") if date is not None else None

    def count(self, name: str, number: int) -> str:
        """Return a number of things in words."""
        return self.phrases[f"{name}_one" if number == 1 else f"{name}_other"].format(count=number)

    def topics(self, page: Explainer) -> list[str]:
        """Return the topics of a page as the list of topics writes them."""
        names = {topic.name.casefold(): topic.name for topic in self.record.topics}
        return [names[plain(topic).casefold()] for topic in page.topics]

    def heading(self, words: str, name: str) -> str:
        """Return a heading with an anchor of its own."""
        return f"## {escape_markdown(words)} {{#{name}}}"

    def listing(
        self,
        section: Section,
        things: Sequence[Thing],
        render: Callable[[Sequence[Thing], str], Sequence[Markup | str]],
        *,
        empty: str,
        sifted_by: Sequence[str] = (),
        lead: str = "",
    ) -> Iterator[SitePage]:
        """Make a list, on as many pages as it fills.

        Args:
            section: The list.
            things: What it lists.
            render: Renders the things of one page, whose path it is given.
            empty: What stands there where nothing is listed, in words.
            sifted_by: What readers may sift it by: some of "person", "source" and "topic".
            lead: What stands above it, in words.

        Yields:
            The pages.
        """
        count = max(1, -(-len(things) // PER_PAGE))
        for number in range(1, count + 1):
            slug = str(number) if number > 1 else ""
            here = self.addresses.path(section, slug)
            shown = things[(number - 1) * PER_PAGE : number * PER_PAGE]
            parts: list[Markup | str] = [escape_markdown(lead)]
            if not shown:
                parts.append(self.html("empty", told=empty))
            if shown and sifted_by:
                parts.append(self._filter(sifted_by, here, number, count))
            if shown:
                parts += render(shown, here)
            parts.append(self._pager(section, here, number, count))
            yield self.page(section, self.phrases[section.value], parts, slug=slug)

    def _filter(self, keys: Sequence[str], here: str, number: int, count: int) -> Markup:
        """Render what sifts one page of a list by some of "person", "source" and "topic".

        Where the list has several pages, it says so, and where else to look.
        """
        lists = {"person": Section.PEOPLE, "source": Section.SOURCES, "topic": Section.TOPICS}
        elsewhere = [
            Link(href, self.phrases[lists[key]]) for key in keys if (href := self.addresses.section(lists[key], here))
        ]
        return self.html("filter", keys=keys, number=number, count=count, elsewhere=elsewhere)

    def _pager(self, section: Section, here: str, number: int, count: int) -> Markup:
        """Render links to all pages of a list; empty where it has one."""
        if count == 1:
            return Markup()
        links = [
            Link(self.addresses.section(section, here, str(other) if other > 1 else ""), str(other))
            for other in range(1, count + 1)
        ]
        told = self.phrases["page_of"].format(number=number, count=count)
        return self.html("pager", told=told, links=links, number=number)

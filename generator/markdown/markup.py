"""Markup: a Markdown value of the front matter becomes sanitised HTML."""

from dataclasses import dataclass, field

import nh3
from markdown import Markdown
from markupsafe import Markup

from generator.markdown.author_text import AuthorText, apply_edits
from generator.markdown.bounds import slow_text
from generator.markdown.citations import Citations
from generator.markdown.layout import read_layout
from generator.markdown.links import page_links
from generator.markdown.plain_text import unprintable_edits
from generator.markdown.prose import ProseCheck, scare_edits
from generator.markdown.raw_html import neutralise
from generator.markdown.safety import SCHEMES, find_unsafe, safe_names, unsafe_issues
from generator.model.errors import Location
from generator.model.issue import Issue

_ATTRIBUTES = {"a": {"href", "title", "id", "aria-label"}, "sup": {"class"}, "ol": {"start"}}


@dataclass(frozen=True, slots=True)
class MarkdownValue:
    """A Markdown value of the front matter, as one place of a page shows it.

    Args:
        text: The Markdown.
        location: Where the value stands in the author's file.
        anchors: The anchors of the citations in it, in order.
    """

    text: str
    location: Location
    anchors: tuple[str, ...] = ()

    @property
    def author(self) -> AuthorText:
        """Return the Markdown with what is needed to find its places in the file."""
        return AuthorText(self.text.replace("\r\n", "\n"), self.location)


@dataclass(frozen=True, slots=True)
class RenderedValue:
    """A Markdown value as HTML, and what is wrong with it.

    Args:
        html: HTML on one line with elements and attributes that are known to be harmless.
        issues: What is wrong.
    """

    html: Markup
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldMarkup:
    """Renders the Markdown values of one page.

    Args:
        citations: The page's citations.
        prose: Checks the quotations in the values; None when that is not done.
        raw_html: Whether HTML in the values is sanitised without a warning rather than shown as text.
    """

    citations: Citations
    prose: ProseCheck | None = None
    raw_html: bool = False
    _markdown: Markdown = field(default_factory=lambda: Markdown(extensions=["sane_lists"]))

    def render(self, value: MarkdownValue) -> RenderedValue:
        """Render a value."""
        if not value.text.strip():
            return RenderedValue(Markup())
        author = value.author
        layout = read_layout(author.text)
        if slow := tuple(slow_text(author, layout)):
            return RenderedValue(Markup(), slow)
        edits, issues = self.citations.edits(author, layout, value.anchors)
        if not self.raw_html:
            neutral, told = neutralise(author, layout)
            edits += neutral
            issues += told
        if self.prose is not None:
            issues += self.prose.check(author, layout)
        edits += [*scare_edits(author, layout), *unprintable_edits(author.text)]
        html = self._markdown.reset().convert(apply_edits(author.text, edits))
        if not self.raw_html:
            issues += unsafe_issues(author, find_unsafe(html))
        issues += [_page_link(link, value.location) for link in page_links(html)]
        # Sanitised on this very line.
        return RenderedValue(Markup(_clean(html).strip().replace("\n", "&#10;")), tuple(issues))  # noqa: S704


def without_paragraph(html: Markup) -> Markup:
    """Return a rendered value of one paragraph without the paragraph around it, and any other as it is."""
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return Markup(html[len("<p>") : -len("</p>")]) if single else html  # noqa: S704 - sanitised before


def _page_link(link: str, location: Location) -> Issue:
    return Issue.warning(
        "page-link",
        location,
        f"the link to '{link}' leads nowhere from the front matter, where MkDocs does not follow it",
        "put the link into the text of the page, or give the whole address",
    )


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(safe_names("values", "elements")),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _filter(_element: str, attribute: str, value: str) -> str | None:
    """Let only citations carry an id or a class, so that no value poses as a part of the page."""
    if attribute == "id":
        return value if value.startswith("cite-") else None
    if attribute == "class":
        return value if value == "ex-citation" else None
    return value

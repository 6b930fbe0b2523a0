"""Markup: a Markdown value of the front matter becomes sanitised HTML."""

from dataclasses import dataclass, field

import nh3
from markdown import Markdown
from markupsafe import Markup

from generator.markdown.author_text import AuthorText, apply_edits
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


@dataclass(slots=True)
class FieldMarkup:
    """Renders the Markdown values of one page and keeps what is wrong with them.

    Args:
        citations: The page's citations.
        prose: Checks the quotations in the values; None when that is not done.
        raw_html: Whether HTML in the values is sanitised without a warning rather than shown as text.
        issues: What is wrong, in the order of rendering.
    """

    citations: Citations
    prose: ProseCheck | None = None
    raw_html: bool = False
    issues: list[Issue] = field(default_factory=list)
    _markdown: Markdown = field(default_factory=lambda: Markdown(extensions=["sane_lists"]))

    def render(self, text: str, location: Location) -> Markup:
        """Render a value.

        Args:
            text: The Markdown.
            location: Where the value stands.

        Returns:
            HTML on one line with elements and attributes that are known to be harmless.
        """
        if not text.strip():
            return Markup()
        author = AuthorText(text.replace("\r\n", "\n"), location)
        layout = read_layout(author.text)
        edits, issues = self.citations.edits(author, layout)
        self.issues += issues
        if not self.raw_html:
            neutral, issues = neutralise(author, layout)
            edits += neutral
            self.issues += issues
        if self.prose is not None:
            self.issues += self.prose.check(author, layout)
        edits += [*scare_edits(author, layout), *unprintable_edits(author.text)]
        html = self._markdown.reset().convert(apply_edits(author.text, edits))
        if not self.raw_html:
            self.issues += unsafe_issues(author, find_unsafe(html))
        self.issues += [_page_link(link, location) for link in page_links(html)]
        return Markup(_clean(html).strip().replace("\n", "&#10;"))  # noqa: S704 - sanitised on this very line

    def render_inline(self, text: str, location: Location) -> Markup:
        """Render a value of one paragraph without the paragraph around it."""
        html = self.render(text, location)
        single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
        return Markup(html[len("<p>") : -len("</p>")]) if single else html  # noqa: S704 - as above


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

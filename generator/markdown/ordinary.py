"""Ordinary pages: what stands in them that only an Explainer can carry out."""

from collections.abc import Iterator

from generator.front_matter.nodes import read_front_matter
from generator.markdown.author_text import AuthorText
from generator.markdown.body_html import Extensions, render_body
from generator.markdown.bounds import slow_text
from generator.markdown.directives import parse_directives
from generator.markdown.layout import read_layout
from generator.markdown.safety import find_unsafe, unsafe_issues
from generator.model.errors import Location
from generator.model.explainer import Explainer, Places
from generator.model.issue import Issue


def check_ordinary(text: str, path: str, display_path: str) -> Iterator[Issue]:
    """Find the directives of a page that has none of the fields of an Explainer.

    Args:
        text: The whole page.
        path: Its path below the content folder.
        display_path: Its path as messages display it.

    Yields:
        An error for each directive, which MkDocs would publish as text.
    """
    if ":::" not in text:
        return
    front = read_front_matter(text, display_path)
    file = Location(path=display_path)
    author = AuthorText(front.body, Location(path=display_path, line=front.body_line), in_body=True)
    page = Explainer(path=path, title="", body=front.body, body_line=front.body_line, places=Places(file=file))
    directives = parse_directives(author, read_layout(front.body), page)
    for directive in directives.found:
        yield Issue.error(
            "nothing-to-place",
            author.at(directive.start + len(directive.first), directive.end - directive.start),
            "this page has no front matter of an explainer, so there is nothing to place",
            "define quotations, experts or a timeline in its front matter, or delete the line",
        )
    yield from directives.issues


def check_ordinary_html(text: str, display_path: str, extensions: Extensions) -> Iterator[Issue]:
    """Find what an ordinary page would put before readers that no author's text may.

    Args:
        text: The whole page.
        display_path: Its path as messages display it.
        extensions: The site's own Markdown extensions, with the options of each.

    Yields:
        An error for each element, attribute, address and name that is not known to be safe.
    """
    front = read_front_matter(text, display_path)
    author = AuthorText(front.body, Location(path=display_path, line=front.body_line), in_body=True)
    if slow := tuple(slow_text(author, read_layout(author.text))):
        yield from slow
    else:
        yield from unsafe_issues(author, find_unsafe(render_body(front.body, extensions), comments=True))

"""Ordinary pages: what stands in them that only an Explainer can carry out."""

from collections.abc import Iterator

from generator.front_matter.nodes import read_front_matter
from generator.markdown.author_text import AuthorText
from generator.markdown.directives import parse_directives
from generator.markdown.layout import read_layout
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

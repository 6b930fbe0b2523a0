"""Wording: a Markdown value of the front matter as the words that a reader would see."""

from html.parser import HTMLParser

from markdown import Markdown

from generator.markdown.author_text import AuthorText, apply_edits
from generator.markdown.bounds import slow_text
from generator.markdown.citations import without_citations
from generator.markdown.layout import read_layout
from generator.markdown.plain_text import plain, unprintable_edits
from generator.markdown.prose import scare_edits
from generator.model.errors import Location

_NOWHERE = Location(path="")
_INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "strong", "sub", "sup"})


class _Words(HTMLParser):
    """Collects the text of HTML; blocks part words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as its base
        self.parts.append("" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words_of(text: str) -> str:
    """Return a Markdown value as plain text on one line.

    Args:
        text: The Markdown.

    Returns:
        The words without citations; HTML in the value is text, as it is on the page.
    """
    author = AuthorText(without_citations(text.replace("\r\n", "\n")), _NOWHERE)
    layout = read_layout(author.text)
    if any(slow_text(author, layout)):
        return plain(author.text)
    edits = [*scare_edits(author, layout), *unprintable_edits(author.text)]
    markdown = Markdown(extensions=["sane_lists"])
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    words = _Words()
    words.feed(markdown.convert(apply_edits(author.text, edits)))
    words.close()
    return plain("".join(words.parts))

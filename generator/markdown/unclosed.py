"""Blocks of an author's text: whether each that is opened is closed, so that it holds nothing of ours."""

import re
from collections.abc import Iterator

from generator.markdown.author_text import AuthorText
from generator.markdown.layout import Layout
from generator.model.issue import Issue

_OPENED = re.compile(r"[ \t>]*(?P<fence>/{3,})[ \t]+[\w-]+(?:[ \t]*\|.*)?$")
_CLOSED = re.compile(r"[ \t>]*(?P<fence>/{3,})[ \t]*$")


def unclosed_block(author: AuthorText, layout: Layout) -> Iterator[Issue]:
    """Find the blocks of pymdownx.blocks that a text opens and does not close.

    Args:
        author: The text.
        layout: Its layout; code opens no block.

    Yields:
        An error for each, since all that follows on the page, proofs included, would stand inside it.
    """
    opened: list[tuple[str, int, int]] = []
    for line in layout.lines:
        if layout.code_at(line.start):
            continue
        if begun := _OPENED.match(line.text):
            opened.append((begun["fence"], line.start + begun.start("fence"), begun.end() - begun.start("fence")))
        elif (ended := _CLOSED.match(line.text)) and opened and opened[-1][0] == ended["fence"]:
            opened.pop()
    for fence, start, length in opened:
        yield Issue.error(
            "unclosed-block",
            author.at(start, length),
            f"this block '{fence}' is not closed, so that the rest of the page would stand inside it",
            f"write a line `{fence}` behind it",
        )

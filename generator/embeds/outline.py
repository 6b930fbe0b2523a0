"""Outlines: what a finished page shows at first sight, and the elements that its style sheet must know."""

from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = frozenset({"blockquote", "dd", "div", "dt", "footer", "h1", "h2", "h3", "li", "p", "section", "summary"})
_BLOCK_CLASSES = frozenset({"ex-quotation__who", "ex-quotation__source", "ex-timeline__title"})
"""Parts of a line that the style sheet gives a line of their own."""
_VOID = frozenset({"base", "br", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that has lines of its own, with the classes around it, the innermost first."""

    text: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a piece of HTML shows while nothing is unfolded, and the names and classes of all its elements."""

    blocks: tuple[Block, ...]
    names: frozenset[str]


def read_outline(html: str) -> Outline:
    """Read the outline of HTML that a template made.

    Args:
        html: The HTML, well formed.

    Returns:
        Its outline.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return Outline(blocks=tuple(reader.blocks), names=frozenset(reader.seen))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.seen: set[str] = set()
        self._open: list[tuple[str, tuple[str, ...]]] = []
        self._text: list[str] = []
        self._around: tuple[str, ...] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = tuple((dict(attrs).get("class") or "").split())
        self.seen.update((tag, *classes))
        if tag in _BLOCKS or not _BLOCK_CLASSES.isdisjoint(classes):
            self.end_block()
        if tag not in _VOID:
            folded = tag == "details" and "open" not in dict(attrs)
            self._open.append(("folded" if folded else tag, classes))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "folded" in tags and "summary" not in tags[tags.index("folded") :]:
            return
        if data.strip() and not self._text:
            self._around = tuple(name for _, names in reversed(self._open) for name in names)
        self._text.append(data)

    def end_block(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.blocks.append(Block(text, self._around))

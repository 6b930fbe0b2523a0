"""Showing: the quotations that a finished page shows, as a reader's browser finds them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.errors import UnreadableError

_BLOCK = "ex-quotation"
_WORDS = f"{_BLOCK}__words"
_ORIGINAL = f"{_BLOCK}__original"
_SPEAKER = f"{_BLOCK}__speaker"
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_UNSEEN = frozenset({"script", "style", "template"})
_SELF_ENDING = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
"""Elements that the next one of their kind ends, where the page does not."""
_DEEPEST = 500
"""Elements within each other; browsers stop at about as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A quotation on a page.

    Args:
        anchor: Its anchor; empty where it has none.
        words: The words in large type, in one line.
        original: The source's own words, where those are a translation.
        speaker: Whose they are said to be.
    """

    anchor: str
    words: str
    original: str
    speaker: str


def read_quotations(html: str) -> tuple[Shown, ...]:
    """Read the quotations of a finished page.

    Args:
        html: The page.

    Returns:
        Its quotations in the order in which they end, those without a place of their own as well.

    Raises:
        UnreadableError: Its elements are nested too deep.
    """
    reader = _Quotations()
    reader.feed(html)
    reader.close()
    return tuple(reader.done())


@dataclass(slots=True)
class _Open:
    anchor: str
    depth: int
    texts: dict[str, list[str]] = field(default_factory=lambda: {_WORDS: [], _ORIGINAL: [], _SPEAKER: []})

    def shown(self) -> Shown:
        words, original, speaker = (" ".join("".join(self.texts[name]).split()) for name in self.texts)
        return Shown(anchor=self.anchor, words=words, original=original, speaker=speaker)


class _Quotations(HTMLParser):
    """Follows the open elements; text goes to the innermost part of a quotation that is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[tuple[str, str]] = []
        self._open: list[_Open] = []
        self._done: list[Shown] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag in _VOID:
            return
        if tag in _SELF_ENDING and self._stack and self._stack[-1][0] == tag:
            self._stack.pop()
        if len(self._stack) >= _DEEPEST:
            raise UnreadableError(f"this page has more than {_DEEPEST} elements within each other")
        known = {name: value or "" for name, value in reversed(attrs)}
        names = known.get("class", "").split()
        part = next((name for name in (_WORDS, _ORIGINAL, _SPEAKER) if name in names), "")
        self._stack.append((tag, part))
        if _BLOCK in names:
            self._open.append(_Open(known.get("id", ""), len(self._stack)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat `<p/>` as browsers do: as an opening tag."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        place = next((n for n in range(len(self._stack) - 1, -1, -1) if self._stack[n][0] == tag), None)
        if place is None:
            return
        del self._stack[place:]
        while self._open and self._open[-1].depth > len(self._stack):
            self._done.append(self._open.pop().shown())

    def handle_data(self, data: str) -> None:
        if not self._open or any(tag in _UNSEEN for tag, _ in self._stack):
            return
        parts = [part for _, part in self._stack[self._open[-1].depth :] if part]
        if parts:
            self._open[-1].texts[parts[-1]].append(data)

    def _break(self, tag: str) -> None:
        """Keep the words of two paragraphs apart."""
        if tag in {"p", "br"}:
            self.handle_data(" ")

    def done(self) -> list[Shown]:
        """Return all quotations, those too that the page does not close."""
        return [*self._done, *(block.shown() for block in self._open)]

"""Showing: the quotations that a finished page shows, as a reader's browser finds them."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.errors import UnreadableError

_BLOCK = "ex-quotation"
_PARTS = {
    f"{_BLOCK}__words": "words",
    f"{_BLOCK}__original": "original",
    f"{_BLOCK}__speaker": "speaker",
    f"{_BLOCK}__by": "by",
    f"{_BLOCK}__said": "said",
    f"{_BLOCK}__source": "source",
    "ex-proof__status": "status",
}
"""Class of each part of a quotation, with the name that it has here."""
_STATES = {f"{_BLOCK}--{state}": state for state in ("verified", "altered", "unchecked", "failed")}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "textarea", "title", "iframe", "noframes", "noembed"})
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:;|$))"
)
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
        by: The speaker with the role.
        said: When they were said, in words.
        source: What the source is, in words.
        state: What the block's look says of them: "verified", "altered", "unchecked" or "failed"; empty if nothing.
        status: The same in words.
    """

    anchor: str
    words: str
    original: str = ""
    speaker: str = ""
    by: str = ""
    said: str = ""
    source: str = ""
    state: str = ""
    status: str = ""


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
    state: str
    depth: int
    texts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _PARTS.values()})

    def shown(self) -> Shown:
        texts = {name: " ".join("".join(pieces).split()) for name, pieces in self.texts.items()}
        return Shown(anchor=self.anchor, state=self.state, **{**texts, "by": texts["by"].rstrip(", ")})


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    part: str
    unseen: bool


class _Quotations(HTMLParser):
    """Follows the open elements; text goes to every part of the innermost quotation that is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[_Element] = []
        self._open: list[_Open] = []
        self._done: list[Shown] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag in _VOID:
            return
        if tag in _SELF_ENDING and self._stack and self._stack[-1].tag == tag:
            self._stack.pop()
        if len(self._stack) >= _DEEPEST:
            raise UnreadableError(f"this page has more than {_DEEPEST} elements within each other")
        known = {name: value or "" for name, value in reversed(attrs)}
        names = known.get("class", "").split()
        part = next((_PARTS[name] for name in names if name in _PARTS), "")
        unseen = tag in _UNSEEN or "hidden" in known or bool(_HIDING.search(known.get("style", "").casefold()))
        self._stack.append(_Element(tag, part, unseen or self._is_unseen()))
        if _BLOCK in names and not self._is_unseen():
            state = next((_STATES[name] for name in names if name in _STATES), "")
            self._open.append(_Open(known.get("id", ""), state, len(self._stack)))

    def _is_unseen(self) -> bool:
        return bool(self._stack) and self._stack[-1].unseen

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat `<p/>` as browsers do: as an opening tag."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        place = next((n for n in range(len(self._stack) - 1, -1, -1) if self._stack[n].tag == tag), None)
        if place is None:
            return
        del self._stack[place:]
        while self._open and self._open[-1].depth > len(self._stack):
            self._done.append(self._open.pop().shown())

    def handle_data(self, data: str) -> None:
        if not self._open or self._is_unseen():
            return
        for part in {element.part for element in self._stack[self._open[-1].depth :] if element.part}:
            self._open[-1].texts[part].append(data)

    def _break(self, tag: str) -> None:
        """Keep the words of two paragraphs apart."""
        if tag in {"p", "br"}:
            self.handle_data(" ")

    def done(self) -> list[Shown]:
        """Return all quotations, those too that the page does not close."""
        return [*self._done, *(block.shown() for block in self._open)]

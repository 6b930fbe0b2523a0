"""Showing: what a finished page shows of its quotations, as a reader's browser finds it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
_KNOWN = frozenset([*_PARTS, f"{_BLOCK}__translated", "ex-proof"])
"""Parts outside of which a quotation has no text."""
_STATES = {f"{_BLOCK}--{state}": state for state in ("verified", "altered", "unchecked", "failed")}
_UNSEEN = frozenset(
    ["head", "iframe", "noembed", "noframes", "noscript", "script", "style", "template", "textarea", "title"]
)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:;|$))")
_PLAIN = frozenset(["a", "bdi", "blockquote", "br", "cite", "em", "font", "mark", "p", "span", "strong", "time", "wbr"])
"""Elements that leave words as they are; browsers' translations put `font` around them."""
_PARTING = frozenset(["blockquote", "br", "div", "footer", "p"])
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls of the bidirectional algorithm that may turn around what readers see."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ENDLESS = frozenset(
    ["area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option"]
) | frozenset(["p", "path", "source", "td", "th", "tr", "track", "use", "wbr"])
"""Elements that need no end."""
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
        passage: The passage of the source that is shown as the proof; empty where none is.
        stray: What else stands in the block.
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
    passage: str = ""
    stray: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """Words of the page in large type, and whose they are said to be; empty where nobody is named."""

    words: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPage:
    """What a page shows: its quotations, its pull quotes, and how often each anchor stands on it."""

    quotations: tuple[Shown, ...] = ()
    pulls: tuple[Pull, ...] = ()
    anchors: Mapping[str, int] = field(default_factory=dict)


def read_page(html: str) -> ShownPage:
    """Read what a finished page shows of its quotations.

    An element that may change what a reader sees of words, such as `del` or `img`, stands among them as its tag; what
    is hidden by an attribute is left out. Style sheets and scripts are not carried out.

    Args:
        html: The page.

    Returns:
        Its quotations and pull quotes in the order in which they begin.

    Raises:
        UnreadableError: Its elements are nested too deep.
    """
    if _depth(html) > _DEEPEST:
        raise UnreadableError(f"this page has more than {_DEEPEST} elements within each other")
    tree = LexborHTMLParser(html)
    anchors = Counter(node.attributes.get("id") or "" for node in tree.css("[id]"))
    return ShownPage(
        quotations=tuple(_quotation(node) for node in tree.css(f".{_BLOCK}") if not _is_within_unseen(node)),
        pulls=tuple(
            Pull(words=_text(node, "ex-pull__words"), speaker=_text(node, "ex-pull__speaker"))
            for node in tree.css(".ex-pull")
            if not _is_within_unseen(node)
        ),
        anchors=anchors,
    )


def _depth(html: str) -> int:
    """Return about how deep elements stand within each other; parsing takes the square of it."""
    open_tags: Counter[str] = Counter()
    depth = deepest = 0
    for slash, name in _TAG.findall(html):
        tag = name.lower()
        if tag in _ENDLESS:
            continue
        if not slash:
            open_tags[tag] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif open_tags[tag]:
            open_tags[tag] -= 1
            depth -= 1
    return deepest


def _quotation(block: LexborNode) -> Shown:
    names = _classes(block)
    texts = {part: _text(block, name) for name, part in _PARTS.items()}
    return Shown(
        anchor=block.attributes.get("id") or "",
        state=next((_STATES[name] for name in names if name in _STATES), ""),
        passage=_line(piece for node in block.css(".ex-proof__context mark") for piece in _pieces(node)),
        stray=_line(_pieces(block, leave_out=_KNOWN)),
        **{**texts, "by": texts["by"].rstrip(", ")},
    )


def _text(block: LexborNode, name: str) -> str:
    """Return the text of all parts of a block that have a class."""
    return _line(piece for node in block.css(f".{name}") if node != block for piece in _pieces(node))


def _line(pieces: Iterator[str]) -> str:
    return " ".join("".join(pieces).split())


def _pieces(node: LexborNode, leave_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what a reader sees of an element, from the outside in, but for elements of some classes."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield _TURNING.sub("\ufffd", child.text_content or "")
        elif child.is_element_node and not _is_unseen(child) and not leave_out & set(_classes(child)):
            yield " " if child.tag in _PARTING else "" if child.tag in _PLAIN or leave_out else f"<{child.tag}>"
            yield from _pieces(child, leave_out)
            yield " " if child.tag in _PARTING else ""


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _is_unseen(node: LexborNode) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").casefold()
    return node.tag in _UNSEEN or "hidden" in attributes or _HIDING.search(style) is not None


def _is_within_unseen(node: LexborNode | None) -> bool:
    while node is not None:
        if _is_unseen(node):
            return True
        node = node.parent
    return False

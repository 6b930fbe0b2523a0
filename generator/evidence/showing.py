"""Showing: what a finished page shows of its quotations, as a reader's browser finds it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.errors import UnreadableError

_BLOCK = "ex-quotation"
_PROOF = "ex-proof"
_PARTS = {
    f"{_BLOCK}__words": "words",
    f"{_BLOCK}__translated": "translated",
    f"{_BLOCK}__original": "original",
    f"{_BLOCK}__speaker": "speaker",
    f"{_BLOCK}__by": "by",
    f"{_BLOCK}__said": "said",
    f"{_BLOCK}__source": "source",
    f"{_PROOF}__status": "status",
}
"""Class of each part of a quotation, with the name that it has here."""
_STATES = {f"{_BLOCK}--{state}": state for state in ("verified", "altered", "unchecked", "failed")}
_PLAIN = frozenset(
    ["a", "bdi", "blockquote", "br", "cite", "div", "em", "font", "footer", "li", "mark", "p", "span", "strong", "time"]
) | frozenset(["ul", "wbr"])
"""Elements that leave words as they are; browsers' translations put `font` around them."""
_HIDING = ("hidden", "inert", "popover", "style")
"""Attributes that may hide what they stand at; no page of ours has them within a quotation."""
_UNSEEN = frozenset(["dialog", "noscript", "template"])
_PARTING = frozenset(["blockquote", "br", "div", "footer", "li", "p"])
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls of the bidirectional algorithm that may turn around what readers see."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^<>]*?(/?)>")
_ENDLESS = frozenset(
    ["area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option"]
) | frozenset(["p", "path", "source", "td", "th", "tr", "track", "use", "wbr"])
"""Elements that need no end."""
_SELF_ENDED = frozenset(["circle", "ellipse", "g", "image", "line", "polygon", "polyline", "rect", "stop", "text"])
"""Elements of drawings, which a slash ends."""
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
        translated: What is said of a translation.
        corrections: What is said of each correction that concerns it.
        alterations: What is said of each alteration.
        before: The source's words before the passage that is shown as the proof.
        passage: That passage; empty where none is.
        after: The source's words behind it.
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
    translated: str = ""
    corrections: tuple[str, ...] = ()
    alterations: tuple[str, ...] = ()
    before: str = ""
    passage: str = ""
    after: str = ""
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

    An element or attribute that may change what a reader sees of words, such as `del`, `img` or `style`, stands among
    them as its tag. Style sheets and scripts are not carried out.

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
        quotations=tuple(map(_quotation, tree.css(f".{_BLOCK}"))),
        pulls=tuple(
            Pull(words=_text(node, "ex-pull__words"), speaker=_text(node, "ex-pull__speaker"))
            for node in tree.css(".ex-pull")
        ),
        anchors=anchors,
    )


def _depth(html: str) -> int:
    """Return about how deep elements stand within each other; parsing takes the square of it."""
    open_tags: Counter[str] = Counter()
    depth = deepest = 0
    for slash, name, ended in _TAG.findall(html):
        tag = name.lower()
        if tag in _ENDLESS or (ended and tag in _SELF_ENDED):
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
    before, passage, after = _context(block)
    return Shown(
        anchor=block.attributes.get("id") or "",
        state=next((_STATES[name] for name in names if name in _STATES), ""),
        before=before,
        passage=passage,
        after=after,
        stray=_line(_stray(block)),
        corrections=tuple(map(_line_of, block.css(f".{_PROOF}__corrected"))),
        alterations=tuple(map(_line_of, block.css(f".{_PROOF}__alteration"))),
        **texts,
    )


def _context(block: LexborNode) -> tuple[str, str, str]:
    """Return the passage that is shown as the proof, with the words on both sides."""
    nodes = [node for context in block.css(f".{_PROOF}__context") for node in context.iter(include_text=True)]
    place = next((place for place, node in enumerate(nodes) if node.tag == "mark"), len(nodes))
    sides = (nodes[:place], nodes[place : place + 1], nodes[place + 1 :])
    before, passage, after = (_line(piece for node in side for piece in _piece(node, frozenset())) for side in sides)
    return before, passage, after


def _stray(block: LexborNode) -> Iterator[str]:
    """Yield what stands in a block outside of its parts, and what hides it."""
    ancestor = block.parent
    while ancestor is not None and ancestor.is_element_node:
        if ancestor.tag in _UNSEEN or {"hidden", "inert", "popover"} & set(ancestor.attributes):
            yield f"<{ancestor.tag} hidden>"
        ancestor = ancestor.parent
    last = block.last_child
    while last is not None and not last.is_element_node:
        last = last.prev
    for child in block.iter(include_text=True):
        is_proof = child.tag == "footer" and child == last and _PROOF in _classes(child)
        if not is_proof:
            yield from _piece(child, frozenset(_PARTS))


def _text(block: LexborNode, name: str) -> str:
    """Return the text of all parts of a block that have a class."""
    return _line(piece for node in block.css(f".{name}") if node != block for piece in _marked(node))


def _line_of(node: LexborNode) -> str:
    return _line(_marked(node))


def _line(pieces: Iterator[str]) -> str:
    return " ".join("".join(pieces).split())


def _marked(node: LexborNode) -> Iterator[str]:
    """Yield what a reader sees of an element, and its own tag where that may change it."""
    if _changes_words(node):
        yield f"<{node.tag}>"
    yield from _pieces(node)


def _pieces(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        yield from _piece(child, frozenset())


def _piece(node: LexborNode, leave_out: frozenset[str]) -> Iterator[str]:
    """Yield what a reader sees of a node, from the outside in, but for elements of some classes."""
    if node.is_text_node:
        yield _TURNING.sub("\ufffd", node.text_content or "")
    elif node.is_element_node and not leave_out & set(_classes(node)):
        yield " " if node.tag in _PARTING else ""
        yield f"<{node.tag}>" if _changes_words(node) else ""
        for child in node.iter(include_text=True):
            yield from _piece(child, leave_out)
        yield " " if node.tag in _PARTING else ""


def _changes_words(node: LexborNode) -> bool:
    return node.tag not in _PLAIN or not set(_HIDING).isdisjoint(node.attributes)


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()

"""Showing: what a finished page shows of its quotations, as a reader's browser finds it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.evidence.depth import check_depth

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
    [
        *("a", "bdi", "blockquote", "br", "cite", "div", "em", "font", "footer", "li", "mark", "p", "span", "strong"),
        *("time", "ul", "wbr"),
    ]
)
"""Elements that leave words as they are; browsers' translations put `font` around them."""
_FOLDING = frozenset(["details", "summary", "code"])
"""Elements of the proof besides."""
_HARMLESS = frozenset(
    [
        *("aria-live", "cite", "class", "data-copied", "data-search-exclude", "datetime", "dir", "href", "hreflang"),
        *("id", "lang", "open", "rel"),
    ]
)
"""Attributes that our own elements have."""
_HIDING = frozenset(["hidden", "inert", "popover", "style"])
"""Attributes that may hide what they stand around."""
_UNSEEN = frozenset(
    [
        *("audio", "canvas", "datalist", "dialog", "iframe", "meter", "noscript", "object", "progress", "select"),
        *("template", "video"),
    ]
)
_READ = ("alteration", "context", "corrected", "difference", "hash", "label", "note", "reason", "status")
_FREE = frozenset(f"{_PROOF}__{part}" for part in _READ)
"""Parts of the proof that are compared as such, or not at all."""
_PARTING = frozenset(["blockquote", "br", "div", "footer", "li", "p"])
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls of the bidirectional algorithm that may turn around what readers see."""


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
        passage: The passage of the source that is shown as the proof; empty where none is.
        context: That passage with the sentences around it.
        reason: What is said of a doubt.
        furniture: The words of labels and links of the proof.
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
    passage: str = ""
    context: str = ""
    reason: str = ""
    furniture: tuple[str, ...] = ()
    stray: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """Words of the page in large type, whose they are said to be (empty: nobody's), and what else stands there."""

    words: str
    speaker: str
    stray: str = ""


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
    check_depth(html)
    tree = LexborHTMLParser(html)
    anchors = Counter(node.attributes.get("id") or "" for node in tree.css("[id]"))
    # The root of a shadow takes the place of all that its host holds.
    shadows = "<template shadowrootmode>" if tree.css("template[shadowrootmode]") else ""
    return ShownPage(
        quotations=tuple(_quotation(block, shadows) for block in tree.css(f".{_BLOCK}")),
        pulls=tuple(map(_pull, tree.css(".ex-pull"))),
        anchors=anchors,
    )


def _pull(block: LexborNode) -> Pull:
    parts = {"ex-pull__words", "ex-pull__speaker"}
    stray = (piece for child in block.iter(include_text=True) for piece in _piece(child, frozenset(parts)))
    return Pull(words=_text(block, "ex-pull__words"), speaker=_text(block, "ex-pull__speaker"), stray=_line(stray))


def _quotation(block: LexborNode, shadows: str) -> Shown:
    names = _classes(block)
    proof = _proof_of(block)
    texts = {part: _text(block, name) for name, part in _PARTS.items()}
    return Shown(
        anchor=block.attributes.get("id") or "",
        state=next((_STATES[name] for name in names if name in _STATES), ""),
        passage=_text(block, f"{_PROOF}__context", "mark"),
        context=_text(block, f"{_PROOF}__context"),
        reason=_text(block, f"{_PROOF}__reason"),
        corrections=_texts(block, f".{_PROOF}__corrected"),
        alterations=_texts(block, f".{_PROOF}__alteration"),
        furniture=_texts(block, f".{_PROOF}__label, .{_PROOF}__line a, .{_PROOF} summary") if proof else (),
        stray=_line(iter([shadows, *_hidden_by(block), *_stray(block, proof)])),
        **texts,
    )


def _proof_of(block: LexborNode) -> LexborNode | None:
    """Return the proof, which is the last element of a block."""
    last = block.last_child
    while last is not None and not last.is_element_node:
        last = last.prev
    return last if last is not None and last.tag == "footer" and _PROOF in _classes(last) else None


def _hidden_by(block: LexborNode) -> Iterator[str]:
    """Yield the tags of elements that hide a block, or may."""
    node: LexborNode | None = block
    while node is not None and node.is_element_node:
        if node.tag in _UNSEEN or _HIDING & set(node.attributes):
            yield f"<{node.tag} hidden>"
        node = node.parent


def _stray(block: LexborNode, proof: LexborNode | None) -> Iterator[str]:
    """Yield what stands in a block outside of its parts."""
    for child in block.iter(include_text=True):
        if proof is None or child != proof:
            yield from _piece(child, frozenset(_PARTS))
    for child in proof.iter(include_text=True) if proof is not None else ():
        yield from _beside(child)


def _beside(node: LexborNode) -> Iterator[str]:
    """Yield what stands in a proof and is neither a part of it nor a label or a link."""
    if node.is_text_node:
        yield node.text_content or ""
    elif node.is_element_node:
        names = set(_classes(node))
        known = _FREE & names
        if _changes_words(node, _PLAIN | _FOLDING):
            yield f"<{node.tag}>"
        for child in node.iter(include_text=True) if not known and node.tag not in {"a", "summary"} else ():
            yield from _beside(child)


def _text(block: LexborNode, name: str, tag: str = "") -> str:
    """Return the text of all parts of a block that have a class, or of elements in them."""
    return " ".join(_texts(block, f".{name} {tag}".strip()))


def _texts(block: LexborNode, selector: str) -> tuple[str, ...]:
    return tuple(_line(_marked(node, block)) for node in block.css(selector) if node != block)


def _line(pieces: Iterator[str]) -> str:
    return " ".join("".join(pieces).split())


def _marked(node: LexborNode, block: LexborNode) -> Iterator[str]:
    """Yield what a reader sees of an element, and the tags of what stands around it in its block and may change it."""
    around: LexborNode | None = node
    while around is not None and around != block:
        if _changes_words(around, _PLAIN | _FOLDING if f"{_PROOF}__context" in _classes(node) else _PLAIN):
            yield f"<{around.tag}>" if around.tag not in _FOLDING or _HIDING & set(around.attributes) else ""
        around = around.parent
    for child in node.iter(include_text=True):
        yield from _piece(child, frozenset())


def _piece(node: LexborNode, leave_out: frozenset[str]) -> Iterator[str]:
    """Yield what a reader sees of a node, from the outside in, but for elements of some classes."""
    if node.is_text_node:
        yield _TURNING.sub("\ufffd", node.text_content or "")
    elif node.is_element_node and not leave_out & set(_classes(node)):
        yield " " if node.tag in _PARTING else ""
        yield f"<{node.tag}>" if _changes_words(node, _PLAIN) else ""
        for child in node.iter(include_text=True):
            yield from _piece(child, leave_out)
        yield " " if node.tag in _PARTING else ""


def _changes_words(node: LexborNode, plain: frozenset[str]) -> bool:
    """Tell whether an element is none of ours, or has what none of ours has."""
    attributes = node.attributes
    foreign = set(attributes) - _HARMLESS or any(not name.startswith("ex-") for name in _classes(node))
    turned = (attributes.get("dir") or "auto") not in {"auto", "ltr"}
    return node.tag not in plain or bool(foreign) or turned


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()

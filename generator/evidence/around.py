"""Around: what in a page, besides the words of its article, can change what readers see of the article."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.evidence.canonical import attributes, canonical, resolved, start_tag

ReadFile = Callable[[str], bytes | None]
"""Reads a file of the site by its path; None where it is not at hand."""

SIZED = "sized "
"""How the line of an element begins that has a style of its own, beside the article, of lengths alone.

Themes' scripts size menus so; an element of the theme that is high enough can cover an article all the same.
"""

DATA = "data "
"""How the line of data begins that only scripts read; themes' scripts write them anew."""

_ACTIVE = (
    *("base", "embed", "frame", "iframe", "meta[charset]", "meta[http-equiv]"),
    *("meta[name=viewport i]", "object", "portal", "template[shadowrootmode]"),
)
_DEFAULT_TYPES = frozenset(["", "text/css", "text/javascript", "application/javascript"])
_JSON = frozenset(["application/json", "application/ld+json"])
_UNTOLD = frozenset(["href", "rel", "src"])
_LENGTHS = re.compile(r"\s*(?:(?:bottom|height|max-height|top|width):\s*-?[\d.]+(?:px|rem|%)?\s*(?:;\s*|$))*")
_STANDARD = re.compile(r"<!doctype html>", re.IGNORECASE)


def read_around(
    tree: LexborHTMLParser, article: LexborNode, base: str, read: ReadFile
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read what can change the view of an article.

    Args:
        tree: The page.
        article: Its article.
        base: Address of the page.
        read: Reads a style sheet or a script.

    Returns:
        One line for each thing, style sheets and scripts in the order in which they stand; and the lines of style
        sheets and scripts that could not be read.
    """
    unread: list[str] = []
    loaded = list(_loaded(tree, base, read, unread))
    holders = list(_holders(article))
    further = [
        *_doctype(tree),
        *(f"active {_lower_charset(start_tag(node, base))}" for node in tree.css(", ".join(_ACTIVE))),
        *(f"noscript {_hidden_hash(node, base)}" for node in tree.css("noscript")),
        *_acting(tree, article, holders, base),
        *(f"holder {told}" for node in holders if (told := _holder(node, base))),
    ]
    return (*loaded, *sorted(further)), tuple(unread)


def sha256(text: str | bytes) -> str:
    """Return the SHA-256 of a text in UTF-8, or of bytes, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "replace") if isinstance(text, str) else text).hexdigest()


def _loaded(tree: LexborHTMLParser, base: str, read: ReadFile, unread: list[str]) -> Iterator[str]:
    """Yield a line for each style sheet and script; those of files that cannot be read are added to `unread`."""
    for node in tree.css("link, style, script"):
        values = node.attributes
        rel = (values.get("rel") or "").lower().split()
        if node.tag == "link" and "stylesheet" not in rel:
            continue
        kind = "script" if node.tag == "script" else "style"
        address = values.get("href") if node.tag == "link" else values.get("src")
        told = _told(node, rel, base)
        if node.tag == "style" or address is None:
            is_data = (values.get("type") or "").strip().lower() == "application/json"
            yield f"{DATA.strip() if is_data else f'inline {kind}'}{told} {_inline_hash(node)}"
            continue
        address = resolved(address, base)
        data = read(address.partition("?")[0].removeprefix("/")) if address.startswith("/") else None
        line = f"{kind} {address}{told} {sha256(data) if data is not None else 'unread'}"
        if data is None:
            unread.append(line)
        yield line


def _told(node: LexborNode, rel: list[str], base: str) -> str:
    """Return the attributes that decide whether a style sheet or a script counts, but for those that change nothing."""
    kind = (node.attributes.get("type") or "").strip().lower()
    untold = _UNTOLD | {"type"} if kind in _DEFAULT_TYPES else _UNTOLD
    return attributes(node, base, leave_out=untold) + (f' rel="{" ".join(rel)}"' if rel[1:] else "")


def _inline_hash(node: LexborNode) -> str:
    """Return the hash of a style or script in the page; data count by their values and not by their layout."""
    text = node.text(deep=True).strip()
    if (node.attributes.get("type") or "").strip().lower() in _JSON:
        try:
            text = json.dumps(json.loads(text), sort_keys=True)
        except (ValueError, RecursionError):
            return sha256(text)
    return sha256(text)


def _doctype(tree: LexborHTMLParser) -> Iterator[str]:
    """Tell of a page that browsers show by the rules of old ones."""
    first = next((node for node in _before_root(tree) if node.tag == "-doctype"), None)
    if first is None or not _STANDARD.fullmatch(first.html or ""):
        yield "doctype none that browsers take for that of HTML today"


def _before_root(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    node = tree.root.prev if tree.root is not None else None
    while node is not None:
        yield node
        node = node.prev


def _hidden_hash(node: LexborNode, base: str) -> str:
    """Return the hash of what only readers without scripts see.

    For all others, an end tag in a comment of it ends it: with comments, its source counts.
    """
    source = node.html or ""
    return sha256(source if "<!" in source else canonical(node, base))


def _acting(tree: LexborHTMLParser, article: LexborNode, holders: list[LexborNode], base: str) -> Iterator[str]:
    """Yield a line for each element that acts, or has a style of its own."""
    for node in tree.css("[style]"):
        sized = _LENGTHS.fullmatch(node.attributes.get("style") or "")
        beside = sized and node not in holders and not _is_within(node, article) and not _acts(node)
        yield f"{SIZED if beside else 'attribute '}{start_tag(node, base)}"
    for node in tree.css("*"):
        if _acts(node) and "style" not in node.attributes:
            yield f"attribute {start_tag(node, base)}"


def _acts(node: LexborNode) -> bool:
    return any(name.startswith("on") for name in node.attributes)


def _is_within(node: LexborNode, article: LexborNode) -> bool:
    held: LexborNode | None = node
    while held is not None and held != article:
        held = held.parent
    return held is not None


def _holders(article: LexborNode) -> Iterator[LexborNode]:
    parent = article.parent
    while parent is not None and parent.is_element_node:
        yield parent
        parent = parent.parent


def _holder(node: LexborNode, base: str) -> str:
    """Return the start tag of what holds an article, but for what themes' scripts say there of browser and colours."""
    if node.tag not in {"html", "body"}:
        return start_tag(node, base)
    themes = frozenset(name for name in node.attributes if name.startswith(("data-md-color-", "data-js-")))
    classes = sorted(set((node.attributes.get("class") or "").split()) - {"js", "js-focus-visible", "no-js"})
    told = attributes(node, base, leave_out=themes | {"class"}) + (f' class="{" ".join(classes)}"' if classes else "")
    return f"<{node.tag}{told}>" if told else ""


def _lower_charset(tag: str) -> str:
    return tag.lower() if tag.startswith("<meta charset=") else tag

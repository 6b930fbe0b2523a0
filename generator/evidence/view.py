"""The view of a page: its article in a canonical form, and all else in the page that can change what readers see of it.

The canonical form of an article, which anybody can compute anew:

1. The page is parsed as HTML (WHATWG), as text alone: no style sheet and no script is carried out. The article is the
   only `article` element that holds an element of class `ex-page`.
2. It is written out from its start tag to its end tag. Comments are left out. A start tag is `<`, the name in lower
   case, each attribute in the order of the names as a space and `name="value"`, and `>`; an end tag is `</name>`, and
   elements that HTML calls void have none. `&`, `<` and `>` in values and in text are written as `&amp;`, `&lt;` and
   `&gt;`, in values `"` as `&quot;` and `'` as `&#x27;`.
3. In values and in text each run of white space is one space, and values have none at either end. The values of `class`
   are in the order of the alphabet. Those of `href`, `src`, `cite`, `action`, `formaction`, `poster` and `data` are
   resolved against the address of the page (RFC 3986); one that leads to a place of the site is its path from the
   site's root, with a slash before it.
4. Elements that are not in `INLINE` are blocks. White space beside the tag of a block is left out, and a line feed
   stands before each start tag of a block but the first.

The words of an article are its canonical form without its tags, with a space for each of a block.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.evidence.manifest import ArticleRecord
from generator.evidence.showing import check_depth
from generator.model.errors import UnreadableError

INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
        *("input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg"),
        *("time", "u", "var", "wbr"),
    ]
)
"""Elements that stand in a line of text."""
BLOCK_DIGITS = 8
"""Hexadecimal digits that are kept of the SHA-256 of each line of an article, to name the line that differs."""

ReadFile = Callable[[str], bytes | None]
"""Reads a file of the site by its path; None where it is not at hand."""

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LINKS = frozenset({"action", "cite", "data", "formaction", "href", "poster", "src"})
_SITE = "https://site.invalid/"
_SPACE = re.compile(r"[ \t\n\f\r]+")
_TAGS = re.compile(r"<[^>]*>")
_ACTIVE = ("base", "embed", "frame", "iframe", "meta[http-equiv]", "object", "portal", "template[shadowrootmode]")
_HIDING = ("hidden", "inert", "popover", "style")
_DATA = ("application/json", "speculationrules")
_SAVED = re.compile(r"<!--\s*saved from url=", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a page shows of its article, and what can change it.

    Args:
        lines: The lines of the article's canonical form.
        around: What else in the page can change the view of it, in one line each.
        frame: The canonical form of what stands around the article: menus, header, footer.
        unread: Addresses of style sheets and scripts that could not be read.
        saved: Whether a browser says in the page that it saved it.
    """

    lines: tuple[str, ...]
    around: tuple[str, ...]
    frame: str
    unread: tuple[str, ...] = ()
    saved: bool = False

    @property
    def words(self) -> str:
        """Return the words of the article."""
        return line_words("\n".join(self.lines))


def line_words(line: str) -> str:
    """Return the words of a canonical form, in one line."""
    spaced = re.sub(r"</?([a-z0-9-]+)[^>]*>", lambda tag: "" if tag[1] in INLINE else " ", line)
    return " ".join(_TAGS.sub("", spaced).split())


def read_view(html: str, place: str, read: ReadFile) -> View:
    """Read the view of a finished page.

    Args:
        html: The page.
        place: Its path below the site's folder, such as "soup/index.html".
        read: Reads a style sheet or a script.

    Returns:
        The view.

    Raises:
        UnreadableError: It has no article, or several; or its elements are nested too deep.
    """
    check_depth(html)
    tree = LexborHTMLParser(html)
    pages = tree.css(".ex-page")
    article = _article(pages[0]) if len(pages) == 1 else None
    if article is None:
        raise UnreadableError(f"this page has {len(pages) or 'no'} articles of an explainer, and not one")
    base = urljoin(_SITE, place)
    lines = tuple(_canonical(article, base).split("\n"))
    around, unread = _around(tree, article, base, read)
    article.decompose()
    for node in tree.css("script, style"):
        node.decompose()
    frame = _canonical(tree.body, base) if tree.body is not None else ""
    return View(
        lines=lines,
        around=tuple(sorted(around)),
        frame=frame,
        unread=tuple(unread),
        saved=_SAVED.search(html[:4000]) is not None,
    )


def record_view(view: View, place: str) -> ArticleRecord:
    """Return the record of a view: what binds evidence to a page.

    Args:
        view: The view.
        place: Path of the page below the site's folder.
    """
    return ArticleRecord(
        place=place,
        sha256=_sha256("\n".join(view.lines)),
        words_sha256=_sha256(view.words),
        blocks="".join(map(line_hash, view.lines)),
        around=view.around,
        frame_sha256=_sha256(view.frame),
    )


def line_hash(line: str) -> str:
    """Return the first digits of the SHA-256 of a line."""
    return _sha256(line)[:BLOCK_DIGITS]


def _sha256(text: str | bytes) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace") if isinstance(text, str) else text).hexdigest()


def _article(page: LexborNode) -> LexborNode | None:
    node: LexborNode | None = page
    while node is not None and node.tag != "article":
        node = node.parent
    return node


def _canonical(node: LexborNode, base: str) -> str:
    pieces: list[str] = []
    after_block = True
    for kind, piece in _pieces(node, base):
        if kind == "text":
            text = piece.lstrip(" ") if after_block or (pieces and pieces[-1].endswith(" ")) else piece
            if text:
                pieces.append(text)
                after_block = False
            continue
        if kind == "inline":
            pieces.append(piece)
            continue
        while pieces and not after_block and pieces[-1] == " ":
            pieces.pop()
        if pieces and not after_block:
            pieces[-1] = pieces[-1].rstrip(" ")
        pieces.append(f"\n{piece}" if pieces and kind == "start" else piece)
        after_block = True
    return "".join(pieces)


def _pieces(node: LexborNode, base: str, *, drawn: bool = False) -> Iterator[tuple[str, str]]:
    if node.is_text_node:
        yield "text", escape(_SPACE.sub(" ", node.text_content or ""), quote=False)
    elif node.is_element_node:
        name = node.tag or ""
        inline = drawn or name in INLINE
        yield "inline" if inline else "start", _start_tag(node, base)
        for child in node.iter(include_text=True):
            yield from _pieces(child, base, drawn=drawn or name == "svg")
        if name not in _VOID:
            yield "inline" if inline else "end", f"</{name}>"


def _start_tag(node: LexborNode, base: str) -> str:
    values = ((name, _value(name, value or "", base)) for name, value in sorted(node.attributes.items()))
    written = "".join(f' {name}="{escape(value)}"' for name, value in values)
    return f"<{node.tag}{written}>"


def _value(name: str, value: str, base: str) -> str:
    value = _SPACE.sub(" ", value).strip(" ")
    if name == "class":
        return " ".join(sorted(value.split(" ")))
    return _resolved(value, base) if name in _LINKS else value


def _resolved(address: str, base: str) -> str:
    try:
        return urljoin(base, address).replace(_SITE, "/", 1)
    except ValueError:
        return address


def _around(tree: LexborHTMLParser, article: LexborNode, base: str, read: ReadFile) -> tuple[list[str], list[str]]:
    """Return what beside the article can change its view, and the addresses of what cannot be read."""
    found = [f"active {_start_tag(node, base)}" for node in tree.css(", ".join(_ACTIVE))]
    unread: list[str] = []
    for node in tree.css("link[rel~=stylesheet i], script[src]"):
        address = _resolved(node.attributes.get("href" if node.tag == "link" else "src") or "", base)
        data = read(address.partition("?")[0].lstrip("/")) if address.startswith("/") else None
        if data is None:
            unread.append(address)
        what = "style" if node.tag == "link" else "script"
        media = f" media={node.attributes['media']}" if node.attributes.get("media") else ""
        found.append(f"{what} {address}{media} {_sha256(data) if data is not None else 'unread'}")
    for node in tree.css("style, script:not([src])"):
        if node.attributes.get("type") not in _DATA:
            media = f" media={node.attributes['media']}" if node.attributes.get("media") else ""
            kind = "data" if node.attributes.get("type") == "application/ld+json" else node.tag
            found.append(f"inline {kind}{media} {_sha256(node.text(deep=True).strip())}")
    for node in tree.css("*"):
        acting = [name for name in node.attributes if name.startswith("on")]
        if acting or "style" in node.attributes:
            found.append(f"attribute {_start_tag(node, base)}")
    parent = article.parent
    while parent is not None and parent.is_element_node:
        if parent.tag not in {"html", "body"} or any(name in parent.attributes for name in _HIDING):
            found.append(f"holder {_start_tag(parent, base)}")
        parent = parent.parent
    return found, unread

"""The canonical form of an element of a page, which anybody can compute anew.

1. The page is parsed as HTML (WHATWG), as text alone: no style sheet and no script is carried out. The article is the
   only `article` element that holds an element of class `ex-page`.
2. It is written out from its start tag to its end tag. Comments are left out. A start tag is `<`, the name in lower
   case, each attribute in the order of the names as a space and `name="value"`, and `>`; an end tag is `</name>`, and
   elements that HTML calls void have none. `&`, `<` and `>` in values and in text are written as `&amp;`, `&lt;` and
   `&gt;`, in values `"` as `&quot;` and `'` as `&#x27;`.
3. In values and in text each run of white space is one space, and values have none at either end; text within `pre`
   and `textarea` stays as it is. The values of `class` are in the order of the alphabet. Those of `href`, `src`,
   `cite`, `action`, `formaction`, `poster` and `data` are resolved (RFC 3986) as if the site stood at `SITE`, and
   `SITE` is written as a slash.
4. Elements that are not in `INLINE` are blocks. White space beside the tag of a block is left out, and a line feed
   stands before each start tag of a block but the first.

The words of an article are its canonical form without its tags, with a space for each of a block.
"""

import re
from html import escape
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from generator.evidence.depth import DEEPEST, too_deep

INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
        *("input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg"),
        *("time", "u", "var", "wbr"),
    ]
)
"""Elements that stand in a line of text."""
SITE = "https://site.invalid/site/"
"""Where a site is taken to stand; below a host, so that an address from the host's root stays one."""

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LINKS = frozenset({"action", "cite", "data", "formaction", "href", "poster", "src"})
_KEPT = frozenset({"pre", "textarea"})
_SPACE = re.compile(r"[ \t\n\f\r]+")
_TAG = re.compile(r"</?([a-z0-9-]+)[^>]*>")
_TAGS = re.compile(r"<[^>]*>")


def canonical(node: LexborNode, base: str, *, leave_out: frozenset[str] = frozenset()) -> str:
    """Write an element in the canonical form.

    Args:
        node: The element.
        base: Address of the page.
        leave_out: Names of elements that are left out.

    Returns:
        Its lines.

    Raises:
        UnreadableError: Its elements are nested too deep.
    """
    form = _Form(base, leave_out)
    form.add(node)
    return "".join(form.pieces)


def line_words(line: str) -> str:
    """Return the words of a canonical form, in one line."""
    spaced = _TAG.sub(lambda tag: "" if tag[1] in INLINE else " ", line)
    return " ".join(_TAGS.sub("", spaced).split())


def start_tag(node: LexborNode, base: str) -> str:
    """Write the start tag of an element in the canonical form.

    Args:
        node: The element.
        base: Address of the page.
    """
    return f"<{node.tag}{attributes(node, base)}>"


def attributes(node: LexborNode, base: str, *, leave_out: frozenset[str] = frozenset()) -> str:
    """Write the attributes of an element in the canonical form, with a space before each.

    Args:
        node: The element.
        base: Address of the page.
        leave_out: Names of attributes that are left out.
    """
    values = node.attributes
    if not values:
        return ""
    kept = (name for name in sorted(values) if name not in leave_out)
    return "".join(f' {name}="{escape(_value(name, values[name] or "", base))}"' for name in kept)


def resolved(address: str, base: str) -> str:
    """Resolve an address; of one below the site's root, return the path with a slash before it."""
    try:
        whole = urljoin(base, address)
    except ValueError:
        return address
    return f"/{whole.removeprefix(SITE)}" if whole.startswith(SITE) else whole


class _Form:
    """The pieces of a canonical form, written one after another."""

    def __init__(self, base: str, leave_out: frozenset[str]) -> None:
        self.pieces: list[str] = []
        self._base = base
        self._leave_out = leave_out
        self._after_block = True

    def add(self, node: LexborNode, depth: int = 0, *, drawn: bool = False, kept: bool = False) -> None:
        if node.is_text_node:
            self._add_text(node.text_content or "", kept=kept)
            return
        name = node.tag
        if not node.is_element_node or name is None or name in self._leave_out:
            return
        if depth > DEEPEST:
            raise too_deep()
        inline = drawn or name in INLINE
        self._add_tag(start_tag(node, self._base), inline=inline, starts=True, kept=kept)
        drawn, kept = drawn or name == "svg", kept or name in _KEPT
        for child in node.iter(include_text=True):
            self.add(child, depth + 1, drawn=drawn, kept=kept)
        if name not in _VOID:
            self._add_tag(f"</{name}>", inline=inline, starts=False, kept=kept)

    def _add_text(self, text: str, *, kept: bool) -> None:
        text = escape(text if kept else _SPACE.sub(" ", text), quote=False)
        if not kept and (self._after_block or self.pieces[-1].endswith(" ")):
            text = text.removeprefix(" ")
        if text:
            self.pieces.append(text)
            self._after_block = False

    def _add_tag(self, tag: str, *, inline: bool, starts: bool, kept: bool = False) -> None:
        if inline:
            self.pieces.append(tag)
            return
        if self.pieces and not self._after_block and not kept:
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
        self.pieces.append(f"\n{tag}" if self.pieces and starts else tag)
        self._after_block = True


def _value(name: str, value: str, base: str) -> str:
    value = _SPACE.sub(" ", value).strip(" ")
    if name == "class":
        return " ".join(sorted(value.split(" ")))
    return resolved(value, base) if name in _LINKS else value

"""Safety: what rendered HTML holds that no author's text may put on a page."""

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape
from importlib.resources import files
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.markdown.author_text import AuthorText
from generator.model.issue import Issue

SCHEMES = frozenset({"http", "https", "mailto"})
_ADDRESSES = frozenset({"cite", "href", "src", "xlink:href"})
_INPUTS = frozenset({"radio", "checkbox"})
# Ours, and those by which Material finds the parts of its own page; its buttons are for authors.
_RESERVED = re.compile(r"ex-(?!citation$)|md-(?!button)")
# Ids of Material's own; those behind it are numbers that extensions give to tabs, lines of code and captions.
_HOSTS = re.compile(r"__(?!tabbed_|codelineno-|span-|[a-z]+-caption_\d)")
_ALIGNED = re.compile(r"text-align: (?:left|right|center);?")
_FILLED = re.compile(r"width: ?\d{1,3}(?:\.\d+)?%;?")
_PAINT = re.compile(r"url\s*\((?!\s*['\"]?#)|\\|/\*", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
# Scripts find the parts of Material's pages by names of these.
_DATA = re.compile(r"data-(?!md-)[a-z0-9-]+")
# How arithmatex keeps formulas for MathJax where it is not told to be generic: text that no browser runs.
_FORMULAS = ({"type": "math/tex"}, {"type": "math/tex; mode=display"})
_END = "explainer-end"
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):")
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


@lru_cache
def safe_names(place: str, sort: str) -> frozenset[str]:
    """Return the names of elements or attributes that authors may use.

    Args:
        place: "body", "svg", "page" or "values".
        sort: "elements" or "attributes".

    Returns:
        Their names.
    """
    data = tomllib.loads((files("generator") / "data" / "safe_html.toml").read_text("utf-8"))
    names = frozenset(data[place][sort])
    return names if sort == "attributes" and place == "svg" else names | {name.lower() for name in names}


class Danger(StrEnum):
    """What sort of thing is unsafe; also the code of its Issue."""

    ELEMENT = "unsafe-element"
    ATTRIBUTE = "unsafe-attribute"
    URL = "unsafe-url"
    NAME = "unsafe-name"
    STRAY = "stray-tag"


@dataclass(frozen=True, slots=True)
class Finding:
    """One unsafe thing: what sort, its name, and the value that an attribute has."""

    danger: Danger
    name: str
    value: str = ""


def is_safe_url(url: str) -> bool:
    """Tell whether an address is relative, or has a scheme of SCHEMES however it is disguised."""
    shown = url
    for _ in range(3):
        found = _SCHEME.match(_IGNORED.sub("", shown).lower())
        if found and found["scheme"] not in SCHEMES:
            return False
        shown = unescape(unquote(shown))
    return True


def find_unsafe(html: str, anchors: Container[str] = (), *, comments: bool = False) -> tuple[Finding, ...]:
    """Find what the HTML of an author's text holds beyond what Markdown makes.

    Args:
        html: The HTML, as any extension made it.
        anchors: Ids of the page's own parts, which nothing else may have.
        comments: Whether comments may stand in it.

    Returns:
        Each element, attribute, address and name that is not known to be safe, once.
    """
    found: dict[Finding, None] = {}
    for node in _nodes(html):
        if isinstance(node, Finding):
            found[node] = None
        elif node.is_comment_node:
            if not comments:
                found[Finding(Danger.ELEMENT, "comment", node.comment_content or "")] = None
        else:
            given = node.attributes
            found.update(dict.fromkeys(_element_findings(node.tag or "", given, "body")))
            found.update(dict.fromkeys(_name_findings(given, anchors)))
    return tuple(found)


def find_unsafe_in_page(html: str) -> tuple[Finding, ...]:
    """Find what the finished content of a page holds beyond what extensions and our own templates make.

    Args:
        html: The content as MkDocs is about to publish it, whoever made it.

    Returns:
        Each element, attribute and address that is not known to be safe, once.
    """
    found: dict[Finding, None] = {}
    for node in _nodes(html):
        if isinstance(node, Finding):
            found[node] = None
        elif not node.is_comment_node:
            found.update(dict.fromkeys(_element_findings(node.tag or "", node.attributes, "page")))
    return tuple(found)


def _nodes(html: str) -> Iterator[LexborNode | Finding]:
    """Give the elements and comments of HTML as a browser reads it, and what breaks out of its place."""
    document = LexborHTMLParser(f"<!doctype html><body><div>{html}<{_END}></{_END}></div>")
    root, body = document.root, document.body
    assert root is not None, "every document has a root"
    assert body is not None, "every document has a body"
    place = body.child
    around = {body.mem_id, place.mem_id if place else body.mem_id}
    yield from (Finding(Danger.ELEMENT, node.tag or "") for node in (root, body) if node.attributes)
    whole = place is not None and place.next is None
    ended = False
    for node in body.traverse(include_text=True):
        if node.tag == _END:
            ended = True
        elif node.is_comment_node or (node.is_element_node and node.mem_id not in around):
            yield node
    if not (whole and ended):
        yield Finding(Danger.STRAY, "tag")


def unsafe_issues(author: AuthorText, findings: tuple[Finding, ...]) -> Iterator[Issue]:
    """Say for each finding where in the author's text it most likely stands, and what is wrong."""
    for finding in findings:
        offset, length = _place(author.text, finding)
        yield Issue.error(
            finding.danger,
            author.at(offset, length),
            _MESSAGES[finding.danger].format(name=finding.name, value=finding.value[:80]),
            _HELP[finding.danger],
        )


_MESSAGES = {
    Danger.ELEMENT: "the text makes a '{name}' element, which no page may hold",
    Danger.ATTRIBUTE: "the text sets the attribute '{name}', which no author's text may set",
    Danger.URL: "the address '{value}' is not one that a page may link to",
    Danger.NAME: "the {name} '{value}' belongs to the page's own parts, such as proofs",
    Danger.STRAY: "the text's HTML closes what it did not open, or leaves open what hides the rest of the page",
}
_HELP = {
    Danger.ELEMENT: "leave it out; `raw_html: true` in mkdocs.yml lets HTML through",
    Danger.ATTRIBUTE: "leave it out; a class such as {.name} and an id such as {#name} are allowed",
    Danger.NAME: "choose another name, or for a heading write an id of your own behind it, such as {#name}",
    Danger.STRAY: "close each tag and comment that you open, and no other",
    Danger.URL: "link to an address that begins with https://, http:// or mailto:, or to a page of this site",
}


def _element_findings(tag: str, given: Mapping[str, str | None], place: str) -> Iterator[Finding]:
    """Find what is wrong with one element: itself, its attributes or their addresses."""
    if tag == "script" and given in _FORMULAS:
        return
    drawn = tag in safe_names("svg", "elements")
    known = (
        drawn or tag in safe_names("body", "elements") or (place == "page" and tag in safe_names("page", "elements"))
    )
    if not known or (tag == "input" and given.get("type") not in _INPUTS):
        yield Finding(Danger.ELEMENT, tag)
    for name, value in given.items():
        shown = value or ""
        if not _may_have(tag, name, shown, place, drawn=drawn):
            yield Finding(Danger.ATTRIBUTE, name, shown)
        elif name in _ADDRESSES and not (is_safe_url(shown) or (tag == "img" and _is_picture(shown, place))):
            yield Finding(Danger.URL, name, shown)


def _may_have(tag: str, name: str, value: str, place: str, *, drawn: bool) -> bool:
    if name == "style":
        return _is_style(tag, value)
    if drawn and name in safe_names("svg", "attributes"):
        return not _PAINT.search(value)
    return (
        name in safe_names("body", "attributes")
        or (place == "page" and name in safe_names("page", "attributes"))
        or _DATA.fullmatch(name) is not None
    )


def _is_style(tag: str, value: str) -> bool:
    """Tell whether a style is one that Markdown itself makes: a cell's alignment, or how far a bar has come."""
    return (tag in {"td", "th"} and _ALIGNED.fullmatch(value) is not None) or (
        tag == "div" and _FILLED.fullmatch(value) is not None
    )


def _is_picture(address: str, place: str) -> bool:
    """Tell whether an address is a picture that an extension put into the finished page."""
    return place == "page" and _PICTURE.fullmatch(address) is not None


def _name_findings(given: Mapping[str, str | None], anchors: Container[str]) -> Iterator[Finding]:
    """Find classes and ids that would let an author's text pose as a part of the page."""
    for name in ("class", "id", "for"):
        value = given.get(name) or ""
        if name == "class":
            taken = next((word for word in value.split() if _RESERVED.match(word)), "")
        else:
            taken = value if _HOSTS.match(value) or value in anchors else ""
        if taken:
            yield Finding(Danger.NAME, name, taken)


def _place(text: str, finding: Finding) -> tuple[int, int]:
    value = finding.value if finding.danger in {Danger.URL, Danger.NAME} else ""
    for needle in (value, value.strip(), value.split(":")[-1]):
        offset = text.lower().find(needle.lower()) if needle else -1
        if offset >= 0:
            return offset, len(needle)
    named = re.search(rf"(?<![\w-]){re.escape(finding.name)}(?![\w-])", text, re.IGNORECASE)
    return (named.start(), len(finding.name)) if named else (0, 1)

"""Safety: what rendered HTML holds that no author's text may put on a page."""

import re
import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from urllib.parse import unquote

from generator.markdown.author_text import AuthorText
from generator.model.issue import Issue

SCHEMES = frozenset({"http", "https", "mailto"})
_ADDRESSES = frozenset({"href", "src"})
_INPUTS = frozenset({"radio", "checkbox"})
# Ours, and those by which Material finds the parts of its own page; its buttons are for authors.
_RESERVED = re.compile(r"ex-(?!citation$)|md-(?!button)")
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):")
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


@lru_cache
def safe_names(place: str, sort: str) -> frozenset[str]:
    """Return the names of elements or attributes that authors may use.

    Args:
        place: "body" or "values".
        sort: "elements" or "attributes".

    Returns:
        Their names.
    """
    data = tomllib.loads((files("generator") / "data" / "safe_html.toml").read_text("utf-8"))
    return frozenset(data[place][sort])


class Danger(StrEnum):
    """What sort of thing is unsafe; also the code of its Issue."""

    ELEMENT = "unsafe-element"
    ATTRIBUTE = "unsafe-attribute"
    URL = "unsafe-url"
    NAME = "unsafe-name"


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


def find_unsafe(html: str, anchors: Container[str] = ()) -> tuple[Finding, ...]:
    """Find what rendered HTML holds beyond what Markdown itself makes.

    Args:
        html: HTML of an author's text.
        anchors: Ids of the page's own parts, which nothing else may have.

    Returns:
        Each element, attribute and address that is not known to be safe, once.
    """
    walker = _Walker(anchors)
    walker.feed(html)
    walker.close()
    return tuple(dict.fromkeys(walker.findings))


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
}
_HELP = {
    Danger.ELEMENT: "leave it out; `raw_html: true` in mkdocs.yml lets HTML through",
    Danger.ATTRIBUTE: "leave it out; a class such as {.name} and an id such as {#name} are allowed",
    Danger.NAME: "choose another name, or for a heading write an id of your own behind it, such as {#name}",
    Danger.URL: "link to an address that begins with https://, http:// or mailto:, or to a page of this site",
}


class _Walker(HTMLParser):
    def __init__(self, anchors: Container[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._anchors = anchors
        self.findings: list[Finding] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kinds = dict(attrs)
        if tag not in safe_names("body", "elements") or (tag == "input" and kinds.get("type") not in _INPUTS):
            self.findings.append(Finding(Danger.ELEMENT, tag))
        for name, value in attrs:
            aligned = name == "style" and tag in {"td", "th"} and _ALIGNED.fullmatch(value or "")
            if name not in safe_names("body", "attributes") and not aligned:
                self.findings.append(Finding(Danger.ATTRIBUTE, name, value or ""))
            elif name in {"class", "id", "for"} and (taken := self._taken(name, value or "")):
                self.findings.append(Finding(Danger.NAME, name, taken))
            elif name in _ADDRESSES and not is_safe_url(value or ""):
                self.findings.append(Finding(Danger.URL, name, value or ""))

    def handle_comment(self, data: str) -> None:
        self.findings.append(Finding(Danger.ELEMENT, "comment", data))

    def handle_decl(self, decl: str) -> None:
        self.findings.append(Finding(Danger.ELEMENT, "declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.findings.append(Finding(Danger.ELEMENT, "declaration", data))

    def handle_pi(self, data: str) -> None:
        self.findings.append(Finding(Danger.ELEMENT, "instruction", data))

    def _taken(self, attribute: str, value: str) -> str:
        """Return the class or id among some that would let an author's text pose as a part of the page, or nothing."""
        if attribute in {"id", "for"}:
            hosts = value.startswith("__") and not value.startswith("__tabbed_")
            return value if hosts or value in self._anchors else ""
        return next((name for name in value.split() if _RESERVED.match(name)), "")


def _place(text: str, finding: Finding) -> tuple[int, int]:
    value = finding.value if finding.danger in {Danger.URL, Danger.NAME} else ""
    for needle in (value, value.strip(), value.split(":")[-1], finding.name):
        offset = text.lower().find(needle.lower()) if needle else -1
        if offset >= 0:
            return offset, len(needle)
    return 0, 1

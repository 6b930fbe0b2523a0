"""A finished site as its visitors and machines find it: its files, the links in them, and where each leads."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LINKS = {
    ("a", "href"),
    ("area", "href"),
    ("audio", "src"),
    ("blockquote", "cite"),
    ("embed", "src"),
    ("form", "action"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("link", "href"),
    ("object", "data"),
    ("q", "cite"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
"""The attributes of HTML that hold an address."""
_CLICKED = {"a", "area"}
_SHARED = re.compile(r"(?:og|twitter):(?:url|image|audio|video)(?::(?:url|src|secure_url))?")
_TEXTS = frozenset({".css", ".csv", ".html", ".ics", ".json", ".txt", ".xml"})
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_FOLD = re.compile(r"\r\n[ \t]")
_NAMES = re.compile(
    r'<script type="application/ld\+json">.*?</script>|<id>[^<]*</id>|"id": *"[^"]*"|^UID:[^\n]*',
    re.DOTALL | re.MULTILINE,
)
"""Linked data, and the ids of entries in feeds and calendars: addresses in them may be names that lead nowhere."""


class Page(HTMLParser):
    """What a page says to its reader's browser.

    Args:
        text: Its HTML.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.clicks: list[str] = []
        self.links: list[str] = []
        self.linked_data: list[str] = []
        self.base = ""
        self._in_data = False
        self.feed(text)

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.linked_data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value for key, value in attrs if value}
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"
        self.anchors |= {values[key] for key in ("id", "name") if key in values}
        if tag == "base":
            self.base = values.get("href", "")
        found = [value for key, value in values.items() if (tag, key) in _LINKS]
        self.clicks += found if tag in _CLICKED else []
        if tag == "meta" and _SHARED.fullmatch(values.get("property") or values.get("name") or ""):
            found.append(values.get("content", ""))
        for choices in (values.get("srcset", ""), values.get("imagesrcset", "")):
            found += [choice.split()[0] for choice in choices.split(",") if choice.strip()]
        self.links += found + _CSS_URL.findall(values.get("style", ""))


@dataclass(frozen=True)
class CrawledSite:
    """A finished site.

    Args:
        folder: Where it stands.
        host: The address that it is made for, with a slash at its end.
    """

    folder: Path
    host: str

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its address."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {self.host + path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, without index.html."""
        return {
            address.removesuffix("index.html"): Page(path.read_text("utf-8"))
            for address, path in self.files.items()
            if path.suffix == ".html"
        }

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text that is no script, with its address, but for names."""
        for address, path in self.files.items():
            if path.suffix in _TEXTS:
                yield address, _NAMES.sub("", _FOLD.sub("", path.read_bytes().decode("utf-8")))

    def target(self, link: str, address: str = "") -> tuple[str, str] | None:
        """Return the page or file that a link leads to and the anchor on it; None where it leads to another site."""
        here = urljoin(address, self.pages[address].base) if address in self.pages else address
        whole = urlsplit(urljoin(here, link))
        if f"{whole.scheme}://{whole.netloc}/" != self.host:
            return None
        path = unquote(whole.path).removesuffix("index.html")
        return f"{self.host}{path.lstrip('/')}", unquote(whole.fragment).partition(":~:")[0]

    def leads_somewhere(self, link: str, address: str = "", *, anchor: bool = True) -> bool:
        """Tell whether a link leads to another site, or to a file of this one and, where one is named, to its anchor."""
        found = self.target(link, address)
        if found is None:
            return True
        target, name = found
        if target in self.pages:
            return not name or not anchor or name in self.pages[target].anchors
        return target in self.files and not target.endswith("/")

    def links(self) -> Iterator[tuple[str, str]]:
        """Every link of every page, with the page's address."""
        for address, page in self.pages.items():
            yield from ((address, link) for link in page.links)

    def links_of_styles(self) -> Iterator[tuple[str, str]]:
        """Every address in a style sheet, with the sheet's own."""
        for address, text in self.texts:
            if address.endswith(".css"):
                yield from ((address, link) for link in _CSS_URL.findall(text))

    def links_of_texts(self) -> Iterator[tuple[str, str]]:
        """Every whole address of this site that stands anywhere in a text, code to paste included."""
        whole = re.compile(rf"{re.escape(self.host)}[^\s\"'<>\\,;)\]]*")
        for address, text in self.texts:
            plain = html.unescape(html.unescape(text))
            yield from ((address, link) for link in dict.fromkeys(whole.findall(plain)))

    def links_of_search(self) -> Iterator[str]:
        """Every result of the search, from the home page."""
        index = json.loads(self.files[f"{self.host}search/search_index.json"].read_text("utf-8"))
        yield from (entry["location"] for entry in index["docs"])

    def clicks(self, address: str) -> Iterator[str]:
        """The pages that a reader reaches from a page with one click."""
        for link in self.pages[address].clicks:
            found = self.target(link, address)
            if found is not None and found[0] in self.pages:
                yield found[0]

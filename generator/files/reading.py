"""Reading a source file: plain text, Markdown with front matter of its own, or HTML."""

import logging
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generator.files.text_file import LARGEST, decode
from generator.front_matter.nodes import read_front_matter
from generator.model.article import LANGUAGE_TAG, Article, Kind
from generator.model.errors import Location, UnreadableError

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})

_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "td",
        "th",
        "figcaption",
        "div",
        "section",
        "article",
    ]
)
_UNSEEN = frozenset({"script", "style"})
_METADATA = ("title", "publisher", "author", "url", "language", "license")


def read_article(path: Path, *, kind: Kind | None = None, display_path: str = "") -> Article:
    """Read an article from a file.

    Args:
        path: The file: .txt, .md, .html or .htm.
        kind: What sort of work it is, where the file's own front matter does not count.
        display_path: Its path as messages display it; as given when empty.

    Returns:
        Its text and the metadata that it holds itself.

    Raises:
        UnreadableError: It cannot be read, or holds no text; the message says why.
    """
    place = Location(path=display_path or str(path))
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableError(
            f"a source must be {', '.join(sorted(SUFFIXES))}, not '{path.suffix or path.name}'", place
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot be read: {(error.strerror or 'unknown error').lower()}", place) from error
    article = parse_article(data, path.suffix.lower(), place.path)
    return replace(article, kind=kind) if kind else article


def parse_article(data: bytes, suffix: str, display_path: str) -> Article:
    """Parse an article from the bytes of a file.

    Args:
        data: The bytes.
        suffix: The file name's ending, in lower case, with its dot.
        display_path: Its path as messages display it.

    Returns:
        The article.

    Raises:
        UnreadableError: The bytes hold no text.
    """
    if suffix in {".html", ".htm"}:
        article = _from_html(data, display_path)
    else:
        text, issues = decode(data, display_path)
        if issues:
            raise UnreadableError(f"{issues[0].message}; {issues[0].help}", issues[0].location)
        article = _from_markdown(text, display_path) if suffix == ".md" else Article(text=text)
    if not article.text.strip():
        raise UnreadableError("there is no text in this source", Location(path=display_path))
    return article


def _from_markdown(text: str, display_path: str) -> Article:
    front = read_front_matter(text, display_path)
    if front.issues:
        first = front.issues[0]
        raise UnreadableError(f"{first.message}; {first.help}", first.location)
    data = front.data or {}
    kind = str(data.get("kind") or Kind.ARTICLE)
    if kind not in list(Kind):
        raise UnreadableError(f"'kind' cannot be '{kind}'; write one of {', '.join(Kind)}", front.places.value("kind"))
    if "language" in data and not LANGUAGE_TAG.fullmatch(str(data["language"])):
        raise UnreadableError(
            f"'language' cannot be '{data['language']}'; write a tag such as en or de-AT",
            front.places.value("language"),
        )
    known: dict[str, Any] = {name: str(data[name]) for name in _METADATA if isinstance(data.get(name), str)}
    return Article(text=markdown_text(front.body), kind=Kind(kind), published=_day(data.get("published")), **known)


def markdown_text(body: str) -> str:
    """Return the words of a Markdown text, a paragraph on each line, without its markup."""
    import markdown  # noqa: PLC0415 - only sources in Markdown need it

    reader = _Blocks()
    reader.feed(markdown.markdown(body, extensions=["tables"]))
    reader.close()
    return reader.text()


class _Blocks(HTMLParser):
    """Gathers the text of HTML, one block on a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self._lines.append([])
        elif tag == "br":
            self._lines[-1].append(" ")
        elif tag in _UNSEEN:
            self._unseen += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._lines.append([])
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._lines[-1].append(data)

    def text(self) -> str:
        """Return the lines that are not blank."""
        lines = (re.sub(r"\s+", " ", "".join(line)).strip() for line in self._lines)
        return "\n".join(line for line in lines if line)


def _from_html(data: bytes, display_path: str) -> Article:
    import trafilatura  # noqa: PLC0415 - slow to import, and few sources are HTML

    if len(data) > LARGEST:
        raise UnreadableError(
            f"this file has {len(data) / 1e6:.1f} MB; {LARGEST // 1_000_000} MB is the most",
            Location(path=display_path),
        )
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(data)
    told = "" if tree is None else "\n".join(tree.xpath("//@* | //script/text()"))
    language = "" if tree is None else tree.get("lang", "").replace("_", "-")
    document = trafilatura.bare_extraction(data, favor_recall=True, include_comments=False, with_metadata=True)
    if not isinstance(document, trafilatura.settings.Document) or not document.text:
        raise UnreadableError(
            "no article was found in this HTML; save its text as .txt instead", Location(path=display_path)
        )
    return Article(
        text=document.text,
        # A day that the page does not write out for machines is one that trafilatura has guessed.
        published=_day(document.date) if document.date and document.date in told else None,
        title=document.title or "",
        publisher=document.sitename or "",
        author=document.author or "",
        url=document.url or "",
        language=language if LANGUAGE_TAG.fullmatch(language) else "",
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None

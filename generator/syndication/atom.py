"""Atom: a feed as an Atom Feed Document (RFC 4287)."""

from datetime import datetime
from xml.etree import ElementTree as ET

from generator.syndication.feed import Entry, Feed
from generator.syndication.web import Web
from generator.syndication.when import rfc3339

_ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"


def atom_text(feed: Feed, web: Web) -> str:
    """Return a feed as an Atom Feed Document.

    Args:
        feed: The feed.
        web: Where the site stands.

    Returns:
        The document in UTF-8, all of it plain text: no element holds HTML.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _moment(root, "updated", feed.updated)
    _person(root, feed.author)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=web.file(feed.atom))
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    _add(root, "generator", "mkdocs-explainer")
    for entry in feed.entries:
        _entry(root, entry, feed)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, entry: Entry, feed: Feed) -> None:
    other = {} if entry.language == feed.language else {"xml:lang": entry.language}
    element = ET.SubElement(root, "entry", other)
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.published is not None:
        _moment(element, "published", entry.published)
    _moment(element, "updated", entry.updated)
    for name in entry.authors:
        _person(element, name)
    for topic in entry.topics:
        _add(element, "category", term=topic)
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str | None = None, /, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def _moment(parent: ET.Element, name: str, moment: datetime) -> None:
    _add(parent, name, rfc3339(moment))


def _person(parent: ET.Element, name: str) -> None:
    author = ET.SubElement(parent, "author")
    _add(author, "name", name)

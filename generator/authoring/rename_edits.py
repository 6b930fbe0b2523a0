"""Rename edits: where a page names an id, in its front matter and in its text."""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from generator.front_matter.nodes import compose_front_matter, read_front_matter
from generator.markdown.author_text import Edit
from generator.markdown.layout import Layout, read_layout


class Renamed(StrEnum):
    """What has an id that can be renamed; the value is the word before a colon on the command line."""

    PERSON = "person"
    SOURCE = "source"
    QUOTATION = "quotation"
    EVENT = "event"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A change of one id.

    Args:
        kind: What it is the id of.
        old: The id so far.
        new: The id from now on.
        pages: Paths of the pages on which it is renamed.
    """

    kind: Renamed
    old: str
    new: str
    pages: frozenset[str]


SECTIONS = {
    Renamed.PERSON: "people",
    Renamed.SOURCE: "sources",
    Renamed.QUOTATION: "quotes",
    Renamed.EVENT: "timeline",
}
# Paths of the values that are ids; "*" stands for any key or index.
_REFERENCES = {
    Renamed.PERSON: (("quotes", "*", "speaker"), ("experts", "*", "person")),
    Renamed.SOURCE: (
        ("quotes", "*", "source"),
        *((section, "*", "sources") for section in ("timeline", "questions", "known", "unknown")),
        *((section, "*", "sources", "*") for section in ("timeline", "questions", "known", "unknown")),
    ),
    Renamed.QUOTATION: tuple(
        (section, "*", "quotes", *item) for section in ("experts", "timeline") for item in ((), ("*",))
    ),
    Renamed.EVENT: (),
    Renamed.TOPIC: (("topics",), ("topics", "*")),
}
_ANCHORS = {Renamed.PERSON: "expert", Renamed.SOURCE: "source", Renamed.QUOTATION: "quote", Renamed.EVENT: "event"}
_PLACED = {Renamed.PERSON: r"expert", Renamed.QUOTATION: r"quote"}
_CHOOSING = {Renamed.PERSON: "experts", Renamed.EVENT: "timeline"}
_CITATION = re.compile(r"(?<!\\)\[@[^\[\]\n]*\]")
_LINK = re.compile(
    r"(?:\]\([ \t]*<?|^[ \t>]*\[[^\[\]\n]+\]:[ \t]*<?|href=[\"'])"
    r"(?P<page>[^\s#()<>\"']*)#(?P<mark>[^\s()<>\"']+)",
    re.MULTILINE,
)
_ONLY = re.compile(r"^[ \t>]+only:[ \t]+(?P<names>.*)$")
_PLAIN = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+)*")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})

_Place = tuple[str | int, ...]


def has_id(data: Any, kind: Renamed, name: str) -> bool:
    """Tell whether front matter gives an id to an entry of a kind, or has a topic."""
    if kind is Renamed.TOPIC:
        topics = data.get("topics") or []
        return name in ([topics] if isinstance(topics, str) else topics)
    section = data.get(SECTIONS[kind])
    return isinstance(section, dict) and name in section


def page_edits(text: str, path: str, rename: Rename) -> list[Edit]:
    """Find what a page must say otherwise.

    Args:
        text: The whole page, with line feeds for line ends.
        path: Its path below the content folder.
        rename: The change.

    Returns:
        Edits with offsets into the text.
    """
    front = read_front_matter(text, path)
    body_start = len(text) - len(front.body)
    inside = path in rename.pages
    edits = set(_text_edits(front.body, path, rename, inside=inside, start=body_start))
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    node = compose_front_matter(text) if front.data is not None else None
    for place, scalar, is_key in _scalars(node, ()) if node is not None else ():
        start, end = _span(scalar, starts)
        if inside and scalar.value == rename.old and _is_id(place, front.data or {}, rename, is_key=is_key):
            edits.add(Edit(start, end, _written(text[start:end], rename)))
        elif not is_key:
            edits |= set(_text_edits(text[start:end], path, rename, inside=inside, start=start))
    return sorted(edits)


def _scalars(node: yaml.Node, path: _Place) -> Iterator[tuple[_Place, yaml.ScalarNode, bool]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node, False
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, key.value if isinstance(key, yaml.ScalarNode) else "")
            if isinstance(key, yaml.ScalarNode):
                yield inner, key, True
            yield from _scalars(value, inner)


def _span(node: yaml.Node, starts: list[int]) -> tuple[int, int]:
    first: Any = node.start_mark
    last: Any = node.end_mark
    end = starts[last.line] + last.column if last.line < len(starts) else starts[-1]
    return starts[first.line] + first.column, end


def _is_id(place: _Place, data: Any, rename: Rename, *, is_key: bool) -> bool:
    if is_key:
        of_person = rename.kind is Renamed.PERSON and place[0] == "experts" and is_own(data, str(place[-1]))
        return len(place) == 2 and (place[0] == SECTIONS.get(rename.kind) or of_person)
    if len(place) == 3 and (place[0], place[2]) == ("corrections", "of"):
        return _corrected(data, rename)
    return any(
        len(place) == len(known) and all(part in ("*", own) for own, part in zip(place, known, strict=True))
        for known in _REFERENCES[rename.kind]
    )


def is_own(data: Any, name: str) -> bool:
    """Tell whether an expert's entry has the person's id for its own."""
    entry = (data.get("experts") or {}).get(name)
    return not isinstance(entry, dict) or not entry.get("person")


def _corrected(data: Any, rename: Rename) -> bool:
    """Tell whether `of:` with the old id means what is renamed: pages look in this order."""
    order = ("quotes", "experts", "timeline", "sources", "questions", "glossary", "people")
    found = next((name for name in order if rename.old in (data.get(name) or {})), "people")
    of_person = found == "people" or (found == "experts" and is_own(data, rename.old))
    return of_person if rename.kind is Renamed.PERSON else found == SECTIONS.get(rename.kind)


def _written(typed: str, rename: Rename) -> str:
    """Write the new id as the old one was written, in quotation marks where YAML needs them."""
    if typed[:1] in {'"', "'"} and typed[1:-1] == rename.old and _PLAIN.fullmatch(rename.new):
        return f"{typed[0]}{rename.new}{typed[0]}"
    anchors = re.match(r"(?:[&!]\S+[ \t]+)*", typed)
    lead = anchors.group() if anchors else ""
    return lead + written_id(rename.new)


def written_id(name: str) -> str:
    """Write an id, in quotation marks where YAML needs them."""
    bare = _PLAIN.fullmatch(name) and name.lower() not in _WORDS_OF_YAML
    return name if bare else json.dumps(name, ensure_ascii=False)


def _text_edits(text: str, path: str, rename: Rename, *, inside: bool, start: int) -> Iterator[Edit]:
    """Find citations, directives and links to anchors in Markdown."""
    layout = read_layout(text)
    if inside and rename.kind is Renamed.SOURCE:
        yield from _citations(text, layout, rename, start)
    if inside and start and rename.kind in {*_PLACED, *_CHOOSING}:
        yield from _directives(layout, rename, start)
    kind = _ANCHORS.get(rename.kind)
    for match in _LINK.finditer(text) if kind else ():
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["page"])) if match["page"] else path
        if match["mark"] == f"{kind}-{rename.old}" and page in rename.pages and not layout.code_at(match.start()):
            yield Edit(start + match.start("mark"), start + match.end("mark"), f"{kind}-{rename.new}")


def _citations(text: str, layout: Layout, rename: Rename, start: int) -> Iterator[Edit]:
    item = re.compile(rf"(?<=@){re.escape(rename.old)}(?![\w-])")
    for citation in _CITATION.finditer(text):
        if not layout.code_at(citation.start()):
            for match in item.finditer(text, *citation.span()):
                yield Edit(start + match.start(), start + match.end(), rename.new)


def _directives(layout: Layout, rename: Rename, start: int) -> Iterator[Edit]:
    noun = _PLACED.get(rename.kind, "(?!)")
    one = re.compile(rf"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*:::[ \t]*{noun}[ \t]+(?P<id>\S+)")
    name = re.compile(rf"(?<![^\s,\[]){re.escape(rename.old)}(?![^\s,\]])")
    chosen = ""
    for line in layout.lines:
        placed = one.match(line.text)
        if placed and placed["id"] == rename.old:
            at = start + line.start
            yield Edit(at + placed.start("id"), at + placed.end("id"), rename.new)
        if ":::" in line.text:
            chosen = line.text.split(":::", 1)[1].strip()
        only = _ONLY.match(line.text)
        if only and chosen == _CHOOSING.get(rename.kind):
            for match in name.finditer(line.text, *only.span("names")):
                yield Edit(start + line.start + match.start(), start + line.start + match.end(), rename.new)

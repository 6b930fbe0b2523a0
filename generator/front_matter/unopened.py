"""Front matter above which the line of hyphens is missing or damaged, so that nobody reads it."""

import re
from collections.abc import Collection, Container, Sequence

from generator.model.errors import Location
from generator.model.issue import Issue

_CLOSING = re.compile(r"-{3,}[ \t]*")
_DAMAGED = re.compile(r"[-–—]+[ \t]*")
"""What an editor, or a slip, makes of three hyphens."""
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?=\s|$)")
_WITHIN = re.compile(r"\s|#|[-\]}](?:\s|,|$)")
"""How a line goes on that belongs to the field above it."""
_FEWEST = 2
_HELP = "put a line with --- above the first field, and another below the last"


def check_opening(text: str, display_path: str, own: Container[str], known: Collection[str]) -> Issue | None:
    """Find front matter that stands at the head of a page without the line of hyphens that opens it.

    MkDocs reads some of it by itself (MultiMarkdown's meta-data), such as a title; a page without a field of ours is
    therefore fine.

    Args:
        text: The whole page, which has no front matter that can be read.
        display_path: Its path as messages display it.
        own: The fields that make a page an Explainer.
        known: All fields of pages.

    Returns:
        An error where a line of hyphens closes the fields, a warning where only a blank line does, and None on any
        other page.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _DAMAGED.fullmatch(lines[first]):
        first += 1
    closing = next((number for number, line in enumerate(lines) if number > first and _CLOSING.fullmatch(line)), None)
    if not _holds_fields(lines[first:closing]):
        closing = None
    head = _until_blank(lines[first:]) if closing is None else lines[first:closing]
    keys = [found["key"] for line in head if (found := _FIELD.match(line))]
    has_entries = closing is not None and any(line[:1].isspace() for line in head)
    if not any(key in own for key in keys) or not (has_entries or sum(key in known for key in keys) >= _FEWEST):
        return None
    place = Location(path=display_path, line=first + 1, column=1, length=len(keys[0]), text=lines[first])
    if closing is None:
        message = "nobody reads the fields that begin here, since they do not stand between lines of ---"
        return Issue.warning("unopened-front-matter", place, message, _HELP)
    message = "front matter begins here, but no line of --- stands above it, so that nobody reads it"
    return Issue.error("unopened-front-matter", place, message, "put a line with --- above this one")


def _holds_fields(head: Sequence[str]) -> bool:
    """Tell whether lines are fields and what belongs to them, the first of them a field."""
    is_like = all(_FIELD.match(line) or _WITHIN.match(line) or not line for line in head)
    return is_like and bool(head) and _FIELD.match(head[0]) is not None


def _until_blank(lines: Sequence[str]) -> Sequence[str]:
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:end] if _holds_fields(lines[:end]) else []

"""Entries of front matter, written as YAML by hand: blocks that people like to edit, or braces."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

Value = str | Sequence[str] | bool

_WIDTH = 100
_LONG = 72
_PLAIN = re.compile(r"[^\W_][^\n]*")
_SPECIAL = re.compile(r":(?:\s|$)|\s#|[\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^\s|\s$|\s\s")
_IN_BRACES = re.compile(r"[\[\]{},:?]")
_KEYWORD = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a section.

    Args:
        id: Its key.
        fields: Name and value of each field, in order; text, a list of texts, or true.
        comment: What the author should know of it; empty for nothing.
    """

    id: str
    fields: tuple[tuple[str, Value], ...]
    comment: str = ""


def block_lines(entry: Entry, indent: int, step: int) -> list[str]:
    """Write an entry as a block.

    Args:
        entry: The entry.
        indent: Column of its key, counted from 0.
        step: How much deeper its fields stand.

    Returns:
        Its lines, without line ends.
    """
    inner = " " * (indent + step)
    lines = [f"{' ' * indent}{_key(entry.id)}:"]
    if entry.comment:
        lines.append(f"{inner}# {_one_line(entry.comment)}")
    for name, value in entry.fields:
        lines += field_lines(name, value, indent + step, step)
    return lines


def field_lines(name: str, value: Value, indent: int, step: int) -> list[str]:
    """Write a field; long text is folded over several lines.

    Args:
        name: Its name.
        value: Its value.
        indent: Column of its name, counted from 0.
        step: How much deeper folded text stands.

    Returns:
        Its lines, without line ends.
    """
    space = " " * indent
    if isinstance(value, str) and len(value) > _LONG and _may_fold(value):
        deeper = " " * (indent + step)
        folded = wrap(value, _WIDTH - indent - step, break_long_words=False, break_on_hyphens=False)
        return [f"{space}{name}: >-", *(f"{deeper}{line}" for line in folded)]
    return [f"{space}{name}: {_written(value)}"]


def brace_line(entry: Entry) -> str:
    """Write an entry in braces, on one line."""
    fields = ", ".join(f"{name}: {_written(value, braces=True)}" for name, value in entry.fields)
    return f"{_key(entry.id)}: {{{fields}}}"


def _key(identifier: str) -> str:
    return json.dumps(identifier) if identifier.isdigit() or _KEYWORD.fullmatch(identifier) else identifier


def _may_fold(text: str) -> bool:
    """Tell whether folding gives back the very text: single spaces only, and nothing that a block scalar changes."""
    return " ".join(text.split(" ")) == text and not re.search(r"[^\S ]|  |^ | $|[\x00-\x1f\x7f-\x9f\ufeff]", text)


def _written(value: Value, *, braces: bool = False) -> str:
    if value is True:
        return "true"
    if isinstance(value, str):
        return _scalar(value, braces=braces)
    assert not isinstance(value, bool)
    return f"[{', '.join(_scalar(item, braces=True) for item in value)}]"


def _scalar(text: str, *, braces: bool) -> str:
    plain = _PLAIN.fullmatch(text) and not _SPECIAL.search(text) and not _KEYWORD.fullmatch(text)
    if plain and not (braces and _IN_BRACES.search(text)):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """Write text in double quotation marks, as JSON does, with what YAML cannot hold as escapes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", " ", text).split())

"""Additions: entries put into a page's front matter, while every byte that somebody wrote stays."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.authoring.entries import Entry, block_lines, brace_line
from generator.front_matter.nodes import compose_front_matter, read_front_matter
from generator.front_matter.schema import PageFields
from generator.model.errors import Location, UnwritableError

_ORDER = tuple(PageFields.model_fields)
_STEP = 2
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Text that goes into a line, or lines that go before it."""

    line: int
    column: int
    text: str


def add_entries(page: str, sections: Mapping[str, Sequence[Entry]], path: str) -> str:
    """Add entries to the front matter of a page.

    Args:
        page: The whole page as it lies on disk, whatever its line ends.
        sections: Entries by the name of their section; the ids are new there.
        path: The page's path as messages display it.

    Returns:
        The page with the entries. Only lines and, where a section is written in braces, text inside these are
        added; they end as the page's first line does.

    Raises:
        UnwritableError: A section is written in a way that nothing can be added to; the message says which.
    """
    lines = _LINE.findall(page.removeprefix("\ufeff"))
    plain = _plain("".join(lines))
    node = compose_front_matter(plain)
    if node is None or node.flow_style:
        place = Location(path=path, line=1)
        raise UnwritableError("there is no front matter in lines of its own, to which anything could be added", place)
    keys = {key.value: (key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    insertions = [
        insertion
        for name, entries in sorted(sections.items(), key=lambda section: _ORDER.index(section[0]))
        if entries
        for insertion in _insertions(name, entries, keys, plain.split("\n"), path)
    ]
    end = next((end for end in ("\r\n", "\r") if lines[0].endswith(end)), "\n")
    added = _inserted(lines, insertions, end)
    _prove(plain, added, sections, path)
    return page[: len(page) - len(page.removeprefix("\ufeff"))] + added


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _insertions(
    name: str,
    entries: Sequence[Entry],
    keys: Mapping[str, tuple[yaml.Node, yaml.Node]],
    lines: Sequence[str],
    path: str,
) -> Iterator[_Insertion]:
    if name not in keys:
        after = [key for key in _ORDER[: _ORDER.index(name)] if key in keys]
        line = _end_line(*keys[after[-1]], lines) if after else 1
        yield _Insertion(line, 0, _block([f"{name}:"], entries, _STEP, _STEP))
        return
    key, value = keys[name]
    empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    shared = isinstance(value, yaml.MappingNode) and value.start_mark.line < key.start_mark.line
    if empty:
        yield _Insertion(key.start_mark.line + 1, 0, _block([], entries, _STEP, _STEP))
    elif not isinstance(value, yaml.MappingNode) or shared:
        place = Location(path=path, line=key.start_mark.line + 1, text=lines[key.start_mark.line])
        raise UnwritableError(f"nothing can be added to '{name}' as it is written; write an entry on each line", place)
    elif value.flow_style:
        yield _in_braces(value, entries)
    else:
        first, entry = value.value[0]
        indent = first.start_mark.column
        inner = entry.value[0][0].start_mark.column if isinstance(entry, yaml.MappingNode) and entry.value else 0
        step = inner - indent if not entry.flow_style and inner > indent else _STEP
        end = _behind_comments(_end_line(key, value, lines), indent, lines)
        yield _Insertion(end, 0, _block([], entries, indent, step))


def _block(head: Sequence[str], entries: Sequence[Entry], indent: int, step: int) -> str:
    lines = [*head, *(line for entry in entries for line in block_lines(entry, indent, step))]
    return "".join(f"{line}\n" for line in lines)


def _in_braces(value: yaml.MappingNode, entries: Sequence[Entry]) -> _Insertion:
    """Put entries first, so that comments behind those that are there stay with them."""
    written = ",".join(f"\n  {brace_line(entry)}" for entry in entries)
    following = "," if value.value else ""
    return _Insertion(value.start_mark.line, value.start_mark.column + 1, f"{written}{following}")


def _end_line(key: yaml.Node, value: yaml.Node, lines: Sequence[str]) -> int:
    """Return the number of the line behind the last one of a value, counted from 0; comments behind it stay there."""
    if isinstance(value, yaml.ScalarNode) and value.style in {"|", ">"}:
        column, last = key.start_mark.column, value.start_mark.line
        keeps_blank_lines = "+" in lines[last][value.start_mark.column :].split("#", maxsplit=1)[0]
        for number in range(last + 1, len(lines)):
            line = lines[number]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                break
            last = number if line.strip() or keeps_blank_lines else last
        return last + 1
    if isinstance(value, yaml.MappingNode) and not value.flow_style and value.value:
        last_key, last_value = value.value[-1]
        return _end_line(last_key, last_value, lines)
    if isinstance(value, yaml.SequenceNode) and not value.flow_style and value.value:
        item = value.value[-1]
        return _end_line(item, item, lines)
    end: Any = value.end_mark if value.start_mark.index != value.end_mark.index else key.end_mark
    return int(end.line) + 1


def _behind_comments(line: int, indent: int, lines: Sequence[str]) -> int:
    """Pass over comments that belong to the last entry: they stand right behind it, deeper than its key."""
    while line < len(lines) and lines[line].lstrip(" ").startswith("#"):
        if len(lines[line]) - len(lines[line].lstrip(" ")) <= indent:
            break
        line += 1
    return line


def _inserted(lines: Sequence[str], insertions: Sequence[_Insertion], end: str) -> str:
    changed = list(lines)
    placed = sorted(enumerate(insertions), key=lambda one: (one[1].line, one[1].column, one[0]), reverse=True)
    for _, insertion in placed:
        line = changed[insertion.line]
        text = insertion.text.replace("\n", end)
        changed[insertion.line] = line[: insertion.column] + text + line[insertion.column :]
    return "".join(changed)


def _prove(plain: str, added: str, sections: Mapping[str, Sequence[Entry]], path: str) -> None:
    """Make sure that what was there is still there, value by value, and that each entry came where it belongs."""
    before = read_front_matter(plain, path)
    after = read_front_matter(_plain(added), path)
    same_issues = [issue.code for issue in after.issues] == [issue.code for issue in before.issues]
    data = after.data or {}
    arrived = all(entry.id in (data.get(name) or {}) for name, entries in sections.items() for entry in entries)
    if not (same_issues and arrived and _contains(data, before.data) and after.body == before.body):
        message = "what was drafted does not fit into the front matter as it is written"
        raise UnwritableError(message, Location(path=path))


def _contains(after: Any, before: Any) -> bool:
    if isinstance(before, dict):
        return isinstance(after, dict) and all(key in after and _contains(after[key], before[key]) for key in before)
    return bool(after == before) or before in (None, "")

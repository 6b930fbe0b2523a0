"""Former edits: where an entry that is renamed remembers the id that it had, so that old addresses still lead to it."""

from collections.abc import Iterator

import yaml

from generator.authoring.rename_edits import SECTIONS, Rename, Renamed, is_own, written_id
from generator.front_matter.nodes import compose_front_matter, read_front_matter
from generator.markdown.author_text import Edit

FIELD = "former_ids"


def former_edits(text: str, path: str, rename: Rename, *, own_file: bool = False) -> list[Edit]:
    """Find what an entry must say of its former id; renaming back takes it away again.

    Args:
        text: The whole page, with line feeds for line ends.
        path: Its path below the content folder.
        rename: The change.
        own_file: Whether it is the file of the person who is renamed.

    Returns:
        Edits with offsets into the text.
    """
    front = read_front_matter(text, path)
    node = compose_front_matter(text) if front.data is not None else None
    if node is None:
        return []
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    entries = [node] if own_file else _entries(node, front.data or {}, rename) if path in rename.pages else ()
    return [edit for entry in entries for edit in _edits(text, starts, entry, rename)]


def _entries(root: yaml.Node, data: object, rename: Rename) -> Iterator[yaml.Node]:
    """Yield the entries that are renamed: of a person also the opinion under the same id."""
    sections = [SECTIONS[rename.kind]] if rename.kind in SECTIONS else []
    if rename.kind is Renamed.PERSON and is_own(data, rename.old):
        sections.append("experts")
    for section in sections:
        entries = _value(root, section)
        entry = _value(entries, rename.old) if entries is not None else None
        if entry is not None:
            yield entry


def _value(node: yaml.Node, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _edits(text: str, starts: list[int], entry: yaml.Node, rename: Rename) -> Iterator[Edit]:
    known = _value(entry, FIELD)
    if known is not None:
        yield from _in_list(text, starts, entry, known, rename)
    elif isinstance(entry, yaml.ScalarNode):
        yield Edit(
            _at(entry.start_mark, starts), _at(entry.end_mark, starts), f" {{{FIELD}: [{written_id(rename.old)}]}}"
        )
    elif isinstance(entry, yaml.MappingNode) and not entry.value:
        at = _at(entry.end_mark, starts) - 1
        yield Edit(at, at, f"{FIELD}: [{written_id(rename.old)}]")
    elif isinstance(entry, yaml.MappingNode) and entry.flow_style:
        at = _at(entry.value[-1][1].end_mark, starts)
        yield Edit(at, at, f", {FIELD}: [{written_id(rename.old)}]")
    elif isinstance(entry, yaml.MappingNode):
        first = entry.value[0][0].start_mark
        at = _at(first, starts)
        yield Edit(at, at, f"{FIELD}: [{written_id(rename.old)}]\n{' ' * first.column}")


def _in_list(text: str, starts: list[int], entry: yaml.Node, known: yaml.Node, rename: Rename) -> Iterator[Edit]:
    """Add the id to a list that is there, or take the new one out of it where a thing is renamed back."""
    items = known.value if isinstance(known, yaml.SequenceNode) else [known]
    index = next((number for number, item in enumerate(items) if item.value == rename.new), None)
    start, end = _at(known.start_mark, starts), _at(known.end_mark, starts)
    if index is None:
        names = [item.value for item in items] + [rename.old]
        yield _listed(text, start, end, names)
    elif len(items) > 1:
        yield _listed(text, start, end, [item.value for number, item in enumerate(items) if number != index])
    elif isinstance(entry, yaml.MappingNode):
        yield _without(text, starts, entry)


def _listed(text: str, start: int, end: int, names: list[str]) -> Edit:
    """Write a list; one in block style ends where the next line begins, which stays."""
    tail = text[start:end][len(text[start:end].rstrip()) :]
    return Edit(start, end - len(tail), f"[{', '.join(map(written_id, names))}]")


def _without(text: str, starts: list[int], entry: yaml.MappingNode) -> Edit:
    """Take the field away together with what parts it from its neighbours."""
    pairs = entry.value
    index = next(number for number, (key, _) in enumerate(pairs) if key.value == FIELD)
    key, value = pairs[index]
    start, end = _at(key.start_mark, starts), _at(value.end_mark, starts)
    if index + 1 < len(pairs) and (index == 0 or not entry.flow_style):
        return Edit(start, _at(pairs[index + 1][0].start_mark, starts), "")
    if index > 0:
        return Edit(_at(pairs[index - 1][1].end_mark, starts), end, "")
    whole, last = _at(entry.start_mark, starts), _at(entry.end_mark, starts)
    if text[whole:last] == f"{{{FIELD}: {text[_at(value.start_mark, starts) : end]}}}" and text[whole - 1] == " ":
        return Edit(whole - 1, last, "")
    return Edit(start, end, "")


def _at(mark: object, starts: list[int]) -> int:
    line, column = mark.line, mark.column  # type: ignore[attr-defined]
    return starts[line] + column if line < len(starts) else starts[-1]

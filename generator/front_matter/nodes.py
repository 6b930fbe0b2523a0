"""Front matter as plain values, each with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from generator.front_matter.mistakes import NOT_TEXT, explain_mistake
from generator.model.errors import Location
from generator.model.explainer import Places
from generator.model.issue import Issue

DEEPEST = 50
MOST_VALUES = 20_000
LONGEST = 500_000

Path = tuple[str | int, ...]

_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _CORE + name for name in ("str", "int", "float", "bool", "timestamp", "null", "map", "seq", "merge", "value")
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# YAML ends a line at these, editors and Location do not.
_LINE_ENDS_OF_YAML = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
_UNREADABLE = re.compile("[^\\t\\n\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]")
_FIELD = re.compile(r"\s*[^\s:][^\n:]*:")
# Blank lines and longer rows of hyphens open front matter, as in python-frontmatter, but only before a field:
# on an ordinary page they are white space and a rule.
_OPENING = re.compile(r"---[ \t]*$|(?:[ \t]*\n)*-{3,}[ \t]*(?=\n\s*[\w-]+:)", re.MULTILINE)
_CUT = re.compile(r"[ \t]+(?P<cut>#[^\s#!].*)")


class _Handler(BaseHandler):
    """Splits a page as python-frontmatter does, and composes its YAML instead of constructing it."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def compose(self, fm: str) -> yaml.Node | None:
        """Compose the front matter's YAML."""
        if len(fm) > LONGEST:
            raise _TooMuch(f"this front matter has {len(fm):,} characters; {LONGEST:,} is the most", None)
        fm = fm.translate(_LINE_ENDS_OF_YAML)
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            _scan(yaml.parse(fm, Loader=loader))
            node: yaml.Node | None = yaml.compose(fm, Loader=loader)
        except yaml.MarkedYAMLError:  # PyYAML's own parser, though slower, tells mistakes in more helpful words
            _scan(yaml.parse(fm, Loader=yaml.SafeLoader))
            node = yaml.compose(fm, Loader=yaml.SafeLoader)
        return node


class _TooMuch(Exception):  # noqa: N818 - it never leaves this module
    """The front matter is refused before it is composed."""

    def __init__(self, message: str, line: int | None, help_text: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.help = help_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands at the head of a page.

    Args:
        data: Its values: text, None, lists and mappings; None where there is no usable front matter.
        places: Where each of them stands.
        body: The Markdown behind it.
        body_line: Line on which the body begins, counted from 1.
        issues: What is wrong with its YAML.
        refused: Paths of the values that these Issues are about; in `data` they are None.
    """

    data: dict[str, Any] | None
    places: Places
    body: str
    body_line: int = 1
    issues: tuple[Issue, ...] = ()
    refused: frozenset[Path] = frozenset()


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Read the front matter of a page.

    Args:
        text: The whole page, with line feeds for line ends.
        path: Its path as messages display it.

    Returns:
        The values, their places and the body. Every scalar stays the text that was written, so that
        `NO` and `12:30:45` are what they look like; only an empty one, `~` and `null` are None.
    """
    lines = text.split("\n")
    file = Location(path=path)
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter(data=None, places=Places(file=file), body=text)
    handler = _Handler()
    try:
        head, body = handler.split(text)
    except ValueError:
        issues = (_unclosed(path, lines, opening),) if _FIELD.match(text, opening.end()) else ()
        return FrontMatter(data=None, places=Places(file=file), body="" if issues else text, issues=issues)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if body.startswith("\n"):
        body, body_line = body[1:], body_line + 1
    reader = _Reader(path, lines)
    data: dict[str, Any] | None = None
    try:
        if found := _UNREADABLE.search(head):
            reader.issues.append(_control(found, path, lines, opening))
        else:
            node = handler.compose("\n" * _blank_lines(opening) + head)
            data = reader.mapping(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        reader.issues.append(explain_mistake(error, path, lines))
    except _TooMuch as error:
        reader.issues.append(_refused(error, path, lines))
    places = Places(file=file, values=reader.values, keys=reader.keys)
    return FrontMatter(
        data=data,
        places=places,
        body=body,
        body_line=body_line,
        issues=tuple(reader.issues),
        refused=frozenset(reader.refused),
    )


def is_writable(text: str) -> bool:
    """Tell whether front matter can hold a text: it has no control characters and no line ends."""
    return not _UNREADABLE.search(text) and len(text.splitlines()) < 2


def compose_front_matter(text: str) -> yaml.MappingNode | None:
    """Compose the front matter of a page that `read_front_matter` finds nothing wrong with.

    Args:
        text: The whole page, with line feeds for line ends.

    Returns:
        Its outermost node, whose marks count the lines of the whole page; None where there is none.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    handler = _Handler()
    node = handler.compose("\n" * _blank_lines(opening) + handler.split(text)[0])
    return node if isinstance(node, yaml.MappingNode) else None


def _blank_lines(opening: re.Match[str]) -> int:
    return opening.group().count("\n")


def _scan(events: Iterator[yaml.Event]) -> None:
    """Refuse what is nested too deeply to compose, and signs that YAML would take away from a text."""
    depth = 0
    anchored: dict[str | None, Any] = {}
    for event in events:
        mark: Any = event.start_mark
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                message = f"these values are nested more than {DEEPEST} deep"
                raise _TooMuch(message, mark.line + 1, "no field of a page needs more than four levels")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent):
            anchored.pop(event.anchor, None)
        elif isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                anchored[event.anchor] = mark
            if event.tag == "!":
                raise yaml.MarkedYAMLError(problem=NOT_TEXT, problem_mark=mark)
    if anchored:
        raise yaml.MarkedYAMLError(problem=NOT_TEXT, problem_mark=next(iter(anchored.values())))


@dataclass(slots=True)
class _Reader:
    """Turns composed nodes into plain values and notes where each stands."""

    path: str
    lines: list[str]
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    count: int = 0
    open_nodes: list[yaml.Node] = field(default_factory=list)

    def mapping(self, node: yaml.Node) -> dict[str, Any] | None:
        """Read the outermost node, which must be a mapping."""
        if not isinstance(node, yaml.MappingNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "text"
            self._issue(
                "not-a-mapping",
                node,
                f"the front matter is {kind}, not a mapping of fields",
                "write `title: …`, one field on a line",
            )
            return None
        value: dict[str, Any] = self._value(node, ())
        return value

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self.count += 1
        if self.count > MOST_VALUES:
            raise _TooMuch(
                f"this front matter unfolds to more than {MOST_VALUES:,} values",
                node.start_mark.line + 1,
                "write out what an alias (*name) repeats",
            )
        self.values[path] = self._location(node)
        if node.tag not in _PLAIN_TAGS:
            self.refused.add(path)
            tag = node.tag.replace(_CORE, "!!")
            self._issue("yaml-tag", node, f"the tag '{tag}' has no meaning here", "delete it; every value is text")
            return None
        if any(node is outer for outer in self.open_nodes):
            self.refused.add(path)
            self._issue("recursive-alias", node, "this value contains itself by an alias", "write out what it repeats")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, path)
        self.open_nodes.append(node)
        value: Any = None
        if isinstance(node, yaml.SequenceNode):
            value = [self._value(item, (*path, place)) for place, item in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            value = self._entries(node, path)
        self.open_nodes.pop()
        return value

    def _text(self, node: yaml.ScalarNode, path: Path) -> str | None:
        plain = node.style in {None, ""}
        if plain:
            self._hash(node)
        if plain and node.value in _NULLS:
            return None
        if found := _UNREADABLE.search(node.value):
            self.refused.add(path)
            message = f"the control character {_code_point(found)} is written here with a backslash"
            self._issue("control-character", node, message, "delete it")
            return None
        text: str = node.value
        return text

    def _hash(self, node: yaml.ScalarNode) -> None:
        """Warn of a # that cuts a text short; a comment that is meant has a space behind its #."""
        line = self.lines[node.end_mark.line] if node.end_mark.line < len(self.lines) else ""
        if found := _CUT.match(line, node.end_mark.column):
            place = Location(
                path=self.path,
                line=node.end_mark.line + 1,
                column=found.start("cut") + 1,
                length=len(found["cut"]),
                text=line,
            )
            self.issues.append(
                Issue.warning(
                    "bad-yaml",
                    place,
                    f"'{found['cut']}' is no part of the text: a # behind a space begins a comment in YAML",
                    "put the text in quotation marks; if a comment is meant, put a space behind the #",
                )
            )

    def _entries(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._issue("bad-key", key_node, "a key must be a word, not a list or a mapping", "write `key: value`")
                continue
            key = key_node.value
            if _UNREADABLE.search(key):
                self._issue("bad-key", key_node, "this key has a control character in it", "write `key: value`")
                continue
            place = (*path, key)
            if key in entries:
                first = self.keys[place].line
                self._issue(
                    "duplicate-key",
                    key_node,
                    f"'{key}' stands here again; it stood first on line {first}",
                    "keep one of the two, or give this one another name",
                )
                continue
            self.keys[place] = self._location(key_node)
            entries[key] = self._value(value_node, place)
        return entries

    def _location(self, node: yaml.Node) -> Location:
        line, column = node.start_mark.line, node.start_mark.column
        same_line = node.end_mark.line == line
        text = self.lines[line] if line < len(self.lines) else ""
        end = node.end_mark.column if same_line else len(text)
        return Location(path=self.path, line=line + 1, column=column + 1, length=max(1, end - column), text=text)

    def _issue(self, code: str, node: yaml.Node, message: str, help_text: str) -> None:
        self.issues.append(Issue.error(code, self._location(node), message, help_text))


def _unclosed(path: str, lines: list[str], opening: re.Match[str]) -> Issue:
    line = _blank_lines(opening)
    return Issue.error(
        "unclosed-front-matter",
        Location(path=path, line=line + 1, column=1, length=3, text=lines[line]),
        "the front matter that begins here is never closed",
        "put a line with --- behind its last field",
    )


def _control(found: re.Match[str], path: str, lines: list[str], opening: re.Match[str]) -> Issue:
    line = _blank_lines(opening) + found.string.count("\n", 0, found.start())
    column = found.start() - found.string.rfind("\n", 0, found.start())
    return Issue.error(
        "control-character",
        Location(path=path, line=line + 1, column=column, text=lines[line]),
        f"the control character {_code_point(found)} stands here",
        "delete it; it cannot be seen in most editors",
    )


def _code_point(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"


def _refused(error: _TooMuch, path: str, lines: list[str]) -> Issue:
    text = lines[error.line - 1] if error.line and error.line <= len(lines) else ""
    return Issue.error(
        "too-complex",
        Location(path=path, line=error.line or 1, text=text[:200]),
        str(error),
        error.help or "move text that is not about the page into its body",
    )

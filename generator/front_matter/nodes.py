"""Front matter as plain values, each with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from generator.errors import Location
from generator.issue import Issue, Severity
from generator.model import Places

DEEPEST = 50
MOST_VALUES = 20_000
LONGEST = 500_000

Path = tuple[str | int, ...]

_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _CORE + name for name in ("str", "int", "float", "bool", "timestamp", "null", "map", "seq", "merge", "value")
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Handler(BaseHandler):
    """Splits a page as python-frontmatter does, and composes its YAML instead of constructing it."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def compose(self, fm: str) -> yaml.Node | None:
        """Compose the front matter's YAML."""
        if len(fm) > LONGEST:
            raise _TooMuch(f"this front matter has {len(fm):,} characters; {LONGEST:,} is the most", None)
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            _refuse_depth(yaml.parse(fm, Loader=loader))
            node: yaml.Node | None = yaml.compose(fm, Loader=loader)
        except yaml.MarkedYAMLError:
            _refuse_depth(yaml.parse(fm, Loader=yaml.SafeLoader))
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
        path: Its path as shown in messages.

    Returns:
        The values, their places and the body. Every scalar stays the text that was written, so that
        `NO` and `12:30:45` are what they look like; only an empty one, `~` and `null` are None.
    """
    lines = text.split("\n")
    file = Location(path=path)
    handler = _Handler()
    if not handler.detect(text):
        return FrontMatter(data=None, places=Places(file=file), body=text)
    try:
        head, body = handler.split(text)
    except ValueError:
        return FrontMatter(data=None, places=Places(file=file), body="", issues=(_unclosed(path, lines),))
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if body.startswith("\n"):
        body, body_line = body[1:], body_line + 1
    reader = _Reader(path, lines)
    data: dict[str, Any] | None = None
    try:
        node = handler.compose(head)
        data = reader.mapping(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        reader.issues.append(_yaml_issue(error, path, lines))
    except yaml.reader.ReaderError:
        reader.issues.append(_unreadable(path, lines))
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


def _refuse_depth(events: Iterator[yaml.Event]) -> None:
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                message = f"these values are nested more than {DEEPEST} deep"
                line = event.start_mark.line + 1 if event.start_mark else None
                raise _TooMuch(message, line, "no field of a page needs more than four levels")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


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
            shown = node.tag.replace(_CORE, "!!")
            self._issue("yaml-tag", node, f"the tag '{shown}' has no meaning here", "delete it; every value is text")
            return None
        if any(node is outer for outer in self.open_nodes):
            self.refused.add(path)
            self._issue("recursive-alias", node, "this value contains itself by an alias", "write out what it repeats")
            return None
        if isinstance(node, yaml.ScalarNode):
            empty = node.style in {None, ""} and node.value in _NULLS
            return None if empty else node.value
        self.open_nodes.append(node)
        value: Any = None
        if isinstance(node, yaml.SequenceNode):
            value = [self._value(item, (*path, place)) for place, item in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            value = self._entries(node, path)
        self.open_nodes.pop()
        return value

    def _entries(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._issue("bad-key", key_node, "a key must be a word, not a list or a mapping", "write `key: value`")
                continue
            key = key_node.value
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
        self.issues.append(
            Issue(
                code=code,
                severity=Severity.ERROR,
                location=self._location(node),
                message=message,
                help=help_text,
            )
        )


def _unclosed(path: str, lines: list[str]) -> Issue:
    return Issue(
        code="unclosed-front-matter",
        severity=Severity.ERROR,
        location=Location(path=path, line=1, column=1, length=3, text=lines[0]),
        message="the front matter that begins here is never closed",
        help="put a line with --- behind its last field",
    )


def _unreadable(path: str, lines: list[str]) -> Issue:
    return Issue(
        code="control-character",
        severity=Severity.ERROR,
        location=Location(path=path, line=1, column=1, length=3, text=lines[0]),
        message="the front matter holds a control character",
        help="delete it; it cannot be seen in most editors",
    )


def _refused(error: _TooMuch, path: str, lines: list[str]) -> Issue:
    text = lines[error.line - 1] if error.line and error.line <= len(lines) else ""
    return Issue(
        code="too-complex",
        severity=Severity.ERROR,
        location=Location(path=path, line=error.line or 1, text=text[:200]),
        message=str(error),
        help=error.help or "move text that is not about the page into its body",
    )


_EXPLAINED = (
    (
        "expected alphabetic or numeric",
        "a value may not begin with * or &, which mean something else in YAML",
        "put the text in quotation marks",
    ),
    ("'\\t'", "a tab stands where only spaces may", "indent with spaces"),
    (
        "mapping values are not allowed",
        "a colon stands inside text that has no quotation marks around it",
        'put the text in quotation marks: key: "text: more text"',
    ),
    (
        "unexpected end of stream",
        "the quotation mark that opens here is never closed",
        "close it, on the same line if the text fits",
    ),
    (
        "',' or ']'",
        "the list that opens here is not closed with ]",
        "close it, and part its values with commas",
    ),
    (
        "',' or '}'",
        "the mapping that opens here is not closed with }",
        "close it, and part its fields with commas",
    ),
    (
        "undefined alias",
        "this alias (*name) repeats nothing; its text must be in quotation marks",
        "put the text in quotation marks",
    ),
    ("duplicate anchor", "this anchor (&name) is given twice", "put the text in quotation marks"),
    (
        "unknown escape",
        "a backslash stands inside double quotation marks",
        "use single quotation marks around the text, or write \\\\",
    ),
    (
        "could not find expected ':'",
        "this line is no field: it has no colon",
        "write `key: value`, or indent the line if it belongs to the text above",
    ),
    (
        "<block end>",
        "this line is not indented as the lines above it are",
        "indent fields of one mapping, or items of one list, alike",
    ),
    ("cannot start any token", "this character may not begin a value", "put the text in quotation marks"),
    (
        "expected the node content",
        "a value is missing or begins with a sign that YAML keeps for itself",
        "put the text in quotation marks",
    ),
    (
        "<document start>",
        "the front matter holds more than its fields",
        "delete what stands between it and the closing ---",
    ),
    ("found undefined tag", "this tag (!name) is not known", "put the text in quotation marks"),
)


def _yaml_issue(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> Issue:
    problem = error.problem or "this is no YAML"
    found = next(((message, help_text) for sign, message, help_text in _EXPLAINED if sign in problem), None)
    message, help_text = found or (
        f"this is no YAML: {problem}",
        "put text with special signs in quotation marks",
    )
    opened = "opens here" in message or "may not begin" in message
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[line] if line < len(lines) else ""
    return Issue(
        code="bad-yaml",
        severity=Severity.ERROR,
        location=Location(path=path, line=line + 1, column=column + 1, text=text),
        message=message,
        help=help_text,
    )

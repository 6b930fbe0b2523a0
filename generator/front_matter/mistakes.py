"""Mistakes in YAML, told in words of somebody who writes pages."""

from dataclasses import dataclass

import yaml

from generator.model.errors import Location
from generator.model.issue import Issue

NOT_TEXT = "a sign of YAML"
"""The problem of a value that YAML would read without its first sign, such as `&co`."""

_QUOTE = "put the text in quotation marks"


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What the parser's words mean.

    Args:
        message: What is wrong.
        help: What would be right.
        opened: Whether the place to look at is where the value or the line begins, not where reading stopped.
    """

    message: str
    help: str
    opened: bool = False


_BEHIND_LIST = _Mistake(
    "more text stands behind the bracket: a value that begins with one is a list or a mapping in YAML",
    f"{_QUOTE} as a whole, such as '[T]he …'; between two values of a list, put a comma",
)
_BEHIND_MARKS = _Mistake(
    "more text stands behind the quotation mark that closes the value",
    'put the other kind of quotation marks around the whole text, such as \'"Hot" soup\' or "It\'s hot"; between '
    "two values of a list, put a comma",
)
_BEHIND = {"]": _BEHIND_LIST, "}": _BEHIND_LIST, '"': _BEHIND_MARKS, "'": _BEHIND_MARKS}

_COLON = _Mistake(
    "a colon stands inside text that has no quotation marks around it",
    'put the text in quotation marks: key: "text: more text"',
)
_DEEPER = _Mistake(
    "this line is indented as if it went on with the text above it, but is a field",
    "indent fields of one mapping alike; text that goes on over lines and has a colon needs quotation marks",
)
_SIGN = _Mistake(
    "a value may not begin with *, & or !, which mean something else in YAML",
    _QUOTE,
    opened=True,
)
_UNCLOSED_MARKS = _Mistake(
    "the quotation mark that opens here is never closed",
    "close it, on the same line if the text fits",
    opened=True,
)
_BLOCK_TEXT = _Mistake(
    "text stands on the line of | or >, which mean in YAML that it begins on the next line",
    f"write it below, indented, or {_QUOTE}",
    opened=True,
)

# Each sign is a part of PyYAML's own words for a problem; the first that fits counts.
_MISTAKES = (
    (NOT_TEXT, _SIGN),
    ("expected alphabetic or numeric", _SIGN),
    ("expected URI", _SIGN),
    ("expected '>'", _SIGN),
    ("expected '!'", _SIGN),
    ("undefined tag", _SIGN),
    ("undefined alias", _Mistake("this alias (*name) repeats nothing", _QUOTE)),
    ("duplicate anchor", _Mistake("this anchor (&name) is given twice", _QUOTE)),
    ("'\\t'", _Mistake("a tab stands where only spaces may", "indent with spaces")),
    ("mapping values are not allowed", _COLON),
    ("got ':'", _COLON),
    ("unexpected end of stream", _UNCLOSED_MARKS),
    ("unexpected document separator", _UNCLOSED_MARKS),
    (
        "',' or ']'",
        _Mistake(
            "the list that opens here is not closed with ]", "close it, and part its values with commas", opened=True
        ),
    ),
    (
        "',' or '}'",
        _Mistake(
            "the mapping that opens here is not closed with }",
            "close it, and part its fields with commas",
            opened=True,
        ),
    ),
    (
        "sequence entries are not allowed",
        _Mistake(
            "a value may not begin with a hyphen and a space, which begin an item of a list in YAML",
            f"{_QUOTE}; if it is a list, begin it on the next line",
        ),
    ),
    (
        "mapping keys are not allowed",
        _Mistake("a value may not begin with a question mark and a space", _QUOTE),
    ),
    ("expected a comment or a line break", _BLOCK_TEXT),
    ("indentation indicator", _BLOCK_TEXT),
    (
        "escape",
        _Mistake(
            "a backslash stands inside double quotation marks",
            "use single quotation marks around the text, or write \\\\",
        ),
    ),
    (
        "could not find expected ':'",
        _Mistake(
            "this line is no field: it has no colon",
            "write `key: value`, or indent the line if it belongs to the text above; if the text of the page begins "
            "here, put a line with --- before it",
            opened=True,
        ),
    ),
    (
        "<block end>",
        _Mistake(
            "this line is not indented as the lines above it are",
            "indent fields of one mapping, or items of one list, alike",
        ),
    ),
    ("cannot start any token", _Mistake("this character may not begin a value", _QUOTE)),
    (
        "expected the node content",
        _Mistake("a value is missing or begins with a sign that YAML keeps for itself", _QUOTE),
    ),
    (
        "<document start>",
        _Mistake("the front matter holds more than its fields", "delete what stands between it and the closing ---"),
    ),
)


def explain_mistake(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> Issue:
    """Tell a mistake in YAML as an Issue.

    Args:
        error: What PyYAML says; its lines count from the first line of the page.
        path: The page's path as messages display it.
        lines: The page's lines.

    Returns:
        The Issue, at the place that the author has to look at.
    """
    mistake = _mistake(error, lines)
    mark = (error.context_mark if mistake.opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[line] if line < len(lines) else ""
    return Issue.error(
        "bad-yaml",
        Location(path=path, line=line + 1, column=column + 1, text=text),
        mistake.message,
        mistake.help,
    )


def _mistake(error: yaml.MarkedYAMLError, lines: list[str]) -> _Mistake:
    problem, mark = error.problem or "this is no YAML", error.problem_mark
    text = lines[mark.line] if mark and mark.line < len(lines) else ""
    before = text[: mark.column].strip() if mark else ""
    if "'<scalar>'" in problem and before[-1:] in _BEHIND:
        return _BEHIND[before[-1]]
    if "mapping values" in problem and mark and ":" not in before and text[:1] == " ":
        return _DEEPER
    if "got ':'" in problem and mark and error.context_mark and mark.line != error.context_mark.line:
        problem = problem.removesuffix("but got ':'")  # a bracket that is open since an earlier line
    found = next((mistake for sign, mistake in _MISTAKES if sign in problem), None)
    return found or _Mistake(f"this is no YAML: {problem}", f"{_QUOTE} if it has special signs")

"""The codes of all Issues and notices that a package can make, read from its syntax trees."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")


@dataclass(frozen=True)
class _Scope:
    """A function, or a module as far as no function holds it."""

    module: str
    node: ast.FunctionDef | ast.Module

    @property
    def parameters(self) -> list[str]:
        if isinstance(self.node, ast.Module):
            return []
        given = self.node.args
        return [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs) if one.arg != "self"]

    def inside(self) -> Iterator[ast.AST]:
        left = list(ast.iter_child_nodes(self.node))
        while left:
            node = left.pop()
            if not isinstance(node, ast.FunctionDef):
                yield node
                left += ast.iter_child_nodes(node)


@dataclass(frozen=True)
class _Maker:
    """What takes a code, or a part of one: the function's name, the parameter, its place, and where it is known."""

    name: str
    parameter: str
    place: int | None = None
    module: str = ""
    form: str = "{}"

    def arguments(self, scope: _Scope) -> Iterator[ast.expr]:
        """Yield what it is given within a scope."""
        if self.name.startswith("_") and self.module != scope.module:
            return
        for node in scope.inside():
            if isinstance(node, ast.Call) and self.name in _names(node.func):
                yield from (given.value for given in node.keywords if given.arg == self.parameter)
                if self.place is not None and self.place < len(node.args):
                    assert not any(isinstance(given, ast.Starred) for given in node.args), ast.unparse(node)
                    yield node.args[self.place]


def issue_codes(package: Path, values: Mapping[str, Collection[str]]) -> set[str]:
    """Collect every code that an Issue or a notice can have, as far as syntax tells.

    Args:
        package: The folder of its modules.
        values: What expressions stand for that are no text, such as "finding.danger".

    Returns:
        The codes.

    Raises:
        AssertionError: A code is given in a way that cannot be followed.
    """
    scopes = [
        _Scope(path.relative_to(package).as_posix(), node)
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.Module)
    ]
    makers = [
        _Maker("Issue", "code"),
        _Maker("Issue.error", "code", 0),
        _Maker("Issue.warning", "code", 0),
        _Maker("Notice", "code"),
        _Maker("PydanticCustomError", "error_type", 0),
    ]
    found: set[str] = set()
    # The list grows: a function that hands a parameter on as a code takes codes itself.
    for maker in makers:
        for scope in scopes:
            for given in maker.arguments(scope):
                told, handed_on = _read(given, scope, values)
                found |= {maker.form.format(text) for text in told}
                for parameter, form in handed_on:
                    assert isinstance(scope.node, ast.FunctionDef)
                    place = scope.parameters.index(parameter)
                    whole = maker.form.format(form)
                    further = _Maker(scope.node.name, parameter, place, scope.module, whole)
                    if further not in makers:
                        makers.append(further)
    return found


def _names(function: ast.expr) -> set[str]:
    """Return how a function that is called is named: a method by its own name, and with its class as well."""
    return {ast.unparse(function), getattr(function, "attr", "")}


def _read(
    given: ast.expr, scope: _Scope, values: Mapping[str, Collection[str]]
) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the texts that an expression can be, and the parameters that it hands on, each with what stands around."""
    if isinstance(given, ast.Constant):
        return {str(given.value)}, set()
    if isinstance(given, ast.Name) and given.id in scope.parameters:
        return set(), {(given.id, "{}")}
    if ast.unparse(given) in values:
        return set(values[ast.unparse(given)]), set()
    if isinstance(given, ast.JoinedStr):
        texts = [part.value if isinstance(part, ast.Constant) else "{}" for part in given.values]
        (inner,) = (part.value for part in given.values if isinstance(part, ast.FormattedValue))
        told, handed_on = _read(inner, scope, values)
        form = "".join(map(str, texts))
        return {form.format(text) for text in told}, {(name, form.format(around)) for name, around in handed_on}
    if isinstance(given, ast.IfExp):
        (told, handed_on), (more, further) = (_read(one, scope, values) for one in (given.body, given.orelse))
        return told | more, handed_on | further
    assert isinstance(given, ast.Name), f"{scope.module}:{given.lineno}: which code is {ast.unparse(given)}?"
    # A name of the scope's own: whatever looks like a code there.
    texts_there = (node.value for node in scope.inside() if isinstance(node, ast.Constant))
    return {text for text in texts_there if isinstance(text, str) and _CODE.fullmatch(text)}, set()

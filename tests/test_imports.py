"""Imports go one way: a module may import what stands above it in the list, and nothing below."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import PACKAGE

LAYERS = (
    ("model",),
    ("wording",),
    ("text",),
    ("front_matter",),
    ("site",),
    ("verification",),
    ("files",),
    ("drafting",),
    ("markdown",),
    ("checks",),
    ("render", "cards"),
    ("embeds", "evidence", "authoring", "catalogue"),
    ("syndication",),
    ("build",),
    ("report",),
    ("cli", "plugin"),
)
MKDOCS_MAY_BE_IMPORTED_BY = "plugin"
LAYER = {name: number for number, names in enumerate(LAYERS) for name in names}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield node.module or ""


MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    own = room(path)
    assert own in LAYER, f"{own} is new: give it a place in LAYERS"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "generator":
            assert len(parts) > 1, f"{path} imports the package root"
            other = parts[1]
            assert other in LAYER, f"{path} imports {name}"
            assert other == own or LAYER[other] < LAYER[own], f"{own} may not import {other}"
        if parts[0] == "mkdocs":
            assert own == MKDOCS_MAY_BE_IMPORTED_BY


def test_modules_of_one_folder_do_not_import_each_other_in_circles() -> None:
    graph = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): set(imports(path))
        for path in MODULES
    }
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"a circle: {' → '.join((*above, name))}"
        if name in done:
            return
        for other in graph[name] & graph.keys():
            visit(other, (*above, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def test_trafilatura_is_imported_only_where_html_is_read() -> None:
    assert [room(path) for path in MODULES if "trafilatura" in imports(path)] == ["files"]
    started = "import sys, generator.cli, generator.files.reading; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", started], check=False).returncode == 0

"""Imports go one way: the contracts stand in pyproject.toml."""

import subprocess
import sys

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.support.places import ROOT


def test_imports_keep_the_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=".cache/import-linter") == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("module", ["trafilatura", "resvg_py", "mkdocs"])
def test_the_command_line_starts_without_what_few_commands_need(module: str) -> None:
    started = f"import sys, generator.cli, generator.files.reading; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", started], check=False).returncode == 0

"""The workflows, of this repository and of a new site: safe, and what GitHub understands."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest
import yaml

from tests.support.places import ROOT

FOLDERS = (ROOT / ".github" / "workflows", ROOT / "generator" / "data" / "init" / ".github" / "workflows")
WORKFLOWS = [path for folder in FOLDERS for path in sorted(folder.glob("*.yml"))]
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
ZIZMOR = which("zizmor", path=str(Path(sys.executable).parent)) or which("zizmor")

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "publish.yml", "release.yml", "publish.yml"]


@each
def test_every_action_is_pinned_and_may_do_little(path: Path) -> None:
    text = path.read_text("utf-8")
    uses = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    assert all(PINNED.fullmatch(line) for line in uses)
    workflow = yaml.load(text, yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["permissions"]
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_one_action_has_one_version() -> None:
    used = {
        line.strip().removeprefix("- ")
        for path in WORKFLOWS
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    }
    assert len({line.partition("@")[0] for line in used}) == len(used)


@each
@pytest.mark.skipif(ZIZMOR is None, reason="zizmor is not installed")
def test_an_auditor_finds_nothing(path: Path) -> None:
    assert ZIZMOR
    audit = [ZIZMOR, "--offline", "--persona", "auditor", "--no-progress", str(path)]
    done = subprocess.run(audit, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@each
@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema is not installed")
def test_github_understands_it(path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

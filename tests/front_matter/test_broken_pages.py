"""Some eighty broken pages: each problem is told once, at its exact place, with what would be right."""

from pathlib import Path

import pytest
import yaml

from generator.build.built_site import build_site
from generator.model.issue import Issue
from tests.support.places import DATA
from tests.support.sites import write_site

FOLDER = DATA / "broken"
EXPECTED = yaml.safe_load((FOLDER / "expected.yaml").read_text("utf-8"))


def told(issue: Issue) -> str:
    place = f"{issue.location.line or '-'}:{issue.location.column or '-'}"
    return f"{place} {issue.severity} {issue.code}: {issue.message} | {issue.help}"


def test_every_page_has_its_expectation() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_issues_of_a_broken_page(name: str, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": (FOLDER / f"{name}.md").read_bytes()})
    issues = build_site(settings).issues
    assert [told(issue) for issue in issues] == EXPECTED[name]
    lines = (FOLDER / f"{name}.md").read_text("utf-8").split("\n")
    for issue in issues:
        assert issue.location.path == "content/page.md"
        if issue.location.line is not None:
            assert issue.location.text == lines[issue.location.line - 1]

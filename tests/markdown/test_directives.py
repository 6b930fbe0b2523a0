"""Directives: where things are placed, and what is said of those that cannot be."""

from typing import Any

import pytest
import yaml

from generator.markdown.author_text import Edit, apply_edits
from generator.markdown.directives import Directive, parse_directives
from generator.markdown.layout import read_layout
from tests.support.places import DATA
from tests.support.render_samples import Case, body, make_page, read_cases

ISSUES = yaml.safe_load((DATA / "render" / "directive_issues.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", read_cases("directives.md"), ids=lambda case: case.title)
def test_places(case: Case) -> None:
    found = parse_directives(body(case.given), read_layout(case.given), make_page())
    assert not found.issues
    edits = [Edit(d.start, d.end, f"{d.first}⟦{shown(d)}⟧") for d in found.found]
    assert apply_edits(case.given, edits) == case.expected


@pytest.mark.parametrize("case", ISSUES, ids=lambda case: case["text"])
def test_issues_say_where_and_what_would_be_right(case: dict[str, Any]) -> None:
    issues = parse_directives(body(case["text"]), read_layout(case["text"]), make_page()).issues
    told = [f"{i.location.line}:{i.location.column} {i.code}: {i.help}" for i in issues]
    assert len(told) == len(case["issues"])
    for line, expected in zip(told, case["issues"], strict=True):
        assert line.startswith(expected) if ": " not in expected else line == expected


def test_an_issue_shows_its_line() -> None:
    text = "Text.\n\n- ::: quote clsoe"
    (issue,) = parse_directives(body(text), read_layout(text), make_page()).issues
    assert issue.location.text == "- ::: quote clsoe"
    assert issue.location.length == len("clsoe")
    assert issue.message == "there is no quotation 'clsoe' on this page"


def test_text_that_stands_before_and_behind_keeps_its_indentation() -> None:
    text = "- ::: quote close\n\n    ::: quote pay"
    first, second = parse_directives(body(text), read_layout(text), make_page()).found
    assert (first.first, first.indent) == ("- ", "    ")
    assert (second.first, second.indent) == ("    ", "    ")


def shown(directive: Directive) -> str:
    dates = f"{directive.since} to {directive.until}" if directive.since else ""
    parts = [directive.component, directive.id, "open" * directive.open, dates, ", ".join(directive.only)]
    return " ".join(part for part in parts if part)

"""Raw HTML: what is shown as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.author_text import apply_edits
from generator.markdown.body_html import render_body
from generator.markdown.layout import read_layout
from generator.markdown.raw_html import neutralise
from generator.markdown.safety import Danger, find_unsafe
from generator.model.issue import Issue, Severity
from tests.support.render_samples import Case, body, read_cases


@pytest.mark.parametrize("case", read_cases("raw_html.md"), ids=lambda case: case.title)
def test_html_is_shown_as_text(case: Case) -> None:
    edits, issues = neutralise(body(case.given), read_layout(case.given))
    told = [f"{i.location.line}:{i.location.column} {shown(i)}" for i in issues]
    assert "\n".join([apply_edits(case.given, edits), *told]) == case.expected
    assert {issue.severity for issue in issues} <= {Severity.WARNING}
    assert {issue.code for issue in issues} <= {"html-in-content"}


@given(st.text(alphabet="<>/!-=\"' \nabrsci`~@.:", max_size=60))
def test_nothing_is_left_to_obey_when_code_is_escaped_as_well(text: str) -> None:
    edits, _ = neutralise(body(text), read_layout(text), also_code=True)
    html = render_body(apply_edits(text, edits))
    assert not [finding for finding in find_unsafe(html) if finding.danger is Danger.ELEMENT]


def shown(issue: Issue) -> str:
    return issue.message.split("'", 1)[1][:-1]

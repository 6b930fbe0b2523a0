"""Terms: the first use leads to the definition."""

import pytest

from generator.markdown.author_text import apply_edits
from generator.markdown.layout import read_layout
from generator.markdown.terms import term_edits
from tests.support.render_samples import Case, body, read_cases

TERMS = ("harbour", "dock", "dry dock", "LM", "港湾法", "")


@pytest.mark.parametrize("case", read_cases("terms.md"), ids=lambda case: case.title)
def test_terms(case: Case) -> None:
    author = body(case.given)
    assert apply_edits(case.given, term_edits(author, read_layout(case.given), TERMS)) == case.expected

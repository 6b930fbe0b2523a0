"""Which words stand inside quotation marks."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.marks import find_segments
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "marks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_words_inside_marks(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = [("" if s.closed else "~") + text[s.start : s.end] for s in find_segments(text)]
    assert found == case["inside"]


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»「」12", max_size=60))
def test_segments_are_ordered_and_within_one_paragraph(text: str) -> None:
    end = 0
    for segment in find_segments(text):
        assert end <= segment.outer_start <= segment.start < segment.end <= segment.outer_end <= len(text)
        assert "\n\n" not in text[segment.start : segment.end]
        end = segment.outer_end

"""Paragraphs, in texts with a line for each and in texts that are wrapped."""

import textwrap
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.paragraphs import find_paragraphs
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "paragraphs.yaml").read_text("utf-8"))

words = st.sampled_from(["soup", "stew", "kettle", "pot", "a", "the", "hot", "kitchen", "spoonful"])
long_paragraphs = st.lists(words, min_size=30, max_size=60).map(lambda found: f"Of {' '.join(found)}.")


def _read(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in find_paragraphs(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_paragraphs(case: dict[str, Any]) -> None:
    assert _read(case["text"]) == case["paragraphs"]


@given(st.lists(long_paragraphs, min_size=1, max_size=6), st.integers(50, 120), st.sampled_from(["\n\n", "\n    "]))
def test_wrapping_a_text_changes_no_paragraph(paragraphs: list[str], width: int, parting: str) -> None:
    indent = parting.removeprefix("\n").strip("\n")
    wrapped = parting.join(textwrap.fill(text, width, initial_indent=indent).lstrip() for text in paragraphs)
    assert _read(wrapped) == paragraphs


@given(st.lists(st.text(alphabet="ab.“” \n", min_size=1), min_size=1).map("\n".join))
def test_paragraphs_hold_every_sign_that_is_no_space_once_and_in_order(text: str) -> None:
    spans = find_paragraphs(text)
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))

"""Folding: what does not make two texts different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.folding import fold
from generator.text.words import split_words

TYPED = st.text(alphabet="aé e\u0301\u200b\u00ad-‐‑–—'’\"“”…. \u00a0\n\u2009Ａﬁ", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it’s", "it's"),
        ("“no”", '"no"'),
        ("«no»", "„no“"),
        ("front‑line", "front-line"),
        ("Safari -- and", "Safari — and"),
        ("wait ----- no", "wait — no"),
        ("a\u00a0b", "a  b"),
        ("move\u200bment", "movement"),
        ("cafe\u0301", "café"),
        ("wait…", "wait..."),
    ],
)
def test_typing_is_folded(one: str, other: str) -> None:
    assert split_words(one).folded == split_words(other).folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soup", "soup"),
        ("ﬁne", "fine"),
        ("colour", "color"),
        ("don't", "dont"),
        ("$6.5", "6.5"),
        ("resumé", "resume"),
        ("eat, mother", "eat mother"),
        ("2", "two"),
    ],
)
def test_letters_words_and_case_are_not(one: str, other: str) -> None:
    assert split_words(one).folded != split_words(other).folded


@given(TYPED)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TYPED)
def test_each_folded_character_knows_its_origin(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place <= len(text) for place in folded.origin)


@given(TYPED)
def test_words_know_their_offsets(text: str) -> None:
    words = split_words(text)
    for word, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert split_words(text[start:end]).folded[-1] == word

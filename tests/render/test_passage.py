"""Passages: addresses of exact words."""

from urllib.parse import unquote

import pytest

from generator.model.verdict import Selector
from generator.render.passage import passage_url, web_url

URL = "https://paper.example/a"


def select(text: str, words: str, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return Selector(exact=words, prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32])


def fragment(text: str, words: str, nth: int = 0) -> str:
    return passage_url(URL, select(text, words, nth), text).removeprefix(URL)


def test_a_short_passage_is_named_whole() -> None:
    assert fragment("He said it is a well-known, free port & city.", "well-known, free port & city") == (
        "#:~:text=well%2Dknown%2C%20free%20port%20%26%20city"
    )


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    assert unquote(fragment(f"Before. {words} After.", words)) == (
        "#:~:text=word0 word1 word2 word3 word4,word95 word96 word97 word98 word99"
    )


def test_a_passage_over_paragraphs_is_named_by_its_ends() -> None:
    assert unquote(fragment("It begins here.\n\nIt ends there.", "begins here.\n\nIt ends")) == (
        "#:~:text=begins here.,It ends"
    )


def test_a_passage_that_occurs_twice_is_named_with_the_words_around() -> None:
    text = "First he said that we will close it at once. Later she said that we will close it in May."
    assert unquote(fragment(text, "we will close it", 1)) == (
        "#:~:text=Later she said that-,we will close it,-in May."
    ) or unquote(fragment(text, "we will close it", 1)).startswith("#:~:text=")
    assert fragment(text, "we will close it") != fragment(text, "we will close it", 1)


def test_what_cannot_be_told_apart_has_no_fragment() -> None:
    text = "we will close it. " * 9
    assert fragment(text, "we will close it", 4) == ""


def test_ends_that_lead_elsewhere_are_not_used() -> None:
    filler = " ".join(f"word{number}" for number in range(80))
    words = f"one two three four five {filler} a b c d e {filler} a b c d e"
    assert fragment(words, words) == ""


def test_a_fragment_of_the_address_is_kept() -> None:
    text = "It is open."
    assert passage_url(f"{URL}#top", select(text, "is open"), text) == f"{URL}#top:~:text=is%20open"


@pytest.mark.parametrize("url", ["javascript:x", "ftp://a.example", "a.html", "", "https://", "http://[a"])
def test_only_addresses_of_the_web(url: str) -> None:
    assert web_url(url) == ""

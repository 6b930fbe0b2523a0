"""Pull quotes: words of the page, and whose they are."""

import pytest
from render_samples import make_page

from generator.model import Question
from generator.render.pull import pulled_quotation, stands_on_page

BODY = """The harbour *is* open [@paper], and “nobody” {.scare} knows
until [when](https://example.org). It costs 5\\* a day.

::: pull Only the directive says so
"""


@pytest.mark.parametrize(
    "words",
    [
        "The harbour is open, and",
        "nobody",
        "knows until when. It costs",
        "I know of nothing that would let him close the harbour",
        "know of nothing",
        "A plan",
        "A *short* story",
        "Nobody asked",
        "It's “so”",
    ],
)
def test_words_of_the_page(words: str) -> None:
    page = make_page(
        standfirst="A short story.",
        key_points=("Nobody **asked**.",),
        questions={"so": Question(id="so", question="Is it so?", answer='It’s "so".')},
    )
    assert stands_on_page(words, BODY, page)


@pytest.mark.parametrize(
    "words", ["", "  ", "Only the directive says so", "The harbour is shut", "harbour is ope", "***"]
)
def test_words_of_nobody(words: str) -> None:
    assert not stands_on_page(words, BODY, make_page())


def test_whose_words_they_are() -> None:
    page = make_page()
    found = pulled_quotation("“We will close it”", page)
    assert found is not None
    assert found.speaker == "bob"
    assert pulled_quotation("The harbour is open", page) is None

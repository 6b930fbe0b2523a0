"""Pull quotes: words of the page, and whose they are."""

import pytest

from generator.markdown.layout import read_layout
from generator.markdown.pull import cut_refusal, pulled_quotation, stands_on_page
from generator.model.explainer import Question, Quotation
from tests.support.render_samples import make_page

BODY = """The harbour *is* open [@paper], and “nobody” {.scare} knows
until [when](https://example.org). It costs 5\\* a day.

::: pull Only the directive says so

<!-- a secret --> `some code`
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
    assert stands_on_page(words, BODY, read_layout(BODY), page)


@pytest.mark.parametrize(
    "words",
    ["", "  ", "Only the directive says so", "The harbour is shut", "harbour is ope", "***", "a secret", "some code"],
)
def test_words_of_nobody(words: str) -> None:
    assert not stands_on_page(words, BODY, read_layout(BODY), make_page())


def test_whose_words_they_are() -> None:
    page = make_page()
    found = pulled_quotation("“We will close it”", page)
    assert found is not None
    assert found.speaker == "bob"
    assert pulled_quotation("The harbour is open", page) is None


def test_brackets_are_part_of_a_quotation_and_a_translation_is_none() -> None:
    quotes = {
        "a": Quotation(id="a", text="I do [not just] love soup", translation="Ich stahl die Kelle", speaker="ada"),
        "b": Quotation(id="b", text="Ships leave. They do not come back. Nobody waits.", speaker="bob"),
    }
    page = make_page(quotes=quotes)
    assert not stands_on_page("I do not just love soup", "", read_layout(""), page)
    assert pulled_quotation("I do [not just] love soup", page) is quotes["a"]
    assert stands_on_page("stahl die Kelle", "", read_layout(""), page)
    assert pulled_quotation("stahl die Kelle", page) is None
    assert "“not” directly before" in cut_refusal("come back", quotes["b"].text)
    assert cut_refusal("They do not come back", quotes["b"].text) == ""
    assert cut_refusal("Ships leave", quotes["b"].text) == ""

"""Which corrections concern a part of a page."""

from dataclasses import replace

import pytest

from generator.model.concern import concerning, person_of
from generator.model.explainer import Event, ExpertOpinion, Explainer, Person, Quotation
from tests.support.render_samples import make_page

OPINION = ExpertOpinion(id="legal", person="ada", quotes=("nothing", "pay"))
PAGE = make_page(experts={"legal": OPINION}, people={**make_page().people, "eve": Person(id="eve", name="Eve Else")})


def parts(page: Explainer) -> list[Quotation | ExpertOpinion | Event]:
    return [*page.quotes.values(), *page.experts.values(), *page.timeline.values()]


@pytest.mark.parametrize(
    ("of", "concerned"),
    [
        ("close", {"close"}),
        ("bob", {"close", "pay"}),
        ("ada", {"nothing", "legal"}),
        ("legal", {"legal", "nothing", "pay"}),
        ("paper", {"nothing", "close", "pay", "hearing"}),
        ("hearing", {"hearing"}),
        ("plan", {"plan"}),
        ("eve", set()),
        ("", set()),
    ],
)
def test_what_a_correction_concerns(of: str, concerned: set[str]) -> None:
    assert {part.id for part in parts(PAGE) if of in concerning(PAGE, part)} == concerned


def test_words_of_nobody_from_nowhere_concern_themselves() -> None:
    bare = replace(PAGE.quotes["close"], speaker="", source="")
    assert concerning(PAGE, bare) == {"close"}


def test_whose_a_part_is() -> None:
    assert (person_of(PAGE.quotes["close"]), person_of(OPINION)) == ("bob", "ada")

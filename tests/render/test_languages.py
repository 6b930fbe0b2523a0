"""Languages: what a page says of its quotations, it says in its own language."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from lxml import etree, html  # type: ignore[import-untyped]  # it has no types of its own

from generator.model.explainer import Explainer, Quotation
from generator.model.outcome import Outcome
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars, Selector, Status, Verdict
from generator.render.page import render_page
from generator.render.templates import load_templates
from tests.support.render_samples import PAPER, make_page

TEMPLATES = load_templates()
PHRASES = tomllib.loads((files("generator") / "data" / "page_words.toml").read_text("utf-8"))
OTHERS = [language for language in PHRASES if language != "en"]
ENGLISH = frozenset(
    [
        "the",
        "of",
        "left",
        "put",
        "out",
        "words",
        "word",
        "with",
        "and",
        "before",
        "after",
        "between",
        "behind",
        "stands",
        "verified",
        "not",
        "changed",
    ]
)
"""Words of which no phrase of another language has one."""
CHANGES = tuple(
    Alteration(
        kind=AlterationKind.OMITTED,
        description="told in English",
        lost=("not",),
        gained=("never",),
        particulars=Particulars(form=form, taken="the taken", put="the put", before="b", after="a", count=count),
    )
    for form in AlterationForm
    for count in (1, 2)
)
JOINED = replace(CHANGES[0], particulars=Particulars(form=AlterationForm.JOINED, before="b", after="a"))


def make(language: str) -> Explainer:
    quotes = {
        name: Quotation(id=name, text="Soup", speaker="bob", source="paper")
        for name in ("verified", "altered", "doubtful", "locked", "locked-altered", "unchecked")
    }
    return make_page(
        language=language, quotes=quotes, experts={}, timeline={}, sources={"paper": replace(PAPER, article=None)}
    )


def proofs(page: Explainer, alterations: tuple[Alteration, ...]) -> list[Any]:
    selector = Selector(exact="Soup", prefix="", suffix="")
    outcomes = {
        "verified": Outcome(Verdict(status=Status.VERIFIED, selector=selector)),
        "altered": Outcome(Verdict(status=Status.ALTERED, selector=selector, alterations=alterations)),
        "doubtful": Outcome(
            Verdict(status=Status.VERIFIED, selector=selector, contradicted=True, reason="the source seems to say")
        ),
        "locked": Outcome(Verdict(status=Status.VERIFIED), from_lock=True, verified_on=date(2025, 5, 1), sha256="ab"),
        "locked-altered": Outcome(
            Verdict(status=Status.ALTERED, alterations=alterations),
            from_lock=True,
            verified_on=date(2025, 5, 1),
            sha256="ab",
        ),
    }
    rendered = render_page(page, outcomes, templates=TEMPLATES)
    found: list[Any] = html.fromstring(rendered.markdown).xpath("//footer")
    assert len(found) == len(page.quotes)
    return found


def own_words(element: Any) -> Iterator[str]:
    """Give the words that an element says itself, without those that it quotes."""
    for quoted in element.xpath(".//bdi//bdi | .//strong/bdi | .//mark"):
        quoted.text = ""
    for text in element.itertext():
        yield from re.findall(r"[^\W\d_]+", text.lower())


@pytest.mark.parametrize("language", OTHERS)
def test_no_proof_is_told_in_english(language: str) -> None:
    for proof in proofs(make(language), (*CHANGES, JOINED)):
        assert not ENGLISH & set(own_words(proof)), etree.tostring(proof, encoding="unicode")
        assert not proof.xpath(".//@lang[. = 'en']")


def test_the_english_words_are_those_that_a_page_would_say() -> None:
    for proof in proofs(make("en"), (*CHANGES, JOINED)):
        assert ENGLISH & set(own_words(proof))


@pytest.mark.parametrize(("language", "expected"), [("en", {}), ("ar", {"lang": "en", "dir": "ltr"})])
def test_the_reason_of_a_failure_is_english(language: str, expected: dict[str, str]) -> None:
    failed = {"verified": Outcome(Verdict(status=Status.ABSENT, reason="the source has none of these words"))}
    rendered = render_page(make(language), failed, templates=TEMPLATES)
    (reason,) = html.fromstring(rendered.markdown).xpath("//p[contains(@class, 'ex-proof__reason')]")
    assert {name: value for name, value in reason.attrib.items() if name != "class"} == expected
    assert reason.text == "the source has none of these words"


def test_quoted_words_have_the_language_of_their_source() -> None:
    page = make("de")
    page = replace(page, sources={"paper": replace(page.sources["paper"], language="en")})
    altered = proofs(page, (CHANGES[0],))[1]
    assert set(altered.xpath(".//li//bdi/bdi/@lang")) == {"en"}

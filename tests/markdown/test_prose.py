"""Prose: words in quotation marks in the author's own text."""

from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.model.explainer import Source
from generator.model.issue import Issue, Severity
from generator.render.page import Rendered, render_page
from generator.render.templates import load_templates
from tests.support.places import DATA
from tests.support.render_samples import PAPER, make_page, verify_all

CASES = yaml.safe_load((DATA / "render" / "prose.yaml").read_text("utf-8"))
TEMPLATES = load_templates()


def render(text: str = "", **fields: Any) -> Rendered:
    page = make_page(text, **fields)
    return render_page(page, verify_all(page), templates=TEMPLATES)


def warnings(rendered: Rendered) -> list[Issue]:
    return [issue for issue in rendered.issues if issue.code == "unverified-quotation"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_words_in_marks(case: dict[str, Any]) -> None:
    rendered = render(case["text"], allow_quotes=tuple(case.get("allowed", ())))
    found = warnings(rendered)
    told = [f"{i.location.line}:{i.location.column} {i.message.split('“')[1].split('”')[0]}" for i in found]
    assert told == case["warned"]
    assert all(issue.severity is Severity.WARNING for issue in found)
    assert "{.scare}" not in rendered.markdown


def test_values_of_the_front_matter_are_prose() -> None:
    rendered = render(standfirst="A “one”.", key_points=("A “two”, a “third”{.scare}.",))
    assert [issue.message.split("”")[0] for issue in warnings(rendered)] == ["“one", "“two"]
    assert "{.scare}" not in rendered.markdown


def test_without_the_text_of_a_source_nothing_is_said() -> None:
    away = Source(id="away", title="Locked")
    assert not warnings(render("A “word”.", sources={"paper": PAPER, "away": away}))
    assert not warnings(render("A “word”.", sources={"paper": replace(PAPER, article=None)}))


def test_without_a_source_nothing_is_said() -> None:
    assert not warnings(render("A “word”.", sources={}))

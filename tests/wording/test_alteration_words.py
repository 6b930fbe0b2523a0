"""Alterations in words: every language tells every form."""

from typing import Any

import pytest
import yaml

from generator.model.verdict import AlterationForm, Particulars
from generator.wording.alteration_words import alteration_words, english_words
from generator.wording.phrases import page_phrases
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "alteration_words.yaml").read_text("utf-8"))


def particulars(case: dict[str, Any]) -> Particulars:
    return Particulars(form=AlterationForm(case["form"]), **case.get("values", {}))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['form']} {case.get('values', {}).get('count', '')}")
def test_every_language_tells_it(case: dict[str, Any]) -> None:
    for language, expected in case["words"].items():
        told = "".join(run.text for run in alteration_words(particulars(case), page_phrases(language)))
        assert told == expected, language
    assert english_words(particulars(case)) == case["words"]["en"]


def test_every_form_is_told() -> None:
    assert {case["form"] for case in CASES} == set(AlterationForm)


def test_what_is_quoted_is_a_run_of_its_own() -> None:
    swap = Particulars(form=AlterationForm.REPLACED, taken="the soup", put="it")
    quoted = [run.text for run in alteration_words(swap, page_phrases("de")) if run.quoted]
    assert quoted == ["the soup", "it"]


def test_braces_of_a_source_are_nothing_but_braces() -> None:
    assert english_words(Particulars(form=AlterationForm.INSERTED, put="{count} {put!r}")) == "put in “{count} {put!r}”"

"""Dates in words of the page's language."""

import tomllib
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import parse_edtf
from generator.model.edtf_refusals import EdtfError
from generator.wording.date_words import date_words
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "date_words.yaml").read_text("utf-8"))
PHRASES = tomllib.loads((files("generator") / "data" / "date_words.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_has_every_phrase(language: str) -> None:
    assert {name for name in PHRASES["en"] if not name.endswith("_worded")} <= set(PHRASES[language])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["date"])
def test_words(case: dict[str, str]) -> None:
    words = {language: date_words(parse_edtf(case["date"]), language) for language in case if language != "date"}
    plain = {
        language: text.replace("\u2009", " ").replace("\u202f", " ").replace("\xa0", " ")
        for language, text in words.items()
    }
    assert plain == {language: text for language, text in case.items() if language != "date"}


@pytest.mark.parametrize("tag", ["", "xx", "zz-QQ", "en_US", "../etc", "de-CH", "zh-Hans-CN", "e" * 200])
def test_any_language_tag_gives_words(tag: str) -> None:
    assert "2025" in date_words(parse_edtf("2025-03~"), tag)


@pytest.mark.parametrize("tag", ["de-AT", "de_AT", "DE", "de-1996"])
def test_a_tag_falls_back_to_its_language(tag: str) -> None:
    assert date_words(parse_edtf("2025~"), tag) == "um 2025"


@given(st.text(max_size=12))
def test_no_language_tag_raises(tag: str) -> None:
    assert "2025" in date_words(parse_edtf("2025"), tag)


@given(
    st.text(alphabet="0123456789-/.X~?%TZ:Y", max_size=16),
    st.sampled_from(["en", "de", "fr", "es", "ar", "fa", "ja"]),
)
def test_no_symbol_of_edtf_reaches_the_reader(text: str, language: str) -> None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    words = date_words(date, language)
    assert words.strip()
    assert not any(symbol in words for symbol in ("~", "?", "%", "X", "..", "/", "{", "}"))

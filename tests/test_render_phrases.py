"""Phrases: every language says everything."""

import re
import tomllib
from importlib.resources import files

import pytest

from generator.render.phrases import page_phrases

LANGUAGES = tomllib.loads((files("generator") / "data" / "page_words.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_complete(language: str) -> None:
    assert LANGUAGES[language].keys() == LANGUAGES["en"].keys()
    assert all(LANGUAGES[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same(language: str) -> None:
    for name, phrase in LANGUAGES[language].items():
        assert set(re.findall(r"\{\w+\}", phrase)) == set(re.findall(r"\{\w+\}", LANGUAGES["en"][name])), name


def test_regions_and_unknown_languages() -> None:
    assert page_phrases("de-AT")["sources"] == "Quellen"
    assert page_phrases("zz") == page_phrases("en")

"""Phrases: every language says everything, and nothing that no page says."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from generator.catalogue.addresses import Section
from generator.model.article import Kind
from generator.model.explainer import CorrectionKind
from generator.model.verdict import AlterationForm
from generator.render.theme import theme_folder
from generator.wording.phrases import page_phrases
from tests.support.places import PACKAGE

DATA = files("generator") / "data"
LANGUAGES = tomllib.loads((DATA / "page_words.toml").read_text("utf-8"))
OF_ALL_WORDS = {
    name: tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
    for name in ("page_words", "card_words", "date_words")
}
MADE_UP = {
    *Section,
    *CorrectionKind,
    *(f"kind_{kind}" for kind in Kind),
    *(f"altered_{form}" for form in AlterationForm),
    *(f"filter_{name}" for name in ("person", "source", "topic")),
    *(f"{noun}_{number}" for noun in ("quotations", "sources", "words") for number in ("one", "other")),
    *("altered_omitted_one", "altered_omitted_other"),
    *("altered_joined_none", "altered_joined_one", "altered_joined_other"),
    *("verified", "altered", "unchecked", "misattributed", "not_a_quotation", "absent", "ambiguous"),
    *("as_of", "asked", "review_by", "answered"),
}
"""Names that the code makes up as it goes; all others are looked up by name."""


def looked_up() -> Iterator[str]:
    """Give the names that the theme and the package look up, directly or by way of a variable `name`."""
    for path in theme_folder().rglob("*.j2"):
        yield from re.findall(r"\bwords\.(\w+)", path.read_text("utf-8"))
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Subscript):
                yield from texts_in(node.slice)
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "name":
                yield from texts_in(node.value)


def texts_in(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def test_every_phrase_is_used() -> None:
    unused = LANGUAGES["en"].keys() - MADE_UP - set(looked_up())
    assert sorted(unused) == []


@pytest.mark.parametrize("name", OF_ALL_WORDS)
def test_all_words_are_of_the_same_languages(name: str) -> None:
    assert OF_ALL_WORDS[name].keys() == LANGUAGES.keys()


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

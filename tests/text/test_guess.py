"""The guess at a text's language."""

import pytest

from generator import Article, extract
from generator.text.guess import guess_language

TEXTS = {
    "en": "The bridge that the town had been waiting for was opened by the mayor on a Friday, and it is for all of them.",
    "de": "Die Brücke, auf die der Ort gewartet hatte, wurde am Freitag von der Bürgermeisterin eröffnet, und sie ist für alle.",
    "fr": "Le pont que la ville attendait a été ouvert par la maire un vendredi, et il est pour tous les habitants de la région.",
    "es": "El puente que la ciudad esperaba fue abierto por la alcaldesa un viernes, y es para todos los vecinos de la comarca.",
    "": "Il ponte che la città aspettava è stato aperto dalla sindaca un venerdì, ed è per tutti gli abitanti della regione.",
}


@pytest.mark.parametrize(("tag", "text"), TEXTS.items())
def test_a_language_is_guessed_or_not_claimed(tag: str, text: str) -> None:
    assert guess_language(text) == tag


@pytest.mark.parametrize("text", ["", "soup", "スープは熱い。シチューはそうではない。" * 9, "1 2 3 " * 99])
def test_nothing_is_claimed_of_too_little(text: str) -> None:
    assert guess_language(text) == ""


def test_an_article_is_read_by_the_rules_of_its_language() -> None:
    assert extract(Article(text=TEXTS["de"])).language == "de"
    assert extract(Article(text=TEXTS["de"], language="fr-CA")).language == "fr"


def test_an_article_whose_language_nobody_knows_says_so() -> None:
    unknown, unread = extract(Article(text=TEXTS[""])), extract(Article(text=TEXTS[""], language="it"))
    assert (unknown.language, [notice.code for notice in unknown.notices]) == ("en", ["unknown-language"])
    assert (unread.language, [notice.code for notice in unread.notices]) == ("en", ["unread-language"])

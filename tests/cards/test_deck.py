"""Decks: which cards a page has, where they stand, and what is told of those that it has not."""

from dataclasses import replace
from pathlib import Path

from generator.cards.deck import Deck, draw_picture, make_deck, page_card_path, quotation_card_path
from generator.cards.fonts import load_fonts
from generator.model.errors import Location
from generator.model.explainer import Explainer, Places
from generator.model.issue import Severity
from tests.support.card_samples import ARABIC, make_style, outcomes_of, write_font
from tests.support.render_samples import FILE, make_page

PROOF = "3 quotations, all verified in 1 source"


def deck_of(page: Explainer, **style: object) -> Deck:
    return make_deck(page, outcomes_of(page), proof=PROOF, style=make_style(**style))


def test_a_page_has_one_card() -> None:
    deck = deck_of(make_page())
    assert [(picture.path, picture.quotation) for picture in deck.pictures] == [("assets/cards/harbour.png", "")]
    assert deck.pictures[0].alt.startswith("Who may close the harbour?")
    assert deck.issues == ()


def test_each_verified_quotation_has_one_by_option() -> None:
    page = make_page()
    deck = deck_of(page, quotations=True)
    assert [picture.path for picture in deck.pictures] == [
        "assets/cards/harbour.png",
        "assets/quotation-cards/harbour/nothing.png",
        "assets/quotation-cards/harbour/close.png",
    ]
    assert "pay" in page.quotes


def test_a_quotation_without_an_outcome_has_none() -> None:
    deck = make_deck(make_page(), {}, proof=PROOF, style=make_style(quotations=True))
    assert [picture.quotation for picture in deck.pictures] == [""]


def test_no_two_cards_meet_in_one_path() -> None:
    assert page_card_path("explainers/a.md") == "assets/cards/explainers/a.png"
    assert page_card_path("a/b.md") != quotation_card_path("a.md", "b")


def test_a_text_that_no_font_covers_makes_no_card_and_is_told() -> None:
    title, text = Location(path=FILE.path, line=2, column=8), Location(path=FILE.path, line=9, column=4)
    places = Places(file=FILE, values={("title",): title, ("quotes", "close", "text"): text})
    page = make_page(places=places, title="Soup 汤是")
    page = replace(page, people={**page.people, "bob": replace(page.people["bob"], role="汤")})
    deck = deck_of(page, quotations=True)
    assert [picture.quotation for picture in deck.pictures] == ["nothing"]
    assert [(issue.code, issue.severity, issue.location) for issue in deck.issues] == [
        ("card-font", Severity.WARNING, title),
        ("card-font", Severity.WARNING, text),
    ]
    assert deck.issues[0].message == "there is no card for this, since no font has '汤' (U+6C64), '是' (U+662F)"
    assert "cards_fonts" in deck.issues[0].help


def test_many_missing_characters_are_counted() -> None:
    deck = deck_of(make_page(title="一二三四五六七八九十"))
    assert deck.issues[0].message.endswith("'八' (U+516B) and 2 more")


def test_a_font_of_the_owners_makes_the_card(tmp_path: Path) -> None:
    fonts = load_fonts([write_font(tmp_path / "own.ttf")])
    deck = deck_of(make_page(title=ARABIC), fonts=fonts)
    assert deck.issues == ()
    assert ARABIC.split()[0] in draw_picture(deck.pictures[0], make_style(fonts=fonts))


def test_the_same_page_gives_the_same_deck() -> None:
    assert deck_of(make_page(), quotations=True) == deck_of(make_page(), quotations=True)

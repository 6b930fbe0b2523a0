"""PNG: size, sameness and weight."""

import struct
from pathlib import Path

import pytest

from generator.cards.card import Card
from generator.cards.fonts import load_fonts
from generator.cards.png import render_png
from generator.cards.svg import render_svg
from tests.support.card_samples import (
    ARABIC,
    CHINESE,
    TEMPLATES,
    house_fonts,
    make_headline,
    make_quotation,
    write_font,
)

LONG = make_quotation(words="I know of nothing that would give anybody the authority to close the harbour. " * 8)


def png(card: Card) -> bytes:
    fonts = house_fonts()
    return render_png(render_svg(card, fonts, TEMPLATES), fonts.all)


def test_a_card_is_1200_by_630() -> None:
    found = png(make_headline())
    assert found[:8] == b"\x89PNG\r\n\x1a\n"
    assert found[12:16] == b"IHDR"
    assert struct.unpack(">II", found[16:24]) == (1200, 630)


def test_the_same_card_gives_the_same_bytes() -> None:
    assert png(make_quotation()) == png(make_quotation())


def test_other_words_give_other_bytes() -> None:
    assert png(make_quotation()) != png(make_quotation(words="We will close it"))


@pytest.mark.parametrize("card", [make_headline(), make_quotation(), LONG])
def test_a_card_is_below_100_kb(card: Card) -> None:
    assert 5_000 < len(png(card)) < 100_000


@pytest.mark.parametrize("words", [ARABIC, CHINESE, f"soup {ARABIC} soup"])
def test_a_font_of_the_owners_is_drawn(tmp_path: Path, words: str) -> None:
    fonts = load_fonts([write_font(tmp_path / "own.ttf")])
    svg = render_svg(make_quotation(words=words), fonts, TEMPLATES)
    with_font, without = render_png(svg, fonts.all), render_png(svg, house_fonts().all)
    assert with_font != without


def test_no_font_of_the_machine_takes_part() -> None:
    blank = render_png(render_svg(make_headline(), house_fonts(), TEMPLATES), ())
    assert len(blank) < len(png(make_headline())) / 2

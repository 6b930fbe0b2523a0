"""Fonts: what they cover, how wide they are, and files that are none."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.cards.fonts import load_font, load_fonts
from generator.model.errors import UnreadableError
from tests.support.card_samples import ARABIC, CHINESE, house_fonts, write_font


def test_the_fonts_of_cards_are_installed() -> None:
    fonts = house_fonts()
    assert [(font.family, font.weight) for font in fonts.all] == [
        ("Source Serif Pro", 400),
        ("Source Serif Pro", 600),
        ("Source Sans Pro", 400),
        ("Source Sans Pro", 600),
    ]
    assert all(font.path.is_file() and len(font.sha256) == 64 for font in fonts.all)


def test_europe_is_covered() -> None:
    assert house_fonts().missing("Æther, Łódź, żółw, ÀÉÎÕÜ, şi ğ, Привет, Ελλάδα, „Größe“ «ça» … – ₿ €") == ()


def test_missing_characters_are_named_once_and_in_order() -> None:
    assert house_fonts().missing("汤a汤是") == ("汤", "是")


def test_what_is_not_seen_is_not_missing() -> None:
    fonts = house_fonts()
    assert fonts.missing("a\u200db\u202bc\u202c\ufe0f") == ()
    assert fonts.face(fonts.words, "").width("a\u200d\u202bb", 20) == fonts.face(fonts.words, "").width("ab", 20)


def test_width_grows_with_the_size_and_the_text() -> None:
    fonts = house_fonts()
    face = fonts.face(fonts.words, "mil")
    assert face.width("", 40) == 0
    assert face.width("m", 40) > face.width("i", 40) > 0
    assert face.width("mil", 40) == pytest.approx(face.width("m", 40) + face.width("i", 40) + face.width("l", 40))
    assert face.width("mil", 80) == pytest.approx(2 * face.width("mil", 40))


def test_a_font_of_the_owners_stands_in(tmp_path: Path) -> None:
    fonts = load_fonts([write_font(tmp_path / "squares.ttf")])
    assert fonts.missing(ARABIC + CHINESE + "abc") == ()
    assert fonts.face(fonts.words, "soup").font is fonts.words
    assert fonts.face(fonts.words, ARABIC).font.family == "Squares"
    mixed = fonts.face(fonts.words, f"soup {ARABIC}")
    assert mixed.font is fonts.words
    assert mixed.width("是", 100) == 60


def test_the_same_bytes_are_the_same_font(tmp_path: Path) -> None:
    first = load_font(write_font(tmp_path / "a.ttf"))
    (tmp_path / "b.ttf").write_bytes((tmp_path / "a.ttf").read_bytes())
    assert load_font(tmp_path / "b.ttf").sha256 == first.sha256
    assert load_font(tmp_path / "a.ttf") is first


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    path = write_font(tmp_path / "a.ttf", "ab")
    assert ord("c") not in load_font(path).advances
    path.unlink()
    write_font(path, "abc")
    assert ord("c") in load_font(path).advances


@pytest.mark.parametrize("content", [None, b"", b"no font", b"\x00\x01\x00\x00\x00\x05"])
def test_a_file_that_is_no_font_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "own.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableError, match=r"own\.ttf: this (is no font|font cannot be read)"):
        load_fonts([path])


def test_a_web_font_is_refused_since_the_renderer_reads_none(tmp_path: Path) -> None:
    with TTFont(write_font(tmp_path / "own.ttf")) as font:
        font.flavor = "woff"
        font.save(tmp_path / "own.woff")
    with pytest.raises(UnreadableError, match=r"name a \.ttf or \.otf file"):
        load_font(tmp_path / "own.woff")


def test_a_font_without_a_name_is_refused_since_the_renderer_passes_over_it(tmp_path: Path) -> None:
    with TTFont(write_font(tmp_path / "own.ttf")) as font:
        font["name"].removeNames(nameID=6)
        font.save(tmp_path / "nameless.ttf")
    with pytest.raises(UnreadableError, match="this is no font that a card can be set in"):
        load_font(tmp_path / "nameless.ttf")

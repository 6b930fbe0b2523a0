"""SVG: well-formed and harmless whatever its texts hold."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cards.card import Card
from generator.cards.svg import render_svg
from generator.model.errors import SettingsError
from generator.render.templates import load_templates
from generator.render.theme import theme_folder
from tests.support.card_samples import TEMPLATES, house_fonts, make_headline, make_quotation

HOSTILE = [
    "</text><script>alert(1)</script>",
    "&#x0;&amp;&nbsp;<![CDATA[x]]>",
    "\x00\x01\x1b\x7f\x85\ufffe\uffff\ud800",
    '"><image href="https://example.org/x.png"/>',
    "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "{{ 7*7 }}{% raw %}",
    "url(#x) style='fill:red'",
]
ELEMENTS = {"svg", "rect", "path", "text", "tspan", "g", "circle"}


def svg(card: Card) -> str:
    return render_svg(card, house_fonts(), TEMPLATES)


def elements(text: str) -> list[ET.Element]:
    return [*ET.fromstring(text).iter()]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_text(text: str) -> None:
    cards: list[Card] = [
        make_headline(kicker=text, headline=text, site_name=text, proof=text),
        make_quotation(words=text, speaker=text, role=text, origin=text, date=text, proof=text, site_name=text),
    ]
    for card in cards:
        found = elements(svg(card))
        assert {element.tag.rpartition("}")[2] for element in found} <= ELEMENTS
        assert not any("href" in name or name.startswith("on") for element in found for name in element.attrib)


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_text_is_well_formed(text: str) -> None:
    assert elements(svg(make_quotation(words=text, speaker=text))), "what is not well formed cannot be parsed"


def test_words_arrive_unchanged() -> None:
    words = "".join("".join(element.itertext()) for element in elements(svg(make_quotation(words="a <b> & “c”")))[:1])
    assert "“a <b> & “c””" in words


def test_nothing_outside_is_referred_to() -> None:
    template = (theme_folder() / "partials" / "card.svg.j2").read_text("utf-8")
    assert re.findall(r"https?://[^\s\"]+", template) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<image|<style|<use|font-face|href|url\(|<foreignObject|<script", template)


def test_the_same_card_gives_the_same_drawing() -> None:
    assert svg(make_quotation()) == svg(make_quotation())


def test_the_accent_is_the_sites_own() -> None:
    assert 'fill="#1b4e2c"' in render_svg(make_headline(), house_fonts(), TEMPLATES, accent="#1b4e2c")


def test_a_pale_accent_is_darkened_until_it_can_be_read() -> None:
    assert "#ffdd00" not in render_svg(make_headline(), house_fonts(), TEMPLATES, accent="#ffdd00")


@pytest.mark.parametrize("accent", ["red", "#ab", "#1b6e3c;", "", "url(#x)", "#1b6e3c\n"])
def test_an_accent_that_is_no_colour_is_refused(accent: str) -> None:
    with pytest.raises(SettingsError, match="write it as #rrggbb"):
        render_svg(make_headline(), house_fonts(), TEMPLATES, accent=accent)


def test_an_owner_may_replace_the_template(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "card.svg.j2").write_text("<svg>{{ card.lines | length }}</svg>", "utf-8")
    assert render_svg(make_headline(), house_fonts(), load_templates([tmp_path])) == "<svg>5</svg>"

"""Layout: what stands where on a card."""

import re
from pathlib import Path

import pytest

from generator.cards.card import Card
from generator.cards.drawing import Drawing, Line
from generator.cards.fonts import load_fonts
from generator.cards.layout import EDGE, INK, MUTED, VERIFIED, lay_out
from tests.support.card_samples import ARABIC, house_fonts, make_headline, make_quotation, write_font
from tests.support.places import ROOT

GREEN = "#1b6e3c"
LONG = "I know of nothing that would give anybody the authority to close the harbour for good. " * 30


def drawn(card: Card) -> Drawing:
    return lay_out(card, house_fonts(), GREEN)


def text(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def test_a_headline_card_has_kicker_headline_proof_and_site() -> None:
    card = drawn(make_headline())
    assert [text(line) for line in card.lines] == [
        "HARBOUR",
        "Who may close",
        "the harbour?",
        "3 quotations, all verified in 1 source",
        "Explainers",
    ]
    assert [line.anchor for line in card.lines] == ["start", "start", "start", "end", "start"]
    assert card.lines[0].runs[0].fill == GREEN


def test_a_quotation_card_has_words_speaker_source_and_proof() -> None:
    card = drawn(make_quotation(words="We will close it"))
    assert [text(line) for line in card.lines] == [
        "EXPLAINERS",
        "“We will close it”",
        "Ada Example, law professor, Example University",
        "Verified",
        "The Paper, April 7, 2025",
    ]


def test_the_mark_stands_only_where_everything_is_verified() -> None:
    assert drawn(make_headline()).check is not None
    assert drawn(make_headline(verified=False)).check is None
    assert drawn(make_quotation()).check is not None


def test_the_first_quotation_mark_hangs_in_the_margin() -> None:
    words = [line for line in drawn(make_quotation()).lines if line.size > 40]
    assert words[0].x < 72
    assert {line.x for line in words[1:]} == {72}


@pytest.mark.parametrize("words", ["No.", "Soup is hot", LONG[:400], LONG, "m" * 400])
def test_words_keep_clear_of_what_is_above_and_below(words: str) -> None:
    for card in (make_quotation(words=words), make_headline(headline=words)):
        found = drawn(card)
        kicker, main = found.lines[0], [line for line in found.lines[1:] if line.y < found.rule]
        assert main[0].y - 0.7 * main[0].size > kicker.y + 20
        assert main[-1].y + 0.25 * main[-1].size < found.rule - 20


def test_a_long_quotation_is_cut_within_its_marks() -> None:
    words = [line for line in drawn(make_quotation(words=LONG)).lines if line.size == 30]
    assert text(words[-1]).endswith(" …”")


def test_the_foot_is_cut_where_it_would_run_into_the_proof() -> None:
    found = drawn(make_headline(site_name="The Library of the University " * 4))
    assert text(found.lines[-1]).endswith(" …")
    name = drawn(make_quotation(role="professor of everything " * 10)).lines
    assert next(text(line) for line in name if text(line).startswith("Ada")).endswith(" …")


def test_nothing_is_drawn_for_what_is_not_known() -> None:
    card = drawn(make_headline(kicker="", site_name="", proof="", verified=False))
    assert [text(line) for line in card.lines] == ["Who may close", "the harbour?"]
    card = drawn(make_quotation(speaker="", role="", origin="", date="", site_name=""))
    assert text(card.lines[-1]) == "Verified"
    assert [text(line) for line in drawn(make_quotation(speaker="")).lines][-3] == "law professor, Example University"


def test_capitals_are_those_of_the_language() -> None:
    assert text(drawn(make_headline(kicker="Straße")).lines[0]) == "STRASSE"
    assert text(drawn(make_headline(kicker="İzmir ili", language="tr")).lines[0]) == "İzmir ili"


def test_arabic_stands_at_the_right_and_the_proof_at_the_left(tmp_path: Path) -> None:
    fonts = load_fonts([write_font(tmp_path / "own.ttf")])
    card = lay_out(make_quotation(words=ARABIC, site_name=ARABIC, speaker=ARABIC, role=""), fonts, GREEN)
    by_text = {text(line).strip("\u202b\u202c“”"): line for line in card.lines}
    kicker = card.lines[0]
    assert (kicker.anchor, kicker.x, kicker.spacing) == ("end", 1128, 0)
    words = card.lines[1]
    assert words.anchor == "end"
    assert words.x > 1128
    assert text(words) == f"\u202b“{ARABIC}”\u202c"
    assert {run.family for run in kicker.runs} == {"Squares"}
    assert by_text["Verified"].anchor == "start"
    assert card.check is not None
    assert card.check.x == 72


def test_a_foreign_line_on_a_mirrored_card_keeps_its_own_direction(tmp_path: Path) -> None:
    fonts = load_fonts([write_font(tmp_path / "own.ttf")])
    card = lay_out(make_headline(headline=ARABIC), fonts, GREEN)
    assert "3 quotations, all verified in 1 source" in [text(line) for line in card.lines]


def test_the_colours_are_those_of_light_pages() -> None:
    tokens = (ROOT / "theme/assets/css/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--ex-(\w+): (#[0-9a-f]{6});", tokens.partition('[data-md-color-scheme="slate"]')[0]))
    assert (light["ink"], light["muted"], light["edge"]) == (INK, MUTED, EDGE)
    assert light["verified"] == VERIFIED

"""Cards on invented people, and a small font of the tests' own, for the tests of cards."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from generator.cards.card import HeadlineCard, QuotationCard
from generator.cards.deck import Style
from generator.cards.fonts import Fonts, load_fonts
from generator.model.explainer import Explainer
from generator.model.outcome import Outcome
from generator.render.templates import load_templates
from tests.support.render_samples import verify_all

ARABIC = "هذا حساء ساخن"
CHINESE = "这汤是热的，那汤不是。"
TEMPLATES = load_templates()


@lru_cache
def house_fonts() -> Fonts:
    """Load the fonts that every site has."""
    return load_fonts()


def write_font(path: Path, text: str = ARABIC + CHINESE, family: str = "Squares") -> Path:
    """Write a font that has a square for each character of a text."""
    cmap = {ord(char): f"u{ord(char):04X}" for char in sorted(set(text))}
    glyphs = [".notdef", *cmap.values()]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(dict.fromkeys(glyphs, square))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=400)
    builder.setupPost()
    builder.save(path)
    return path


def make_headline(**fields: Any) -> HeadlineCard:
    """Make the card of an explainer."""
    known = {
        "kicker": "Harbour",
        "headline": "Who may close the harbour?",
        "site_name": "Explainers",
        "proof": "3 quotations, all verified in 1 source",
        "verified": True,
    }
    return HeadlineCard(**{**known, **fields})


def make_quotation(**fields: Any) -> QuotationCard:
    """Make the card of a quotation."""
    known = {
        "words": "I know of nothing that would let him close the harbour",
        "open_mark": "“",
        "close_mark": "”",
        "speaker": "Ada Example",
        "role": "law professor, Example University",
        "origin": "The Paper",
        "date": "April 7, 2025",
        "proof": "Verified",
        "site_name": "Explainers",
    }
    return QuotationCard(**{**known, **fields})


def make_style(**fields: Any) -> Style:
    """Make the style of a site."""
    return Style(**{"fonts": house_fonts(), "templates": TEMPLATES, "site_name": "Explainers", **fields})


def outcomes_of(page: Explainer) -> dict[str, Outcome]:
    """Verify each quotation of a page."""
    return verify_all(page)

"""The accent: one colour of the owner's, readable on both papers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.theme import theme_folder
from generator.site.accent import DEFAULT, PAPER, READABLE, contrast, is_colour, make_accent

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#fff", 1.0), ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS)
def test_every_colour_becomes_readable(colour: str) -> None:
    accent = make_accent(colour)
    assert contrast(accent.light, PAPER["light"]) >= READABLE
    assert contrast(accent.dark, PAPER["dark"]) >= READABLE


@given(COLOURS)
def test_a_readable_colour_is_kept(colour: str) -> None:
    accent = make_accent(colour)
    assert make_accent(accent.light).light == accent.light
    assert make_accent(accent.dark).dark == accent.dark


def test_short_colours_are_long_ones() -> None:
    assert make_accent("#06c") == make_accent("#0066cc")


@pytest.mark.parametrize("text", ["", "red", "#12", "#12345", "#12345g", "1d4f91", "#1d4f91;}", "#1d4f9１"])
def test_what_is_no_colour(text: str) -> None:
    assert not is_colour(text)


def theme_colours(scheme: str) -> dict[str, str]:
    """Read the colours of a scheme from the tokens."""
    tokens = (theme_folder() / "assets/css/tokens.css").read_text("utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', tokens, re.DOTALL)
    assert block is not None
    return dict(re.findall(r"--ex-([\w-]+): (#[0-9a-f]{6});", block[1]))


@pytest.mark.parametrize(("paper", "scheme"), [("light", "default"), ("dark", "slate")])
def test_the_paper_is_the_ground_of_the_lower_contrast(paper: str, scheme: str) -> None:
    colours = theme_colours(scheme)
    assert PAPER[paper] == min((colours["paper"], colours["tint"]), key=lambda ground: contrast(ground, colours["ink"]))


def test_all_text_of_the_theme_is_readable() -> None:
    """Contrast AAA of every colour that text has, on either ground of its scheme."""
    for scheme in ("default", "slate"):
        colours = theme_colours(scheme)
        accent = make_accent(DEFAULT)
        colours["accent"] = accent.light if scheme == "default" else accent.dark
        for name in ("ink", "muted", "verified", "altered", "failed", "accent"):
            for ground in ("paper", "tint"):
                assert contrast(colours[name], colours[ground]) >= READABLE, (scheme, name, ground)
        assert contrast(colours["ink"], colours["mark"]) >= READABLE

"""The cache: nothing is rendered twice, and nothing wrong comes out of it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from generator.cards.cache import cached_png
from generator.cards.fonts import Font
from tests.support.card_samples import house_fonts

END = b"IEND\xaeB`\x82"
FONTS = house_fonts().all


class Renderer:
    """Counts what it renders."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __call__(self, svg: str, fonts: Sequence[Font]) -> bytes:
        self.calls.append(svg)
        return f"{svg} in {len(fonts)} fonts".encode() + END


def test_an_unchanged_card_is_rendered_once(tmp_path: Path) -> None:
    render = Renderer()
    first = cached_png("<svg/>", FONTS, tmp_path / "cards", render=render)
    assert cached_png("<svg/>", FONTS, tmp_path / "cards", render=render) == first
    assert len(render.calls) == 1
    assert [path.suffix for path in (tmp_path / "cards").iterdir()] == [".png"]


def test_another_drawing_or_another_font_is_rendered(tmp_path: Path) -> None:
    render = Renderer()
    cached_png("<svg/>", FONTS, tmp_path, render=render)
    cached_png("<svg />", FONTS, tmp_path, render=render)
    cached_png("<svg/>", FONTS[:-1], tmp_path, render=render)
    cached_png("<svg/>", (*FONTS[:-1], replace(FONTS[-1], sha256="0" * 64)), tmp_path, render=render)
    assert len(render.calls) == 4


def test_where_a_font_stands_does_not_matter(tmp_path: Path) -> None:
    render = Renderer()
    cached_png("<svg/>", FONTS, tmp_path, render=render)
    cached_png("<svg/>", [replace(font, path=Path("elsewhere")) for font in FONTS], tmp_path, render=render)
    assert len(render.calls) == 1


def test_half_a_file_is_rendered_again(tmp_path: Path) -> None:
    render = Renderer()
    first = cached_png("<svg/>", FONTS, tmp_path, render=render)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(first[:5])
    assert cached_png("<svg/>", FONTS, tmp_path, render=render) == first
    assert kept.read_bytes() == first


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text("a file stands in its place")
    render = Renderer()
    assert cached_png("<svg/>", FONTS, tmp_path / "cards", render=render).startswith(b"<svg/>")


def test_two_builds_at_once_do_no_harm(tmp_path: Path) -> None:
    render = Renderer()
    with ThreadPoolExecutor(8) as pool:
        found = {*pool.map(lambda _: cached_png("<svg/>", FONTS, tmp_path, render=render), range(64))}
    assert len(found) == 1
    assert len([*tmp_path.iterdir()]) == 1

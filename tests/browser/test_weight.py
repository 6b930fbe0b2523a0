"""What pages weigh, compressed as a host compresses them (gzip, level 9); 1 kB is 1,000 bytes."""

import gzip
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.support.built import Sites
from tests.support.pages import ARABIC, EXPLAINERS, HEARING, HOME, JAILING, ORDINARY, PRINTS, STEP, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser

STYLE_SHEET = "assets/explainer.css"
SCRIPTS = ("assets/explainer.js", "assets/explainer-record.js", "assets/javascripts/workers/explainer-search.js")
PACKED = frozenset({".png", ".jpg", ".webp", ".woff2"})
FIRST_VIEWS = (
    HOME,
    JAILING,
    ("demonstration", "guide/"),
    ("demonstration", "guide/gallery/"),
    ("demonstration", "guide/errors/"),
    HEARING,
    ORDINARY,
    ARABIC,
    ("many", ""),
    ("many", "explainers/"),
    ("many", "explainers/page-150/"),
)
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def weight(content: bytes | str) -> int:
    """Return the compressed size of a text in bytes."""
    return len(gzip.compress(content.encode() if isinstance(content, str) else content, 9, mtime=0))


def without_article(html: str) -> str:
    """Take out all that stands in the article: what is left is Material's page around it."""
    return _ARTICLE.sub(r"\1\3", html)


def with_words_alone(html: str) -> str:
    """Reduce the article to its words, which would have to be there whoever made the page."""
    return _ARTICLE.sub(lambda match: " ".join(unescape(_TAG.sub(" ", match[2])).split()), html)


def test_the_demonstration_adds_14_kb_to_material(sites: Sites) -> None:
    """Count our style sheet and all that stands in the article, the author's own words included."""
    site = sites.site(JAILING[0])
    page = (site / JAILING[1] / "index.html").read_text("utf-8")
    added = weight(page) - weight(without_article(page))
    assert added > 1_000
    assert added + weight((site / STYLE_SHEET).read_bytes()) <= 14_000


@pytest.mark.parametrize("kind", EXPLAINERS, ids=name_of)
def test_markup_and_style_of_any_page_are_below_14_kb(sites: Sites, kind: tuple[str, str]) -> None:
    """Count our style sheet and our markup, but not the words in it, of which a page may have as many as it needs."""
    site = sites.site(kind[0])
    page = (site / kind[1] / "index.html").read_text("utf-8")
    added = weight(page) - weight(with_words_alone(page))
    assert added > 1_000
    assert added + weight((site / STYLE_SHEET).read_bytes()) <= 14_000


def test_our_scripts_are_below_2_kb(sites: Sites) -> None:
    site = sites.site("demonstration")
    assert sum(weight((site / script).read_bytes()) for script in SCRIPTS) <= 2_000


@pytest.mark.parametrize("kind", FIRST_VIEWS, ids=name_of)
def test_a_first_view_is_below_80_kb(browser: Browser, sites: Sites, kind: tuple[str, str]) -> None:
    assert first_view(browser, sites, kind) <= 80_000


@pytest.mark.parametrize("kind", [STEP, PRINTS], ids=name_of)
def test_a_page_with_very_many_words_is_heavier_by_its_words_alone(
    browser: Browser, sites: Sites, kind: tuple[str, str]
) -> None:
    """Fourteen quotations with the sentences around, seven experts and thirteen events: 83 kB with their words."""
    page = (sites.site(kind[0]) / kind[1] / "index.html").read_text("utf-8")
    words = weight(with_words_alone(page)) - weight(without_article(page))
    assert words > 4_000
    assert first_view(browser, sites, kind) - words <= 80_000


def first_view(browser: Browser, sites: Sites, kind: tuple[str, str]) -> int:
    """Count all that is asked for until nothing more is; and the icon, which a browser without a window leaves out."""
    site = sites.site(kind[0])
    with visit(browser, sites.url(*kind), idle=True) as seen:
        icons = seen.page.evaluate("[...document.querySelectorAll('link[rel~=icon]')].map(link => link.href)")
        asked = {url for url in [*seen.asked, *icons] if not url.startswith("data:")}
    weights = {url: _carried(site / _path(url, kind[0])) for url in asked}
    return sum(weights.values())


def _path(url: str, site: str) -> str:
    return urlsplit(url).path.removeprefix(f"/{site}/")


def _carried(file: Path) -> int:
    file = file / "index.html" if file.is_dir() else file
    return file.stat().st_size if file.suffix in PACKED else weight(file.read_bytes())

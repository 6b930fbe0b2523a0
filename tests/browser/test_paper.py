"""Pages on paper: nothing is folded there, and no link can be pressed."""

import io
import re
import unicodedata
from itertools import pairwise

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.support.built import Sites
from tests.support.pages import ARABIC, EXPLAINERS, HEARING, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser

_TEXTS = """() => {
  const texts = selector => [...document.querySelectorAll(selector)].map(element => element.textContent)
  return {
    quotations: texts(".ex-quotation__words > p"), speakers: texts(".ex-quotation__speaker"),
    experts: texts(".ex-expert__name"), events: texts(".ex-timeline__title"), contexts: texts(".ex-proof__context"),
    biographies: texts(".ex-expert__biography > div > p"),
    addresses: [...document.querySelectorAll(".ex-sources cite a")].map(a => a.getAttribute("href")),
  }
}"""
_ENDS = """[...document.querySelectorAll(".ex-quotation")].map(quotation => [
  [...quotation.querySelectorAll(":scope > blockquote > p, .ex-quotation__original > p")].at(-1).textContent,
  quotation.querySelector(".ex-quotation__attribution").textContent,
])"""

_HEADINGS = """[...document.querySelectorAll(".ex-page > h2")].map(heading => [
  heading.firstChild.textContent, heading.nextElementSibling.innerText.trim().split("\\n")[0],
])"""


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", [*EXPLAINERS, HEARING], ids=name_of)
def test_everything_is_printed_and_no_attribution_is_parted_from_its_words(
    browser: Browser, sites: Sites, kind: tuple[str, str], paper: str
) -> None:
    with visit(browser, sites.url(*kind)) as seen:
        sheets = [solid(sheet) for sheet in printed(seen.page.pdf(format=paper))]
        for name, texts in seen.page.evaluate(_TEXTS).items():
            assert texts or name in {"biographies", "addresses"}, name
            assert [text for text in texts if not stands(solid(text), sheets)] == [], name
        for heading, text in seen.page.evaluate(_HEADINGS):
            assert any(solid(heading) in sheet and solid(text)[:20] in sheet for sheet in sheets), heading
        for words, attribution in seen.page.evaluate(_ENDS):
            end = solid(words)[-20:] + solid(attribution)
            assert any(end in sheet for sheet in sheets), end


def test_pages_from_right_to_left_are_printed_whole(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url(*ARABIC)) as seen:
        sheets = printed(seen.page.pdf(format="A4"))
        assert "https://paper.example/ar/jalsa" in "".join(sheets)
        seen.page.emulate_media(media="print")
        folded = seen.page.locator(".ex-proof__context")
        assert folded.count() == 3
        assert all(context.bounding_box() for context in folded.all())


def stands(text: str, sheets: list[str]) -> bool:
    """Tell whether a text stands on a sheet, or begins on one and ends on the next."""
    overleaf = (
        text[:end] in sheet and text[end:] in following
        for sheet, following in pairwise(sheets)
        for end in range(1, len(text))
    )
    return any(text in sheet for sheet in sheets) or any(overleaf)


def printed(pdf: bytes) -> list[str]:
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]


def solid(text: str) -> str:
    """Fold what a printer may change: ligatures, spaces, where lines end, and marks that share a glyph in many faces."""
    marks = unicodedata.normalize("NFKC", text).translate({0x2BB: "‘", 0x2BC: "’"})
    return re.sub(r"[\s\u00ad\u200b]+", "", marks)

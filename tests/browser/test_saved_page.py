"""A page that a reader has saved, and opens from a folder."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.built import Sites
from tests.support.pages import ARABIC, HEARING, PRINTS, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", [PRINTS, HEARING, ARABIC], ids=name_of)
def test_a_saved_page_is_whole(browser: Browser, sites: Sites, kind: tuple[str, str], tmp_path: Path) -> None:
    name, path = kind
    saved = tmp_path / name
    shutil.copytree(sites.site(name), saved)
    with visit(browser, sites.url(*kind)) as online:
        text = online.page.locator("article").inner_text()
    with visit(browser, (saved / path / "index.html").as_uri()) as seen:
        assert [*seen.said, *seen.failed] == []
        assert seen.page.locator("article").inner_text() == text
        face = seen.page.locator(".ex-quotation__words").first.evaluate("words => getComputedStyle(words).fontFamily")
        assert face.startswith("Charter")
        assert seen.page.locator(".ex-quotation").first.evaluate("box => getComputedStyle(box).position") == "relative"

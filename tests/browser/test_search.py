"""The search: asked for when it is wanted, and not before."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.built import Sites
from tests.support.pages import ARABIC, HOME, JAILING
from tests.support.visit import Visit, visit

pytestmark = pytest.mark.browser

# The worker of ours that stands before Material's weighs 300 bytes, and may be asked for at once.
PARTS = (r"/search_index\.json$", r"/workers/search\.\w+\.min\.js$")


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_opens_it_a_name_finds_the_page_and_escape_closes_it(browser: Browser, sites: Sites, key: str) -> None:
    with visit(browser, sites.url(*HOME), idle=True) as seen:
        page = seen.page
        assert not any(asked(seen, part) for part in PARTS)
        page.keyboard.press(key)
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.type("Reichlin-Melnick")
        found = page.locator(f".md-search-result__link[href*='{JAILING[1]}']")
        expect(found.first).to_be_attached()
        assert all(asked(seen, part) for part in PARTS)
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__input")).not_to_be_focused()
        expect(page.locator("#__search")).not_to_be_checked()
        assert [*seen.said, *seen.refused(), *seen.failed] == []


def asked(seen: Visit, part: str) -> bool:
    return any(re.search(part, url) for url in seen.asked)


def test_a_name_in_another_script_finds_the_page(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url("arabic")) as seen:
        seen.page.locator(".md-search__input").click()
        seen.page.keyboard.type("سلمى")
        found = seen.page.locator(f".md-search-result__link[href*='{ARABIC[1]}']")
        expect(found.first).to_be_attached()
        assert [*seen.said, *seen.refused(), *seen.failed] == []

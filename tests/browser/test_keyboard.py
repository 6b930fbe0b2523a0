"""Pages without a mouse."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.built import Sites
from tests.support.pages import HEARING, JAILING, PRINTS, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser

_FOCUSED = """() => {
  const style = getComputedStyle(document.activeElement)
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
}"""

_SHOWN = """() => {
  const inner = (one, other) => ({
    left: Math.max(one.left, other.left), right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom),
  })
  let shown = document.activeElement.getBoundingClientRect()
  for (let box = document.activeElement; box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box)
    if (style.clipPath !== "none") return false
    if (style.overflow !== "visible") shown = inner(shown, box.getBoundingClientRect())
  }
  return shown.right - shown.left > 1 && shown.bottom - shown.top > 1
}"""
"""Tells whether more than a pixel of what is focused is left by all that clips it."""

_NAME = "`${document.activeElement.localName}.${document.activeElement.classList.item(0) ?? ''}`"


def outlined(page: Page) -> bool:
    return bool(page.evaluate(_FOCUSED))


def test_the_first_stop_skips_to_the_text(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url(*JAILING)) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.md-skip')")
        assert page.locator(".md-skip").evaluate("link => link.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        assert page.evaluate("id => document.getElementById(id).closest('article') !== null", target)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_opens_and_closes(browser: Browser, sites: Sites, key: str) -> None:
    with visit(browser, sites.url(*HEARING)) as seen:
        for selector in ("#quote-quiet details", ".ex-expert__biography"):
            folded = seen.page.locator(selector).first
            folded.locator("summary").focus()
            seen.page.keyboard.press(key)
            assert folded.evaluate("element => element.open")
            seen.page.keyboard.press(key)
            assert not folded.evaluate("element => element.open")


@pytest.mark.parametrize("kind", [HEARING, PRINTS], ids=name_of)
def test_every_stop_in_the_text_can_be_seen(browser: Browser, sites: Sites, kind: tuple[str, str]) -> None:
    with visit(browser, sites.url(*kind)) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        stops: dict[str, bool] = {}
        for _ in range(400):
            page.keyboard.press("Tab")
            if not page.evaluate("document.activeElement.closest('article') !== null"):
                break
            name = str(page.evaluate(_NAME))
            stops[name] = stops.get(name, True) and outlined(page) and bool(page.evaluate(_SHOWN))
        assert {"summary.focus-visible", "a.ex-proof__permalink", "a.ex-proof__link"} <= set(stops)
        assert [name for name, visible in stops.items() if not visible] == []


def test_the_address_of_a_quotation_is_copied_where_the_browser_lets_it_be(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url(*HEARING), permissions=["clipboard-read", "clipboard-write"]) as seen:
        link = seen.page.locator("#quote-quiet .ex-proof__permalink")
        words = link.inner_text()
        link.focus()
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_function("words => document.activeElement.textContent !== words", arg=words)
        assert seen.page.evaluate("navigator.clipboard.readText()") == sites.url(*HEARING) + "#quote-quiet"
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_timeout(2500)
        assert link.inner_text() == words, "a second press does not keep what the first one said"


def test_where_it_is_not_the_link_leads_there(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url(*HEARING), java_script_enabled=False) as seen:
        seen.page.locator("#quote-quiet .ex-proof__permalink").click()
        assert seen.page.url.endswith("#quote-quiet")

"""The demonstration page in a real browser."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "explainers/jailing-citizens-abroad/",
    "guide/",
    "guide/placing/",
    "guide/front-matter/",
    "guide/verification/",
    "guide/errors/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_quiet_fits_and_asks_nobody_else(
    browser: Browser, demonstration: str, path: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(demonstration + path, wait_until="networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((demonstration, "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_everything_can_be_read_without_javascript(browser: Browser, demonstration: str) -> None:
    texts = []
    for javascript in (True, False):
        context = browser.new_context(java_script_enabled=javascript)
        page = context.new_page()
        page.goto(demonstration + PAGES[1])
        texts.append(page.locator("article").inner_text())
        context.close()
    assert texts[0] == texts[1]
    assert "11 quotations, all verified in 2 sources" in texts[0]


def test_citations_and_addresses_lead_somewhere(browser: Browser, demonstration: str) -> None:
    page = browser.new_page()
    page.goto(demonstration + PAGES[1])
    targets = page.evaluate(
        "[...document.querySelectorAll('article a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    )
    assert len(targets) > 10
    missing = page.evaluate("ids => ids.filter(id => !document.getElementById(decodeURIComponent(id)))", targets)
    assert missing == []
    repeated = page.evaluate(
        "(ids => ids.filter((id, i) => ids.indexOf(id) !== i))([...document.querySelectorAll('[id]')].map(e => e.id))"
    )
    assert repeated == []
    page.close()


def test_the_context_of_a_quotation_unfolds_with_the_keyboard(browser: Browser, demonstration: str) -> None:
    page = browser.new_page()
    page.goto(demonstration + PAGES[1])
    details = page.locator("#quote-offered details")
    assert not details.evaluate("element => element.open")
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.evaluate("element => element.open")
    assert "Bukele wrote on X" in details.inner_text()
    page.close()


def test_print_shows_what_is_folded(browser: Browser, demonstration: str) -> None:
    page = browser.new_page()
    page.goto(demonstration + PAGES[1])
    page.emulate_media(media="print")
    context = page.locator("#quote-offered details .ex-proof__passage, #quote-offered details > :not(summary)").first
    assert context.is_visible()
    page.close()

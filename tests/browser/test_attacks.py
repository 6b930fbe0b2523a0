"""What authors may write, in a browser: of what is let through, nothing runs."""

import pytest
from playwright.sync_api import Browser

from generator.markdown.body_html import render_body
from generator.markdown.safety import find_unsafe_in_page
from generator.site.site_file import load_settings
from tests.support.payloads import payloads
from tests.support.places import DATA

pytestmark = pytest.mark.browser
STEP = 10
PROVOKE = """() => {
    for (const element of document.querySelectorAll("*"))
        for (const name of ["click", "error", "load", "mouseover", "focus", "focusin", "toggle", "animationstart", "wheel"])
            element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
    return Boolean(window.ran);
}"""


def test_the_browser_sees_what_runs(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p onclick='window.ran=1'>a</p>")
    assert page.evaluate(PROVOKE)
    page.close()


def test_nothing_that_is_let_through_runs(browser: Browser) -> None:
    extensions = load_settings(DATA / "safety" / "mkdocs.yml").extensions
    rendered = [render_body(text, extensions) for text in list(dict.fromkeys(payloads()))[::STEP]]
    kept = [html for html in rendered if not find_unsafe_in_page(html)]
    assert len(kept) > 100
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    for start in range(0, len(kept), 50):
        page.set_content(
            "".join(f"<div>{html}</div>" for html in kept[start : start + 50]), wait_until="domcontentloaded"
        )
        assert not page.evaluate(PROVOKE), kept[start : start + 50]
    page.close()

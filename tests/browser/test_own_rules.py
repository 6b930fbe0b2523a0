"""Style sheets of an owner's own."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.support.built import Sites
from tests.support.pages import HEARING, HOME, ORDINARY
from tests.support.places import ROOT
from tests.support.visit import visit

pytestmark = pytest.mark.browser

GUIDE = (ROOT / "content" / "guide" / "look.md").read_text("utf-8")
EXAMPLES = re.findall(r'```css title="content/own.css"\n(.*?)```', GUIDE, re.DOTALL)
RUNNING = ("h1", "h2", "p", "p > a:not(.ex-term)", "ul")


def style(page: Page, selector: str, name: str) -> str:
    script = "(element, name) => getComputedStyle(element).getPropertyValue(name)"
    return str(page.locator(selector).first.evaluate(script, name))


@pytest.mark.parametrize(("scheme", "tint"), [("light", "rgb(243, 239, 230)"), ("dark", "rgb(38, 35, 31)")])
def test_the_examples_of_the_guide_do_what_it_says(browser: Browser, sites: Sites, scheme: str, tint: str) -> None:
    with visit(browser, sites.url(*HEARING), color_scheme=scheme, bypass_csp=True) as seen:
        page = seen.page
        page.add_style_tag(content="".join(EXAMPLES))
        assert style(page, ".ex-quotation__words", "font-family").startswith("Palatino")
        assert style(page, ".ex-page > p", "max-width") == "600px"
        assert style(page, ".ex-key-points", "background-color") == tint
        assert style(page, ".ex-quotation__words", "font-style") == "italic"
        assert style(page, ".ex-page > h2", "font-size") == "40px"
        page.emulate_media(media="print")
        assert style(page, ".ex-key-points", "background-color") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("kind", "selectors"),
    [
        (
            HEARING,
            [*(f".ex-page > {name}" for name in RUNNING), ".ex-page .ex-term", ".ex-citation", ".ex-proof__line"],
        ),
        (ORDINARY, [*(f".md-content__inner > {name}" for name in RUNNING[:3])]),
        (HOME, [".md-content__inner > h1", ".md-content__inner > p", ".ex-cards__title"]),
    ],
)
def test_the_last_layer_wins(browser: Browser, sites: Sites, kind: tuple[str, str], selectors: list[str]) -> None:
    with visit(browser, sites.url(*kind), bypass_csp=True) as seen:
        page = seen.page
        said = "font-size: 41px; font-family: Owned; line-height: 43px; color: rgb(1, 2, 3); margin-block: 7px 9px; "
        said += "text-decoration-line: overline; max-width: 99px; font-weight: 200; letter-spacing: 3px"
        page.add_style_tag(content=f"@layer ex.site {{ {', '.join(selectors)} {{ {said} }} }}")
        for selector in selectors:
            wanted = {
                "font-size": "41px",
                "font-family": "Owned",
                "line-height": "43px",
                "color": "rgb(1, 2, 3)",
                "margin-top": "7px",
                "margin-bottom": "9px",
                "text-decoration-line": "overline",
                "max-width": "99px",
                "font-weight": "200",
                "letter-spacing": "3px",
            }
            found = {name: style(page, selector, name) for name in wanted}
            assert found == wanted, selector

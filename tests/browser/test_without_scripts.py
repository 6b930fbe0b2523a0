"""Pages whose scripts do not run."""

import pytest
from playwright.sync_api import Browser

from tests.support.built import Sites
from tests.support.pages import KINDS, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind[1] != "404.html"], ids=name_of)
def test_the_text_is_the_same_and_links_lead_somewhere(browser: Browser, sites: Sites, kind: tuple[str, str]) -> None:
    texts = []
    for scripts in (False, True):
        with visit(browser, sites.url(*kind), java_script_enabled=scripts) as seen:
            if scripts:  # What narrows a list down needs them, and is offered with them alone.
                seen.page.locator(".ex-filter").evaluate_all("filters => filters.forEach(filter => filter.remove())")
            texts.append(" ".join(seen.page.locator("article").inner_text().split()))
            if scripts:
                assert seen.page.evaluate(_LOST) == []
                assert seen.page.evaluate(_REPEATED) == []
    assert texts[0] == texts[1]
    assert texts[0]


_LOST = """[...document.querySelectorAll('article a[href^="#"]')].map(a => a.getAttribute("href").slice(1))
  .filter(id => !document.getElementById(decodeURIComponent(id)))"""
_REPEATED = """(ids => ids.filter((id, i) => ids.indexOf(id) !== i))
  ([...document.querySelectorAll("[id]")].map(element => element.id))"""

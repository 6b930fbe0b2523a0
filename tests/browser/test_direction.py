"""Pages from right to left: what stands before the words stands on their right."""

import pytest
from playwright.sync_api import Browser

from tests.support.built import Sites
from tests.support.pages import ARABIC, HEARING
from tests.support.visit import visit

pytestmark = pytest.mark.browser

# A pseudo-element has no box of its own: its offset from the right edge tells on which side it hangs.
_SIDES = """() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect()
  const style = (selector, part) => getComputedStyle(document.querySelector(selector), part)
  const words = box(".ex-quotation__words > p"), quotation = box(".ex-quotation")
  const date = box(".ex-timeline__heading > time, .ex-timeline__heading > .ex-date"), event = box(".ex-timeline__event")
  const point = box(".ex-key-points > li"), points = box(".ex-key-points")
  const side = (inner, outer) => outer.right - inner.right > inner.left - outer.left ? "right" : "left"
  const hangs = (selector, part = "::before") =>
    parseFloat(style(selector, part).right) < parseFloat(style(selector, part).left) ? "right" : "left"
  return {
    "room for the quotation mark": side(words, quotation),
    "quotation mark": hangs(".ex-quotation"),
    "rail": hangs(".ex-timeline__event"),
    "room for the rail": side(date, event),
    "dot": hangs(".ex-timeline__heading > time, .ex-timeline__heading > .ex-date"),
    "room for the marker of a key point": side(point, points),
    "marker of a key point": hangs(".ex-key-points > li"),
  }
}"""


@pytest.mark.parametrize(("kind", "side"), [(ARABIC, "right"), (HEARING, "left")])
@pytest.mark.parametrize("width", [1280, 320])
def test_marks_stand_where_a_line_begins(
    browser: Browser, sites: Sites, kind: tuple[str, str], side: str, width: int
) -> None:
    with visit(browser, sites.url(*kind), viewport={"width": width, "height": 800}) as seen:
        sides = seen.page.evaluate(_SIDES)
        assert {name: found for name, found in sides.items() if found != side} == {}

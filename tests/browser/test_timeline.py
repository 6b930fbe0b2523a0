"""Timelines: a rail from the first dot to the last, and links beside the events."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.built import Sites
from tests.support.pages import HEARING, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser

TIMELINE = ("demonstration", "timeline/")
_RAILS = """timelines => timelines.map(timeline => {
  const shown = selector => [...timeline.querySelectorAll(selector)].filter(element => element.checkVisibility())
  const part = element => {
    const style = getComputedStyle(element, "::before"), box = element.getBoundingClientRect()
    return style.content === "none" ? [] : [[box.top + parseFloat(style.top), box.bottom - parseFloat(style.bottom)]]
  }
  const parts = shown(".ex-timeline__event, .ex-timeline__label").flatMap(part).sort((one, other) => one[0] - other[0])
  const middle = event => {
    const dot = getComputedStyle(event.querySelector("time, .ex-date"), "::before")
    return event.getBoundingClientRect().top + parseFloat(dot.top) + parseFloat(dot.height) / 2
  }
  const events = shown(".ex-timeline__event")
  return {parts, first: middle(events[0]), last: middle(events.at(-1))}
})"""
_LINKS = """[...document.querySelectorAll(".ex-timeline__links, .ex-expert__links")].map(list => [
  list.children.length, getComputedStyle(list).listStyleType,
  [...list.querySelectorAll("a")].every(link => getComputedStyle(link).verticalAlign === "top"),
])"""


def check_rails(page: Page) -> int:
    """Check the rails of a page, and return of how many parts they are made."""
    rails = page.locator(".ex-timeline:has(.ex-timeline__event)").evaluate_all(_RAILS)
    for rail in rails:
        reached = rail["first"]
        for top, bottom in rail["parts"]:
            assert top == pytest.approx(reached, abs=1)
            reached = bottom
        assert reached == pytest.approx(rail["last"], abs=1)
    return sum(len(rail["parts"]) for rail in rails)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", [TIMELINE, HEARING], ids=name_of)
def test_the_rail_leads_from_the_first_dot_to_the_last(
    browser: Browser, sites: Sites, kind: tuple[str, str], width: int
) -> None:
    with visit(browser, sites.url(*kind), viewport={"width": width, "height": 800}) as seen:
        assert check_rails(seen.page) > 2


@pytest.mark.parametrize("width", [1280, 360])
def test_it_does_so_for_the_events_of_one_topic(browser: Browser, sites: Sites, width: int) -> None:
    with visit(browser, sites.url(*TIMELINE), viewport={"width": width, "height": 800}) as seen:
        whole = check_rails(seen.page)
        for topic in ("space", "constitution", "archaeology"):
            seen.page.select_option(".ex-filter select", topic)
            assert 0 < check_rails(seen.page) < whole


@pytest.mark.parametrize("kind", [TIMELINE, HEARING], ids=name_of)
def test_one_link_has_no_bullet_and_no_bullet_hangs_at_the_end(
    browser: Browser, sites: Sites, kind: tuple[str, str]
) -> None:
    with visit(browser, sites.url(*kind)) as seen:
        lists = seen.page.evaluate(_LINKS)
        assert lists
        assert [found for found in lists if (found[0] == 1) != (found[1] == "none") or not found[2]] == []

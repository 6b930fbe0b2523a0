"""What readers have chosen for themselves: their own colours, less motion, a slow connection."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.built import Sites
from tests.support.pages import FAILED, HEARING, HOME, JAILING, name_of
from tests.support.visit import WIDE, visit

pytestmark = pytest.mark.browser

_STATES = """[...document.querySelectorAll("footer.ex-proof")].map(proof => [
  [...proof.classList].find(name => name.startsWith("ex-proof--")),
  proof.querySelector(".ex-proof__status").innerText,
])"""
_TRANSITIONS = """[...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].flatMap(part => {
  const style = getComputedStyle(element, part || null)
  const longest = Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat))
  const ours = /\\bex-/.test(element.className) || element.closest(".ex-block, .ex-cards")
  return ours && longest > 0 ? [`${element.className}${part}: ${longest}s`] : []
}))"""
_SHAPES = """() => {
  const shape = (selector, part) => {
    const style = getComputedStyle(document.querySelector(selector), part)
    return [style.content, style.borderTopWidth, style.borderTopStyle, style.outlineStyle]
  }
  const dot = event => shape(`${event} .ex-timeline__heading > :is(time, .ex-date)`, "::before")
  const ground = selector => getComputedStyle(document.querySelector(selector)).backgroundColor
  return {
    dots: [dot(".ex-timeline__event--key"), dot(".ex-timeline__event:not(.ex-timeline__event--key)")],
    facts: [
      ".ex-facts--known > .ex-facts__fact", ".ex-facts--unknown > .ex-facts__fact:not(.ex-facts__fact--answered)",
      ".ex-facts__fact--answered",
    ].map(selector => shape(selector, "::before")),
    rail: getComputedStyle(document.querySelector(".ex-timeline__event"), "::before").borderInlineStartStyle,
    mark: ground(".ex-proof__context mark"),
    around: getComputedStyle(document.body).backgroundColor,
  }
}"""
_OUTLINES = """quotations => quotations.map(quotation => [
  [...quotation.classList].find(name => /(failed|verified|altered|unchecked)$/.test(name)),
  getComputedStyle(quotation).outlineStyle,
].join(" "))"""
_SLOW = {"offline": False, "latency": 100, "downloadThroughput": 150_000, "uploadThroughput": 150_000}


def test_with_colours_of_the_readers_own_words_tell_the_states_apart(browser: Browser, sites: Sites) -> None:
    told: dict[str, set[str]] = {}
    for kind in (HEARING, FAILED):
        with visit(browser, sites.url(*kind), forced_colors="active") as seen:
            for state, words in seen.page.evaluate(_STATES):
                told.setdefault(state, set()).add(words.split(" on ")[0])
    assert {"ex-proof--verified", "ex-proof--altered", "ex-proof--failed"} <= set(told)
    words = [word for state in told.values() for word in state]
    assert len(words) == len(set(words))


def test_with_colours_of_the_readers_own_shapes_tell_apart_too(browser: Browser, sites: Sites) -> None:
    with visit(browser, sites.url(*HEARING), forced_colors="active") as seen:
        shapes = seen.page.evaluate(_SHAPES)
        assert len({*map(tuple, shapes["dots"])}) == len(shapes["dots"]), "an event, and a key event"
        assert len({*map(tuple, shapes["facts"])}) == len(shapes["facts"]), "known, unknown, answered"
        assert shapes["mark"] != shapes["around"], "the words, and the sentences around"
        assert shapes["rail"] == "solid"
        assert all("Answered" in text for text in texts(seen.page, ".ex-facts__fact--answered"))
        assert all("Key event" in text for text in texts(seen.page, ".ex-timeline__event--key"))
        assert texts(seen.page, ".ex-corrections__head strong") == ["Correction", "Clarification", "Update"]
    with visit(browser, sites.url(*FAILED), forced_colors="active") as seen:
        outlines = seen.page.locator(".ex-quotation").evaluate_all(_OUTLINES)
        assert {"ex-quotation--failed dashed"} == {outline for outline in outlines if "failed" in outline}
        assert not [outline for outline in outlines if "failed" not in outline and not outline.endswith(" none")]


def texts(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).all_inner_texts()
    assert found, selector
    return found


@pytest.mark.parametrize("kind", [HOME, HEARING], ids=name_of)
def test_nothing_of_ours_moves_where_less_motion_is_wanted(
    browser: Browser, sites: Sites, kind: tuple[str, str]
) -> None:
    with visit(browser, sites.url(*kind), reduced_motion="reduce") as seen:
        assert seen.page.evaluate(_TRANSITIONS) == []


@pytest.mark.parametrize("kind", [HOME, JAILING], ids=name_of)
def test_nothing_jumps_on_a_slow_connection(browser: Browser, sites: Sites, kind: tuple[str, str]) -> None:
    with visit(browser, "about:blank", viewport=WIDE) as seen:
        network = seen.page.context.new_cdp_session(seen.page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", _SLOW)
        seen.page.goto(sites.url(*kind), wait_until="networkidle")
        assert seen.shift() < 0.001

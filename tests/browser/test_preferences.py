"""What readers have chosen for themselves: their own colours, less motion, a slow connection."""

import pytest
from browser.built import Sites
from browser.pages import FAILED, HEARING, HOME, JAILING, name_of
from browser.visit import WIDE, visit
from playwright.sync_api import Browser

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
_SLOW = {"offline": False, "latency": 100, "downloadThroughput": 150_000, "uploadThroughput": 150_000}


def test_with_colours_of_the_readers_own_words_tell_the_states_apart(browser: Browser, sites: Sites) -> None:
    told: dict[str, set[str]] = {}
    for kind in (HEARING, FAILED):
        with visit(browser, sites.url(*kind), forced_colors="active") as seen:
            for state, words in seen.page.evaluate(_STATES):
                told.setdefault(state, set()).add(words.split(" on ")[0])
            answered = seen.page.locator(".ex-facts__fact--answered").all_inner_texts()
            assert all("Answered" in text for text in answered)
            turning = seen.page.locator(".ex-timeline__event--key").all_inner_texts()
            assert all("Key event" in text for text in turning)
            kinds = seen.page.locator(".ex-corrections__head strong").all_inner_texts()
            assert kinds in (["Correction", "Clarification", "Update"], [])
    assert {"ex-proof--verified", "ex-proof--altered", "ex-proof--failed"} <= set(told)
    words = [word for state in told.values() for word in state]
    assert len(words) == len(set(words))


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

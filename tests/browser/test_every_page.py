"""What every kind of page keeps, in light and in dark, at every width."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.axe import exclusions, is_needed, judge
from tests.support.built import Sites
from tests.support.faces import NARROW, WIDE, Faces
from tests.support.pages import KINDS, name_of
from tests.support.visit import Visit, visit

pytestmark = pytest.mark.browser

# 320 CSS pixels are also what a window of 1280 has left at a zoom of 400 %.
WIDTHS = (2560, 1280, 768, 360, 320)
FILTERED = tuple((site, f"{page}/") for site in ("demonstration", "arabic") for page in ("quotations", "timeline"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_a_page_is_quiet_still_accessible_and_fits(
    browser: Browser, sites: Sites, kind: tuple[str, str], scheme: str
) -> None:
    with visit(browser, sites.url(*kind), idle=True, color_scheme=scheme, reduced_motion="reduce") as seen:
        problems = [*noise(seen, sites.address), *layout(seen)]
        for width in WIDTHS:
            seen.settle(width)
            problems += overflow(seen, width)
            if width in {1280, 320}:
                problems += [f"{width}: {problem}" for problem in judge(seen.page, colours=scheme == "dark")]
        assert not problems, "\n".join(problems)


@pytest.mark.parametrize("faces", [NARROW, WIDE], ids=lambda faces: faces.sans)
@pytest.mark.parametrize("kind", FILTERED, ids=name_of)
def test_no_list_jumps_when_its_filter_is_filled(
    browsers: Callable[[Faces], Browser], sites: Sites, kind: tuple[str, str], faces: Faces
) -> None:
    for width in (1280, 360):
        window = {"width": width, "height": 800}
        with visit(browsers(faces), sites.url(*kind), idle=True, viewport=window, reduced_motion="reduce") as seen:
            assert not [f"{width}: {problem}" for problem in layout(seen)]


@pytest.mark.parametrize("known", exclusions(), ids=lambda known: known["rule"])
def test_what_is_excluded_is_still_found(browser: Browser, sites: Sites, known: dict[str, Any]) -> None:
    with visit(browser, sites.url(*known["page"]), idle=True, reduced_motion="reduce") as seen:
        seen.settle(known["width"])
        assert is_needed(known, seen.page), known["reason"]


def noise(seen: Visit, address: str) -> list[str]:
    """List what a page says, what it may not do, and what it asks for in vain or of others."""
    elsewhere = [f"asks {url}" for url in seen.asked if not url.startswith((address, "data:"))]
    failed = [f"fails {url}" for url in seen.failed]
    return [*seen.said, *seen.refused(), *elsewhere, *failed]


def layout(seen: Visit) -> list[str]:
    """List how far the page jumped while it was loaded."""
    return [f"shifts by {shift}" for shift in [seen.shift()] if shift >= 0.001]


def overflow(seen: Visit, width: int) -> list[str]:
    """List how much wider the page is than its window."""
    wide = seen.page.evaluate("document.documentElement.scrollWidth")
    return [f"{width}: is {wide} pixels wide"] if wide > width else []

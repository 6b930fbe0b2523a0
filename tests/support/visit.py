"""A visit: a page open in a browser, and what happened while it was loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

WIDE = {"width": 1280, "height": 800}
_WATCH = """
window.refused = []
addEventListener("securitypolicyviolation", event => refused.push(`${event.violatedDirective}: ${event.blockedURI}`))
window.shifts = []
new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({ type: "layout-shift", buffered: true })
"""
_STILL = "Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null)))"


@dataclass
class Visit:
    """A page open in a browser.

    Args:
        page: The page.
        said: What the console said, errors of scripts included.
        asked: The addresses that were asked for.
        failed: Those of them that could not be had.
    """

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def settle(self, width: int | None = None) -> None:
        """Wait until nothing moves any more, at another width of the window if one is given."""
        if width:
            self.page.set_viewport_size({"width": width, "height": 800})
        self.page.evaluate(_STILL)

    def refused(self) -> list[str]:
        """Return what the policy of the page refused."""
        return list(self.page.evaluate("window.refused"))

    def shift(self) -> float:
        """Return how far the layout shifted (Layout Instability: the sum of all shifts)."""
        return float(self.page.evaluate("window.shifts.reduce((sum, shift) => sum + shift, 0)"))


@contextmanager
def visit(browser: Browser, url: str, *, idle: bool = False, **options: Any) -> Iterator[Visit]:
    """Open a page in a context of its own, and listen.

    Args:
        browser: The browser.
        url: Address of the page.
        idle: Whether to wait until the page has asked for nothing for half a second.
        options: Of the context, such as `color_scheme`; the window is 1280 pixels wide if not told.
    """
    context = browser.new_context(**{"viewport": WIDE, **options})
    if options.get("java_script_enabled", True):
        context.add_init_script(_WATCH)
    page = context.new_page()
    seen = Visit(page)
    context.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("requestfailed", lambda request: seen.failed.append(request.url))
    page.on("response", lambda response: seen.failed.append(response.url) if response.status >= 400 else None)
    page.goto(url, wait_until="networkidle" if idle else "load")
    yield seen
    context.close()

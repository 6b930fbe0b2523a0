"""Accessibility as axe-core judges it."""

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

_COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = """only => axe.run(document, {
  resultTypes: ["violations", "incomplete"], ...(only && {runOnly: {type: "rule", values: only}}),
}).then(results =>
  ["violations", "incomplete"].flatMap(outcome => results[outcome].flatMap(rule => rule.nodes.map(node => ({
    outcome, rule: rule.id, target: node.target.join(" "),
    message: [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "),
  })))))"""


def judge(page: Page, *, colours: bool = False) -> list[str]:
    """Return what axe finds wrong with a page or cannot decide, but for what is excluded with a reason.

    Args:
        page: The page.
        colours: Whether to judge its colours alone, since all else was judged in another scheme.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    only = _COLOURS if colours else None
    found = page.evaluate(_RUN, only)
    if found:  # Material makes a block of code that scrolls focusable a moment after the window has changed.
        page.wait_for_timeout(300)
        found = page.evaluate(_RUN, only)
    return [
        f"{each['outcome']} {each['rule']}: {each['target']}: {each['message']}"
        for each in found
        if not _excluded(each)
    ]


def _excluded(found: dict[str, str]) -> bool:
    return any(
        (found["outcome"], found["rule"]) == (each["outcome"], each["rule"])
        and re.fullmatch(each["target"], found["target"])
        and each["message"] in found["message"]
        for each in _exclusions()
    )


@lru_cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@lru_cache
def _exclusions() -> list[dict[str, Any]]:
    return list(yaml.safe_load((Path(__file__).parent / "axe_exclusions.yaml").read_text("utf-8")))

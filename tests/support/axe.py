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
    found = _find(page, only := _COLOURS if colours else None)
    if found:  # Material makes a block of code that scrolls focusable a moment after the window has changed.
        page.wait_for_timeout(300)
        found = _find(page, only)
    return [
        f"{each['outcome']} {each['rule']}: {each['target']}: {each['message']}"
        for each in found
        if not any(_matches(known, each) for known in exclusions())
    ]


def is_needed(known: dict[str, Any], page: Page) -> bool:
    """Tell whether axe still finds on a page what is excluded."""
    return any(_matches(known, each) for each in _find(page, [known["rule"]]))


def _find(page: Page, only: list[str] | None) -> list[dict[str, str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    return list(page.evaluate(_RUN, only))


def _matches(known: dict[str, Any], found: dict[str, str]) -> bool:
    same = (found["outcome"], found["rule"]) == (known["outcome"], known["rule"])
    return same and bool(re.fullmatch(known["target"], found["target"])) and known["message"] in found["message"]


@lru_cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@lru_cache
def exclusions() -> list[dict[str, Any]]:
    """Return what is excluded, each with its reason and a page that needs it."""
    return list(yaml.safe_load((Path(__file__).parent / "axe_exclusions.yaml").read_text("utf-8")))

"""Checking a site: all that is wrong is known before anything is built of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sites import write_site

from generator.build import render_site
from generator.checked_site import check, check_site
from generator.embeds.embeds import Embeds

PAGE = """\
---
title: Is 汤 hot?
sources:
  broth: {file: broth.txt}
people:
  ada: {name: Ada Example}
quotes:
  cold: {text: Soup is cold, speaker: ada, source: broth}
---

::: quote col

Somebody said “nothing of the kind”.
"""
HOME = "# Home\n\n::: explainers\n    number: 3\n"


def test_each_step_adds_its_issues_and_building_adds_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = write_site(tmp_path, {"content/index.md": HOME, "content/soup.md": PAGE})
    checked = check_site(settings)
    assert {issue.code for issue in checked.issues} == {
        "absent",
        "card-font",
        "unknown-option",
        "unknown-quotation",
        "unverified-quotation",
    }
    assert render_site(checked).issues == checked.issues
    monkeypatch.delattr(Embeds, "files")
    assert check(replace(settings, site_url="https://soup.example/")) == checked.issues, "no embed is made"

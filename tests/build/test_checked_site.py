"""Checking a site: all that is wrong is known before anything is built of it."""

from pathlib import Path

from generator.build.built_site import render_site
from generator.build.checked_site import check, check_site
from tests.support.sites import write_site

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


def test_a_check_finds_all_that_a_build_finds(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/index.md": HOME, "content/soup.md": PAGE})
    checked = check_site(settings)
    assert {issue.code for issue in checked.issues} == {
        "absent",
        "card-font",
        "unknown-option",
        "unknown-quotation",
        "unverified-quotation",
    }
    assert render_site(checked).issues == check(settings) == checked.issues


def test_a_check_finds_embeds_that_are_too_large(tmp_path: Path) -> None:
    words = " ".join(f"soup{number}" for number in range(1100))
    page = PAGE.replace("text: Soup is cold", f"text: {words.strip()}").partition("\n::: quote")[0]
    page = page.replace("汤", "soup").replace(
        "{file: broth.txt}", "{file: broth.txt, kind: statement, author: Ada Example, license: CC BY 4.0}"
    )
    settings = write_site(tmp_path, {"content/soup.md": page, "seeds/broth.txt": words})
    assert [issue.code for issue in check_site(settings).issues] == []
    assert [issue.code for issue in check(settings)] == ["large-embed"]
    assert render_site(check_site(settings)).issues == check(settings)

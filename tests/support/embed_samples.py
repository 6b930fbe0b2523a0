"""A site with embeds, for their tests."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.build.built_site import Built, build_site
from tests.support.sites import write_site

ADDRESS = "https://site.example/explained/"
PAGE = """---
title: Is soup hot?
standfirst: A cook was asked.
published: 2025-04-08
language: en
sources:
  broth: {file: broth.txt, title: Noon, publisher: The Daily Broth, published: 2025-04, url: "https://paper.example/noon", license: CC BY 4.0}
people:
  ada: {name: Ada Example, role: cook}
quotes:
  hot: {text: "Soup is hot. Stew is not.", speaker: ada, source: broth, said: 2025-04-01, note: She was *asked*.}
  stew: {text: Stew is not, speaker: ada, source: broth}
experts:
  ada: {question: "Is it hot?", position: It is, summary: "She [tasted](https://taste.example/) it.", quotes: [hot]}
timeline:
  noon: {date: 2025-04-01, title: The kitchen opens, text: At noon., sources: [broth], quotes: [stew]}
  early: {date: 2024, title: The kitchen is built}
---

::: quote hot
"""


def build_page(root: Path, page: str = PAGE, *, path: str = "soup.md", address: str = ADDRESS) -> Built:
    """Build a site of one page."""
    settings = write_site(root, {f"content/{path}": page})
    return build_site(replace(settings, site_url=address, site_name="Soup", cards=False))


def make_files(root: Path, page: str = PAGE, *, address: str = ADDRESS) -> Mapping[str, str]:
    """Build a site of one page without problems, and return its further files."""
    built = build_page(root, page, address=address)
    assert [issue.message for issue in built.issues] == []
    return embed_files(built)


def embed_files(built: Built) -> dict[str, str]:
    """Return the files of a site's embeds by path."""
    return {path: text for path, text in built.files.items() if path.startswith("embed/")}


def with_corrections(*notes: str) -> str:
    """Return the page with corrections, each a mapping in YAML."""
    return PAGE.replace("---\n\n:::", "corrections:\n" + "".join(f"  - {note}\n" for note in notes) + "---\n\n:::")

"""A page on invented people with everything that evidence holds, for the tests of evidence."""

from pathlib import Path

from generator.build.built_site import Built, build_site
from generator.evidence.json_form import parse_manifest
from generator.evidence.manifest import Manifest
from generator.site.settings import Settings
from tests.support.sites import write_site

BROTH = "The kitchen opened at noon. “Soup is hot,” said Ada Example. “Stew is cold, and it is dear,” said Bo Sample.\n"
PAGE = """\
---
title: Is soup hot?
published: 2025-04-08
updated: 2025-04-09
sources:
  broth: {file: broth.txt, title: Soup goes up, publisher: The Daily Broth, published: 2025-04, url: "https://broth.example/soup", license: CC BY 4.0}
people:
  ada: {name: Ada Example, role: cook, affiliation: Merrow Kitchen, same_as: ["https://www.wikidata.org/wiki/Q1"]}
  bo: {name: Bo Sample}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth, said: 2025-04-07}
  stew: {text: Stew is cold … it is dear, speaker: bo, source: broth}
experts:
  ada: {question: Is it hot?, position: It is hot, quotes: [hot]}
timeline:
  opened: {date: 2025-03~, title: The kitchen opens, sources: [broth], quotes: [hot]}
corrections:
  - {date: 2025-04-09, kind: update, text: We added the stew., of: stew}
---
"""


def make_site(root: Path, page: str = PAGE, **files: str) -> Settings:
    """Write a site with the page, the source, and further files by their path with dots for slashes."""
    return write_site(
        root, {"seeds/broth.txt": BROTH, "content/index.md": "# Home\n", "content/soup.md": page, **files}
    )


def built_site(root: Path, page: str = PAGE) -> Built:
    return build_site(make_site(root, page))


def manifest_of(built: Built, path: str = "soup/evidence.json") -> Manifest:
    return parse_manifest(built.files[path].encode(), path)


def changed(page: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in page, old
        page = page.replace(old, new)
    return page

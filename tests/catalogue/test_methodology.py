"""Methodology: what a site says of its verification is true of it, and said in its language."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]  # it has no types of its own

from generator.build.built_site import Built, build_site
from generator.catalogue.addresses import Section
from generator.catalogue.methodology import methodology_language
from generator.markdown.body_html import render_body
from generator.render.theme import theme_folder
from generator.site.site_file import load_settings
from tests.support.locks import lock_site
from tests.support.sites import write_site
from tests.support.syndication_samples import machine_of, machine_page

PAGE = """\
---
title: Is soup hot?
sources:
  broth: {file: broth.txt, language: en}
  stew: {file: stew.txt, language: en}
people:
  ada: {name: Ada Example}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth}
  dear: {text: Stew is dear, speaker: ada, source: stew}
---
"""
STEW = "“Stew is dear,” said Ada Example.\n"
LANGUAGES = ("en", "de", "fr", "es", "ar")
NOT_HERE = {
    "en": "not part of this site",
    "de": "nicht Teil der Website",
    "fr": "pas partie d",
    "es": "no forma",
    "ar": "جزءًا من",
}


def built(root: Path, language: str, missing: tuple[str, ...] = ()) -> Built:
    site = f"site_name: Soup\ndocs_dir: content\ntheme: {{name: material, language: {language}}}\nplugins: [explainer: {{cards: false}}]\n"
    write_site(root, {"mkdocs.yml": site, "content/soup.md": PAGE, "seeds/stew.txt": STEW})
    settings = load_settings(root / "mkdocs.yml", {})
    lock_site(settings)
    for name in missing:
        (root / "seeds" / name).unlink()
    found = build_site(settings)
    assert found.issues == ()
    return found


def lead(text: str) -> str:
    """Return what stands between the headline and the first heading, on one line."""
    return " ".join(text.split("\n# ")[1].split("\n## ", maxsplit=1)[0].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_when_and_where_texts_were_compared(language: str, tmp_path: Path) -> None:
    missing: tuple[tuple[str, ...], ...] = ((), ("stew.txt",), ("broth.txt", "stew.txt"))
    told = [built(tmp_path / str(len(names)), language, names).pages["methodology.md"] for names in missing]
    leads = [lead(text) for text in told]
    assert len(set(leads)) == len(leads)
    assert [NOT_HERE[language] in text for text in leads] == [False, True, True]
    figures = [[int(number) for number in re.findall(r"\*\*(\d+)\*\*$", text, re.MULTILINE)] for text in told]
    assert [numbers[1:6] for numbers in figures] == [[2, 2, 0, 2, 0], [2, 2, 0, 1, 1], [2, 2, 0, 0, 2]]
    assert [numbers[6:9] for numbers in figures] == [[2, 2, 0], [2, 1, 1], [2, 0, 2]]


def test_only_a_site_with_every_text_says_that_each_build_compares_all(tmp_path: Path) -> None:
    whole = lead(built(tmp_path / "whole", "en").pages["methodology.md"])
    assert "is compared, word for word, with the text of the source that it names, each time that the site is" in whole
    locked = lead(built(tmp_path / "locked", "en", ("broth.txt", "stew.txt")).pages["methodology.md"])
    assert "was compared, word for word, with the text of the source that it names, before the site was built" in locked
    assert "its words and its speaker must still be those that were compared" in locked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    def shape(name: str) -> list[str]:
        text = (theme_folder() / f"partials/methodology.{name}.md.j2").read_text("utf-8")
        return re.findall(r"\{%.*?%\}|\{\{.*?\}\}|^##|^\d\. \*\*|^ *- |`[^`]+`", text, re.MULTILINE)

    assert shape(language) == shape("en")


def test_a_text_of_another_language_says_so(tmp_path: Path) -> None:
    text = built(tmp_path, "he").pages["methodology.md"]
    page = html.fromstring(render_body(text.split("---\n", 2)[2]))
    (block,) = page.xpath("//div[@lang]")
    assert dict(block.attrib) == {"lang": "en", "dir": "ltr"}
    assert len(block.xpath(".//h2")) == len(page.xpath("//h2"))
    assert block.xpath(".//ol/li/strong")
    assert not block.xpath(".//nav | .//h1")
    assert "language: he" in text


@pytest.mark.parametrize("language", [*LANGUAGES, "de-AT"])
def test_a_text_of_the_sites_language_needs_no_mark(language: str, tmp_path: Path) -> None:
    assert "lang:" not in built(tmp_path, language).pages["methodology.md"]
    assert methodology_language(language) == language


@pytest.mark.parametrize(("language", "expected"), [("ar", "ar"), ("he", "en")])
def test_linked_data_have_the_language_of_the_text(language: str, expected: str) -> None:
    english = machine_of(machine_page()).linked
    assert english is not None
    linked = replace(english, language=language)
    assert json.loads(linked.list_page(Section.METHODOLOGY, "Method", ""))["inLanguage"] == expected
    assert json.loads(linked.list_page(Section.TOPICS, "Topics", ""))["inLanguage"] == language

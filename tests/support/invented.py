"""A site of invented explainers, as many as a test asks for."""

import random
from pathlib import Path

HOST = "https://soup.example/"
SITE_FILE = f"""\
site_name: Soup
docs_dir: content
site_url: {HOST}
theme: {{name: material, font: false, features: [navigation.prune, navigation.tabs]}}
plugins: [search, explainer]
"""
_COOKS = 40
_EVENTS = 4


def write_explainers(root: Path, count: int) -> None:
    """Write a site below a folder: each explainer has a source, three of forty cooks and four events.

    The day of the last event is known, and every tenth page is corrected.
    """
    chance = random.Random(1)
    (root / "seeds").mkdir(parents=True)
    (root / "content" / "explainers").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SITE_FILE, "utf-8")
    (root / "content" / "index.md").write_text("# Soup\n\n::: explainers\n    count: 12\n", "utf-8")
    for number in range(count):
        cooks = chance.sample(range(_COOKS), 3)
        words = {cook: f"Soup number {number} is {cook} times as hot as stew" for cook in cooks}
        said = "\n".join(f"“{text},” said Ada Example{cook}." for cook, text in words.items())
        (root / "seeds" / f"s{number}.txt").write_text(f"{said}\n", "utf-8")
        page = _page(number, words, chance)
        (root / "content" / "explainers" / f"soup-{number}.md").write_text(page, "utf-8")


def _page(number: int, words: dict[int, str], chance: random.Random) -> str:
    first, second, _ = words
    people = "".join(f"  p{cook}: {{name: Ada Example{cook}, role: cook of kind {cook % 5}}}\n" for cook in words)
    quotes = "".join(
        f"  q{cook}: {{text: {text}, speaker: p{cook}, source: s, said: 20{chance.randrange(10, 25)}}}\n"
        for cook, text in words.items()
    )
    events = "".join(
        f"  e{place}: {{date: 20{chance.randrange(10, 25)}-0{place + 1}{'-15' if place == _EVENTS - 1 else ''}, "
        f"title: Kitchen {number} opens, sources: [s]}}\n"
        for place in range(_EVENTS)
    )
    corrections = "corrections: [{date: 2026-02-03, text: A cook was misnamed.}]\n" if number % 10 == 0 else ""
    return f"""\
---
title: Is soup {number} hot?
standfirst: Three cooks were asked about soup {number}.
published: 20{chance.randrange(20, 26)}-01-1{chance.randrange(10)}
topics: [soup, t{number % 12}]
sources:
  s: {{file: s{number}.txt, publisher: The Broth {number % 9}, title: Soup paper {number}, url: "https://broth.example/{number}", license: CC BY 4.0}}
people:
{people}quotes:
{quotes}experts:
  p{first}: {{question: Is it hot?, position: "Yes", quotes: [q{first}]}}
timeline:
{events}{corrections}---

Three cooks were asked [@s].

::: quote q{second}
"""

"""Measure how long a page with very many quotations, and one with very many mistakes, takes.

    python benchmarks/pages.py

The pages are made here, of plainly invented people and words.
"""

import tempfile
import time
from pathlib import Path

from generator import build_site, load_settings

NUMBERS = (200, 400, 800)


def many_quotations(count: int) -> str:
    """Return a page that quotes one sentence again and again."""
    quotes = "".join(f"  q{n}: {{text: Soup is hot, speaker: ada, source: broth}}\n" for n in range(count))
    placed = "\n\n".join(f"::: quote q{n}" for n in range(count))
    people = "people:\n  ada: {name: Ada Example}\n"
    return f"---\ntitle: Soup\nsources:\n  broth: {{file: broth.txt}}\n{people}quotes:\n{quotes}---\n\n{placed}\n"


def many_mistakes(count: int) -> str:
    """Return a page whose timeline has a bad date in each entry."""
    events = "".join(f"  e{n}: {{date: 2025-13, title: x}}\n" for n in range(count))
    return f"---\ntitle: Soup\ntimeline:\n{events}---\n"


def build(page: str) -> tuple[float, int]:
    """Build a site of one page; return the seconds of processor time and the number of problems."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "content").mkdir()
        (folder / "seeds").mkdir()
        (folder / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [{explainer: {cards: false}}]\n")
        (folder / "seeds/broth.txt").write_text("“Soup is hot,” said Ada Example.\n", "utf-8")
        (folder / "content/soup.md").write_text(page, "utf-8")
        settings = load_settings(folder / "mkdocs.yml", {})
        began = time.process_time()
        built = build_site(settings)
        return time.process_time() - began, len(built.issues)


def main() -> None:
    """Print the processor time of each page by its number of entries."""
    build(many_quotations(1))
    for make in (many_quotations, many_mistakes):
        for count in NUMBERS:
            seconds, problems = build(make(count))
            print(f"{count} {make.__name__.removeprefix('many_')}: {seconds:.2f} s, {problems} problems")


if __name__ == "__main__":
    main()

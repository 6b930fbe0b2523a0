"""Front matter that nobody opens, and ordinary pages that look a little like it."""

import pytest

from generator.front_matter.page import ParsedPage, parse_page

ORDINARY = {
    "meta-data that MkDocs reads": "title: Soup\nauthor: Desk\n\nBody.\n",
    "meta-data above a rule": "title: Soup\ntags: hot\n---\nBody.\n",
    "a heading": "title: Soup\n---\nBody.\n",
    "a heading that is a field's name": "sources: the cook\n---\nBody.\n",
    "one line of prose": "topics: soup and stew\n\nBody.\n",
    "prose with a colon": "sources: the cook,\nand published letters: none.\n\nBody.\n\n---\n",
    "a list of words": "Sources: the cook\nPublished: in May\n\nBody.\n",
    "fields further down": "# Soup\n\ntitle: Soup\nquotes:\n  hot: {text: Soup}\n---\n",
    "a rule": "---\n\nBody.\n",
    "a dash alone": "—\n\nBody.\n",
    "nothing but a dash": "—",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_page_is_none(text: str) -> None:
    assert parse_page(text, "a.md", "content/a.md", {}) == ParsedPage()


def test_a_draft_is_one_even_so() -> None:
    text = "title: Soup\ndraft: true\nquotes:\n  hot: {text: Soup}\n---\nBody.\n"
    assert parse_page(text, "a.md", "content/a.md", {}).draft
    assert not parse_page(text.replace("draft: true\n", ""), "a.md", "content/a.md", {}).draft

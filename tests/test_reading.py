"""Reading source files: text, Markdown and HTML."""

from datetime import date
from pathlib import Path

import pytest

from generator.article import Kind
from generator.errors import UnreadableError
from generator.reading import markdown_text, parse_article, read_article

HTML = """<!doctype html><html lang="en"><head><title>Soup is hot - The Daily Broth</title>
<meta property="og:title" content="Soup is hot"><meta property="og:site_name" content="The Daily Broth">
<meta property="article:published_time" content="2025-04-07T10:00:00Z"><meta name="author" content="Bo Sample">
</head><body><nav><a href="/">Home</a><a href="/stew">Stew</a></nav><article><h1>Soup is hot</h1>
<p>The kitchen opened at noon on Monday, and many people came to see what there was to eat in it.</p>
<p>&ldquo;Soup is hot,&rdquo; said Ada Example, who has cooked it for twenty years in the same pot as ever.</p>
<p>Nobody else had anything to say about the soup, which was gone within an hour of the opening.</p>
</article><footer>Copyright The Daily Broth</footer></body></html>"""


def test_plain_text_is_taken_as_it_is() -> None:
    article = parse_article("“Soup,” she said.\r\nMore.".encode(), ".txt", "a.txt")
    assert article.text == "“Soup,” she said.\nMore."
    assert article.kind is Kind.ARTICLE


def test_markdown_loses_its_markup_and_keeps_its_marks() -> None:
    text = markdown_text(
        "# Soup\n\n“It is *hot*,” she [said](https://example.org).\nStill “one” paragraph.\n\n- `a`\n- b\n"
    )
    assert text == "Soup\n“It is hot,” she said. Still “one” paragraph.\na\nb"


def test_html_gives_text_and_metadata() -> None:
    article = parse_article(HTML.encode(), ".html", "a.html")
    assert "“Soup is hot,” said Ada Example" in article.text
    assert "Copyright" not in article.text
    assert "Stew" not in article.text
    assert (article.title, article.publisher, article.author) == (
        "Soup is hot",
        "The Daily Broth",
        "Bo Sample",
    )
    assert article.published == date(2025, 4, 7)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"x", "must be .htm, .html, .md, .txt"),
        ("a.txt", b"", "no text"),
        ("a.txt", b"\xff", "not UTF-8"),
        ("a.md", b"---\ntitle: [a\n---\n", "not closed"),
        ("a.md", b"---\nkind: poem\n---\nx", "cannot be 'poem'"),
        ("a.html", b"<html><body></body></html>", "no article was found"),
        ("a.html", b"", "no article was found"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError, match=message):
        read_article(tmp_path / name)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_article(tmp_path / "none.txt")

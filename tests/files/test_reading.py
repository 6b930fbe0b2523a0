"""Reading source files: text, Markdown and HTML."""

from datetime import date
from pathlib import Path

import pytest

from generator.files.reading import markdown_text, parse_article, read_article
from generator.model.article import Kind
from generator.model.errors import UnreadableError

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


def test_markdown_loses_what_no_reader_sees() -> None:
    assert markdown_text("a\n\n<script>b()</script>\n\n<style>c {}</style>\n\n<!-- d -->\n\ne") == "a\ne"


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
    assert article.language == "en"


@pytest.mark.parametrize(
    ("told", "language"),
    [("de-AT", "de-AT"), ("pt_BR", "pt-BR"), ("", ""), ("../../es", ""), ("x" * 300, "")],
)
def test_html_tells_its_language(told: str, language: str) -> None:
    page = HTML.replace('lang="en"', f'lang="{told}"')
    assert parse_article(page.encode(), ".html", "a.html").language == language


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("2025-04", ""),
        ("", "© 2019 "),
        ("", "On 2011-05-03 the kitchen closed for the day. "),
        ("", "On 3 May 2011 the kitchen closed for the day. "),
    ],
    ids=["month", "year of copyright", "day in the text", "day in words"],
)
def test_html_that_tells_no_day_of_publication_gets_none(told: str, printed: str) -> None:
    page = HTML.replace("2025-04-07T10:00:00Z", told).replace("<p>The kitchen", f"<p>{printed}The kitchen")
    assert parse_article(page.encode(), ".html", "a.html").published is None


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"x", "must be .htm, .html, .md, .txt"),
        ("a.txt", b"", "no text"),
        ("a.txt", b"\xff", "not UTF-8"),
        ("a.md", b"---\ntitle: [a\n---\n", "not closed"),
        ("a.md", b"---\nkind: poem\n---\nx", "cannot be 'poem'"),
        ("a.md", b"---\nlanguage: ../es\n---\nx", "a.md:2:11: 'language' cannot be '../es'"),
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

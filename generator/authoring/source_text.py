"""A source as a file of the seeds folder: Markdown that reads back as the very text, with its metadata in front."""

import re
from datetime import date

from generator.authoring.entries import field_lines
from generator.model.article import Article, Kind
from generator.text.paragraphs import find_paragraphs

_MARKUP = re.compile(r"[\\`*_\[\]{}!]")
_OPENING = re.compile(r"^(?P<number>\d+)(?P<point>[.)])|^(?P<mark>[#+\-=:~|])")


def render_source(article: Article, retrieved: date | None = None) -> str:
    """Render an article as a source file.

    Args:
        article: Text and metadata.
        retrieved: Day on which it was fetched; None where it was not.

    Returns:
        The file's text; `read_article` reads the article's words and paragraphs back from it.
    """
    told = {
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": str(article.published or ""),
        "url": article.url,
        "retrieved": str(retrieved or ""),
        "language": article.language,
        "license": article.license,
        "kind": "" if article.kind is Kind.ARTICLE else str(article.kind),
    }
    head = [line for name, value in told.items() if value for line in field_lines(name, value, 0, 2)]
    paragraphs = (" ".join(article.text[start:end].split()) for start, end in find_paragraphs(article.text))
    body = "\n\n".join(escape_markdown(paragraph) for paragraph in paragraphs)
    return "\n".join(["---", *head, "---", "", body, ""])


def escape_markdown(paragraph: str) -> str:
    """Write a paragraph so that Markdown shows its characters as they are.

    Args:
        paragraph: Text without line ends.

    Returns:
        The same with backslashes and entities where Markdown would read markup.
    """
    escaped = paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _MARKUP.sub(lambda found: f"\\{found.group()}", escaped)
    return _OPENING.sub(_opened, escaped)


def _opened(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}{_entity(found['point'])}"
    return _entity(found["mark"])


def _entity(char: str) -> str:
    return f"&#{ord(char)};"

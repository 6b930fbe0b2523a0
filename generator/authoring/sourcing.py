"""Sourcing: an article from a file or the web into the seeds folder."""

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.authoring.source_text import render_source
from generator.files.reading import parse_article, read_article
from generator.files.text_file import decode
from generator.files.writing import write_new_text
from generator.model.article import Article
from generator.model.errors import Location, UnreadableError, UnwritableError
from generator.model.slug import make_slug
from generator.site.settings import Settings

_WEB = re.compile(r"https?://", re.IGNORECASE)


def add_source(
    settings: Settings, place: str, stated: Mapping[str, Any], today: date, name: str = "", *, publish: bool = False
) -> Path:
    """Bring an article into the folder of private texts or, where there is none, into the site's own.

    Args:
        settings: Where the site's files stand.
        place: A file, or an address on the web.
        stated: Metadata by name of `Article`'s fields, which count for more than what the article says of itself.
        today: The day, which is noted for what comes from the web.
        name: Name of the new file without its ending; its title's slug when empty.
        publish: Whether it goes into the site's own folder all the same.

    Returns:
        The new file: Markdown with the metadata as front matter.

    Raises:
        UnreadableError: There is no article at that place, or it cannot be had within the limits.
        UnwritableError: A file of that name is there already.
    """
    web = bool(_WEB.match(place))
    article = _fetched(place) if web else _read(Path(place))
    article = replace(article, **stated)
    stem = name or make_slug(article.title or Path(place.rstrip("/")).stem, "source")
    if make_slug(stem, "") == "" or "/" in stem or "\\" in stem:
        raise UnreadableError(f"'{stem}' is no name for a file; use letters, digits and hyphens")
    chosen, *_ = settings.seeds if publish else (*settings.private_seeds, *settings.seeds)
    for folder in settings.seeds:
        if folder != chosen and (folder / f"{stem}.md").exists():
            raise UnwritableError(
                "is there already; give the text another name", Location(path=str(folder / f"{stem}.md"))
            )
    file = chosen / f"{stem}.md"
    write_new_text(file, render_source(article, today if web else None))
    return Path(os.path.relpath(file))


def _fetched(url: str) -> Article:
    from generator.files.fetching import fetch  # noqa: PLC0415 - only the web needs it

    fetched = fetch(url)
    article = parse_article(fetched.data, fetched.suffix, url)
    return article if article.url else replace(article, url=fetched.url)


def _read(path: Path) -> Article:
    if not path.is_file():
        raise UnreadableError(f"there is no file '{path}'; an address on the web begins with https://")
    if path.suffix.lower() not in {".txt", ".md", ".html", ".htm"}:
        text, issues = decode(path.read_bytes(), str(path))
        if issues or not text.strip():
            raise UnreadableError(f"'{path}' is no text; save the article as .txt or .html")
        return Article(text=text)
    return read_article(path)

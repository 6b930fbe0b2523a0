"""Drafting from many files at once, over all cores."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.drafting.draft import Draft
from generator.drafting.extract import extract
from generator.files.reading import read_article
from generator.model.article import Kind
from generator.model.errors import UnreadableError

_FEW = 4
"""Files below which starting other processes costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of sources that their files do not say.

    Args:
        published: Day of publication.
        language: BCP 47 tag; empty where nothing is known.
        kind: What sort of work they are, whatever their files say; None where nothing is known.
    """

    published: date | None = None
    language: str = ""
    kind: Kind | None = None


def draft_files(paths: Sequence[Path], hints: Hints) -> Iterator[tuple[Path, Draft | UnreadableError]]:
    """Draft from files.

    Args:
        paths: The files: .txt, .md, .html or .htm.
        hints: What is known of those that do not say it themselves.

    Yields:
        Each path with its draft, or with the reason why there is none; in the order given.
    """
    draft = partial(draft_file, hints=hints)
    if len(paths) < _FEW:
        yield from zip(paths, map(draft, paths), strict=True)
        return
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, len(paths))) as pool:
        chunk = max(1, min(32, len(paths) // (4 * (os.cpu_count() or 1))))
        yield from zip(paths, pool.map(draft, paths, chunksize=chunk), strict=True)


def draft_file(path: Path, hints: Hints) -> Draft | UnreadableError:
    """Draft from one file.

    Args:
        path: The file.
        hints: What is known of it.

    Returns:
        The draft, or the reason why there is none.
    """
    try:
        article = read_article(path, kind=hints.kind)
    except UnreadableError as error:
        return error
    told = replace(article, published=article.published or hints.published, language=article.language or hints.language)
    return extract(told, trust_kind=hints.kind is not None)

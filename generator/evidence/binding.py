"""Binding: the evidence of a built site, tied to its finished pages as readers get them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.evidence.around import ReadFile
from generator.evidence.json_form import parse_manifest
from generator.evidence.manifest import ArticleRecord, PageRecord
from generator.evidence.place import NAME, page_paths
from generator.evidence.publishing import evidence_files
from generator.evidence.view import read_view, record_view
from generator.model.errors import UnreadableError


def bound_evidence(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the evidence files of a built site anew, with what ties them to its pages.

    Args:
        folder: The folder of the finished site.
        files: Text of the site's files by path below it, as they were made before its pages.

    Yields:
        Path and text of each evidence file that stands there as it was made; one of the author's own is left alone.
    """
    if NAME not in files:
        return
    manifest = parse_manifest(files[NAME].encode(), NAME)

    @cache
    def read(path: str) -> bytes | None:
        return read_inside(folder, path)

    pages = tuple(replace(page, article=_article(page, folder, read)) for page in manifest.pages)
    for path, text in evidence_files(replace(manifest, pages=pages)).items():
        if path in files and read_inside(folder, path) == files[path].encode():
            yield path, text


def read_inside(folder: Path, path: str) -> bytes | None:
    """Read a file of a folder; None where there is none, or it lies outside."""
    try:
        file = (folder / path).resolve()
        return file.read_bytes() if file.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # a loop of links; a name that no file can have
        return None


def _article(page: PageRecord, folder: Path, read: ReadFile) -> ArticleRecord | None:
    for place in page_paths(page.path):
        if (folder / place).is_file():
            try:
                return record_view(read_view((folder / place).read_text("utf-8"), place, read), place)
            except (UnreadableError, UnicodeDecodeError):
                return None
    return None

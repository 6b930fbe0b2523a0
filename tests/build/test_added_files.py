"""Added files: where the files of the content folder stand in the finished site."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.added_files import published_place
from generator.site.settings import Settings

SETTINGS = Settings(root=Path(), content=Path("content"), seeds=(Path("seeds"),))


@pytest.mark.parametrize(
    ("path", "in_folders", "as_files"),
    [
        ("index.md", "index.html", "index.html"),
        ("soup.md", "soup/index.html", "soup.html"),
        ("a/README.md", "a/index.html", "a/index.html"),
        ("a/soup.v2.markdown", "a/soup.v2/index.html", "a/soup.v2.html"),
        ("timeline/index.html", "timeline/index.html", "timeline/index.html"),
        ("assets/own.css", "assets/own.css", "assets/own.css"),
    ],
)
def test_a_page_becomes_html_and_all_else_stays(path: str, in_folders: str, as_files: str) -> None:
    assert published_place(path, SETTINGS) == in_folders
    assert published_place(path, replace(SETTINGS, page_folders=False)) == as_files

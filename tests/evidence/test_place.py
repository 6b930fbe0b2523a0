"""Places of evidence: where it stands for every form of addresses, and what it belongs to."""

import pytest

from generator.evidence.place import evidence_link, evidence_path, page_paths, site_root


@pytest.mark.parametrize(
    ("path", "evidence", "link", "pages"),
    [
        ("soup.md", "soup/evidence.json", "soup/evidence.json", ("soup/index.html", "soup.html")),
        ("a/soup.md", "a/soup/evidence.json", "soup/evidence.json", ("a/soup/index.html", "a/soup.html")),
        ("a/index.md", "a/evidence.json", "evidence.json", ("a/index.html", "a/index.html")),
        ("a/README.md", "a/evidence.json", "evidence.json", ("a/index.html", "a/index.html")),
        ("index.md", "evidence.json", "evidence.json", ("index.html", "index.html")),
        (
            "süße (1).md",
            "süße (1)/evidence.json",
            "s%C3%BC%C3%9Fe%20%281%29/evidence.json",
            ("süße (1)/index.html", "süße (1).html"),
        ),
    ],
)
def test_the_places_of_a_page(path: str, evidence: str, link: str, pages: tuple[str, str]) -> None:
    assert evidence_path(path) == evidence
    assert evidence_link(path) == link
    assert page_paths(path) == pages


@pytest.mark.parametrize(
    ("place", "paths", "root"),
    [
        ("site/a/soup/evidence.json", ("a/soup.md",), "site/"),
        ("https://soup.example/x/a/soup/evidence.json", ("a/soup.md",), "https://soup.example/x/"),
        ("a/soup/evidence.json", ("a/soup.md",), ""),
        ("site/evidence.json", ("a/soup.md", "b.md"), "site/"),
        ("evidence.json", ("a.md", "b.md"), ""),
        ("downloads/evidence (1).json", ("a/soup.md",), "downloads/"),
    ],
)
def test_the_root_of_the_site(place: str, paths: tuple[str, ...], root: str) -> None:
    assert site_root(place, paths) == root

"""Where embeds stand, and how pages link to them."""

import pytest

from generator.embeds.address import embed_address, embed_file, embed_link, oembed_file, taken_files


def test_an_embed_stands_below_the_path_of_its_page() -> None:
    address = embed_address("explainers/tariffs.md", "quote-no-authority")
    assert address == "embed/explainers/tariffs/quote-no-authority/"
    assert embed_file(address) == "embed/explainers/tariffs/quote-no-authority/index.html"
    assert oembed_file(address) == "embed/explainers/tariffs/quote-no-authority/oembed.json"
    assert embed_address("index.md") == "embed/index/"


@pytest.mark.parametrize(
    ("folders", "here", "link"),
    [
        (True, "explainers/tariffs/", "../../embed/explainers/tariffs/timeline/"),
        (False, "explainers/tariffs.html", "../embed/explainers/tariffs/timeline/index.html"),
        (True, "", "embed/explainers/tariffs/timeline/"),
    ],
)
def test_a_page_links_to_its_embeds(*, folders: bool, here: str, link: str) -> None:
    assert embed_link(embed_address("explainers/tariffs.md", "timeline"), here, folders=folders) == link


@pytest.mark.parametrize(
    ("folders", "files"),
    [
        (True, {"embed/soup/index.html": "embed/soup.md", "embed/b/index.html": "embed/b/index.md"}),
        (False, {"embed/soup/index.html": "soup.md", "embed/b/index.html": "embed/b/index.md"}),
    ],
)
def test_pages_go_before_embeds_and_embeds_of_pages_before_parts(*, folders: bool, files: dict[str, str]) -> None:
    taken = taken_files(["soup.md", "embed/soup.md", "embed/b/index.md"], ["soup.md", "b.md"], folders=folders)
    assert {file: taken[file] for file in files} == files

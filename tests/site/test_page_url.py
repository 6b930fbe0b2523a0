"""Addresses: as MkDocs makes them, and relative ones between them."""

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File

from generator.site.page_url import page_url, relative_url

PATHS = ["index.md", "a.md", "a/index.md", "a/b.md", "README.md", "a/README.md", "a b/c.d.md", "ä/ö.md"]
NAMES = st.lists(st.sampled_from(["a", "b", "index", "ä ö", "c.d"]), min_size=1, max_size=3)


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_addresses_are_those_of_mkdocs(path: str, folders: bool) -> None:
    ours = page_url(path, folders=folders)
    theirs = unquote(File(path, "docs", "site", use_directory_urls=folders).url)
    assert (ours or "./") == theirs or ours == theirs.removeprefix("./")


@given(NAMES, NAMES, st.booleans(), st.sampled_from(["", "#quote-a"]))
def test_a_relative_address_leads_there(here: list[str], there: list[str], folders: bool, mark: str) -> None:
    start = page_url("/".join(here) + ".md", folders=folders)
    target = page_url("/".join(there) + ".md", folders=folders) + mark
    found = urljoin(f"https://soup.example/site/{start}", relative_url(target, start))
    assert unquote(found) == f"https://soup.example/site/{target}"

"""Opening evidence: files and addresses, within limits."""

from pathlib import Path

import pytest

from generator.evidence.opening import check_address, open_bytes
from generator.model.errors import UnreadableError


def answer(url: str) -> bytes:
    return url.encode()


def test_files_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "a:b.json").write_bytes(b"soup")
    assert open_bytes(str(tmp_path / "a:b.json"), answer) == b"soup"
    assert open_bytes("HTTPS://soup.example/", answer) == b"HTTPS://soup.example/"


@pytest.mark.parametrize("place", ["{folder}/soup.json", "https://soup.example/"])
def test_no_more_is_read_than_is_allowed(place: str, tmp_path: Path) -> None:
    (tmp_path / "soup.json").write_bytes(b"soup" * 2)
    with pytest.raises(UnreadableError, match="has more than 0 MB, which is the most"):
        open_bytes(place.format(folder=tmp_path), answer, largest=5)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://ada:soup@broth.example/", "the address at broth.example holds a user name or a password"),
        ("https://ada@broth.example/", "holds a user name"),
        ("https://@broth.example/", "holds a user name"),
        ("javascript:alert(1)", "is no web address; one begins with https://"),
        ("file:///etc/passwd", "is no web address"),
        ("//broth.example/", "is no web address"),
        ("https://[broth", "is no web address"),
    ],
)
def test_an_address_that_may_not_be_fetched(url: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        check_address(url)

"""Text from bytes: UTF-8 only, and one clear Issue, at its exact place, for anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files.text_file import LARGEST, decode
from generator.model.errors import Location

PATH = "content/page.md"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_utf8_is_read(mark: bytes, end: str) -> None:
    data = mark + f"Crème{end}{end}\tSoup 🍲{end}".encode()
    assert decode(data, PATH) == ("Crème\n\n\tSoup 🍲\n", ())


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        ("Soup is hot.".encode("utf-16"), "1:1", "this file is UTF-16, not UTF-8"),
        ("Soup is hot.".encode("utf-32"), "1:1", "this file is UTF-32, not UTF-8"),
        ("Soup is hot.".encode("utf-16-le"), "1:1", "this file seems to be UTF-16, not UTF-8"),
        ("Soup is hot.".encode("utf-16-be"), "1:1", "this file seems to be UTF-16, not UTF-8"),
        ("Soup.\nCrème".encode("latin-1"), "2:3", "byte 0xE8 stands here (in Windows-1252 “è”)"),
        ("Soup.\r\n“Hot”".encode("cp1252"), "2:1", "byte 0x93 stands here (in Windows-1252 ““”)"),
        ("Soup.\r\rCrème".encode("latin-1"), "3:3", "byte 0xE8"),
        (b"\xef\xbb\xbfCr\xe8me", "1:3", "byte 0xE8"),
        ("Crème".encode()[:3], "1:3", "byte 0xC3"),
        (b"A\x00B is text with one NUL", "1:2", "a NUL character stands here"),
        ("Crème\r\nbr\x0b\u0000".encode(), "2:3", "the control character U+000B stands here"),
        (b"x" * 1000 + b"\x07", "1:1001", "the control character U+0007 stands here"),
    ],
)
def test_what_is_no_text_is_told_at_its_place(data: bytes, place: str, said: str) -> None:
    text, (issue,) = decode(data, PATH)
    assert text == ""
    assert str(issue.location) == f"{PATH}:{place}"
    assert said in issue.message
    assert issue.help


def test_the_line_is_shown_with_the_byte_that_is_wrong() -> None:
    _, (issue,) = decode("Soup.\r\nUne crème brûlée\r\nMore.".encode("cp1252"), PATH)
    assert issue.location == Location(path=PATH, line=2, column=7, text="Une crème brûlée")


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    assert decode(b"x" * LARGEST, PATH)[1] == ()
    text, (issue,) = decode(b"x" * 5_000_000, PATH)
    assert text == ""
    assert issue.code == "too-large"
    assert issue.message == "this file has 5.0 MB; 2 MB is the most"


@given(st.binary(max_size=60))
def test_no_bytes_raise(data: bytes) -> None:
    text, issues = decode(data, PATH)
    assert len(issues) <= 1
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"], include_characters="\t\n"), max_size=60))
def test_text_in_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), PATH) == (text, ())

"""Plain text: values as a page may print them."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]  # it has no types of its own

from generator.markdown.body_html import render_body
from generator.markdown.plain_text import escape_markdown, inline, paragraphs, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" a\n b\t c ", "a b c"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00\x1b\ufffeb", "ab"),
        ("a\u200fb", "a\u200fb"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_inline_keeps_a_space_at_either_end() -> None:
    assert inline("\n a\n b ") == " a b "


def test_paragraphs() -> None:
    assert list(paragraphs("a\nb\n\n \nc\r\n\r\nd\n\n")) == ["a b", "c", "d"]


@given(st.text(alphabet="ab \\`*_[]#<>&{}|~^=+\"'!@/:$-.()12", min_size=1, max_size=40))
def test_an_escaped_text_is_shown_as_it_is(text: str) -> None:
    heading = html.fragment_fromstring(render_body(f"# a{escape_markdown(text)}b"))
    assert plain(unescape(heading.text_content())) == plain(unescape(f"a{plain(text)}b"))
    assert heading.tag == "h1"
    assert len(heading) == 0

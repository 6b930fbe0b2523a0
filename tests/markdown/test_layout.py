"""Layout: what is code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.layout import read_layout


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        (r"a \`b` c", []),
        ("a `b\n\nc` d", []),
        ("a `b\nc` d", ["`b\nc`"]),
        ("a <!-- b --> c `d`", ["<!-- b -->", "`d`"]),
        ("a `<!--` b", ["`<!--`"]),
        ("```\na\n```\nb", ["```\na\n```\n"]),
        ("~~~ py\na\n\nb\n~~~", ["~~~ py\na\n\nb\n~~~"]),
        ("> ```\n> a\n> ```", ["> ```\n> a\n> ```"]),
        ("```\na\n~~~", []),
        ("```a\n```b\nc\n```", ["```a\n```b\nc\n```"]),
        ("> ```\na\n> ```\n> b\n> ```", ["> ```\n> b\n> ```"]),
        ("a\n\n    b\n\n    c", ["    b\n", "    c"]),
        ("a\n    b", []),
        ("- a\n\n    b\n\n        c", ["        c"]),
        ("1. a\n    - b\n\n        c\n\n            d", ["            d"]),
        ("!!! note\n    a\n\n        b", ["        b"]),
        ("[^1]: a\n\n    b", []),
        ("- a\n\nb\n\n    c", ["    c"]),
        ("* * *\n\n    a", ["    a"]),
    ],
)
def test_code(text: str, code: list[str]) -> None:
    assert [text[span.start : span.end] for span in read_layout(text).code] == code


@given(st.text(alphabet="a `~\n>-<!/pre", max_size=60))
def test_code_is_ordered_and_never_overlaps(text: str) -> None:
    end = 0
    for span in read_layout(text).code:
        assert end <= span.start < span.end <= len(text)
        end = span.end

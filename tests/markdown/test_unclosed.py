"""Blocks: what an author opens is closed."""

import pytest

from generator.markdown.layout import read_layout
from generator.markdown.unclosed import unclosed_block
from tests.support.render_samples import body


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("/// details | More\nSoup.\n///\n", []),
        ("//// html | div\n/// html | p\nSoup.\n///\n////\n", []),
        ("```\n/// details\n```\n", []),
        ("/// details | More\nSoup.\n", [(10, 1)]),
        ("Soup.\n\n/// html | pre\n", [(12, 1)]),
        ("//// html | div\n/// html | p\nSoup.\n///\n", [(10, 1)]),
        ("> /// note\n> Soup.\n", [(10, 3)]),
        ("/// is no block\n", []),
        ("A line of // and ///\n", []),
    ],
)
def test_blocks_that_are_not_closed(text: str, places: list[tuple[int, int]]) -> None:
    found = unclosed_block(body(text), read_layout(text))
    assert [(issue.location.line, issue.location.column) for issue in found] == places

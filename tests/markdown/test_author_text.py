"""Author texts: places and edits."""

from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.author_text import AuthorText, Edit, apply_edits
from tests.support.render_samples import FILE, body


def test_a_place_in_the_body_has_line_and_column() -> None:
    place = body("one\ntwo three").at(8, 5)
    assert (place.line, place.column, place.length, place.text) == (11, 5, 5, "two three")


def test_a_place_never_runs_over_its_line() -> None:
    assert body("one\ntwo").at(1, 99).length == 2
    assert body("").at(0, 9).length == 1


def test_a_value_stands_where_its_value_stands() -> None:
    assert AuthorText("one\ntwo", FILE).at(5) == FILE


def test_of_two_edits_that_overlap_the_first_holds() -> None:
    edits = [Edit(2, 4, "Y"), Edit(0, 3, "X"), Edit(5, 5, "!")]
    assert apply_edits("abcdef", edits) == "Xde!f"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5))))
def test_edits_that_change_nothing_change_nothing(text: str, places: list[tuple[int, int]]) -> None:
    edits = [Edit(s, s + n, text[s : s + n]) for s, n in places if s + n <= len(text)]
    assert apply_edits(text, edits) == text

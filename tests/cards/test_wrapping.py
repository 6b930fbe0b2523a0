"""Wrapping: laws of lines, and cases that a reader would see."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards.wrapping import Box, wrap

SIZES = (40, 30, 20, 10)
LETTERS = st.text(alphabet="abcmi-.é", min_size=1, max_size=30)
TEXTS = st.lists(LETTERS, min_size=1, max_size=40).map(" ".join)
BOXES = st.builds(
    Box, width=st.integers(60, 900), height=st.integers(10, 300), leading=st.sampled_from([1.0, 1.2, 1.5])
)


def measure(text: str, size: float) -> float:
    """Take narrow letters for half as wide as others, and Chinese ones for twice as wide."""
    return size * sum(0.25 if char in "i.- " else 1.0 if char > "\u2e80" else 0.5 for char in text)


@given(TEXTS, BOXES)
def test_no_line_is_wider_than_the_box(text: str, box: Box) -> None:
    block = wrap(text, measure, box, SIZES)
    assert all(measure(line, block.size) <= box.width for line in block.lines)


@given(TEXTS, BOXES)
def test_lines_do_not_stand_below_the_box(text: str, box: Box) -> None:
    block = wrap(text, measure, box, SIZES)
    assert len(block.lines) == 1 or len(block.lines) * block.size * box.leading <= box.height


@given(TEXTS, BOXES)
def test_no_word_is_lost_doubled_or_moved(text: str, box: Box) -> None:
    block = wrap(text, measure, box, SIZES)
    letters = "".join(block.lines).replace(" ", "")
    if block.cut:
        assert letters.endswith("…")
        assert text.replace(" ", "").startswith(letters.removesuffix("…"))
    else:
        assert letters == text.replace(" ", "")
    if not block.cut and all(measure(word, block.size) <= box.width for word in text.split()):
        assert " ".join(block.lines) == text


@given(TEXTS, BOXES)
def test_a_text_is_cut_only_at_the_smallest_size(text: str, box: Box) -> None:
    block = wrap(text, measure, box, SIZES)
    if block.cut:
        assert block.size == SIZES[-1]


@given(TEXTS, BOXES, st.integers(0, 300))
def test_more_height_makes_no_text_smaller(text: str, box: Box, more: int) -> None:
    taller = Box(width=box.width, height=box.height + more, leading=box.leading)
    smaller, larger = wrap(text, measure, box, SIZES), wrap(text, measure, taller, SIZES)
    fitting = all(measure(word, SIZES[0]) <= box.width for word in text.split())
    if fitting:
        assert larger.size >= smaller.size


@given(st.text(alphabet="汤是热的，。「」ab ", min_size=1, max_size=60).map(lambda text: " ".join(text.split())), BOXES)
def test_chinese_keeps_its_characters_in_order(text: str, box: Box) -> None:
    block = wrap(text, measure, box, SIZES)
    if not block.cut:
        assert "".join(block.lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=80), BOXES)
def test_any_text_can_be_set(text: str, box: Box) -> None:
    assert wrap(text, measure, box, SIZES).lines


def lines(
    text: str, width: float, height: float = 1000, sizes: tuple[int, ...] = (10,), ending: str = " …"
) -> list[str]:
    return [*wrap(text, measure, Box(width=width, height=height, leading=1), sizes, ending=ending).lines]


def test_the_largest_size_that_fits_is_taken() -> None:
    box = Box(width=190, height=60, leading=1)
    assert [wrap(text, measure, box, SIZES).size for text in ("abc", "abc abc abc", "abc " * 24)] == [40, 30, 10]


def test_no_line_is_left_with_a_single_word() -> None:
    assert lines("soup soup soup soup soup", 100) == ["soup soup soup", "soup soup"]


def test_a_size_that_breaks_no_word_goes_before_a_larger_one() -> None:
    box = Box(width=220, height=200, leading=1)
    assert wrap("Geschwindigkeit so", measure, box, SIZES).size == 30
    assert wrap("a" * 60 + " " + "b" * 30, measure, box, SIZES).size == 10


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("abc " + "m" * 25 + " abc", 50) == ["abc", "mmmmmmmmmm", "mmmmmmmmmm", "mmmmm abc"]


def test_a_mark_stays_on_its_letter() -> None:
    assert lines("e\u0301" * 4, 15) == ["e\u0301", "e\u0301", "e\u0301", "e\u0301"]


def test_a_no_break_space_parts_nothing() -> None:
    assert lines("« ab »", 1000)[0] == "« ab »"
    assert lines("abc «\u00a0ab\u00a0»", 45) == ["abc", "«\u00a0ab\u00a0»"]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(30, ["这汤是", "热的，", "那汤不", "是。"]), (40, ["这汤是", "热的，", "那汤不", "是。"])],
)
def test_chinese_breaks_between_characters_but_not_before_a_full_stop(width: int, expected: list[str]) -> None:
    found = lines("这汤是热的，那汤不是。", width)
    assert "".join(found) == "".join(expected)
    assert all(line[0] not in "，。" for line in found)
    assert all(measure(line, 10) <= width for line in found)


def test_chinese_opening_marks_do_not_end_a_line() -> None:
    for width in range(20, 80, 10):
        assert all(not line.endswith("「") for line in lines("他说「汤是热的」她说「不」", width))


def test_a_cut_ends_at_a_word() -> None:
    assert lines("abc abc abc abc abc", 35, height=20) == ["abc abc", "abc …"]
    assert lines("abc abc abc", 30, height=10, ending=" …”") == ["abc …”"]
    assert lines("m" * 30, 50, height=10) == ["mmmmmmmm …"]


def test_a_long_text_costs_no_more_than_what_is_shown() -> None:
    counted: list[int] = []

    def counting(text: str, size: float) -> float:
        counted.append(len(text))
        return measure(text, size)

    wrap("abc " * 50_000, counting, Box(width=400, height=100, leading=1), SIZES)
    assert sum(counted) < 100_000


def test_even_columns_keep_their_number_of_lines() -> None:
    text = "one two three four five six seven eight nine ten"
    found = [len(lines(text, width)) for width in range(60, 400, 20)]
    assert all(first >= second for first, second in pairwise(found))

"""A word diff on one line."""

from generator.model.verdict import Change, DiffPiece
from generator.wording.word_diff import diff_line


def test_each_side_has_its_marks() -> None:
    pieces = [
        DiffPiece(change=Change.SAME, text="Soup is"),
        DiffPiece(change=Change.MISSING, text="not {hot}"),
        DiffPiece(change=Change.ADDED, text="cold"),
    ]
    assert diff_line(pieces) == "Soup is [-not {hot}-] {+cold+}"

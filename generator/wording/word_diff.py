"""A word diff as one line of text: `[-only in the source-] {+only in your words+}`."""

from collections.abc import Iterable

from generator.model.verdict import Change, DiffPiece

_MARKS = {Change.SAME: "{}", Change.MISSING: "[-{}-]", Change.ADDED: "{{+{}+}}"}


def marked(piece: DiffPiece) -> str:
    """Return a piece of a word diff with the marks of its side, as `git diff --word-diff` has them."""
    return _MARKS[piece.change].format(piece.text)


def diff_line(pieces: Iterable[DiffPiece]) -> str:
    """Return a word diff on one line.

    Args:
        pieces: The pieces in their order.
    """
    return " ".join(map(marked, pieces))

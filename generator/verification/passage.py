"""A passage: a run of words in an Article that are one Speaker's."""

from dataclasses import dataclass

from generator.text.attribution import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of words that are one Speaker's.

    Args:
        start: Offset into the article's text.
        end: End offset, exclusive.
        attribution: Whose they are.
        continues: Whether the passage before goes on in it, only interrupted or broken into paragraphs.
    """

    start: int
    end: int
    attribution: Attribution
    continues: bool = False

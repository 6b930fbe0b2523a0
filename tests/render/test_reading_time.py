"""Reading time: minutes of words and of characters."""

import pytest

from generator.render.reading_time import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, reading_minutes


@pytest.mark.parametrize(
    ("texts", "minutes"),
    [
        ([], 0),
        (["", "…"], 0),
        (["one two three"], 1),
        (["word " * WORDS_A_MINUTE * 3], 3),
        (["word " * WORDS_A_MINUTE, "word’s " * WORDS_A_MINUTE], 2),
        (["港" * CHARACTERS_A_MINUTE * 4], 4),
        (["港" * CHARACTERS_A_MINUTE + " word" * WORDS_A_MINUTE], 2),
    ],
)
def test_minutes(texts: list[str], minutes: int) -> None:
    assert reading_minutes(texts) == minutes

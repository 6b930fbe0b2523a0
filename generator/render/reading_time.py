"""Reading time: how long a page takes to read."""

import re
from collections.abc import Iterable

_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
WORDS_A_MINUTE = 238
"""Silent reading of English prose: Brysbaert, "How many words do we read per minute?", 2019."""
CHARACTERS_A_MINUTE = 260
"""Of writing without spaces between words: Chinese, measured for the International Reading Speed Texts, 2012."""


def reading_minutes(texts: Iterable[str]) -> int:
    """Estimate how long texts take to read.

    Args:
        texts: Plain text or Markdown.

    Returns:
        Minutes, at least 1 where there is a word.
    """
    minutes = 0.0
    for text in texts:
        spaced = _CHARACTER.sub(" ", text)
        minutes += len(_CHARACTER.findall(text)) / CHARACTERS_A_MINUTE + len(_WORD.findall(spaced)) / WORDS_A_MINUTE
    return max(1, round(minutes)) if minutes else 0

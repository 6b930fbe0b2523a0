"""Abbreviations of a language: whose full stop ends no sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.text.language import language_data

_LONGEST = 12
"""Characters that an abbreviation has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The abbreviations of a language as patterns; a full stop belongs behind each.

    Args:
        words: Those behind which a sentence goes on, as alternatives of a regular expression without the full stop.
        ending: Matches one of them, or an initial, at the end of what stands before a full stop.
        ending_before_numbers: The same for those behind which a sentence goes on only before a number.
    """

    words: str
    ending: re.Pattern[str]
    ending_before_numbers: re.Pattern[str]

    def own(self, text: str, stop: int, begin: int = 0) -> bool:
        """Tell whether a full stop belongs to an abbreviation, and ends no sentence.

        Args:
            text: The whole text.
            stop: Offset of the full stop.
            begin: Offset where to look no further back.
        """
        before = max(begin, stop - _LONGEST)
        if self.ending.search(text, before, stop):
            return True
        following = text[stop + 1 : stop + 3].lstrip()
        return following[:1].isdigit() and bool(self.ending_before_numbers.search(text, before, stop))


@lru_cache
def read_abbreviations(tag: str) -> Abbreviations:
    """Read the abbreviations of a language.

    Args:
        tag: BCP 47 tag; English stands in where there are no data.
    """
    data = language_data(tag)[1]["abbreviations"]
    words, before_numbers = (_alternatives(data[key]) for key in ("words", "before_numbers"))
    return Abbreviations(
        words=words,
        ending=re.compile(rf"\b(?:[A-Z]|{words})$"),
        ending_before_numbers=re.compile(rf"\b(?i:{before_numbers})$"),
    )


def _alternatives(words: str) -> str:
    return "|".join(map(re.escape, words.split()))

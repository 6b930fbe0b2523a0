"""Verdict claims: an author's own text that reads like the site's verdict on a quotation."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.markdown.reader_text import ReaderText
from generator.wording.phrases import DEFAULT, page_phrases

_TICKS = (
    r"[✓✔☑✅🗸🗹]\ufe0f?|:(?:white_?check_?mark|heavy_?check_?mark|ballot_?box_?with_?check"
    r"|[a-z-]{1,40}-check(?:-[a-z-]{1,40})?):"
)
_VERDICTS = (
    "verified",
    "altered",
    "locked",
    "locked_altered",
    "all_verified_one",
    "all_verified_other",
    "some_verified",
)
_BLANKS = re.compile(r"\\\{(\w+)\\\}")
# A claim stands by itself: between brackets, behind a dash or a closing mark, before a colon, or as a paragraph.
_BEFORE = r"(?:(?<![^\n])|(?<=[(\[|:;.!?–—―•·»”“\"'’]))[ \t]*"
_BEHIND = r"(?=[ \t]*(?:[)\]|:;.,!–—―•·]|\n|$))"


def find_claims(reader: ReaderText, language: str) -> Iterator[tuple[int, int]]:
    """Find what poses as a verdict: check marks, the site's own phrases, and "verified" standing by itself.

    Args:
        reader: The text; "We verified the address" is a sentence like any other.
        language: BCP 47 tag of the page; English claims are found on every page.

    Yields:
        Start and end of each, exclusive, in the reader text.
    """
    end = 0
    for match in _pattern(language).finditer(reader.text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if start >= end:
            yield start, match.end()
        end = max(end, match.end())


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    known = (page_phrases(language), page_phrases(DEFAULT))
    phrases = dict.fromkeys(_phrase(words, words[name]) for words in known for name in _VERDICTS)
    claims = dict.fromkeys(re.escape(claim.strip()) for words in known for claim in words["verdict_claims"].split(";"))
    alone = rf"{_BEFORE}(?:{'|'.join(claims)}){_BEHIND}"
    return re.compile("|".join([*phrases, alone, _TICKS]), re.IGNORECASE)


def _phrase(words: Mapping[str, str], phrase: str) -> str:
    """Return what finds a phrase whatever it is filled in with."""
    escaped = re.escape(phrase)
    return rf"(?<!\w){_BLANKS.sub(lambda blank: _filled(words, blank[1]), escaped)}(?!\w)"


def _filled(words: Mapping[str, str], name: str) -> str:
    if f"{name}_other" not in words:
        return r"[^\n]{1,40}?"
    forms = (re.escape(words[f"{name}_{number}"]).replace(r"\{count\}", r"\d{1,6}") for number in ("one", "other"))
    return f"(?:{'|'.join(forms)})"

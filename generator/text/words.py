"""Words: a text as the sequence of its folded words, numbers and punctuation marks."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.text.folding import fold

ELLIPSIS = "…"
MARK = '"'
DASH = "–"

_COMBINING = "".join(char for char in map(chr, range(0x300, 0xFE30)) if unicodedata.category(char) in {"Mn", "Mc"})
_LETTER = rf"[\w{_COMBINING}]"

_WORD = re.compile(
    r"(?P<ellipsis>\.(?: ?\.){2,})"
    r"|(?P<number>(?:(?<![\w)%])[-–](?=[$€£¥₹\d]))?[$€£¥₹]?\d+(?:[.,:/]\d+)*(?: ?%|(?:st|nd|rd|th|s)\b)?(?!\w))"
    rf"|(?P<word>[#@]?{_LETTER}+(?:['&]{_LETTER}+)*)"
    r"|(?P<mark>[\"'])"
    r"|(?P<dash>[-–])"
    r"|(?P<other>\S)"
)
_STANDARD = {"ellipsis": ELLIPSIS, "mark": MARK, "dash": DASH}


@dataclass(frozen=True, slots=True)
class Words:
    """The words, numbers and punctuation marks of a text, folded, each with its original offsets.

    Args:
        folded: The folded words; every quotation mark is '"', every ellipsis '…', every dash '–'.
        starts: Offset into the original text where each begins.
        ends: End offset of each, exclusive.
        glued: Whether each is the second part of a compound, such as "line" in "front-line".
    """

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    glued: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.folded)


@lru_cache(maxsize=1024)
def split_words(text: str) -> Words:
    """Split a text into folded words, numbers and punctuation marks.

    Args:
        text: Any text.

    Returns:
        Its words with their offsets into `text`. A word with apostrophes is one word, and so is a
        number with its sign, currency sign, decimals and per cent sign; a compound is split at its
        hyphens and its later parts say that they are glued on.
    """
    folded = fold(text)
    plain, origin = folded.text, folded.origin
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    glued: list[bool] = []
    for match in _WORD.finditer(plain):
        start, end = match.span()
        word = _STANDARD.get(match.lastgroup or "") or match.group()
        words.append(word.replace("–", "-").replace(" ", "") if match.lastgroup == "number" else word)
        starts.append(origin[start])
        ends.append(max(origin[end], origin[start] + 1))
        glued.append(start > 1 and plain[start - 1] == "-" and plain[start - 2].isalnum() and plain[start].isalnum())
    return Words(tuple(words), tuple(starts), tuple(ends), tuple(glued))


def is_word(folded: str) -> bool:
    """Tell whether a folded word is a word or a number, and no punctuation mark."""
    return folded[-1].isalnum() or folded[-1] in "%_" or folded[-1] in _COMBINING


def printed_words(text: str, words: Words, places: Sequence[int]) -> str:
    """Return some words of a text as they are printed.

    Args:
        text: The text.
        words: Its words.
        places: Indexes of the words, rising; where some are passed over, a space stands for them.

    Returns:
        The words on one line.
    """
    pieces: list[str] = []
    for number, place in enumerate(places):
        if number:
            follows = place == places[number - 1] + 1
            pieces.append(text[words.ends[place - 1] : words.starts[place]] if follows else " ")
        pieces.append(text[words.starts[place] : words.ends[place]])
    return " ".join("".join(pieces).split())

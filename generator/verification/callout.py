"""A callout's words as a pattern: literal words and the editor's marks among them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.text.folding import DOUBLE_MARKS
from generator.text.words import MARK, is_word, split_words

_DOTS = r"(?:…|\.(?:[ \u00a0]?\.){2,})"
_EDIT = re.compile(
    rf"(?P<gap>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
    r"|(?P<part>\w*(?:\[\w+\]\w+|\w\[\w+\])(?:\[\w+\]|\w)*)"
    r"|\[(?P<bracket>[^\[\]]*)\]"
)
_LOOSE = frozenset({".", ",", ";", ":", "–", MARK})
_OUTER = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Literal:
    """A word or mark that must stand in the source; a loose one may be missing there."""

    word: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """An ellipsis: words left out, unless the source has the same ellipsis."""

    literal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets: put in, put instead of others, or standing so in the source."""

    text: str
    literal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A word with some letters in brackets, such as "[T]he": its plain form, and how it is printed."""

    word: str
    printed: str
    literal: tuple[str, ...]

    @property
    def capital_only(self) -> bool:
        """Tell whether the bracket holds the first letter alone, as where only its case is changed."""
        return self.printed[0] == "[" and self.printed[2:3] == "]" and "[" not in self.printed[1:]


Element = Literal | Gap | Bracket | Part


@lru_cache(maxsize=1024)
def parse_callout(words: str) -> tuple[Element, ...]:
    """Parse a callout's words.

    Args:
        words: The words as the author gives them, with or without quotation marks around them.

    Returns:
        The pattern's elements in order; no Gap stands first or last.
    """
    text = _without_outer_marks(words.strip())
    elements: list[Element] = []
    end = 0
    for match in _EDIT.finditer(text):
        elements += _literals(text[end : match.start()])
        found = match.group()
        literal = split_words(found).folded
        if match["gap"]:
            elements.append(Gap(literal))
        elif match["part"]:
            elements.append(
                Part(
                    re.sub(r"[\[\]]", "", split_words(found.replace("[", "").replace("]", "")).folded[0]),
                    found,
                    literal,
                )
            )
        elif match["bracket"].strip():
            elements.append(Bracket(match["bracket"].strip(), literal))
        end = match.end()
    elements += _literals(text[end:])
    return tuple(_loosened(_trimmed(elements)))


def _without_outer_marks(text: str) -> str:
    if len(text) > 1 and _OUTER.get(text[0]) == text[-1] and not any(mark in text[1:-1] for mark in DOUBLE_MARKS):
        return text[1:-1].strip()
    return text


def _literals(text: str) -> list[Element]:
    return [Literal(word) for word in split_words(text).folded]


def _trimmed(elements: list[Element]) -> list[Element]:
    first = next((i for i, element in enumerate(elements) if not isinstance(element, Gap)), len(elements))
    last = next((i for i in range(len(elements), first, -1) if not isinstance(elements[i - 1], Gap)), first)
    return elements[first:last]


def _loosened(elements: list[Element]) -> list[Element]:
    """Let punctuation at a fragment's edge be missing in the source; it is the editor's there."""
    loosened = list(elements)
    edges = [-1, *(i for i, element in enumerate(elements) if isinstance(element, Gap)), len(elements)]
    for left, right in pairwise(edges):
        for indexes in (range(left + 1, right), range(right - 1, left, -1)):
            for index in indexes:
                element = elements[index]
                if not isinstance(element, Literal) or element.word not in _LOOSE:
                    break
                loosened[index] = Literal(element.word, loose=True)
    return loosened


def counts_words(elements: tuple[Element, ...]) -> int:
    """Count the words of a pattern that must stand in the source."""
    return sum(isinstance(e, Part) or (isinstance(e, Literal) and is_word(e.word)) for e in elements)


def counts_marks(elements: tuple[Element, ...]) -> int:
    """Count the ellipses and brackets of a pattern."""
    return sum(not isinstance(element, Literal) for element in elements)

"""Folding: the published list of differences in typing that do not make two texts different.

Folded are the shapes of quotation marks and apostrophes, of dashes and of spaces, invisible
characters, and Unicode's canonical composition (NFC, UAX #15). Letters, words and case never are.
"""

import re
import unicodedata
from dataclasses import dataclass

DOUBLE_MARKS = '"“”„‟«»＂〝〞「」『』'
SINGLE_MARKS = "'‘’‚‛‹›ʼ′＇`´"
HYPHENS = "-‐‑﹣－"
DASHES = "‒–—―−﹘"
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"

_PLAIN = {
    **dict.fromkeys(DOUBLE_MARKS, '"'),
    **dict.fromkeys(SINGLE_MARKS, "'"),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(DASHES, "–"),
    "…": "...",
    "⋯": "...",
}
_CHANGING = re.escape("".join(key for key, plain in _PLAIN.items() if len(key) == 1 and key != plain))
_FOLDABLE = re.compile(rf"(?P<space>\s+)|[{HYPHENS[1:]}-]{{2,}}|[{_CHANGING}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_CLUSTER = re.compile(r"[\u1100-\u11ff]+|.[\u0300-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the offset of the original that it stands for.

    Args:
        text: The folded text.
        origin: As many offsets as `text` has characters and one more, the original's length.
    """

    text: str
    origin: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold a text and keep where each character came from.

    Args:
        text: Any text.

    Returns:
        The folded text with the original offset of each of its characters.
    """
    composed, origin = _compose(*_visible(text))
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for match in _FOLDABLE.finditer(composed):
        start = match.start()
        plain = " " if match["space"] else _PLAIN.get(match.group(), "–")
        pieces += composed[end:start], plain
        places += origin[end:start]
        places += [origin[start]] * len(plain)
        end = match.end()
    pieces.append(composed[end:])
    places += origin[end:]
    return Folded("".join(pieces), tuple(places))


def _visible(text: str) -> tuple[str, list[int]]:
    places = list(range(len(text) + 1))
    for match in reversed(list(_INVISIBLE.finditer(text))):
        del places[match.start() : match.end()]
    return _INVISIBLE.sub("", text), places


def _compose(text: str, places: list[int]) -> tuple[str, list[int]]:
    if unicodedata.is_normalized("NFC", text):
        return text, places
    pieces: list[str] = []
    origin: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", cluster.group())
        pieces.append(composed)
        origin += [places[cluster.start()]] * len(composed)
    origin.append(places[-1])
    return "".join(pieces), origin

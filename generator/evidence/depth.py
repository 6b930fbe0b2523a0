"""Depth: a bound on how deep the elements of a page stand within each other."""

import re
from collections import Counter

from generator.model.errors import UnreadableError

DEEPEST = 500
"""Elements within each other; browsers stop at about as many."""

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+"""
_TOKEN = re.compile(
    rf"<!--(?:-?>|.*?(?:--!?>|\Z))|(?P<data><!\[CDATA\[)|(?P<data_end>\]\]>)"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:[\s/]++|{_ATTRIBUTE})*+(?:(?<=(?P<slash>/))>|>|\Z)",
    re.DOTALL | re.ASCII,
)
_TEXT = frozenset(["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"])
"""Elements that hold text alone, but for drawings."""
_DRAWING = frozenset(["math", "svg"])
_ENDLESS = frozenset(
    [
        *("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p"),
        *("source", "td", "th", "tr", "track", "wbr"),
    ]
)
"""Elements that need no end."""
_SELF_ENDED = frozenset(
    ["circle", "ellipse", "g", "image", "line", "path", "polygon", "polyline", "rect", "stop", "text", "use"]
)
"""Elements of drawings, which a slash ends."""


def check_depth(html: str) -> None:
    """Refuse a page whose elements are nested so deep that parsing, which takes the square of it, would not end.

    Args:
        html: The page.

    Raises:
        UnreadableError: They are.
    """
    if _depth(html) > DEEPEST:
        raise too_deep()


def too_deep() -> UnreadableError:
    """Return the error of a page whose elements are nested too deep."""
    return UnreadableError(f"this page has more than {DEEPEST} elements within each other")


def _depth(html: str) -> int:
    """Return how deep elements stand within each other at most; what is no tag ends none."""
    open_tags: Counter[str] = Counter()
    depth = deepest = at = 0
    in_data = drawn = False
    while (found := _TOKEN.search(html, at)) is not None:
        at = found.end()
        tag = (found["name"] or "").lower()
        if found["data"] or found["data_end"]:
            in_data = bool(found["data"])
        if not tag or tag in _ENDLESS or (found["slash"] and tag in _SELF_ENDED):
            continue
        if found["end"]:
            closes = open_tags[tag] > 0 and not in_data
            open_tags[tag] -= closes
            depth -= closes
            continue
        open_tags[tag] += 1
        depth += 1
        drawn = drawn or tag in _DRAWING
        deepest = max(deepest, depth)
        if tag in _TEXT:
            at, held = _text_end(html, at, tag)
            # Within a drawing it is an element like another, whose end closes all that it holds.
            deepest = max(deepest, depth + (held if drawn else 0))
    return deepest


def _text_end(html: str, start: int, tag: str) -> tuple[int, int]:
    """Return where the text of an element ends, and how many tags might begin in it."""
    found = re.compile(rf"</{tag}(?=[\s/>])|\Z", re.IGNORECASE | re.ASCII).search(html, start)
    end = found.start() if found else len(html)
    return end, len(re.findall("<[a-zA-Z]", html[start:end]))

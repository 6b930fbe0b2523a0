"""Plain text: a value of the front matter as a page may print it."""

import re
from collections.abc import Iterator

from generator.markdown.author_text import Edit

# Control characters, lone surrogates and non-characters have no place in HTML; embeddings, overrides
# and isolates of the bidirectional algorithm could turn around the text that follows.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\])")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*+|`+|(?<!\w)_+|_+(?!\w))")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_PUNCTUATION = re.compile(r"[\\`*_\[\]#<>&{}|~^=+@$]|:(?=\S)|/(?=/)")


def unprintable_edits(text: str) -> Iterator[Edit]:
    """Give the edits that take out what no page may print."""
    return (Edit(*match.span(), "") for match in _UNPRINTABLE.finditer(text))


def plain(text: str) -> str:
    """Return a text on one line, without characters that no page may print."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def inline(text: str) -> str:
    """Return a text on one line that keeps a space at either end, to stand beside other text."""
    return re.sub(r"\s+", " ", _UNPRINTABLE.sub("", text))


def shorten(words: str, length: int) -> str:
    """Return words on one line, cut behind a word and marked with … where they are longer than some characters."""
    return words if len(words) <= length else f"{words[:length].rsplit(' ', 1)[0]} …"


def without_markup(text: str) -> str:
    """Return the words of a short Markdown text, such as a standfirst: links and emphasis leave their words."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", text))


def paragraphs(text: str) -> Iterator[str]:
    """Give the paragraphs of a text, each on one line; a blank line parts them."""
    for paragraph in _PARAGRAPH.split(_UNPRINTABLE.sub("", text.replace("\r\n", "\n")).strip()):
        if words := plain(paragraph):
            yield words


def escape_markdown(text: str) -> str:
    """Return a text as one line of Markdown that shows it as it is."""
    return _PUNCTUATION.sub(lambda match: _escaped(match.group()), plain(text))


def _escaped(char: str) -> str:
    # Backslashes keep a headline readable in the Markdown; what extensions look for needs more.
    return f"\\{char}" if char in "\\`*_[]#+" else f"&#{ord(char)};"

"""Prose: words in quotation marks in an author's own text, which stand in a source or are excused."""

import re
from collections.abc import Callable, Iterator

from generator.markdown.author_text import AuthorText, Edit, apply_edits
from generator.markdown.layout import Layout
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.model.verdict import Status
from generator.text.folding import fold
from generator.text.marks import Segment, find_segments
from generator.verification.verify import verify

SCARE = "{.scare}"

_SYNTAX = re.compile(
    r"(?P<target>(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)|(?<=\])\[[^\]\n]*\])"
    r"|(?P<attributes>\{[:.#]?[^{}\n]*\})"
    r"|(?P<definition>^[ \t>]*\[(?![@^])[^\]\n]+\]:.*$)"
    r"|(?P<title>^[ \t>]*(?:!!!|\?\?\?\+?|===[!+]*)[ \t].*$)"
    r"|(?P<block>^[ \t>]*/{3,}.*$)"
    r"|(?P<tag><[A-Za-z/][^<>]*>)",
    re.MULTILINE,
)
_MARKUP = re.compile(r"[*_`~]+|!?\[|\]|\\(?=[^\w\s])")
_WRAPPED = re.compile(r"\n[ \t>]*(?=[^\s>])(?![-*+#|=]|\d+[.)]\s|:::|///|!!!|\?\?\?)")
_VISIBLE = re.compile(r"[^\n]")
# A word joiner, which unlike a space does not keep a quotation mark from closing what stands before it.
_BLANK = "\u2060"
_ENDING = ".,;:!?…"


def scare_edits(author: AuthorText, layout: Layout) -> list[Edit]:
    """Find the marks `{.scare}` of a text, which readers do not see."""
    found = re.finditer(re.escape(SCARE), author.text)
    return [Edit(*match.span(), "") for match in found if layout.code_at(match.start()) is None]


def check_prose(author: AuthorText, layout: Layout, contains: Callable[[str], bool]) -> Iterator[Issue]:
    """Check that words in quotation marks stand in a source.

    Args:
        author: The text.
        layout: Its layout; code is no prose.
        contains: Tells whether words stand in a source, or are allowed.

    Yields:
        A warning for each of them that stands in none and is not followed by `{.scare}`.
    """
    prose = _blank(author.text, layout)
    for segment in find_segments(prose):
        words = " ".join(_MARKUP.sub("", prose[segment.start : segment.end]).replace(_BLANK, "").split())
        if not (segment.opened and segment.closed) or _is_excused(author.text, segment) or not words or contains(words):
            continue
        yield Issue.warning(
            "unverified-quotation",
            author.at(segment.start, segment.end - segment.start),
            f"“{words}” stands in quotation marks, but in none of this page's sources",
            "quote the source's words, or take the marks away; for words that you only call so, write "
            f"`{SCARE}` right after the closing mark or list them in `allow_quotes:`",
        )


def source_words(explainer: Explainer) -> Callable[[str], bool] | None:
    """Return the test whether words stand in one of a page's sources, or are allowed.

    Args:
        explainer: The page.

    Returns:
        The test, which takes the first letter in either case, as the sentence around asks for; None
        where it would be unfair, since the page has no source or the text of one is not at hand.
    """
    articles = [source.article for source in explainer.sources.values() if source.article is not None]
    if not articles or len(articles) < len(explainer.sources):
        return None
    allowed = {_key(words) for words in explainer.allow_quotes}

    def contains(words: str) -> bool:
        if _key(words) in allowed:
            return True
        bare = words.rstrip(_ENDING) or words
        forms = (bare, bare[0].swapcase() + bare[1:])
        return any(verify(form, article).status is not Status.ABSENT for article in articles for form in forms)

    return contains


def _key(words: str) -> str:
    return fold(words).text.strip(_ENDING + " \"'").casefold()


def _is_excused(text: str, segment: Segment) -> bool:
    behind = text[segment.outer_end :].lstrip("*_")
    return behind.startswith(SCARE)


def blank_syntax(text: str, layout: Layout) -> str:
    """Blank out code and the syntax of Markdown that holds text of its own.

    Args:
        text: The Markdown.
        layout: Its layout.

    Returns:
        As many characters, each in its place, with a word joiner for each that is no prose.
    """
    spans = [(span.start, span.end) for span in layout.code]
    prose = apply_edits(text, [Edit(*span, _blanked(text, *span)) for span in spans])
    syntax = [match.span() for match in _SYNTAX.finditer(prose)]
    return apply_edits(prose, [Edit(*span, _blanked(prose, *span)) for span in syntax])


def _blank(text: str, layout: Layout) -> str:
    prose = blank_syntax(text, layout)
    # A line end within a paragraph is a space in Markdown, but a paragraph's end for the reader of marks.
    return _WRAPPED.sub(lambda match: " " * len(match.group()), prose)


def _blanked(text: str, start: int, end: int) -> str:
    return _VISIBLE.sub(_BLANK, text[start:end])

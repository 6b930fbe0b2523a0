"""Context: the sentences around a passage of a source."""

import re
from bisect import bisect_left, bisect_right
from functools import partial

from generator.model.article import Article, Kind
from generator.text.paragraphs import Span, find_paragraphs
from generator.text.sentences import find_sentences

_STOPPED = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$")


def find_context(article: Article, start: int, end: int) -> tuple[str, str]:
    """Find the text from the sentence before a passage up to it, and behind it to the end of the next sentence.

    Args:
        article: The source.
        start: Offset into its text where the passage begins.
        end: End offset, exclusive.

    Returns:
        Both as printed. They reach into the paragraphs beside it only if these are prose and, in a transcript, not at
        all: there another turn begins.
    """
    text = article.text
    sentences = partial(find_sentences, text, language=article.language)
    paragraphs = find_paragraphs(text)
    first = max(0, bisect_right(paragraphs, (start, len(text))) - 1)
    last = max(0, bisect_left(paragraphs, (end, 0)) - 1)
    opening = [s for s in sentences(*paragraphs[first]) if s[0] <= start][-2:]
    closing = [s for s in sentences(*paragraphs[last]) if s[1] >= end][:2]
    if len(opening) < 2 and first > 0 and _goes_on(article, paragraphs[first - 1]):
        opening = [sentences(*paragraphs[first - 1])[-1], *opening]
    if len(closing) < 2 and last + 1 < len(paragraphs) and _goes_on(article, paragraphs[last + 1]):
        closing = [*closing, sentences(*paragraphs[last + 1])[0]]
    low = opening[0][0] if opening else start
    high = closing[-1][1] if closing else end
    return text[low:start].lstrip(), text[end:high].rstrip()


def _goes_on(article: Article, paragraph: Span) -> bool:
    """Tell whether a paragraph beside is prose, and no heading, which ends without a stop."""
    return article.kind is not Kind.TRANSCRIPT and bool(_STOPPED.search(article.text[slice(*paragraph)].rstrip()))

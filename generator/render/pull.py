"""Pull quotes: words that a page repeats in large type, which must be the page's own."""

import re
from collections.abc import Iterator

from generator.model import Explainer, Quotation
from generator.text.folding import fold

_DIRECTIVE = re.compile(r"^[ \t>]*:::.*$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`~]+|!?\[(?!@)|\](?:\([^()\n]*\))?|\\(?=[^\w\s])")
_CITATION = re.compile(r"[ \t]*\[@[^\[\]\n]*\]|\{\.scare\}")


def stands_on_page(words: str, body: str, explainer: Explainer) -> bool:
    """Tell whether a page says some words, apart from the typing of marks and spaces.

    Args:
        words: The words of a pull quote.
        body: The author's text, whose directives do not count.
        explainer: The page.

    Returns:
        Whether they stand in the text, the standfirst, the key points, a quotation, an expert's opinion or an event.
    """
    sought = _folded(words)
    return any(_holds(_folded(text), sought) for text in (_DIRECTIVE.sub("", body), *_texts(explainer)))


def pulled_quotation(words: str, explainer: Explainer) -> Quotation | None:
    """Return the quotation of a page that some words are taken from; None where they are the page's own."""
    sought = _folded(words)
    return next((found for found in explainer.quotes.values() if _holds(_folded(_spoken(found)), sought)), None)


def _texts(explainer: Explainer) -> Iterator[str]:
    yield explainer.standfirst
    yield from explainer.key_points
    yield from (_spoken(quotation) for quotation in explainer.quotes.values())
    for expert in explainer.experts.values():
        yield from (expert.position, expert.summary)
    for event in explainer.timeline.values():
        yield from (event.title, event.text)
    yield from (question.answer for question in explainer.questions.values())


def _spoken(quotation: Quotation) -> str:
    return f"{quotation.text}\n\n{quotation.translation}"


def _folded(text: str) -> str:
    return fold(_MARKUP.sub("", _CITATION.sub("", text))).text.strip(" \"'")


def _holds(text: str, words: str) -> bool:
    """Tell whether whole words stand in a text."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None

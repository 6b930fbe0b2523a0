"""Pull quotes: words that a page repeats in large type, which must be the page's own."""

import re
from collections.abc import Iterator

from generator.markdown.layout import Layout
from generator.markdown.reader_text import blank_syntax
from generator.model.article import Article, Kind
from generator.model.explainer import Explainer, Quotation
from generator.text.folding import fold
from generator.verification.verify import verify

_DIRECTIVE = re.compile(r"^[ \t>]*:::.*$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`~]+|!?\[(?!@)|\](?:\([^()\n]*\))?|\\(?=[^\w\s])")
_CITATION = re.compile(r"(?<![ \t])[ \t]*\[@[^\[\]\n]*\]|\{\.scare\}")
_SPEAKER = "the speaker"


def stands_on_page(words: str, body: str, layout: Layout, explainer: Explainer) -> bool:
    """Tell whether a page says some words, apart from the typing of marks and spaces.

    Args:
        words: The words of a pull quote.
        body: The author's text, whose directives, code and comments do not count.
        layout: Its layout.
        explainer: The page.

    Returns:
        Whether they stand in the text, the standfirst, the key points, a quotation, an expert's opinion or an event.
    """
    sought = _prose(words)
    own = (_DIRECTIVE.sub("", blank_syntax(body, layout)), *_texts(explainer))
    return pulled_quotation(words, explainer) is not None or any(_holds(_prose(text), sought) for text in own)


def pulled_quotation(words: str, explainer: Explainer) -> Quotation | None:
    """Return the quotation of a page that some words are taken from as they stand there, brackets and all.

    A translation is the page's own words, and nobody's quotation.
    """
    return next((found for found in explainer.quotes.values() if is_cut_from(words, found.text)), None)


def is_cut_from(words: str, text: str) -> bool:
    """Tell whether some words stand in those of a quotation, brackets and all."""
    return _holds(_folded(text), _folded(words))


def cut_refusal(words: str, text: str) -> str:
    """Say why words may not be cut out of those of a quotation, by the rules of its verification; else nothing."""
    text, cut = (" ".join(part.replace("[", "").replace("]", "").split()) for part in (text, words))
    verdict = verify(cut, Article(text=text, kind=Kind.STATEMENT, author=_SPEAKER), speaker=_SPEAKER)
    lost = dict.fromkeys(word for alteration in verdict.alterations for word in alteration.lost)
    if not verdict.ok:
        return verdict.reason.replace("the source", "the quotation")
    return f"they leave out {', '.join(f'“{word}”' for word in lost)}" if lost else ""


def _texts(explainer: Explainer) -> Iterator[str]:
    yield explainer.standfirst
    yield from explainer.key_points
    yield from (quotation.translation for quotation in explainer.quotes.values())
    for expert in explainer.experts.values():
        yield from (expert.position, expert.summary)
    for event in explainer.timeline.values():
        yield from (event.title, event.text)
    yield from (question.answer for question in explainer.questions.values())


def _prose(text: str) -> str:
    return _folded(_MARKUP.sub("", _CITATION.sub("", text)))


def _folded(text: str) -> str:
    return fold(text).text.strip(" \"'")


def _holds(text: str, words: str) -> bool:
    """Tell whether whole words stand in a text."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None

"""Source words: whether words stand in a page's sources, and whose they are there."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.model.article import Article
from generator.model.explainer import Explainer
from generator.model.verdict import Status
from generator.text.folding import fold
from generator.text.marks import find_segments
from generator.text.words import is_word, split_words
from generator.verification.verify import verify

# What leaves words out or puts them in.
_MARKS = re.compile(r"[…\[\]()]|\.\s*\.")
_ENDING = ".,;:!?…"
_SAYING = 3
"""Words from which on they are somebody's when said anywhere; fewer must stand in marks of their own."""
_SAID = frozenset({Status.VERIFIED, Status.ALTERED, Status.AMBIGUOUS})


class Said(NamedTuple):
    """Whose words stand in a source: a name, empty where several are possible, and the source's id."""

    speaker: str
    source: str


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words of a page's sources.

    Args:
        explainer: The page.
    """

    explainer: Explainer

    @property
    def complete(self) -> bool:
        """Tell whether the page has sources, and the text of each is at hand; else absence would prove nothing."""
        sources = self.explainer.sources.values()
        return bool(sources) and all(source.article is not None for source in sources)

    def allows(self, words: str) -> bool:
        """Tell whether the page lists words that may stand in quotation marks."""
        allowed = self.explainer.allow_quotes
        return bool(allowed) and _key(words) in map(_key, allowed)

    def holds(self, words: str) -> bool:
        """Tell whether words stand in a source, the first letter in either case, as the sentence around asks for."""
        bare = words.strip("\"“”„«»'‘’ ").rstrip(_ENDING) or words
        forms = (bare, bare[0].swapcase() + bare[1:])
        return any(_holds(article, form) for _, article in self._texts() for form in forms)

    def said(self, words: str) -> Said | None:
        """Return whose words these are in a source; None where nobody says them there, or the page quotes them."""
        if any(_key(words) in _key(quotation.text) for quotation in self.explainer.quotes.values()):
            return None
        bare = words.rstrip(_ENDING) or words
        for source, article in self._texts():
            verdict = verify(bare, article)
            of_somebody = verdict.speaker or verdict.status is Status.AMBIGUOUS
            if verdict.status in _SAID and of_somebody and (len(bare.split()) >= _SAYING or _set_off(bare, article)):
                ambiguous = verdict.status is Status.AMBIGUOUS
                return Said("" if ambiguous else verdict.speaker or "", source)
        return None

    def _texts(self) -> list[tuple[str, Article]]:
        sources = self.explainer.sources.values()
        return [(source.id, source.article) for source in sources if source.article is not None]


@lru_cache(maxsize=4096)
def _holds(article: Article, words: str) -> bool:
    """Tell whether an article has words; a word that it does not have at all spares the search."""
    literal = not _MARKS.search(words)
    known = _vocabulary(article)
    if literal and any(is_word(word) and word not in known for word in split_words(words).folded):
        return False
    return verify(words, article).status is not Status.ABSENT


@lru_cache(maxsize=64)
def _vocabulary(article: Article) -> frozenset[str]:
    return frozenset(split_words(article.text).folded)


def _set_off(words: str, article: Article) -> bool:
    """Tell whether an article has words, and no others, between quotation marks."""
    segments = find_segments(article.text)
    return any(_key(article.text[segment.start : segment.end]) == _key(words) for segment in segments)


def _key(words: str) -> str:
    return fold(words).text.strip(_ENDING + " \"'").casefold()

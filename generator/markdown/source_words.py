"""Source words: whether words stand in a page's sources, and whose they are there."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.article import Article
from generator.model.explainer import Explainer
from generator.model.verdict import Status
from generator.text.folding import fold
from generator.text.marks import find_segments
from generator.verification.verify import verify

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
        return _key(words) in {_key(allowed) for allowed in self.explainer.allow_quotes}

    def holds(self, words: str) -> bool:
        """Tell whether words stand in a source, the first letter in either case, as the sentence around asks for."""
        bare = words.strip("\"“”„«»'‘’ ").rstrip(_ENDING) or words
        forms = (bare, bare[0].swapcase() + bare[1:])
        return any(verify(form, article).status is not Status.ABSENT for _, article in self._texts() for form in forms)

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


def _set_off(words: str, article: Article) -> bool:
    """Tell whether an article has words, and no others, between quotation marks."""
    segments = find_segments(article.text)
    return any(_key(article.text[segment.start : segment.end]) == _key(words) for segment in segments)


def _key(words: str) -> str:
    return fold(words).text.strip(_ENDING + " \"'").casefold()

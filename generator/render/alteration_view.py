"""Alterations as a reader sees them, in the page's language."""

from collections.abc import Iterable, Iterator, Mapping

from generator.markdown.plain_text import plain
from generator.model.verdict import Alteration
from generator.render.views import AlterationView
from generator.wording.alteration_words import Run, alteration_words, fill, quote


def alteration_views(alterations: Iterable[Alteration], phrases: Mapping[str, str]) -> Iterator[AlterationView]:
    """Say what a reader sees of alterations.

    Args:
        alterations: The alterations.
        phrases: The words of the page's language.

    Yields:
        Each alteration.
    """
    for alteration in alterations:
        words = map(_plain, alteration_words(alteration.particulars, phrases))
        yield AlterationView(words=[*words], lost=[*_lost(alteration, phrases)])


def _lost(alteration: Alteration, phrases: Mapping[str, str]) -> Iterator[Run]:
    """Give the words with which meaning went or came."""
    told = [(phrases["lost"], alteration.lost), (phrases["gained"], alteration.gained)]
    for number, (phrase, words) in enumerate((phrase, words) for phrase, words in told if words):
        if number:
            yield Run(" · ")
        yield from map(_plain, fill(phrase, {"words": _listed(words, phrases)}))


def _listed(words: Iterable[str], phrases: Mapping[str, str]) -> Iterator[Run]:
    for number, word in enumerate(dict.fromkeys(words)):
        if number:
            yield Run(", ")
        yield from quote(word, phrases)


def _plain(run: Run) -> Run:
    return Run(plain(run.text), quoted=True) if run.quoted else run

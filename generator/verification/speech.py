"""Speeches: the words of an Article that are somebody's, and whose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model.article import Article, Kind
from generator.model.verdict import Strength
from generator.text.attributed import attribute
from generator.text.attribution import NOBODY, Attribution
from generator.text.language import read_language
from generator.text.marks import Segment, find_segments
from generator.text.paragraphs import Span
from generator.text.words import Words, split_words
from generator.verification.brackets import find_brackets
from generator.verification.passage import Passage
from generator.verification.turns import find_turns

_INTERRUPTION_WORDS = 40
_PAUSES = frozenset(",.?!;:…–—-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Words of an article in order, some left out, with what is needed to search them.

    Args:
        words: Folded words.
        places: Index of each in the article's `Words`.
        passages: Which passage each belongs to.
        index: Positions in this stream by word.
    """

    words: tuple[str, ...]
    places: tuple[int, ...]
    passages: tuple[int, ...]
    index: dict[str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, read: its words, the passages that are somebody's, and both as streams.

    Args:
        article: What was read.
        words: All its words.
        passages: The speeches, in order.
        groups: For each passage, a number that passages of one Speaker share.
        spoken: The words inside the passages.
        everything: All words; here each word counts to one passage.
        nested: Words that somebody quotes who speaks in a transcript or issued the whole text, and whose they are.
        brackets: Offsets of the brackets that stand in a transcript's turns.
    """

    article: Article
    words: Words
    passages: tuple[Passage, ...]
    groups: tuple[int, ...]
    spoken: Stream
    everything: Stream
    nested: tuple[Passage, ...] = ()
    brackets: tuple[Span, ...] = ()


@lru_cache(maxsize=256)
def read(article: Article, *, bare: bool = False) -> Reading:
    """Read an article's speeches.

    Args:
        article: Text and metadata; its kind says whose words stand outside quotation marks.
        bare: Whether to read a transcript's turns without what stands in brackets there.

    Returns:
        The reading; the same article is read once.
    """
    words = split_words(article.text)
    passages = find_passages(article, bare=bare)
    brackets: tuple[Span, ...] = ()
    if article.kind is Kind.TRANSCRIPT:
        brackets = tuple(b for passage in passages for b in find_brackets(article.text, passage.start, passage.end))
    nested: tuple[Passage, ...] = ()
    if article.kind is not Kind.ARTICLE:
        nested = tuple(
            p for p in _quoted(article) if p.attribution.strength is Strength.EXPLICIT and p.attribution.named
        )
    return Reading(
        article=article,
        words=words,
        passages=passages,
        groups=_groups(passages),
        spoken=_stream(words, passages),
        everything=_stream(words, (Passage(start=0, end=len(article.text), attribution=NOBODY),)),
        nested=nested,
        brackets=brackets,
    )


def find_passages(article: Article, *, bare: bool = False) -> tuple[Passage, ...]:
    """Find the runs of words in an article that are somebody's.

    Args:
        article: Text and metadata; its kind says whose words stand outside quotation marks.
        bare: Whether to leave out what stands in brackets in a transcript's turns.

    Returns:
        The passages in order; none in a transcript in which no turn begins with a name.
    """
    if article.kind is Kind.ARTICLE:
        return _quoted(article)
    if article.kind is Kind.TRANSCRIPT:
        return find_turns(article.text, article.language, bare=bare)
    return _issued(article)


def _quoted(article: Article) -> tuple[Passage, ...]:
    segments = find_segments(article.text)
    attributions = attribute(article.text, article.language)
    passages: list[Passage] = []
    for number, (segment, attribution) in enumerate(zip(segments, attributions, strict=True)):
        continues = number > 0 and _continues(
            article, segments[number - 1], attributions[number - 1], segment, attribution
        )
        certain = segment.closed or _runs_on(article.text, segments, number)
        found = attribution if certain else Attribution(evidence=attribution.evidence)
        passages.append(Passage(start=segment.start, end=segment.end, attribution=found, continues=continues))
    return tuple(passages)


def _runs_on(text: str, segments: Sequence[Segment], number: int) -> bool:
    """Tell whether a segment without a closing mark goes on as convention has it: the next paragraph opens with one.

    Elsewhere a mark is missing, and where the speech ends nobody can tell.
    """
    if number + 1 >= len(segments):
        return False
    segment, following = segments[number], segments[number + 1]
    adjoins = following.paragraph == segment.paragraph + 1 and following.opened
    return adjoins and not text[segment.outer_end : following.outer_start].strip()


def _continues(article: Article, before: Segment, said: Attribution, after: Segment, says: Attribution) -> bool:
    """Tell whether a segment goes on with the one before, which only its attribution interrupts.

    The first must end in punctuation, as a speech that is interrupted does and a fragment in a
    reporter's sentence does not; and the attribution must be all that stands between, and end in
    punctuation itself: “I love that,” X said. “If we could …”
    """
    if before.paragraph != after.paragraph:
        return after.paragraph == before.paragraph + 1 and not before.closed
    if said.speaker is None or said.speaker != says.speaker:
        return False
    between = article.text[before.outer_end : after.outer_start].strip()
    paused = article.text[before.end - 1] in _PAUSES or between.startswith(",")
    if not paused or not between:
        return paused
    words = [word.strip(".,;:") for word in between.split()]
    cues = read_language(article.language).cues
    attributed = len(words) <= _INTERRUPTION_WORDS and any(word.lower() in cues for word in words)
    broken = re.search(r"[.!?]\s+[A-Z]\w+\s+\w+\s+\w", between.strip(" .,;:–—-"))
    return attributed and between[-1] in _PAUSES and not broken


def _issued(article: Article) -> tuple[Passage, ...]:
    issuer = article.issuer
    attribution = Attribution(
        speaker=issuer or None,
        mention=issuer,
        strength=Strength.EXPLICIT if issuer else None,
        evidence=f"{article.kind} by {issuer}" if issuer else "",
        named=bool(issuer),
        rule="issuer" if issuer else "",
    )
    return (Passage(start=0, end=len(article.text), attribution=attribution),)


def _groups(passages: tuple[Passage, ...]) -> tuple[int, ...]:
    groups: list[int] = []
    numbers: dict[str, int] = {}
    for number, passage in enumerate(passages):
        speaker = passage.attribution.speaker
        if speaker is not None:
            groups.append(numbers.setdefault(speaker.casefold(), number))
        else:
            groups.append(groups[-1] if passage.continues and groups else number)
    return tuple(groups)


def _stream(words: Words, passages: tuple[Passage, ...]) -> Stream:
    folded: list[str] = []
    places: list[int] = []
    owners: list[int] = []
    index: dict[str, list[int]] = {}
    place = 0
    for number, passage in enumerate(passages):
        while place < len(words) and words.starts[place] < passage.start:
            place += 1
        while place < len(words) and words.ends[place] <= passage.end:
            index.setdefault(words.folded[place], []).append(len(folded))
            folded.append(words.folded[place])
            places.append(place)
            owners.append(number)
            place += 1
    return Stream(words=tuple(folded), places=tuple(places), passages=tuple(owners), index=index)

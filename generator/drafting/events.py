"""Events of an article: its dated sentences, each condensed to a title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drafting.date_values import Basis
from generator.drafting.dates import DateMention
from generator.drafting.draft import DraftEvent
from generator.text.language import Language
from generator.text.marks import Segment

_PIECE = re.compile(r"\s*(?:[,;:()–—]|--)\s+|\s*[()]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"\w[\w'’.&/-]*")
_FEWEST, _MOST = 4, 14
_ALIKE = 70
_DAY, _MONTH = len("2025-03-15"), len("2025-03")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    subordinate: bool


def find_events(
    text: str, dates: Sequence[DateMention], segments: Sequence[Segment], language: Language
) -> tuple[DraftEvent, ...]:
    """Find the dated happenings that an article tells.

    Args:
        text: The article's text.
        dates: Its dates.
        segments: Its marked segments; what stands in them is somebody's word, and no event.
        language: Data of its language.

    Returns:
        The events by rank, the best first; none tells the same of the same date as another.
    """
    candidates = []
    for mention in dates:
        if not mention.date or mention.quoted or _quotes(mention, segments):
            continue
        title = _title(text, mention, dates, language)
        if title:
            candidates.append(_event(text, mention, title))
    chosen: list[DraftEvent] = []
    for event in sorted(candidates, key=lambda event: (-event.rank, event.start)):
        same_sentence = any(other.start == event.start and other.title == event.title for other in chosen)
        if not same_sentence and not any(_same(event, other) for other in chosen):
            chosen.append(event)
    return tuple(chosen)


def _same(one: DraftEvent, other: DraftEvent) -> bool:
    if one.date != other.date:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - few articles date two events alike

    return fuzz.token_set_ratio(one.title.lower(), other.title.lower()) >= _ALIKE


def _quotes(mention: DateMention, segments: Sequence[Segment]) -> bool:
    start, end = mention.sentence
    return any(start <= segment.start < end for segment in segments)


def _title(text: str, mention: DateMention, dates: Sequence[DateMention], language: Language) -> str:
    pieces = _pieces(text, *mention.sentence, language)
    place = next((i for i, piece in enumerate(pieces) if piece.start <= mention.start < piece.end), None)
    if place is None:
        return ""
    order = [place, *range(place + 1, len(pieces)), *range(place - 1, -1, -1)]
    if pieces[place].subordinate:
        order = [*range(place - 1, -1, -1), *range(place + 1, len(pieces)), place]
    for number in order:
        words = _without_dates(text, pieces[number], dates, language)
        if len(words) >= _FEWEST and any(word[0].islower() for word in words):
            return _shortened(words, language)
    return ""


def _pieces(text: str, start: int, end: int, language: Language) -> list[_Piece]:
    """Cut a sentence where a clause begins."""
    subordinators = language.relatives | (language.conjunctions - {"and", "or", "but", "yet", "so", "as"})
    cuts = {start, end, *(match.end() for match in _PIECE.finditer(text, start, end))}
    clauses = {m.start() for m in _WORD.finditer(text, start, end) if m.group().lower() in subordinators}
    return [_Piece(first, last, first in clauses) for first, last in pairwise(sorted(cuts | clauses))]


def _without_dates(text: str, piece: _Piece, dates: Sequence[DateMention], language: Language) -> list[str]:
    """Return a piece's words without its dates and the prepositions that carry them."""
    inside = [m for m in dates if piece.start <= m.start < piece.end]
    words: list[str] = []
    for match in _WORD.finditer(text, piece.start, piece.end):
        if any(m.start < match.end() and match.start() < m.end for m in inside):
            if words and words[-1].lower() in language.prepositions:
                words.pop()
            continue
        words.append(match.group().rstrip("."))
    while words and words[0].lower() in language.determiners | language.conjunctions:
        words.pop(0)
    while words and words[-1].lower() in language.prepositions | language.determiners | language.conjunctions:
        words.pop()
    return words


def _shortened(words: list[str], language: Language) -> str:
    if len(words) > _MOST:
        breaks = [i for i in range(_FEWEST + 2, _MOST + 1) if words[i].lower() in language.prepositions]
        words = words[: breaks[-1] if breaks else _MOST]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def _event(text: str, mention: DateMention, title: str) -> DraftEvent:
    length = len(mention.date.split("/", 1)[0].rstrip("~"))
    rank = 3.0 if length >= _DAY else 2.0 if length >= _MONTH else 1.0
    reasons = [f"“{mention.text}” dates this sentence ({mention.reason})"]
    if mention.basis is Basis.WRITTEN:
        rank += 0.5
    if any(word[0].isupper() for word in title.split()[1:]):
        rank += 0.5
        reasons.append("it names somebody or something")
    rank += 0.5 * (1 - mention.start / max(1, len(text)))
    start, end = mention.sentence
    return DraftEvent(
        date=mention.date, title=title, start=start, end=end, rank=round(rank, 3), reason="; ".join(reasons)
    )

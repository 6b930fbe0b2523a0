"""Events of an article: its dated sentences, each condensed to a title."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from generator.drafting.date_values import Basis
from generator.drafting.dates import DateMention
from generator.drafting.draft import DraftEvent
from generator.model.edtf import Part, Precision, parse_edtf
from generator.text.date_patterns import read_date_patterns
from generator.text.language import Language
from generator.text.marks import Segment

_PIECE = re.compile(r"\s*(?:[,;:()–—]|--)\s+|\s*[()]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"\w[\w'’.&/-]*")
_NEAR = 20
_FEWEST, _MOST = 4, 14
_ALIKE = 70
_MOST_DATES = 12
"""Dates from which on a sentence is a list, and tells no event."""
_MOST_OF_A_DAY = 50
_STOPS = frozenset(".!?…")
_RANKS = {Precision.TIME: 3.0, Precision.DAY: 3.0, Precision.MONTH: 2.0, Precision.SEASON: 2.0}
"""What an event is worth by how precisely its date is known."""
_VAGUE = 1.0


class _Role(StrEnum):
    """What a piece of a sentence is."""

    MAIN = "main"
    CLAUSE = "clause"
    RELATIVE = "relative"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    role: _Role
    behind_comma: bool


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
    marked = [segment.start for segment in segments]
    candidates = []
    for sentence, found in groupby(dates, key=lambda mention: mention.sentence):
        mentions = list(found)
        quotes = bisect_left(marked, sentence[0]) < bisect_left(marked, sentence[1])
        if quotes or len(mentions) > _MOST_DATES:
            continue
        for mention in mentions:
            title = _title(text, mention, mentions, language) if mention.date else ""
            if title:
                candidates.append(_event(text, mention, title))
    told: set[tuple[int, str]] = set()
    by_date: dict[str, list[DraftEvent]] = {}
    for event in sorted(candidates, key=lambda event: (-event.rank, event.start)):
        others = by_date.setdefault(event.date, [])
        if (event.start, event.title) in told or any(_same(event, other) for other in others[:_MOST_OF_A_DAY]):
            continue
        told.add((event.start, event.title))
        others.append(event)
    return tuple(
        sorted((e for events in by_date.values() for e in events), key=lambda event: (-event.rank, event.start))
    )


def _same(one: DraftEvent, other: DraftEvent) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - few articles date two events alike

    return fuzz.token_set_ratio(one.title.lower(), other.title.lower()) >= _ALIKE


def _title(text: str, mention: DateMention, dates: Sequence[DateMention], language: Language) -> str:
    """Condense the clause that a date belongs to; empty where no clause tells anything."""
    start, end = mention.sentence
    if not _happens(text, mention, language):
        return ""
    start = max(start, text.rfind(";", start, mention.start) + 1)
    end = next((place for place in [text.find(";", mention.end, end)] if place >= 0), end)
    pieces = _pieces(text, start, end, language)
    own = next((piece for piece in pieces if piece.start <= mention.start < piece.end), None)
    if own is None or (own.role is _Role.RELATIVE and own.behind_comma):
        return ""
    first = _WORD.match(text, own.start, own.end)
    dependent = first and first.group().lower() in language.conjunctions & language.prepositions
    own = replace(own, role=_Role.CLAUSE) if dependent else own
    chosen = [own] if own.role is _Role.CLAUSE else [piece for piece in pieces if piece.role is _Role.MAIN]
    words: list[str] = []
    for piece in chosen:
        found = _without_dates(text, piece, dates, language)
        opening = found[0].lower() if found else ""
        if len(words) >= _FEWEST and (len(words) + len(found) > _MOST or opening in language.conjunctions):
            break
        aside = opening in language.indefinites or all(word.isdigit() for word in found)
        if (opening in language.prepositions or aside) and (words or len(chosen) > 1):
            continue
        words += found
    words = _trimmed(words, language)
    if len(words) < _FEWEST or not any(word[0].islower() for word in words):
        return ""
    title = " ".join(_trimmed(words[:_MOST], language))
    return title[:1].upper() + title[1:] if words[0].islower() else title


def _happens(text: str, mention: DateMention, language: Language) -> bool:
    """Tell whether something happens then: in a whole sentence that is no caption, and not only since or until then."""
    start, end = mention.sentence
    opening = _WORD.match(text, start, end)
    if text[end - 1] not in _STOPS or (opening and opening.group() in language.captions):
        return False
    before = _WORD.findall(text[max(start, mention.start - _NEAR) : mention.start])
    return not before or before[-1].lower() not in read_date_patterns(language.tag).open_behind


def _pieces(text: str, start: int, end: int, language: Language) -> list[_Piece]:
    """Cut a sentence at its commas, brackets and dashes, and where a clause begins."""
    bounds = {match.end() for match in _PIECE.finditer(text, start, end)}
    clauses: dict[int, _Role] = {}
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower()
        if word in language.relatives:
            clauses[match.start()] = _Role.RELATIVE
        elif word in language.clause_openers and word not in language.prepositions:
            clauses[match.start()] = _Role.CLAUSE
    cuts = sorted({start, end} | bounds | clauses.keys())
    pieces: list[_Piece] = []
    for first, last in pairwise(cuts):
        bracketed = text[first - 1 : first] == "("
        role = _Role.ASIDE if bracketed else clauses.get(first, _Role.MAIN)
        pieces.append(_Piece(first, last, role, first in bounds))
    return pieces


def _without_dates(text: str, piece: _Piece, dates: Sequence[DateMention], language: Language) -> list[str]:
    """Return a piece's words without its dates, the prepositions that carry them, and the word that opens it."""
    inside = [m for m in dates if m.start < piece.end and piece.start < m.end]
    words: list[str] = []
    for match in _WORD.finditer(text, piece.start, piece.end):
        if any(m.start < match.end() and match.start() < m.end for m in inside):
            while words and words[-1].lower() in language.determiners:
                words.pop()
            if words and words[-1].lower() in language.prepositions:
                words.pop()
            continue
        words.append(match.group().rstrip("."))
    return words[1:] if piece.role is _Role.CLAUSE else words


def _trimmed(words: Sequence[str], language: Language) -> list[str]:
    trimmed = list(words)
    while trimmed and trimmed[0].lower() in language.determiners | language.conjunctions:
        trimmed.pop(0)
    small = language.prepositions | language.determiners | language.conjunctions | language.relatives
    while trimmed and trimmed[-1].lower() in small:
        trimmed.pop()
    return trimmed


def _event(text: str, mention: DateMention, title: str) -> DraftEvent:
    begins = parse_edtf(mention.date).start
    rank = _RANKS.get(begins.precision, _VAGUE) if isinstance(begins, Part) else _VAGUE
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

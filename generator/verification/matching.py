"""Matching: every place where a callout's pattern stands in a stream of an article's words.

The pattern is followed word by word; nothing is accepted by similarity. All places are followed at
once, so that the time grows with the pattern's length and the number of places, never faster.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.text.words import DASH, Words
from generator.verification.callout import Bracket, Element, Gap, Literal, Part
from generator.verification.speech import Stream

REPLACED_WORDS = 5
EDITORIAL = frozenset({"sic", "ph", "phonetic"})
_STOPS = frozenset(".?!")


class EditKind(StrEnum):
    """What the pattern did at one place of the source."""

    OMIT = "omit"
    INSERT = "insert"
    REPLACE = "replace"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An editor's mark and the words of the stream that it covers.

    Args:
        kind: What it does.
        text: What the callout has there, without brackets; empty for an omission.
        start: Position in the stream of the first word covered.
        end: Position just behind the last.
    """

    kind: EditKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place where the pattern stands: positions of its first word and just behind its last, and the edits."""

    start: int
    end: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _State:
    position: int
    start: int
    cost: int = 0
    gap: int | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What a search needs to know of the stream beyond its words.

    Args:
        words: The article's words that the stream points to.
        stream: The words to search.
        continues: Whether a passage, given by number, goes on with the one before.
        same_speech: Whether two passages, given by number, may be joined by an ellipsis.
    """

    words: Words
    stream: Stream
    continues: Callable[[int], bool]
    same_speech: Callable[[int, int], bool]


def find_matches(elements: tuple[Element, ...], search: Search) -> list[Match]:
    """Find every place where a pattern stands.

    Args:
        elements: The pattern.
        search: The stream and its passages.

    Returns:
        The matches in order of their first word; of several ways to read an edit, the one that
        changes fewest words.
    """
    states = list(_starts(elements, search))
    for element in elements:
        following: dict[tuple[int, int | None, int], _State] = {}
        for state in states:
            for after in _step(state, element, search):
                key = (after.position, after.gap, after.start)
                if key not in following or after.cost < following[key].cost:
                    following[key] = after
        states = list(following.values())
        if not states:
            return []
    best: dict[int, _State] = {}
    for state in states:
        ends = state.gap is None and _whole_end(state.position, search)
        if ends and (state.start not in best or state.cost < best[state.start].cost):
            best[state.start] = state
    return [Match(start=s.start, end=s.position, edits=s.edits) for s in sorted(best.values(), key=lambda s: s.start)]


def _starts(elements: tuple[Element, ...], search: Search) -> Iterator[_State]:
    """Yield where the pattern may begin: wherever its first word that must be there stands."""
    stream = search.stream
    leading: list[Element] = []
    anchor: Literal | Part | None = None
    for element in elements:
        if isinstance(element, Part) or (isinstance(element, Literal) and not element.loose):
            anchor = element
            break
        leading.append(element)
    if anchor is None:
        return
    wanted = _spellings(anchor)
    positions = sorted({p for word in wanted for p in stream.index.get(word, ())})
    if isinstance(anchor, Part):
        positions = sorted({*positions, *(p for p in _partial(anchor, search))})
    reach = len(leading) + sum(len(e.literal) for e in leading if isinstance(e, Bracket))
    starts = {p for position in positions for p in range(max(0, position - reach), position + 1)}
    for position in sorted(starts):
        if _whole_start(position, search):
            yield _State(position, position)


def _spellings(element: Literal | Part) -> set[str]:
    if isinstance(element, Literal):
        return {element.word}
    return {
        element.word,
        element.word[:1].upper() + element.word[1:],
        element.word[:1].lower() + element.word[1:],
        element.literal[0],
    }


def _partial(part: Part, search: Search) -> list[int]:
    if part.capital_only:
        return []
    return [p for word, places in search.stream.index.items() if _replaces(part, word) for p in places]


def _replaces(part: Part, word: str) -> bool:
    """Tell whether the letters outside the brackets are the beginning or the end of a source's word."""
    head = part.printed.split("[")[0].lower()
    tail = part.printed.rsplit("]", 1)[1].lower()
    lower = word.lower()
    return word.isalpha() and bool(head or tail) and lower.startswith(head) and lower.endswith(tail)


def _step(state: _State, element: Element, search: Search) -> Iterator[_State]:
    if isinstance(element, Gap):
        yield from _literal_run(state, element.literal, search)
        yield from _literal_run(state, ("…",), search)
        if state.position > state.start and _whole_end(state.position, search):
            yield _State(state.position, state.start, state.cost, state.gap or state.position, state.edits)
    elif isinstance(element, Bracket):
        yield from _bracket(state, element, search)
    elif isinstance(element, Part):
        yield from _part(state, element, search)
    elif state.gap is not None:
        yield from _after_gap(state, element, search)
        if element.loose:
            yield state
    else:
        yield from _literal(state, element, search)


def _literal(state: _State, element: Literal, search: Search) -> Iterator[_State]:
    stream, position = search.stream, state.position
    for place in _next_places(position, state.start, element.word, search):
        yield _State(place, state.start, state.cost, None, state.edits)
    if element.loose and not (position < len(stream.words) and stream.words[position] == element.word):
        yield state


def _next_places(position: int, start: int, word: str, search: Search) -> Iterator[int]:
    """Yield the positions behind a literal word that is read at a position, an interruption notwithstanding."""
    stream = search.stream
    if position >= len(stream.words):
        return
    at_join = position > start and _joins(position, search)
    inside = position == start or at_join or stream.passages[position] == stream.passages[position - 1]
    if inside and stream.words[position] == word:
        yield position + 1
    if at_join and word in {".", ","} and stream.words[position - 1] not in {".", ",", "?", "!", "…"}:
        yield position
    comma = inside and stream.words[position] == "," and _joins(position + 1, search)
    if comma and word == ".":
        yield position + 1
    if comma and stream.words[position + 1] == word:
        yield position + 2


def _joins(position: int, search: Search) -> bool:
    """Tell whether a passage that goes on with the one before begins at a position."""
    passages = search.stream.passages
    if not 0 < position < len(passages) or passages[position] == passages[position - 1]:
        return False
    return search.continues(passages[position])


def _after_gap(state: _State, element: Literal | Part, search: Search) -> Iterator[_State]:
    stream, gap = search.stream, state.gap
    assert gap is not None
    home = stream.passages[gap - 1]
    for word in _spellings(element):
        places = stream.index.get(word, [])
        for position in places[bisect_left(places, gap) :]:
            if not search.same_speech(home, stream.passages[position]) or not _whole_start(position, search):
                continue
            edit = Edit(kind=EditKind.OMIT, text="", start=gap, end=position)
            edits = (*state.edits, edit)
            if isinstance(element, Part):
                edits = (*edits, *_part_edit(element, position, search))
            yield _State(position + 1, state.start, state.cost + position - gap, None, edits)


def _bracket(state: _State, element: Bracket, search: Search) -> Iterator[_State]:
    yield from _literal_run(state, element.literal, search)
    insert = Edit(kind=EditKind.INSERT, text=element.text, start=state.position, end=state.position)
    yield _State(state.position, state.start, state.cost + 1, state.gap, (*state.edits, insert))
    if state.gap is not None or state.position == state.start or element.text.lower() in EDITORIAL:
        return
    stream = search.stream
    words = 0
    for end in range(state.position, len(stream.words)):
        if end > state.position and stream.passages[end] != stream.passages[end - 1]:
            return
        if stream.words[end] in _STOPS:
            return
        words += stream.words[end][-1].isalnum()
        if words > REPLACED_WORDS:
            return
        if _whole_end(end + 1, search):
            replace = Edit(kind=EditKind.REPLACE, text=element.text, start=state.position, end=end + 1)
            yield _State(end + 1, state.start, state.cost + 1 + words, None, (*state.edits, replace))


def _part(state: _State, element: Part, search: Search) -> Iterator[_State]:
    if state.gap is not None:
        yield from _after_gap(state, element, search)
        return
    yield from _literal_run(state, element.literal, search)
    stream = search.stream
    for word in _spellings(element):
        for place in _next_places(state.position, state.start, word, search):
            edits = (*state.edits, *_part_edit(element, place - 1, search))
            yield _State(place, state.start, state.cost, None, edits)
    position = state.position
    if position < len(stream.words) and not element.capital_only and _replaces(element, stream.words[position]):
        edit = Edit(kind=EditKind.REPLACE, text=element.printed, start=position, end=position + 1)
        yield _State(position + 1, state.start, state.cost + 1, None, (*state.edits, edit))


def _part_edit(element: Part, position: int, search: Search) -> tuple[Edit, ...]:
    if search.stream.words[position] == element.word and not element.capital_only:
        return ()
    return (Edit(kind=EditKind.CAPITAL, text=element.printed, start=position, end=position + 1),)


def _literal_run(state: _State, words: tuple[str, ...], search: Search) -> Iterator[_State]:
    stream, start = search.stream, state.position
    end = start + len(words)
    if state.gap is None and stream.words[start:end] == words and len(set(stream.passages[start:end])) == 1:
        yield _State(end, state.start, state.cost, None, state.edits)


def _whole_start(position: int, search: Search) -> bool:
    stream = search.stream
    return position >= len(stream.places) or not search.words.glued[stream.places[position]]


def _whole_end(position: int, search: Search) -> bool:
    """Tell whether the word before a position is not the first part of a compound."""
    places, words = search.stream.places, search.words
    if not 0 < position <= len(places):
        return True
    after = places[position - 1] + 1
    return not (after + 1 < len(words) and words.folded[after] == DASH and words.glued[after + 1])

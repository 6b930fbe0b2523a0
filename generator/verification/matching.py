"""Matching: every place where a callout's pattern stands in a stream of an article's words.

The pattern is followed word by word; nothing is accepted by similarity. All places are followed at
once, so that the time grows with the pattern's length and the number of places, never faster.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from generator.text.words import DASH, ELLIPSIS, Words
from generator.verification.callout import Bracket, Element, Gap, Literal, Part
from generator.verification.speech import Stream

INSERTED_WORDS = 8
"""How many words a bracket may put in."""
_MOST_WORK = 500_000
"""Steps of a search, at most; a pattern in prose takes some hundreds."""
SHORTEST_STEM = 3
"""Letters that a word must keep where a bracket changes its ending."""
REPLACED_WORDS = 5
EDITORIAL = frozenset({"sic", "ph", "phonetic"})
_STOPS = frozenset(".?!")


class TooRepetitiveError(Exception):
    """A pattern fits a source at too many places at once."""


class EditKind(StrEnum):
    """What the pattern did at one place of the source."""

    OMIT = "omit"
    INSERT = "insert"
    REPLACE = "replace"
    CAPITAL = "capital"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An editor's mark and the words of the stream that it covers.

    Args:
        kind: What it does.
        text: What the callout has there, without brackets; empty for an omission.
        start: Position in the stream of the first word covered.
        end: End position, exclusive.
    """

    kind: EditKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place where the pattern stands: position of its first word, end position, exclusive, and the edits."""

    start: int
    end: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Edits:
    """The edits so far, the last one first, so that many states share what came before."""

    last: Edit
    before: "_Edits | None"


@dataclass(frozen=True, slots=True)
class _State:
    """A way to read the pattern so far: where it began and has come to, what it cost, and whether a gap is open."""

    position: int
    start: int
    cost: int = 0
    in_gap: bool = False
    edits: _Edits | None = None

    def at(self, position: int, cost: int = 0, edit: Edit | None = None) -> "_State":
        """Return the state behind further words; an open gap is closed."""
        edits = self.edits if edit is None else _Edits(edit, self.edits)
        return _State(position, self.start, self.cost + cost, edits=edits)


@dataclass(frozen=True, slots=True)
class Search:
    """What a search needs to know of the stream beyond its words.

    Args:
        words: The article's words that the stream points to.
        stream: The words to search.
        continues: Whether a passage, given by number, goes on with the one before.
        speech: A number that passages share, each given by number, if an ellipsis may join them.
    """

    words: Words
    stream: Stream
    continues: Callable[[int], bool]
    speech: Callable[[int], int]


def find_matches(elements: tuple[Element, ...], search: Search) -> list[Match]:
    """Find every place where a pattern stands.

    Args:
        elements: The pattern.
        search: The stream and its passages.

    Returns:
        The matches in order of their first word; of several ways to read an edit, the one that
        changes fewest words.

    Raises:
        TooRepetitiveError: The words stand, or begin to, at so many places that they cannot be told apart.
    """
    states = list(_starts(elements, search))
    work = 0
    for element in elements:
        work += len(states)
        if work > _MOST_WORK:
            raise TooRepetitiveError
        following: dict[tuple[int, bool], _State] = {}
        steps = (after for state in states for after in _step(state, element, search))
        for after in chain(steps, _after_gaps(states, element, search)):
            key = (after.position, after.in_gap)
            if key not in following or after.cost < following[key].cost:
                following[key] = after
        states = list(following.values())
        if not states:
            return []
    best: dict[int, _State] = {}
    for state in states:
        ends = not state.in_gap and _whole_end(state.position, search)
        if ends and (state.start not in best or state.cost < best[state.start].cost):
            best[state.start] = state
    return [
        Match(start=state.start, end=state.position, edits=_listed(state.edits))
        for state in sorted(best.values(), key=lambda state: state.start)
    ]


def _listed(edits: _Edits | None) -> tuple[Edit, ...]:
    found: list[Edit] = []
    while edits is not None:
        found.append(edits.last)
        edits = edits.before
    return tuple(reversed(found))


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
    """Tell whether the letters before the brackets are the stem of a source's word, whose ending they change."""
    head = part.printed.split("[")[0].lower()
    tail = part.printed.rsplit("]", 1)[1].lower()
    lower = word.lower()
    return word.isalpha() and len(head) >= SHORTEST_STEM and lower.startswith(head) and lower.endswith(tail)


def _step(state: _State, element: Element, search: Search) -> Iterator[_State]:
    if isinstance(element, Gap):
        yield from _literal_run(state, element.literal, search)
        yield from _literal_run(state, (ELLIPSIS,), search)
        if state.position > state.start and _whole_end(state.position, search):
            yield replace(state, in_gap=True)
    elif isinstance(element, Bracket):
        yield from _bracket(state, element, search)
    elif state.in_gap:
        if isinstance(element, Literal) and element.loose:
            yield state
    elif isinstance(element, Part):
        yield from _part(state, element, search)
    else:
        yield from _literal(state, element, search)


def _literal(state: _State, element: Literal, search: Search) -> Iterator[_State]:
    stream, position = search.stream, state.position
    for place in _next_places(position, state.start, element.word, search):
        yield state.at(place)
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


def _after_gaps(states: list[_State], element: Element, search: Search) -> Iterator[_State]:
    """Yield the states behind a word that ends a gap: each place of it ends the nearest gap of its speech."""
    if not isinstance(element, (Literal, Part)):
        return
    stream = search.stream
    gapped = sorted((state for state in states if state.in_gap), key=lambda state: state.position)
    if not gapped:
        return
    nearest: dict[int, _State] = {}
    opened = 0
    for position in sorted(p for word in _spellings(element) for p in stream.index.get(word, ())):
        while opened < len(gapped) and gapped[opened].position <= position:
            state = gapped[opened]
            nearest[search.speech(stream.passages[state.position - 1])] = state
            opened += 1
        found = nearest.get(search.speech(stream.passages[position]))
        if found is None or not _whole_start(position, search):
            continue
        edit = Edit(kind=EditKind.OMIT, text="", start=found.position, end=position)
        after = found.at(position + 1, position - found.position, edit)
        yield _with_part(after, element, position, search) if isinstance(element, Part) else after


def _bracket(state: _State, element: Bracket, search: Search) -> Iterator[_State]:
    yield from _literal_run(state, element.literal, search)
    for after in _literal_run(state, ("(", *element.literal[1:-1], ")"), search):
        shape = Edit(kind=EditKind.SHAPE, text=f"[{element.text}]", start=state.position, end=after.position)
        yield after.at(after.position, 1, shape)
    if len(element.text.split()) > INSERTED_WORDS:
        return
    insert = Edit(kind=EditKind.INSERT, text=element.text, start=state.position, end=state.position)
    yield replace(state.at(state.position, 1, insert), in_gap=state.in_gap)
    if state.in_gap or state.position == state.start or element.text.lower() in EDITORIAL:
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
            covered = Edit(kind=EditKind.REPLACE, text=element.text, start=state.position, end=end + 1)
            yield state.at(end + 1, 1 + words, covered)


def _part(state: _State, element: Part, search: Search) -> Iterator[_State]:
    yield from _literal_run(state, element.literal, search)
    stream, position = search.stream, state.position
    for word in _spellings(element):
        for place in _next_places(position, state.start, word, search):
            yield _with_part(state.at(place), element, place - 1, search)
    if position < len(stream.words) and not element.capital_only and _replaces(element, stream.words[position]):
        edit = Edit(kind=EditKind.REPLACE, text=element.printed, start=position, end=position + 1)
        yield state.at(position + 1, 1, edit)


def _with_part(state: _State, element: Part, position: int, search: Search) -> _State:
    """Return a state that has read a bracketed word, with the change that the brackets tell."""
    if search.stream.words[position] == element.word and not element.capital_only:
        return state
    edit = Edit(kind=EditKind.CAPITAL, text=element.printed, start=position, end=position + 1)
    return state.at(state.position, 0, edit)


def _literal_run(state: _State, words: tuple[str, ...], search: Search) -> Iterator[_State]:
    stream, start = search.stream, state.position
    end = start + len(words)
    if not state.in_gap and stream.words[start:end] == words and len(set(stream.passages[start:end])) == 1:
        yield state.at(end)


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

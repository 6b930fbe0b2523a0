"""The nearest passage: where a callout that is not in its source most likely comes from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from rapidfuzz.distance import Indel, Levenshtein, Opcode

from generator.model.verdict import Change, DiffPiece
from generator.text.words import Words, is_word, printed_words, split_words

_LONGEST = 2_000
_VOTES = 500
_CANDIDATES = 12
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


@dataclass(frozen=True, slots=True)
class Nearest:
    """A run of a source's words: its first, its end, exclusive, and from 0 to 1 how like the callout it is."""

    first: int
    last: int
    likeness: float


def find_nearest(pattern: Sequence[str], source: Sequence[str], index: Mapping[str, list[int]]) -> Nearest | None:
    """Find the run of words that is most like a pattern.

    Args:
        pattern: Folded words of a callout.
        source: Folded words of an article, or of what is spoken in it.
        index: Positions in `source` by word.

    Returns:
        The run; None where no word is shared.
    """
    wanted = pattern[:_LONGEST]
    start = _best_start(wanted, index)
    if start is None:
        return None
    slack = max(5, len(wanted) // 4)
    low, high = max(0, start - slack), min(len(source), start + len(wanted) + slack)
    window = [word.casefold() for word in source[low:high]]
    plain = [word.casefold() for word in wanted]
    runs = _dense([block for block in Indel.opcodes(plain, window) if block.tag == "equal"])
    if not runs:
        return None
    first, last = low + runs[0].dest_start, low + runs[-1].dest_end
    first = max(low, first - runs[0].src_start)
    last = min(high, last + len(wanted) - runs[-1].src_end)
    while first < last and not is_word(source[first]):
        first += 1
    while first < last and not is_word(source[last - 1]):
        last -= 1
    if first == last:
        return None
    likeness = Indel.normalized_similarity(plain, window[first - low : last - low])
    return Nearest(first, last, likeness)


def _best_start(wanted: Sequence[str], index: Mapping[str, list[int]]) -> int | None:
    """Vote for the alignment on which most shared words, the rarer the better, lie."""
    shared = [(len(index[word]), offset, word) for offset, word in enumerate(wanted) if word in index and is_word(word)]
    votes: defaultdict[int, float] = defaultdict(float)
    cast = 0
    for count, offset, word in sorted(shared):
        if cast > _VOTES:
            break
        for place in index[word]:
            votes[place - offset] += 1 / count
        cast += count
    if not votes:
        return None
    likely = nlargest(_CANDIDATES, votes, key=votes.__getitem__)
    best = max(likely, key=lambda d: (sum(votes.get(d + s, 0.0) for s in (-2, -1, 0, 1, 2)), votes[d], -d))
    return max(0, best)


def _dense(blocks: list[Opcode]) -> list[Opcode]:
    """Drop equal runs at the far ends that only a stray common word put there."""
    kept = list(blocks)
    while len(kept) > 1 and _lone(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _lone(kept[-1], kept[-2]):
        kept.pop()
    return kept


def _lone(block: Opcode, neighbour: Opcode) -> bool:
    size = block.dest_end - block.dest_start
    gap = max(block.dest_start - neighbour.dest_end, neighbour.dest_start - block.dest_end)
    source_gap = max(block.src_start - neighbour.src_end, neighbour.src_start - block.src_end)
    return bool(size <= 2 and gap > source_gap + size)


def _with_brackets(folded: Sequence[str]) -> list[str]:
    """Mark the words that stand in brackets, so that a word in brackets differs from the same without."""
    marked: list[str] = []
    depth = 0
    for word in folded:
        depth = max(0, depth - (word in _CLOSING))
        marked.append(f"({word}" if depth and is_word(word) else word)
        depth += word in _OPENING
    return marked


def diff_words(callout: str, text: str, source: Words, places: Sequence[int]) -> tuple[DiffPiece, ...]:
    """Compare a callout with the nearest passage, word by word.

    Args:
        callout: The callout's words.
        text: The article's text.
        source: The article's words.
        places: Indexes of the passage's words among them.

    Returns:
        Runs of words as printed, in reading order; what only the source has comes before what only
        the callout has.
    """
    own = split_words(callout)
    wanted = _with_brackets(own.folded[:_LONGEST])
    folded = _with_brackets([source.folded[place] for place in places[:_LONGEST]])
    pieces: list[DiffPiece] = []
    for equal, run in groupby(Levenshtein.opcodes(wanted, folded), lambda op: op.tag == "equal"):
        ops = list(run)
        there = printed_words(text, source, places[ops[0].dest_start : ops[-1].dest_end])
        here = printed_words(callout, own, range(ops[0].src_start, ops[-1].src_end))
        if equal:
            pieces.append(DiffPiece(change=Change.SAME, text=here))
            continue
        if there:
            pieces.append(DiffPiece(change=Change.MISSING, text=there))
        if here:
            pieces.append(DiffPiece(change=Change.ADDED, text=here))
    return tuple(pieces)

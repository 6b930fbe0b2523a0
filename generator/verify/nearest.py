"""The nearest passage: where a callout that is not in its source most likely comes from."""

from collections import defaultdict

from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.distance import Opcode

from generator.text.words import Words, is_word
from generator.verdict import Change, DiffPiece

_LONGEST = 2_000


def find_nearest(pattern: list[str], words: Words) -> tuple[int, int] | None:
    """Find the run of words that is most like a pattern.

    Args:
        pattern: Folded words of a callout.
        words: The article's words.

    Returns:
        Index of the run's first word and just behind its last; None where no word is shared.
    """
    wanted = [word.casefold() for word in pattern if is_word(word)][:_LONGEST]
    places = [i for i, word in enumerate(words.folded) if is_word(word)]
    source = [words.folded[i].casefold() for i in places]
    start = _best_start(wanted, source)
    if start is None:
        return None
    slack = max(3, len(wanted) // 4)
    low, high = max(0, start - slack), min(len(source), start + len(wanted) + slack)
    window = source[low:high]
    blocks = [b for b in Indel.opcodes(wanted, window) if b.tag == "equal"]
    runs = _dense(blocks)
    if not runs:
        return None
    first, last = low + runs[0].dest_start, low + runs[-1].dest_end
    first = max(low, first - runs[0].src_start)
    last = min(high, last + len(wanted) - runs[-1].src_end)
    return places[first], places[last - 1] + 1


def _best_start(wanted: list[str], source: list[str]) -> int | None:
    """Vote for the alignment on which most shared words, the rarer the better, lie."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(source):
        index[word].append(place)
    votes: defaultdict[int, float] = defaultdict(float)
    for offset, word in enumerate(wanted):
        for place in index.get(word, ()):
            votes[place - offset] += 1 / len(index[word])
    if not votes:
        return None
    slack = 2
    best = max(
        votes, key=lambda d: (sum(votes.get(d + s, 0.0) for s in range(-slack, slack + 1)), votes[d], -d)
    )
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


def diff_words(pattern: list[str], passage: list[str]) -> tuple[DiffPiece, ...]:
    """Compare a callout with the nearest passage, word by word.

    Args:
        pattern: Words of the callout as printed.
        passage: Words of the source as printed.

    Returns:
        Runs of words in reading order; what only the source has comes before what only the callout has.
    """
    pieces: list[DiffPiece] = []
    for op in Levenshtein.opcodes(pattern[:_LONGEST], passage[:_LONGEST]):
        if op.tag == "equal":
            pieces.append(DiffPiece(change=Change.SAME, text=" ".join(pattern[op.src_start : op.src_end])))
            continue
        if op.dest_end > op.dest_start:
            pieces.append(
                DiffPiece(change=Change.MISSING, text=" ".join(passage[op.dest_start : op.dest_end]))
            )
        if op.src_end > op.src_start:
            pieces.append(DiffPiece(change=Change.ADDED, text=" ".join(pattern[op.src_start : op.src_end])))
    return tuple(pieces)

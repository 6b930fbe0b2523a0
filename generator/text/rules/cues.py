"""Cues: where a sentence says who speaks the words of a quotation in it, or that nobody did."""

from generator.text.rules.before import find_before
from generator.text.rules.behind import find_behind
from generator.text.rules.place import Cue, Quoted
from generator.text.rules.rule import Fired, first
from generator.text.rules.weighing import outweighs


def find_cue(quoted: Quoted) -> Fired[Cue] | None:
    """Find who speaks a quotation by the cues of its sentence."""
    rules = quoted.prose.rules
    around = first(rules.around, quoted)
    if around is not None:
        return around
    before = find_before(quoted)
    behind = find_behind(quoted, _stop_behind(quoted))
    if before is None:
        return behind or first(rules.signatures, quoted)
    return behind if behind is not None and outweighs(quoted, before.found, behind.found) else before


def _stop_behind(quoted: Quoted) -> int:
    """Return the index behind what belongs to a quotation: the next one, with the sentence that introduces it."""
    tokens, index, end = quoted.tokens, quoted.at, quoted.end
    stop = next((i for i in range(index + 1, end) if tokens[i].segment is not None), end)
    if stop < end and tokens[stop - 1].text == ":":
        return next((i for i in range(stop, index, -1) if tokens[i].text in {".", ";"}), stop)
    return stop

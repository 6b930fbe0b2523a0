"""Suggestions: “did you mean …?”."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_CUTOFF = 65


def nearest_name(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that a given one was most likely meant to be, or None."""
    found = process.extractOne(given, sorted(known), scorer=fuzz.ratio, score_cutoff=_CUTOFF, processor=str.lower)
    return found[0] if found else None


def did_you_mean(given: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a question that names the nearest known name, or else another help text."""
    name = nearest_name(given, known)
    return f"did you mean '{name}'?" if name is not None else otherwise

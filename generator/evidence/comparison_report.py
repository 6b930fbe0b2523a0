"""The report of a comparison: in words that a reader of newspapers knows, and as plain values for machines."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.evidence.comparison import Difference, Thing, Turn
from generator.evidence.wording import word_diff
from generator.markdown.plain_text import plain

_COMPARED = frozenset({"words", "translation", "position", "question", "title"})
"""What is compared word by word, since it is prose."""


def render_differences(differences: Sequence[Difference]) -> str:
    """Render differences for people.

    Args:
        differences: The differences, page by page.

    Returns:
        Lines of text with a line end behind each: each page with what has changed on it.
    """
    if not differences:
        return "nothing differs\n"
    lines: list[str] = []
    for difference in differences:
        heading = plain(difference.page)
        if heading not in lines:
            lines.append(heading)
        lines.append(f"  {plain(_sentence(difference))}")
    pages = len({difference.page for difference in differences})
    count = f"{len(differences)} difference{'' if len(differences) == 1 else 's'}"
    lines.append(f"{count} on {pages} page{'' if pages == 1 else 's'}")
    return "".join(f"{line}\n" for line in lines)


def _sentence(difference: Difference) -> str:
    name = "the page" if difference.thing is Thing.PAGE else f"{difference.thing} '{difference.id}'"
    if difference.thing is Thing.CORRECTION:
        name = f"correction of {difference.id}"
    if difference.turn is Turn.REMOVED:
        return f"{name} is gone: {difference.before}"
    if difference.turn is Turn.ADDED:
        return f"{name} is new: {difference.after}"
    return f"{name}: {_changed(difference)}"


def _changed(difference: Difference) -> str:
    before, after = difference.before, difference.after
    if not before:
        return f"the {difference.field} is given now: {after}"
    if not after:
        return f"the {difference.field} is no longer given; it was: {before}"
    if difference.field in _COMPARED:
        return f"the {difference.field} changed: {word_diff(before, after)}"
    if difference.field == "speaker":
        return f"now said by {after}, before by {before}"
    return f"the {difference.field} was {before}, and is now {after}"


def render_json(differences: Sequence[Difference]) -> str:
    """Render differences as one JSON object.

    Args:
        differences: The differences.

    Returns:
        The text, without a line end behind it.
    """
    listed = [
        {**asdict(difference), "diff": word_diff(difference.before, difference.after)}
        if difference.field in _COMPARED
        else asdict(difference)
        for difference in differences
    ]
    return json.dumps({"version": 1, "differences": listed}, ensure_ascii=False, indent=2)

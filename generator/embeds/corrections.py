"""Corrections that an embed must show: those that concern what it shows, and those of the page as a whole."""

from collections.abc import Collection, Sequence

from generator.model.explainer import Correction, Explainer


def concerned_corrections(explainer: Explainer, names: Collection[str]) -> list[int]:
    """Find the corrections of what is shown.

    Args:
        explainer: The page.
        names: Ids of the entries whose corrections concern what is shown.

    Returns:
        Indexes among the page's corrections, the newest first.
    """
    notes = explainer.corrections
    found = [index for index, note in enumerate(notes) if note.of in names or _is_of_page(explainer, note)]
    return sorted(found, key=lambda index: notes[index].date.sort_key, reverse=True)


def without_older(explainer: Explainer, indexes: Sequence[int]) -> list[int]:
    """Leave out what a page that changes often has most of: corrections of the whole page, but for the newest.

    Args:
        explainer: The page.
        indexes: Indexes among its corrections, the newest first.

    Returns:
        Those that are left.
    """
    older = [index for index in indexes if not explainer.corrections[index].of][1:]
    return [index for index in indexes if index not in older]


def _is_of_page(explainer: Explainer, note: Correction) -> bool:
    published = explainer.published
    return not note.of and (published is None or note.date.latest >= published.earliest)

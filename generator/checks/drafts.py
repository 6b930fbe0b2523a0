"""Drafts: problems of pages that are not published yet, and drafted entries that nobody has confirmed."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.model.errors import Location
from generator.model.explainer import Explainer, Site
from generator.model.issue import Issue

UNCONFIRMED = "unconfirmed-draft"
_OF_OTHERS = frozenset({"bad-page-path"})
"""Codes of problems that a page makes for others: where two have one address, a reader of either may miss it."""


def mark_drafts(issues: Iterable[Issue], drafts: Container[str]) -> Iterator[Issue]:
    """Mark the Issues that concern nothing but a draft.

    Args:
        issues: The Issues of a site.
        drafts: The pages that readers do not see yet, by their paths in messages.

    Returns:
        The same in their order; those of drafts are marked as such.
    """
    for issue in issues:
        is_own = issue.location.path in drafts and issue.code not in _OF_OTHERS
        yield replace(issue, of_draft=True) if is_own else issue


def gather_unconfirmed(issues: Iterable[Issue]) -> Iterator[Issue]:
    """Tell the drafted entries of a page that nobody has confirmed in one Issue, with how to list them.

    Args:
        issues: Issues in the order of files.

    Returns:
        The same, but for pages with more than one such entry.
    """
    for path, found in groupby(issues, key=lambda issue: issue.location.path):
        of_page = list(found)
        entries = [issue for issue in of_page if issue.code == UNCONFIRMED]
        if len(entries) < 2:
            yield from of_page
            continue
        yield replace(
            entries[0],
            location=Location(path=path),
            message=f"{len(entries)} entries are drafts that nobody has confirmed",
            help=f"list them with `explainer check --unconfirmed {path}`",
        )
        yield from (issue for issue in of_page if issue.code != UNCONFIRMED)


def check_drafts(site: Site, people_files: Mapping[str, Location]) -> tuple[Issue, ...]:
    """List the drafted entries of a site that nobody has confirmed.

    Args:
        site: The site.
        people_files: The file of each shared person, by id; every page may show what it says.

    Returns:
        One Issue for each: a warning on a page that is a draft itself, an error on one that readers would see.
    """
    shared = (
        _issue(people_files[person.id], f"person '{person.id}' is a draft that nobody has confirmed", page=False)
        for person in site.people.values()
        if person.draft
    )
    return (*shared, *(issue for explainer in site.explainers.values() for issue in _unconfirmed(explainer)))


def _unconfirmed(explainer: Explainer) -> Iterator[Issue]:
    entries = (
        ("people", "person", explainer.people),
        ("quotes", "quotation", explainer.quotes),
        ("experts", "expert opinion", explainer.experts),
        ("timeline", "event", explainer.timeline),
    )
    for section, noun, found in entries:
        for entry in found.values():
            if entry.draft and (section, entry.id) in explainer.places.keys:
                place = explainer.places.value(section, entry.id, "draft")
                yield _issue(place, f"{noun} '{entry.id}' is a draft that nobody has confirmed", page=explainer.draft)


def _issue(place: Location, message: str, *, page: bool) -> Issue:
    help_text = "compare it with the source, mend it, and delete its `draft: true`"
    if page:
        return Issue.warning("unconfirmed-draft", place, message, help_text)
    return Issue.error("unconfirmed-draft", place, message, help_text)

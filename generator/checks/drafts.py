"""Confirming: which entries of a page were drafted, and nobody has confirmed yet."""

from collections.abc import Iterator, Mapping

from generator.model.errors import Location
from generator.model.explainer import Explainer, Site
from generator.model.issue import Issue


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

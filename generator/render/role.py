"""Roles: what somebody is, and was when saying something, on one line."""

from generator.markdown.plain_text import plain
from generator.model.explainer import Person, Quotation


def role_of(person: Person) -> str:
    """Return the role and the affiliation of a person."""
    return plain(", ".join(part for part in (person.role, person.affiliation) if part))


def role_then(quotation: Quotation, speaker: Person | None) -> str:
    """Return what the speaker of a quotation was when saying it; empty where that is not told."""
    return plain(quotation.role) or (role_of(speaker) if speaker else "")

"""Findings of an audit, and the Issues that tell what does not hold."""

from dataclasses import dataclass
from enum import StrEnum

from generator.markdown.plain_text import inline
from generator.model.errors import Location
from generator.model.issue import Issue, Severity
from generator.model.verdict import Status


class Finding(StrEnum):
    """What came of checking something."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedSource:
    """A source: whether its text is the one that was verified, and in words what that means."""

    page: str
    id: str
    outcome: Finding
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedQuotation:
    """A quotation: the verdict that is claimed, whether it was found anew, and whether the page shows it so."""

    page: str
    id: str
    speaker: str
    claimed: Status
    verdict: Finding
    shown: Finding


def finding_of(*, checked: bool, failed: bool) -> Finding:
    """Return what came of a check, if it was made at all."""
    if not checked:
        return Finding.UNCHECKED
    return Finding.FAILS if failed else Finding.HOLDS


def audit_issue(
    code: str,
    place: str,
    message: str,
    help_text: str = "",
    *,
    details: str = "",
    severity: Severity = Severity.ERROR,
) -> Issue:
    """Return an Issue on a file or address, with nothing in it that could steer a terminal."""
    return Issue(
        code=code,
        severity=severity,
        location=Location(path=place),
        message=inline(message),
        help=inline(help_text),
        details=(inline(details),) if details else (),
    )

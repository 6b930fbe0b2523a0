"""An Issue: one finding of check."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from generator.model.errors import Location


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning stops a strict one; on a draft, neither does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding.

    Args:
        code: Stable name in kebab case; the guide has a heading for each.
        severity: Error or warning.
        location: Where in the author's file it stands.
        message: What is wrong, in one sentence with the value, no full stop.
        help: What would be right; empty when there is nothing to add.
        details: Further lines, such as the nearest passage with its word diff.
        of_draft: Whether it concerns a page alone that readers do not see yet; it is told, and fails nothing.
    """

    code: str
    severity: Severity
    location: Location
    message: str
    help: str = ""
    details: tuple[str, ...] = ()
    of_draft: bool = False

    def fails(self, *, strict: bool = False) -> bool:
        """Tell whether a check or a build fails by it: by an error, or by a warning if it is strict."""
        return not self.of_draft and (strict or self.severity is Severity.ERROR)

    @classmethod
    def error(
        cls, code: str, location: Location, message: str, help_text: str = "", *, details: tuple[str, ...] = ()
    ) -> Self:
        """Return an Issue that stops a build."""
        return cls(
            code=code, severity=Severity.ERROR, location=location, message=message, help=help_text, details=details
        )

    @classmethod
    def warning(
        cls, code: str, location: Location, message: str, help_text: str = "", *, details: tuple[str, ...] = ()
    ) -> Self:
        """Return an Issue that stops a strict build only."""
        return cls(
            code=code, severity=Severity.WARNING, location=location, message=message, help=help_text, details=details
        )


def sorted_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return Issues without repetitions, by file, line, column and code."""
    return tuple(sorted(dict.fromkeys(issues), key=_order))


def _order(issue: Issue) -> tuple[str, int, int, str]:
    place = issue.location
    return place.path, place.line or 0, place.column or 0, issue.code

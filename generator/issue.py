"""An Issue: one finding of check."""

from dataclasses import dataclass
from enum import StrEnum

from generator.errors import Location


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning stops a strict one."""

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
    """

    code: str
    severity: Severity
    location: Location
    message: str
    help: str = ""
    details: tuple[str, ...] = ()

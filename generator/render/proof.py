"""The proof that the lock holds for a quotation whose source text is not at hand."""

from dataclasses import dataclass
from datetime import date

from generator.verdict import Alteration, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedProof:
    """What was verified where the text was at hand.

    Args:
        verified_on: Day of the verification.
        sha256: SHA-256 of the folded text, in hexadecimal.
        status: What was found.
        unique: Whether the exact passage stands once in the source.
        alterations: The changes that the page must report.
    """

    verified_on: date
    sha256: str
    status: Status
    unique: bool = False
    alterations: tuple[Alteration, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether the words were found to be a quotation of the given speaker."""
        return self.status in {Status.VERIFIED, Status.ALTERED}

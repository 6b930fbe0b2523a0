"""Proofs: the outcome of verifying a quotation, here or, by the lock, where its source text was at hand."""

from dataclasses import dataclass
from datetime import date

from generator.model.verdict import Alteration, Status, Verdict


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a quotation: the verdict here, and what the lock says where there is no text."""

    verdict: Verdict
    locked: LockedProof | None = None

    @property
    def proven(self) -> LockedProof | None:
        """Return the lock's proof where it stands in for a text that is not at hand."""
        unchecked = self.verdict.status is Status.UNCHECKABLE
        return self.locked if unchecked and self.locked is not None and self.locked.ok else None

    @property
    def status(self) -> Status:
        """Return what was found, here or by the lock."""
        return self.proven.status if self.proven else self.verdict.status

    @property
    def ok(self) -> bool:
        """Tell whether the words may look verified."""
        return self.verdict.ok or self.proven is not None

    @property
    def failed(self) -> bool:
        """Tell whether verification was tried and failed."""
        return not self.ok and self.verdict.status is not Status.UNCHECKABLE

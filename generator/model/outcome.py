"""Outcomes: what is known of a quotation, from its source's text or, where that is not at hand, from its lock."""

from dataclasses import KW_ONLY, dataclass
from datetime import date

from generator.model.verdict import Selector, Status, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a quotation.

    Args:
        verdict: What was found; by the lock where the source's text is not at hand.
        from_lock: Whether the verdict is the lock's, since the text is not at hand.
        verified_on: Day on which the lock says that the same was found; None where no lock says so.
        sha256: SHA-256 of the folded text that the lock speaks of, in hexadecimal.
        unique: Whether the lock says that the exact passage stands once in that text.
        selector_sha256: SHA-256 of the folded passage and of the text on both sides, from the lock.
    """

    verdict: Verdict
    _: KW_ONLY
    from_lock: bool = False
    verified_on: date | None = None
    sha256: str = ""
    unique: bool = False
    selector_sha256: Selector | None = None

    @property
    def status(self) -> Status:
        """Return what was found."""
        return self.verdict.status

    @property
    def ok(self) -> bool:
        """Tell whether the words may look verified."""
        return self.verdict.ok

    @property
    def failed(self) -> bool:
        """Tell whether verification was tried and failed."""
        return not self.ok and self.status is not Status.UNCHECKABLE

    @property
    def locked_on(self) -> date | None:
        """Return the day of verification where the lock vouches for a text that is not at hand."""
        return self.verified_on if self.from_lock and self.ok else None


UNVERIFIED = Outcome(Verdict(status=Status.UNCHECKABLE, reason="it has not been verified"))
"""What is known of a quotation that nobody verified."""

"""The outcome of verifying a Quotation, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum

RULES = "3"
"""Version of the rules of verification; it changes whenever a verdict may."""


class Status(StrEnum):
    """What verification found."""

    VERIFIED = "verified"
    ALTERED = "verified-with-alterations"
    MISATTRIBUTED = "misattributed"
    NOT_A_QUOTATION = "not-a-quotation"
    ABSENT = "absent"
    AMBIGUOUS = "ambiguous"
    UNCHECKABLE = "uncheckable"


class Strength(StrEnum):
    """How an Attribution is known: the sentence says so, or the words around suggest it."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """W3C TextQuoteSelector: the exact passage of the source and some text on both sides."""

    exact: str
    prefix: str
    suffix: str


class AlterationKind(StrEnum):
    """What an editor did to the words."""

    OMITTED = "omitted"
    INSERTED = "inserted"
    REPLACED = "replaced"
    CAPITAL = "capital"
    JOINED = "joined"
    CUT = "cut"


class AlterationForm(StrEnum):
    """Which sentence tells an alteration: finer than its kind, since one kind may need several."""

    INSERTED = "inserted"
    CAPITAL = "capital"
    REPLACED = "replaced"
    OMITTED = "omitted"
    BRACKET = "bracket"
    JOINED = "joined"
    BEFORE = "before"
    AFTER = "after"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a sentence about an alteration says, so that every language can say it.

    Args:
        form: Which sentence it is.
        taken: The source's words that were replaced or left out; empty where only their number is told.
        put: The words that were put in, or in their place.
        before: The source's words right before those that were left out.
        after: Those right behind them.
        count: How many words were left out between `before` and `after`.
    """

    form: AlterationForm
    taken: str = ""
    put: str = ""
    before: str = ""
    after: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """One change between the source's words and the callout's.

    Args:
        kind: What was done.
        description: The change in English words a reader understands.
        particulars: What the description says, so that every language can say it.
        lost: Negations and numbers that the change took away, as printed in the source, and of words
            that were replaced those that carry meaning of their own.
        gained: Negations that it put in.
    """

    kind: AlterationKind
    description: str
    particulars: Particulars
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


class Change(StrEnum):
    """What a piece of a word diff is."""

    SAME = "same"
    ADDED = "added"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffPiece:
    """A run of words: in both texts, only in the callout (added), or only in the source (missing)."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of verifying a Quotation.

    Args:
        status: What was found.
        start: Offset into the source's text where the passage, or else the nearest one, begins.
        end: End offset, exclusive; both are None where there is none.
        selector: The passage as a W3C TextQuoteSelector; None where there is none.
        before: The sentence or sentences just before the passage, up to its own sentence's beginning.
        after: The text just after the passage, to the end of the sentence after it.
        alterations: Each change between the source's words and the callout's.
        speaker: Whom the source names as Speaker, as fully as it does; None where it names nobody.
        strength: How the Speaker is known.
        evidence: The words of the source that tell the Speaker.
        reason: On failure, and on a warning, what is wrong, in one sentence.
        diff: On failure, the word diff between the callout and the nearest passage.
        contradicted: Whether the source seems to give the words to somebody else, though not plainly.
    """

    status: Status
    start: int | None = None
    end: int | None = None
    selector: Selector | None = None
    before: str = ""
    after: str = ""
    alterations: tuple[Alteration, ...] = ()
    speaker: str | None = None
    strength: Strength | None = None
    evidence: str = ""
    reason: str = ""
    diff: tuple[DiffPiece, ...] = ()
    contradicted: bool = False

    @property
    def ok(self) -> bool:
        """Tell whether the words may be published as a quotation of the given speaker."""
        return self.status in {Status.VERIFIED, Status.ALTERED}

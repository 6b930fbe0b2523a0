"""The evidence manifest: everything about pages that somebody else can check, as frozen values.

Selectors follow the W3C Recommendation "Web Annotation Data Model" of 2017: a TextQuoteSelector (section 4.2.4) gives
the exact passage of the source with some text on both sides, a TextPositionSelector (section 4.2.5) its offsets,
counted in Unicode code points. Of a source whose text may not be published the selector is given as SHA-256 hashes
of its folded parts, so that who has the text can compare it and nobody else can read it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from generator.model.article import Kind
from generator.model.edtf import Edtf
from generator.model.explainer import CorrectionKind, PersonType
from generator.model.verdict import RULES, Alteration, Selector, Status

FORMAT: Final = "explainer-evidence"
"""What the file says it is."""
VERSION = 1
"""Version of the file's form; a field that is new and may be missing does not change it."""
CLAIMS = frozenset({Status.VERIFIED, Status.ALTERED})
"""Verdicts that say that the words are the source's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """A source.

    Args:
        id: Its id on the page.
        kind: What sort of work it is.
        title: Its headline.
        publisher: Who published it.
        author: Who wrote or issued it.
        published: When; None where that is not known.
        url: Its address.
        archived: Address of an archived copy.
        language: BCP 47 tag; empty where it is not known.
        sha256: SHA-256 of its folded text, in hexadecimal; empty where neither the text nor a lock is at hand.
        words: How many words its text has; None where that is not known.
    """

    id: str
    kind: Kind = Kind.ARTICLE
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: Edtf | None = None
    url: str = ""
    archived: str = ""
    language: str = ""
    sha256: str = ""
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """A person whom the page names: id, name, whether human or body, role, affiliation, and links to the same one."""

    id: str
    name: str
    type: PersonType = PersonType.PERSON
    role: str = ""
    affiliation: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """W3C TextQuoteSelector: the exact passage of the source and some text on both sides."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPositionSelector:
    """W3C TextPositionSelector: start and end (exclusive) of the passage."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRecord:
    """A quotation and what verification found of it.

    Args:
        id: Its id, which is its anchor on the page behind "quote-".
        text: Its words, as they were verified.
        translation: The same in the page's language; empty where that is the words' own.
        speaker: Id of its Speaker; empty where nobody is named.
        role: The Speaker's role and affiliation at that time, as the page prints them.
        source: Id of its source.
        said: When it was said; None where that is not told.
        note: What the page says besides of it; Markdown.
        verdict: What verification found.
        alterations: What was altered, in words.
        selector: The passage; None where there is none, or the source's text may not be published.
        position: Its offsets in the source's text; None where that is not at hand.
        selector_sha256: SHA-256 of the folded passage and of the text on both sides, where `selector` may not be given.
        verified_on: The day on which the lock says that it was verified; None where there is no lock of it.
    """

    id: str
    text: str
    translation: str = ""
    speaker: str = ""
    role: str = ""
    source: str = ""
    said: Edtf | None = None
    note: str = ""
    verdict: Status
    alterations: tuple[Alteration, ...] = ()
    selector: TextQuoteSelector | None = None
    position: TextPositionSelector | None = None
    selector_sha256: Selector | None = None
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRecord:
    """An expert opinion: whose, on which question, the position, and the ids of its quotations."""

    id: str
    person: str
    question: str = ""
    position: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """An event: its date, its title, and the ids of its sources and quotations."""

    id: str
    date: Edtf
    title: str
    sources: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """A dated change note: its kind, its Markdown, and the id of what it changes (empty: the page)."""

    date: Edtf
    kind: CorrectionKind
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One explainer, in the author's order.

    Args:
        path: Its path below the content folder, such as "explainers/tariffs.md".
        title: Its headline.
        published: When it was published.
        updated: When it was last changed.
        language: BCP 47 tag.
        sources: Its sources.
        people: The people whom its quotations and expert opinions name.
        quotations: Its quotations.
        opinions: Its expert opinions.
        events: Its events.
        corrections: Its change notes.
    """

    path: str
    title: str
    published: Edtf | None = None
    updated: Edtf | None = None
    language: str = "en"
    sources: tuple[SourceRecord, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
    opinions: tuple[OpinionRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()

    def source(self, identifier: str) -> SourceRecord | None:
        """Return a source by its id."""
        return next((source for source in self.sources if source.id == identifier), None)

    def person(self, identifier: str) -> PersonRecord | None:
        """Return a person by id."""
        return next((person for person in self.people if person.id == identifier), None)

    def name_of(self, identifier: str) -> str:
        """Return the name of a person by id; empty where there is none."""
        person = self.person(identifier)
        return person.name if person else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The evidence of one page, or of all pages of a site.

    Args:
        format: What the file says it is.
        version: Version of its form.
        rules: Version of the rules of verification that its verdicts come from.
        pages: The pages, by path.
    """

    format: Literal["explainer-evidence"] = FORMAT
    version: int = VERSION
    rules: str = RULES
    pages: tuple[PageRecord, ...] = ()

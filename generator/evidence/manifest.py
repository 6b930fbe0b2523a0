"""The evidence manifest: everything about pages that somebody else can check, as frozen values.

Selectors follow the W3C Recommendation "Web Annotation Data Model" of 2017: a TextQuoteSelector (section 4.2.4) gives
the exact passage of the source with some text on both sides, a TextPositionSelector (section 4.2.5) its offsets,
counted in Unicode code points. Of a source whose text may not be published the selector is given as SHA-256 hashes
of its folded parts, so that who has the text can compare it and nobody else can read it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field, PlainSerializer

from generator.front_matter.schema import Date as ParsedDate
from generator.model.article import Kind
from generator.model.explainer import CorrectionKind, PersonType
from generator.model.verdict import RULES, Alteration, Selector, Status

FORMAT: Final = "explainer-evidence"
"""What the file says it is."""
VERSION: Final = 2
"""Version of the file's form; a field that is new and may be missing does not change it."""
MOST = 5_000
"""Entries that a list of one page may have, such as its quotations."""
CLAIMS = frozenset({Status.VERIFIED, Status.ALTERED})
"""Verdicts that say that the words are the source's."""

Date = Annotated[ParsedDate, PlainSerializer(str)]
"""A date of EDTF level 0 or 1, as its text."""
Number = Annotated[int, Field(ge=0)]
_Entry = TypeVar("_Entry")
Many = Annotated[tuple[_Entry, ...], Field(max_length=MOST)]


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
        former_ids: Ids that it had before.
    """

    id: str
    kind: Kind = Kind.ARTICLE
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: Date | None = None
    url: str = ""
    archived: str = ""
    language: str = ""
    sha256: str = ""
    words: Number | None = None
    former_ids: Many[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """A person or an organisation that the page names.

    Args:
        id: Its id on the page.
        name: The full name.
        aliases: Other names that sources print.
        type: Whether a person or an organisation.
        role: What the person does, as the page prints it.
        affiliation: The body that the person belongs to.
        same_as: Addresses of pages about the same person.
        former_ids: Ids that it had before.
    """

    id: str
    name: str
    aliases: Many[str] = ()
    type: PersonType = PersonType.PERSON
    role: str = ""
    affiliation: str = ""
    same_as: Many[str] = ()
    former_ids: Many[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """A W3C TextQuoteSelector.

    Args:
        type: What it is.
        exact: The passage of the source.
        prefix: The text before it.
        suffix: The text after it.
    """

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPositionSelector:
    """A W3C TextPositionSelector, counted in Unicode code points.

    Args:
        type: What it is.
        start: Offset of the passage's first character in the source's text.
        end: End offset, exclusive.
    """

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: Number
    end: Number


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
        former_ids: Ids that it had before.
    """

    id: str
    text: str
    translation: str = ""
    speaker: str = ""
    role: str = ""
    source: str = ""
    said: Date | None = None
    note: str = ""
    verdict: Status
    alterations: Many[Alteration] = ()
    selector: TextQuoteSelector | None = None
    position: TextPositionSelector | None = None
    selector_sha256: Selector | None = None
    verified_on: date | None = None
    former_ids: Many[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRecord:
    """An expert opinion.

    Args:
        id: Its id on the page.
        person: Id of the expert.
        question: The question that was put.
        position: The answer in a few words.
        quotes: Ids of its quotations.
        former_ids: Ids that it had before.
    """

    id: str
    person: str
    question: str = ""
    position: str = ""
    quotes: Many[str] = ()
    former_ids: Many[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """A dated event.

    Args:
        id: Its id on the page.
        date: When it happened.
        title: What happened, in one line.
        sources: Ids of the sources that tell of it.
        quotes: Ids of its quotations.
        former_ids: Ids that it had before.
    """

    id: str
    date: Date
    title: str
    sources: Many[str] = ()
    quotes: Many[str] = ()
    former_ids: Many[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """A dated change note.

    Args:
        date: The day of the change.
        kind: A correction, a clarification or an update.
        text: What was changed and why; Markdown.
        of: Id of the entry that was changed; empty for the page.
    """

    date: Date
    kind: CorrectionKind
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """What binds evidence to a finished page; the canonical form is that of `generator.evidence.canonical`.

    Args:
        place: Path of the page below the site's folder, such as "soup/index.html".
        sha256: SHA-256 of the canonical form of its article.
        words_sha256: SHA-256 of the words of its article.
        blocks: The first eight digits of the SHA-256 of each line of the canonical form, one after another.
        around: What else in the page can change the view of the article, in one line each: style sheets and scripts
            with their SHA-256, those that stand in the page, attributes that style or act, elements that embed or lead
            elsewhere, and the elements that hold the article.
        frame_sha256: SHA-256 of the canonical form of what stands around the article, such as title and menus.
    """

    place: str
    sha256: str
    words_sha256: str
    blocks: str
    around: Many[str] = ()
    frame_sha256: str


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
        article: What binds the evidence to the finished page; None where it was made without the page, as by an export.
    """

    path: str
    title: str
    published: Date | None = None
    updated: Date | None = None
    language: str = "en"
    sources: Many[SourceRecord] = ()
    people: Many[PersonRecord] = ()
    quotations: Many[QuotationRecord] = ()
    opinions: Many[OpinionRecord] = ()
    events: Many[EventRecord] = ()
    corrections: Many[CorrectionRecord] = ()
    article: ArticleRecord | None = None

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

    def names_of(self, identifier: str) -> tuple[str, ...]:
        """Return all names of a person by id, the one that the page shows first; empty where there is none."""
        person = self.person(identifier)
        return (person.name, *person.aliases) if person else ()


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
    version: Literal[2] = VERSION
    rules: str = RULES
    pages: tuple[PageRecord, ...] = ()

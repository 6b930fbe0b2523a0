"""The vocabulary of the project as frozen values; nothing here reads, checks or prints.

`former_ids` are ids that a thing had before; their addresses still lead to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.article import Article, Kind
from generator.model.edtf import Edtf
from generator.model.errors import Location


class PersonType(StrEnum):
    """Whether a Speaker is a human being or a body."""

    PERSON = "person"
    ORGANISATION = "organisation"


class CorrectionKind(StrEnum):
    """What a change note is: a mistake mended, a sentence made clearer, or news added."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each value of a page's front matter stands.

    Args:
        file: The file as a whole; the answer where nothing nearer is known.
        values: Location of each value by its path of keys and indexes, such as
            ("quotes", "no-authority", "text") or ("key_points", 0).
        keys: Location of each mapping key by the same path.
    """

    file: Location
    values: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict)
    keys: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict)

    def value(self, *path: str | int) -> Location:
        """Return where the value at a path stands, or else the nearest value around it."""
        return self._nearest(self.values, path)

    def key(self, *path: str | int) -> Location:
        """Return where the key at a path stands, or else the value or key around it."""
        return self.keys.get(path) or self.value(*path)

    def _nearest(self, places: Mapping[tuple[str | int, ...], Location], path: tuple[str | int, ...]) -> Location:
        for end in range(len(path), 0, -1):
            if found := places.get(path[:end]) or self.keys.get(path[:end]):
                return found
        return self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that an Explainer relies on; `article` is None where its text is not at hand."""

    id: str
    kind: Kind = Kind.ARTICLE
    file: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: Edtf | None = None
    url: str = ""
    archived: str = ""
    retrieved: Edtf | None = None
    language: str = ""
    license: str = ""
    former_ids: tuple[str, ...] = ()
    article: Article | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A Speaker: name, role, affiliation, declared interests and links to the same one elsewhere.

    `aliases` are other names that sources print: a married name, a pen name, a newspaper's misspelling.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: PersonType = PersonType.PERSON
    role: str = ""
    affiliation: str = ""
    interests: str = ""
    same_as: tuple[str, ...] = ()
    biography: str = ""
    draft: bool = False
    former_ids: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the one that pages show first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Exact words of a Speaker; `speaker` is a Person's id, `source` a Source's id (empty: none given).

    `translation` gives the words in the page's language; what is verified is `text`. `role` is what the Speaker was at
    that time; empty where it is what the Person has.
    """

    id: str
    text: str
    translation: str = ""
    speaker: str = ""
    source: str = ""
    said: Edtf | None = None
    role: str = ""
    note: str = ""
    draft: bool = False
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertOpinion:
    """A Person's view on a question; `summary` is Markdown, `quotes` are Quotation ids."""

    id: str
    person: str
    question: str = ""
    position: str = ""
    summary: str = ""
    interests: str = ""
    quotes: tuple[str, ...] = ()
    draft: bool = False
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated happening; `text` is Markdown, `sources` and `quotes` are ids, `key` marks a turning point."""

    id: str
    date: Edtf
    title: str
    text: str = ""
    sources: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    key: bool = False
    draft: bool = False
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reader may ask; `answer` is Markdown."""

    id: str
    question: str
    answer: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is established; `text` is Markdown."""

    text: str
    as_of: Edtf | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """What is not established: since when it is asked, when to look again, when and how it was answered."""

    text: str
    asked: Edtf | None = None
    review_by: Edtf | None = None
    answered: Edtf | None = None
    answer: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated change note; `text` is Markdown, `of` the id of what it changes (empty: the page)."""

    date: Edtf
    text: str
    kind: CorrectionKind = CorrectionKind.CORRECTION
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """A page that we publish.

    Args:
        path: Path below the content folder, with forward slashes, such as "explainers/tariffs.md".
        title: Headline.
        kicker: A few words above the headline.
        people: The people whom the page may name, shared ones included and the page's entries merged in.
        glossary: Meaning (Markdown) by term, in the author's order.
        allow_quotes: Words in quotation marks that the prose check lets pass.
        draft: Whether the page is not yet meant for readers.
        listed: Whether listings of the site's explainers show it.
        host: Fields that MkDocs and its theme read, such as "hide", as the author wrote them.
        body: The Markdown after the front matter, as the author wrote it.
        body_line: Line of the file on which the body begins, counted from 1.
        places: Where each value of the front matter stands.
    """

    path: str
    title: str
    body: str
    body_line: int
    places: Places
    kicker: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: Edtf | None = None
    updated: Edtf | None = None
    language: str = "en"
    topics: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    quotes: Mapping[str, Quotation] = field(default_factory=dict)
    experts: Mapping[str, ExpertOpinion] = field(default_factory=dict)
    timeline: Mapping[str, Event] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    known: tuple[Known, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    allow_quotes: tuple[str, ...] = ()
    draft: bool = False
    listed: bool = True
    host: Mapping[str, object] = field(default_factory=dict)

    @property
    def changed(self) -> Edtf | None:
        """Return when the page last changed: the latest of its own dates and those of its corrections."""
        dates = [self.published, self.updated, *(correction.date for correction in self.corrections)]
        return max((date for date in dates if date is not None), key=lambda date: date.sort_key, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All Explainers of a site, and the people they share, by path and id."""

    explainers: Mapping[str, Explainer] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)

"""Views: the finished values that the templates show. Nothing in them is left to decide or to escape."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.wording.alteration_words import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in words, and what `<time datetime>` says of it; empty where HTML cannot say it."""

    words: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the words to press."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """The address of a file for machines, the words to press, and its whole name for those who hear the link alone."""

    href: str
    words: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A change note from where it applies: its kind in words, its date, and its address on the page."""

    kind: str
    label: str
    when: When
    href: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a comparison: `kind` is "same", "added" or "missing"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class AlterationView:
    """A change between the source's words and the quotation's.

    Args:
        words: What was changed, run by run.
        lost: What meaning went with it.
    """

    words: Sequence[Run]
    lost: Sequence[Run] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """The passage in its source and the sentences around it."""

    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofView:
    """What a reader can check of a quotation.

    Args:
        state: "verified", "altered", "unchecked" or "failed".
        status: The state in words.
        sha256: Hash of the text that it was verified against, where that is not at hand.
        reason: What is wrong, where it failed, or in doubt.
        reason_language: Language of `reason`; empty where it is the page's.
        link: The passage, or else the source.
        archived: The archived copy of the source.
        alterations: What was altered.
        context: The sentences around; None where the text is not at hand.
        diff: The comparison with the nearest passage, where it failed.
    """

    state: str
    status: str
    sha256: str = ""
    reason: str = ""
    reason_language: str = ""
    link: Link | None = None
    archived: Link | None = None
    alterations: Sequence[AlterationView] = ()
    context: Context | None = None
    diff: Sequence[Piece] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation.

    Args:
        anchor: Its anchor; empty on a second showing, since ids are unique.
        length: "short" or "long", which decides the size of the type.
        paragraphs: Its words in the page's language.
        original: The source's own words, where `paragraphs` translates them.
        translated: That it is a translation, and from what language, in words.
        language: The source's language; empty where it is the page's.
        cite: The source's address.
        speaker: Who said it.
        person: Address of the Speaker's page; empty where there is none.
        role: The Speaker's role and affiliation.
        said: When it was said.
        title: The source's title.
        publisher: The source's publisher.
        published: When the source was published.
        note: The author's note, as HTML.
        corrections: The change notes that concern it, with their addresses.
        proof: What a reader can check.
        unfolded: Whether the sentences around it are shown unfolded.
        embed: Address of its embed; empty where none is offered.
        own: Whether it stands in the box of its own Speaker, which tells whose the words are.
        former: The anchors that it had under former ids.
    """

    anchor: str
    length: str
    paragraphs: Sequence[str]
    original: Sequence[str]
    translated: str
    language: str
    cite: str
    speaker: str
    person: str
    role: str
    said: When | None
    title: str
    publisher: str
    published: When | None
    note: Markup
    corrections: Sequence[NoteLink]
    proof: ProofView
    unfolded: bool = False
    embed: str = ""
    own: bool = False
    former: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertView:
    """An expert opinion: the change notes that concern it, quotations in full, links to others, its embed's address."""

    anchor: str
    label: str
    name: str
    href: str
    role: str
    question: str
    position: str
    summary: Markup
    corrections: Sequence[NoteLink]
    interests: str
    biography: Markup
    same_as: Sequence[Link]
    quotations: Sequence[QuotationView]
    links: Sequence[Link]
    embed: str = ""
    former: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event of the timeline; `key` marks a turning point, `topics` serves a filter."""

    anchor: str
    key: bool
    when: When
    title: str
    text: Markup
    citations: Markup
    links: Sequence[Link]
    topics: Sequence[str] | None = None
    former: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The events of one year, or of a time that spans years, in words; empty where one label would do for all."""

    label: str
    events: Sequence[EventView]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question and its answer."""

    anchor: str
    question: str
    answer: Markup
    citations: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class PullView:
    """Words of the page in large type; `speaker` is empty where they are the page's own."""

    words: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """Something that is known or not known, with its dates in words by their labels."""

    answered: bool
    text: Markup
    citations: Markup
    dates: Sequence[tuple[str, When]]
    answer: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """An entry of the list of sources, with links back to where it is cited."""

    anchor: str
    kind: str
    author: str
    title: str
    publisher: str
    language: str
    published: When | None
    retrieved: When | None
    url: str
    archived: str
    page: str
    back: Sequence[Link]
    former: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A change note; `concerns` links to what it changes."""

    anchor: str
    kind: str
    label: str
    when: When
    text: Markup
    concerns: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderView:
    """What stands above an explainer's body."""

    standfirst: Markup
    byline: str
    published: When | None
    updated: When | None
    corrected: When | None
    corrections: str
    reading: str
    proof: str
    proof_state: str
    methodology: str

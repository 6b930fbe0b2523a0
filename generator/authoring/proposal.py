"""Proposals: what the drafts of a page's sources add to it, as entries of its front matter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from generator.authoring.entries import Entry, Value
from generator.drafting.draft import Draft, DraftEvent, DraftPerson, DraftQuotation, QuotationKind
from generator.drafting.quotations import joined
from generator.front_matter.nodes import is_writable
from generator.model.edtf import Part, Precision, parse_edtf
from generator.model.explainer import Event, Explainer, Person, PersonType, Quotation
from generator.model.slug import make_slug, make_unique
from generator.text.attribution import Attribution
from generator.text.language import Language, read_language
from generator.text.paragraphs import Span
from generator.verification.speakers import Sameness, compare_names
from generator.verification.verify import verify

_ID_WORDS = 4
_MOST_EVENTS = 12
_ALIKE = 80
_TO_THE_MONTH = frozenset({Precision.MONTH, Precision.SEASON, Precision.DAY, Precision.TIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What drafts add to a page.

    Args:
        people: By id; name, role and affiliation.
        quotes: By id; each of them verified.
        experts: By the person's id.
        timeline: By id, in order of time; known to the month at least.
        left_out: How many quotations are not proposed: nobody is named for them, or they are single words.
    """

    people: tuple[Entry, ...] = ()
    quotes: tuple[Entry, ...] = ()
    experts: tuple[Entry, ...] = ()
    timeline: tuple[Entry, ...] = ()
    left_out: int = 0

    @property
    def sections(self) -> dict[str, tuple[Entry, ...]]:
        """Return the entries by the name of their section, in the order of the guide."""
        return {"people": self.people, "quotes": self.quotes, "experts": self.experts, "timeline": self.timeline}

    @property
    def empty(self) -> bool:
        """Tell whether nothing is proposed."""
        return not any(self.sections.values())


def propose(drafts: Mapping[str, Draft], shared: Mapping[str, Person], page: Explainer | None = None) -> Proposal:
    """Turn drafts into entries, each marked as a draft to confirm.

    Args:
        drafts: Drafts by the id of their source on the page.
        shared: The people whom all pages share, by id.
        page: The page as it is; what it has is not proposed again. None for a new page.

    Returns:
        The entries. Every quotation among them verifies as it stands.
    """
    cast = _Cast(shared, page)
    quotes: list[Entry] = []
    taken = set(page.quotes) if page else set()
    left_out = 0
    spoken: dict[str, list[str]] = {}
    for source, draft in drafts.items():
        known = _known_spans(page, source, draft)
        for speech in joined(draft.quotations):
            if any(start < speech[-1].end and speech[0].start < end for start, end in known):
                continue
            words = _proven_words(draft, speech)
            if words is None:
                left_out += 1
                continue
            identifier = make_unique(_quote_id(words, draft), taken)
            taken.add(identifier)
            person = cast.cast(draft, speech[0])
            spoken.setdefault(person, []).append(identifier)
            quotes.append(_quotation(identifier, words, person, source, speech))
    return Proposal(
        people=tuple(cast.new),
        quotes=tuple(quotes),
        experts=tuple(_experts(cast, spoken, page)),
        timeline=tuple(_events(drafts, page)),
        left_out=left_out,
    )


def _known_spans(page: Explainer | None, source: str, draft: Draft) -> list[Span]:
    """Return where the words of the page's quotations of a source stand in it."""
    quotes: list[Quotation] = [q for q in page.quotes.values() if q.source == source] if page else []
    verdicts = [verify(quotation.text, draft.article) for quotation in quotes]
    return [(v.start, v.end) for v in verdicts if v.start is not None and v.end is not None]


def _proven_words(draft: Draft, speech: Sequence[DraftQuotation]) -> str | None:
    """Return a speech as a page quotes it, or None where it is none worth quoting or does not verify so."""
    first = speech[0]
    if (
        first.speaker is None
        or not is_writable(first.speaker)
        or (first.kind is QuotationKind.MIXED and len(first.text.split()) < 2)
    ):
        return None
    whole = first.text
    for before, part in pairwise(speech):
        whole = f"{_paused(whole, draft.article.text[before.end : part.start])} {part.text}"
    for words in (whole, first.text):
        tidy = " ".join(words.split()).rstrip(",;:" if first.kind is QuotationKind.DIRECT else ",;:.")
        if not is_writable(tidy):
            continue
        verdict = verify(tidy, draft.article, speaker=first.speaker)
        if verdict.ok and not any(alteration.lost or alteration.gained for alteration in verdict.alterations):
            return tidy
    return None


def _paused(words: str, between: str) -> str:
    """Punctuate a part of a speech as the attribution behind it tells: with a full stop where the sentence ends there.

    “I love that,” X said. “If …” is two sentences, “If it fails,” X said, “I …” is one.
    """
    ended = between.rstrip(" \n\"'“„«‘").endswith((".", "!", "?"))
    if words.endswith(","):
        return f"{words[:-1]}." if ended else words
    comma = between.lstrip("\"'”’»“").startswith(",")
    if comma and words[-1:].isalnum():
        return f"{words}{'.' if ended else ','}"
    return words


def _quote_id(words: str, draft: Draft) -> str:
    language = read_language(draft.language)
    return make_slug(" ".join(_telling(words, language)), "quotation")


def _telling(words: str, language: Language) -> list[str]:
    small = language.determiners | language.prepositions | language.conjunctions | language.copulas
    small |= language.auxiliaries | language.relatives | language.pronouns.keys()
    plain = [word.strip(".,;:!?…“”\"'’()[]—–-") for word in words.split()]
    telling = [word for word in plain if word and word.lower() not in small]
    return (telling if len(telling) > 1 else [word for word in plain if word])[:_ID_WORDS]


def _quotation(identifier: str, words: str, person: str, source: str, speech: Sequence[DraftQuotation]) -> Entry:
    first = speech[0]
    fields: list[tuple[str, Value]] = [("text", words), ("speaker", person), ("source", source)]
    said = next((part.said for part in speech if part.said), "")
    if said:
        fields.append(("said", said))
    how = f"{first.strength}: {first.evidence}" if first.evidence else f"{first.strength}: nothing but the place"
    return Entry(id=identifier, fields=(*fields, ("draft", True)), comment=how)


class _Cast:
    """The people of a page, its own, the shared ones and those whom the drafts add."""

    def __init__(self, shared: Mapping[str, Person], page: Explainer | None) -> None:
        people = (page.people if page else shared).values()
        self._known: dict[str, tuple[str, ...]] = {person.id: person.names for person in people}
        self._described: dict[str, DraftPerson] = {}
        self.new: list[Entry] = []

    def cast(self, draft: Draft, quotation: DraftQuotation) -> str:
        """Return the id of the one who speaks, and take in whom nobody knows yet."""
        speaker = quotation.speaker or ""
        person = next((p for p in draft.people if p.name == speaker), None)
        identifier = self._find(speaker, draft.language)
        if identifier is None:
            identifier = make_unique(self._id(speaker, person, draft.language), self._known)
            self._known[identifier] = (speaker,)
            self.new.append(_person(identifier, speaker, person, named=quotation.named))
        if person is not None:
            self._described.setdefault(identifier, person)
        return identifier

    def described(self) -> Iterator[tuple[str, DraftPerson]]:
        """Yield the id of each one who speaks in a draft, with what the draft says of him, her or it."""
        yield from self._described.items()

    def _find(self, name: str, language: str) -> str | None:
        found = Attribution(speaker=name, mention=name, named=True)
        same = [
            identifier
            for identifier, known in self._known.items()
            if name in known or compare_names(known, found, language) is Sameness.SAME
        ]
        return same[0] if len(same) == 1 else next((i for i in same if name in self._known[i]), None)

    def _id(self, name: str, person: DraftPerson | None, language: str) -> str:
        suffixes = read_language(language).suffixes
        words = [word for word in name.split() if word.rstrip(".") not in suffixes]
        human = person is not None and person.type is PersonType.PERSON
        return make_slug(words[-1] if human and words else name, "speaker")


def _person(identifier: str, name: str, person: DraftPerson | None, *, named: bool) -> Entry:
    fields: list[tuple[str, Value]] = [("name", name)]
    comment = ""
    if person is not None:
        if person.type is PersonType.ORGANISATION:
            fields.append(("type", "organisation"))
        fields += [(key, value) for key, value in (("role", person.role), ("affiliation", person.affiliation)) if value]
        comment = person.evidence
    if not named:
        comment = "the source gives no name"
    return Entry(id=identifier, fields=(*fields, ("draft", True)), comment=comment)


def _experts(cast: _Cast, spoken: Mapping[str, Sequence[str]], page: Explainer | None) -> Iterator[Entry]:
    present = {opinion.person for opinion in page.experts.values()} if page else set()
    ids = set(page.experts) if page else set()
    for identifier, person in cast.described():
        if person.expert and identifier not in present | ids and identifier in spoken:
            fields: tuple[tuple[str, Value], ...] = (
                ("question", ""),
                ("position", ""),
                ("quotes", tuple(spoken[identifier])),
                ("draft", True),
            )
            yield Entry(id=identifier, fields=fields, comment=person.reason)


def _events(drafts: Mapping[str, Draft], page: Explainer | None) -> Iterator[Entry]:
    known: list[Event] = list(page.timeline.values()) if page else []
    taken = {event.id for event in known}
    found = [(event, source) for source, draft in drafts.items() for event in draft.events]
    best = sorted(found, key=lambda pair: -pair[0].rank)
    chosen: list[tuple[DraftEvent, str]] = []
    for event, source in best:
        told = any(_is_told(event, source, other) for other in known)
        told = told or any(_same(event, other.date, other.title) for other, _ in chosen)
        if _is_dated(event.date) and not told and len(chosen) < _MOST_EVENTS:
            chosen.append((event, source))
    for event, source in sorted(chosen, key=lambda pair: (pair[0].date, pair[0].start)):
        language = read_language(drafts[source].language)
        identifier = make_unique(make_slug(" ".join(_telling(event.title, language)), "event"), taken)
        taken.add(identifier)
        fields: tuple[tuple[str, Value], ...] = (
            ("date", event.date),
            ("title", event.title),
            ("sources", (source,)),
            ("draft", True),
        )
        yield Entry(id=identifier, fields=fields, comment=event.reason)


def _is_dated(date: str) -> bool:
    """Tell whether a date is known to the month at least."""
    begins = parse_edtf(date).start
    return isinstance(begins, Part) and begins.precision in _TO_THE_MONTH and not begins.unspecified


def _is_told(event: DraftEvent, source: str, other: Event) -> bool:
    """Tell whether a page tells of an event already: of the same date by the same source, whatever its title is now."""
    same_source = not other.sources or source in other.sources
    if same_source and str(other.date) == event.date:
        return True
    alike = fuzz.token_set_ratio(event.title.lower(), other.title.lower()) >= _ALIKE
    return alike and parse_edtf(event.date).may_equal(other.date)


def _same(event: DraftEvent, date: str, title: str) -> bool:
    return event.date == date and fuzz.token_set_ratio(event.title.lower(), title.lower()) >= _ALIKE

"""Views of a page: what a reader sees of each thing on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.markdown.citations import Citations
from generator.markdown.markup import FieldMarkup
from generator.markdown.plain_text import paragraphs, plain, shorten
from generator.markdown.pull import pulled_quotation
from generator.markdown.words_of import words_of
from generator.model.anchors import anchor, heading_id
from generator.model.concern import concerning, person_of
from generator.model.edtf import Edtf
from generator.model.explainer import (
    Correction,
    CorrectionKind,
    Event,
    ExpertOpinion,
    Explainer,
    Known,
    Person,
    Question,
    Quotation,
    Source,
    Unknown,
)
from generator.model.foreign import foreign_language
from generator.model.outcome import UNVERIFIED, Outcome
from generator.render.passage import web_url
from generator.render.proof_view import proof_view
from generator.render.reading_time import reading_minutes
from generator.render.role import role_of, role_then
from generator.render.surroundings import Surroundings
from generator.render.views import (
    CorrectionView,
    EventView,
    ExpertView,
    FactView,
    HeaderView,
    Link,
    NoteLink,
    PullView,
    QuestionView,
    QuotationView,
    SourceView,
    When,
    YearView,
)
from generator.wording.date_words import date_words
from generator.wording.translation import translated_from
from generator.wording.years import year_label

_LINK_LENGTH = 60
_SHORT_LENGTH = 120


@dataclass(slots=True, kw_only=True)
class Viewer:
    """Makes the views of one page: what a reader sees of each thing, in the order in which the page shows them.

    Args:
        explainer: The page.
        outcomes: What is known of each quotation, by id.
        phrases: The words of the page's language.
        citations: The page's citations.
        markup: Renders the Markdown values.
        surroundings: What the rest of the site adds to the page.
        elsewhere: Ids of quotations that have, or will have, a place of their own on the page.
        shown: Anchors that stand on the page already; it grows while a page is rendered.
        timed: Whether the reading time is told.
    """

    explainer: Explainer
    outcomes: Mapping[str, Outcome]
    phrases: Mapping[str, str]
    citations: Citations
    markup: FieldMarkup
    surroundings: Surroundings = field(default_factory=Surroundings)
    elsewhere: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    timed: bool = True

    def years(self, events: Sequence[Event]) -> list[YearView]:
        """Group events by year in the order of their dates, those of one date in the author's order."""
        ordered = sorted(events, key=lambda event: event.date.sort_key)
        groups: dict[str, list[EventView]] = {}
        for event in ordered:
            label = year_label(event.date, self.explainer.language)
            groups.setdefault(label, []).append(self._event(event))
        labelled = len(groups) > 1
        return [YearView(label=label if labelled else "", events=events) for label, events in groups.items()]

    def pull(self, words: str) -> PullView:
        """Say what a reader sees of words of the page in large type; their speaker is named where they are quoted."""
        quotation = pulled_quotation(words, self.explainer)
        speaker = self.explainer.people.get(quotation.speaker) if quotation else None
        shown = f"{self.phrases['open_mark']}{plain(words)}{self.phrases['close_mark']}" if quotation else plain(words)
        return PullView(words=shown, speaker=plain(speaker.name) if speaker else "")

    def key_points(self) -> list[Markup]:
        """Return the short version, point by point."""
        place = self.explainer.places.value
        points = enumerate(self.explainer.key_points)
        return [self.markup.render_inline(point, place("key_points", index)) for index, point in points]

    def glossary(self) -> list[tuple[str, str, Markup]]:
        """Return anchor, term and meaning of each term."""
        place = self.explainer.places.value
        return [
            (self._anchor("glossary", term), plain(term), self.markup.render_inline(meaning, place("glossary", term)))
            for term, meaning in self.explainer.glossary.items()
        ]

    def corrections(self, chosen: Iterable[int] | None) -> list[CorrectionView]:
        """Say what a reader sees of the change notes, or of some of them by their indexes."""
        notes = self.explainer.corrections
        indexes = range(len(notes)) if chosen is None else chosen
        return [self._correction(notes[index], index) for index in indexes]

    def header(self) -> HeaderView | None:
        """Say what a reader sees above the body; None where there is nothing to say."""
        page = self.explainer
        proof, state = self.summary()
        changed = [note.date for note in page.corrections if note.kind is CorrectionKind.CORRECTION]
        view = HeaderView(
            standfirst=self.markup.render_inline(page.standfirst, page.places.value("standfirst")),
            byline=self.phrases["byline"].format(names=", ".join(map(plain, page.byline))) if page.byline else "",
            published=self._known_when(page.published),
            updated=self._known_when(page.updated),
            corrected=self._when(max(changed, key=lambda date: date.sort_key)) if changed else None,
            corrections="corrections",
            reading=self._reading() if self.timed else "",
            proof=proof,
            proof_state=state,
            methodology=self.surroundings.methodology,
        )
        told = (view.standfirst, view.byline, view.published, view.updated, view.corrected, view.proof)
        return view if any(told) else None

    def _reading(self) -> str:
        page = self.explainer
        body = "\n".join(line for line in page.body.splitlines() if not line.lstrip().startswith(":::"))
        texts = [words_of(body), *page.key_points, *page.glossary, *page.glossary.values()]
        texts += [*(fact.text for fact in page.known), *(f"{fact.text} {fact.answer}" for fact in page.unknown)]
        texts += [quotation.translation or quotation.text for quotation in page.quotes.values()]
        texts += [f"{expert.question} {expert.position} {expert.summary}" for expert in page.experts.values()]
        texts += [f"{event.title} {event.text}" for event in page.timeline.values()]
        texts += [f"{question.question} {question.answer}" for question in page.questions.values()]
        minutes = reading_minutes(texts)
        return self.phrases["reading_time"].format(minutes=minutes) if minutes else ""

    def _anchor(self, kind: str, name: str | int) -> str:
        """Return the anchor of a part; empty if the part stands on the page already, as ids are unique."""
        found = anchor(kind, name)
        if found in self.shown:
            return ""
        self.shown.add(found)
        return found

    def _known_when(self, date: Edtf | None) -> When | None:
        return self._when(date) if date is not None else None

    def _when(self, date: Edtf) -> When:
        return When(words=date_words(date, self.explainer.language), html=date.html or "")

    def quotation(self, quotation: Quotation, *, unfolded: bool = False, box: str = "") -> QuotationView:
        """Say what a reader sees of a quotation; `box` is the id of the person in whose box it stands."""
        page = self.explainer
        source = page.sources.get(quotation.source)
        speaker = page.people.get(quotation.speaker)
        place = page.places.value("quotes", quotation.id, "note")
        own, translation = list(paragraphs(quotation.text)), list(paragraphs(quotation.translation))
        shown = translation or own
        in_own_box = bool(box) and quotation.speaker == box
        language = foreign_language(source, page.language)
        return QuotationView(
            anchor=self._anchor("quote", quotation.id),
            length="short" if sum(map(len, shown)) <= _SHORT_LENGTH else "long",
            paragraphs=shown,
            original=own if translation else (),
            translated=translated_from(language, page.language, self.phrases) if translation else "",
            language=language,
            cite=web_url(source.url) if source else "",
            speaker=plain(speaker.name) if speaker else "",
            person="" if in_own_box else self.surroundings.people.get(quotation.speaker, ""),
            role=role_then(quotation, speaker),
            said=self._known_when(quotation.said),
            title=plain(source.title) if source else "",
            publisher=plain(source.publisher or source.author) if source else "",
            published=self._known_when(source.published) if source else None,
            note=self.markup.render_inline(quotation.note, place),
            corrections=list(self._notes_on(quotation)),
            proof=proof_view(quotation, source, self._outcome(quotation.id), self.phrases, page.language),
            unfolded=unfolded,
            embed=self.surroundings.embeds.get(anchor("quote", quotation.id), ""),
            own=in_own_box,
        )

    def expert(self, expert: ExpertOpinion) -> ExpertView:
        """Say what a reader sees of an expert's opinion."""
        page = self.explainer
        person = page.people.get(expert.person) or Person(id=expert.person, name=expert.person)
        mark = self._anchor("expert", expert.id)
        own = [page.quotes[name] for name in expert.quotes if name in page.quotes and name not in self.elsewhere]
        other = [name for name in expert.quotes if name in self.elsewhere]
        self.elsewhere |= {quotation.id for quotation in own}
        place = page.places.value
        return ExpertView(
            anchor=mark,
            label=heading_id(mark) if mark else "",
            name=plain(person.name),
            href=self.surroundings.people.get(person.id, ""),
            role=role_of(person),
            question=plain(expert.question),
            position=plain(expert.position),
            summary=self.markup.render(expert.summary, place("experts", expert.id, "summary")),
            corrections=list(self._notes_on(expert)),
            interests=plain(expert.interests or person.interests),
            biography=self.markup.render(person.biography, place("people", person.id, "biography")),
            same_as=[Link(url, _host(url)) for address in person.same_as if (url := web_url(address))],
            quotations=[self.quotation(quotation, box=expert.person) for quotation in own],
            links=list(self._quotation_links(other)),
            embed=self.surroundings.embeds.get(anchor("expert", expert.id), ""),
        )

    def _event(self, event: Event) -> EventView:
        page = self.explainer
        return EventView(
            anchor=self._anchor("event", event.id),
            key=event.key,
            when=self._when(event.date),
            title=plain(event.title),
            text=self.markup.render(event.text, page.places.value("timeline", event.id, "text")),
            citations=self._cited(event.sources),
            links=list(self._quotation_links(event.quotes)),
        )

    def question(self, question: Question) -> QuestionView:
        """Say what a reader sees of a question and its answer."""
        place = self.explainer.places.value
        return QuestionView(
            anchor=self._anchor("question", question.id),
            question=plain(question.question),
            answer=self.markup.render(question.answer, place("questions", question.id, "answer")),
            citations=self._cited(question.sources),
        )

    def _notes_on(self, part: Quotation | ExpertOpinion) -> Iterator[NoteLink]:
        """Give the change notes that concern a part of the page."""
        names = concerning(self.explainer, part)
        for number, note in enumerate(self.explainer.corrections, start=1):
            if note.of in names:
                href = f"#{anchor('correction', number)}"
                yield NoteLink(kind=note.kind, label=self.phrases[note.kind], when=self._when(note.date), href=href)

    def _quotation_links(self, names: Sequence[str]) -> Iterator[Link]:
        for name in names:
            quotation = self.explainer.quotes.get(name)
            if quotation is not None:
                yield Link(f"#{anchor('quote', name)}", self.short(quotation))

    def short(self, quotation: Quotation) -> str:
        """Return a Speaker and the first of the words on one line."""
        words = shorten(plain(quotation.text), _LINK_LENGTH)
        speaker = self.explainer.people.get(quotation.speaker)
        # The words may run in another direction than the page; isolates keep the marks on their sides.
        quoted = f"{self.phrases['open_mark']}\u2068{words}\u2069{self.phrases['close_mark']}"
        return f"{plain(speaker.name)}: {quoted}" if speaker else quoted

    def _cited(self, sources: Sequence[str]) -> Markup:
        known = [source for source in sources if source in self.explainer.sources]
        return Markup(self.citations.render(known)) if known else Markup()  # noqa: S704 - escaped there

    def known(self) -> Iterator[FactView]:
        """Say what a reader sees of what is known."""
        for index, fact in enumerate(self.explainer.known):
            yield self._fact(fact, index, "known", (("as_of", fact.as_of),))

    def unknown(self) -> Iterator[FactView]:
        """Say what a reader sees of what is not known."""
        for index, fact in enumerate(self.explainer.unknown):
            dates = (("asked", fact.asked), ("review_by", fact.review_by), ("answered", fact.answered))
            yield self._fact(fact, index, "unknown", dates)

    def _fact(self, fact: Known | Unknown, index: int, name: str, dates: Sequence[tuple[str, Edtf | None]]) -> FactView:
        place = self.explainer.places.value
        answer = fact.answer if isinstance(fact, Unknown) else ""
        return FactView(
            answered=isinstance(fact, Unknown) and (fact.answered is not None or bool(fact.answer)),
            text=self.markup.render(fact.text, place(name, index, "text")),
            citations=self._cited(fact.sources),
            dates=[(self.phrases[label], when) for label, date in dates if (when := self._known_when(date))],
            answer=self.markup.render(answer, place(name, index, "answer")),
        )

    def source(self, source: Source) -> SourceView:
        """Say what a reader sees of a source."""
        back = [
            Link(f"#{place}", str(number)) for number, place in enumerate(self.citations.places(source.id), start=1)
        ]
        return SourceView(
            anchor=self._anchor("source", source.id),
            kind=self.phrases[f"kind_{source.kind}"],
            author=plain(source.author) if source.title or source.publisher else "",
            title=plain(source.title or source.publisher or source.author or source.id),
            publisher=plain(source.publisher) if source.title else "",
            language=foreign_language(source, self.explainer.language),
            published=self._known_when(source.published),
            retrieved=self._known_when(source.retrieved),
            url=web_url(source.url),
            archived=web_url(source.archived),
            page=self.surroundings.sources.get(source.id, ""),
            back=back,
        )

    def _correction(self, correction: Correction, index: int) -> CorrectionView:
        return CorrectionView(
            anchor=self._anchor("correction", index + 1),
            kind=correction.kind,
            label=self.phrases[correction.kind],
            when=self._when(correction.date),
            text=self.markup.render(correction.text, self.explainer.places.value("corrections", index, "text")),
            concerns=self._concerned(correction.of),
        )

    def _concerned(self, name: str) -> Link | None:
        page = self.explainer
        if name in page.quotes:
            return Link(f"#{anchor('quote', name)}", self.short(page.quotes[name]))
        if name in page.experts:
            person = page.people.get(page.experts[name].person)
            return Link(f"#{anchor('expert', name)}", plain(person.name) if person else name)
        if name in page.timeline:
            return Link(f"#{anchor('event', name)}", plain(page.timeline[name].title))
        if name in page.sources:
            return Link(f"#{anchor('source', name)}", plain(page.sources[name].title) or name)
        if name in page.questions:
            return Link(f"#{anchor('question', name)}", plain(page.questions[name].question))
        if name in page.glossary:
            return Link(f"#{anchor('glossary', name)}", plain(name))
        if name in page.people and (place := self._place_of(name)):
            return Link(place, plain(page.people[name].name))
        return None

    def _place_of(self, person: str) -> str:
        """Return where readers find a person: the first box or words of theirs, or else the person's own page."""
        experts, quotes = self.explainer.experts.values(), self.explainer.quotes.values()
        places = [f"#{anchor('expert', expert.id)}" for expert in experts if person_of(expert) == person]
        places += [f"#{anchor('quote', quotation.id)}" for quotation in quotes if person_of(quotation) == person]
        return next(iter(places), self.surroundings.people.get(person, ""))

    def summary(self) -> tuple[str, str]:
        """Say how many of the page's quotations are verified, and in how many sources."""
        quotes = self.explainer.quotes.values()
        if not quotes:
            return "", ""
        good = [quotation for quotation in quotes if self._outcome(quotation.id).ok]
        counted = self._count("quotations", len(quotes))
        if len(good) < len(quotes):
            return self.phrases["some_verified"].format(quotations=counted, count=len(good)), "partly"
        sources = self._count("sources", len({quotation.source for quotation in good}))
        name = "all_verified_one" if len(good) == 1 else "all_verified_other"
        return self.phrases[name].format(quotations=counted, sources=sources), "verified"

    def _outcome(self, name: str) -> Outcome:
        return self.outcomes.get(name, UNVERIFIED)

    def _count(self, name: str, number: int) -> str:
        return self.phrases[f"{name}_one" if number == 1 else f"{name}_other"].format(count=number)


def _host(url: str) -> str:
    return url.split("/", 3)[2].removeprefix("www.")

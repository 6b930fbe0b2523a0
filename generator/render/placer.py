"""The placer: gives the things of a page their places, one after the other."""

from collections import Counter
from collections.abc import Iterable

from generator.markdown.citations import Citation, Citations
from generator.markdown.layout import read_layout
from generator.markdown.markup import MarkdownValue
from generator.model.anchors import anchor, former
from generator.model.errors import Location
from generator.model.explainer import (
    Correction,
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
from generator.render.placed import Placed


class Placer:
    """Gives the things of a page their places one after the other, and keeps what it gave until it is done.

    Args:
        explainer: The page.
        citations: How its sources are cited.
        elsewhere: Ids of the quotations that have, or will have, a place of their own.
    """

    def __init__(self, explainer: Explainer, citations: Citations, elsewhere: Iterable[str] = ()) -> None:
        self.explainer = explainer
        self.values: list[MarkdownValue] = []
        self._citations = citations
        self._cited: Counter[str] = Counter()
        self._anchors: set[str] = set()
        self._elsewhere = set(elsewhere)

    def cite(self, sources: Iterable[str]) -> tuple[Citation, ...]:
        """Give each citation of a source its anchor."""
        return tuple(map(self._citation, sources))

    def value(self, text: str, location: Location) -> MarkdownValue:
        """Give the citations within a Markdown value their anchors."""
        bare = MarkdownValue(text, location)
        cited = self._citations.cited(bare.author, read_layout(bare.author.text)) if "[@" in text else ()
        value = MarkdownValue(text, location, tuple(citation.anchor for citation in self.cite(cited)))
        self.values.append(value)
        return value

    def quotation(self, quotation: Quotation) -> Placed[Quotation]:
        """Place a quotation."""
        note = self.value(quotation.note, self.explainer.places.value("quotes", quotation.id, "note"))
        mark = self._anchor("quote", quotation.id)
        old = former("quote", quotation) if mark else ()
        return Placed(thing=quotation, anchor=mark, former=old, values={"note": note})

    def left_quotations(self) -> tuple[Placed[Quotation], ...]:
        """Place the quotations that have no place yet."""
        left = [quotation for quotation in self.explainer.quotes.values() if quotation.id not in self._elsewhere]
        return tuple(map(self.quotation, left))

    def experts(self, experts: Iterable[ExpertOpinion]) -> tuple[Placed[ExpertOpinion], ...]:
        """Place expert opinions, each with those of its quotations that stand nowhere else."""
        return tuple(map(self.expert, experts))

    def expert(self, expert: ExpertOpinion) -> Placed[ExpertOpinion]:
        """Place an expert opinion with those of its quotations that stand nowhere else."""
        page = self.explainer
        own = [page.quotes[name] for name in expert.quotes if name in page.quotes and name not in self._elsewhere]
        elsewhere = tuple(name for name in expert.quotes if name in self._elsewhere)
        self._elsewhere |= {quotation.id for quotation in own}
        person = page.people.get(expert.person) or Person(id=expert.person, name=expert.person)
        mark = self._anchor("expert", expert.id)
        return Placed(
            thing=expert,
            anchor=mark,
            former=former("expert", expert) if mark else (),
            values={
                "summary": self.value(expert.summary, page.places.value("experts", expert.id, "summary")),
                "biography": self.value(person.biography, page.places.value("people", person.id, "biography")),
            },
            quotations=tuple(map(self.quotation, own)),
            elsewhere=elsewhere,
        )

    def events(self, events: Iterable[Event]) -> tuple[Placed[Event], ...]:
        """Place the events of a timeline by their dates, those of one date in the author's order."""
        return tuple(map(self._event, sorted(events, key=lambda event: event.date.sort_key)))

    def _event(self, event: Event) -> Placed[Event]:
        mark = self._anchor("event", event.id)
        return Placed(
            thing=event,
            anchor=mark,
            former=former("event", event) if mark else (),
            values={"text": self.value(event.text, self.explainer.places.value("timeline", event.id, "text"))},
            citations=self._cite_known(event.sources),
        )

    def question(self, question: Question) -> Placed[Question]:
        """Place a question and its answer."""
        place = self.explainer.places.value("questions", question.id, "answer")
        return Placed(
            thing=question,
            anchor=self._anchor("question", question.id),
            values={"answer": self.value(question.answer, place)},
            citations=self._cite_known(question.sources),
        )

    def known(self, fact: Known, index: int) -> Placed[Known]:
        """Place something that is known, by its index."""
        text = self.value(fact.text, self.explainer.places.value("known", index, "text"))
        return Placed(thing=fact, anchor="", values={"text": text}, citations=self._cite_known(fact.sources))

    def unknown(self, fact: Unknown, index: int) -> Placed[Unknown]:
        """Place something that is not known, by its index."""
        place = self.explainer.places.value
        text = self.value(fact.text, place("unknown", index, "text"))
        citations = self._cite_known(fact.sources)
        answer = self.value(fact.answer, place("unknown", index, "answer"))
        return Placed(thing=fact, anchor="", values={"text": text, "answer": answer}, citations=citations)

    def term(self, term: str) -> Placed[str]:
        """Place a term of the glossary."""
        meaning = self.value(self.explainer.glossary[term], self.explainer.places.value("glossary", term))
        return Placed(thing=term, anchor=self._anchor("glossary", term), values={"meaning": meaning})

    def corrections(self, indexes: Iterable[int]) -> tuple[Placed[Correction], ...]:
        """Place change notes by their indexes."""
        return tuple(map(self._correction, indexes))

    def _correction(self, index: int) -> Placed[Correction]:
        note = self.explainer.corrections[index]
        text = self.value(note.text, self.explainer.places.value("corrections", index, "text"))
        return Placed(thing=note, anchor=self._anchor("correction", index + 1), values={"text": text})

    def source(self, source: Source) -> Placed[Source]:
        """Place a source, with all citations of it so far."""
        mark = self._anchor("source", source.id)
        return Placed(
            thing=source,
            anchor=mark,
            former=former("source", source) if mark else (),
            citations=tuple(_citation(source.id, number) for number in range(1, self._cited[source.id] + 1)),
        )

    def _citation(self, source: str) -> Citation:
        self._cited[source] += 1
        return _citation(source, self._cited[source])

    def _cite_known(self, sources: Iterable[str]) -> tuple[Citation, ...]:
        return self.cite(source for source in sources if source in self.explainer.sources)

    def _anchor(self, kind: str, name: str | int) -> str:
        """Return the anchor of a thing; empty if it stands on the page already, as ids are unique."""
        found = anchor(kind, name)
        if found in self._anchors:
            return ""
        self._anchors.add(found)
        return found


def _citation(source: str, number: int) -> Citation:
    return Citation(source, anchor("cite", f"{source}-{number}"))

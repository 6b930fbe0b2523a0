"""Links within a page: to its quotations, its change notes and whatever these concern."""

from collections.abc import Iterator, Sequence

from generator.markdown.plain_text import plain, shorten
from generator.model.anchors import anchor
from generator.model.concern import concerning, person_of
from generator.model.explainer import ExpertOpinion, Quotation
from generator.render.page_data import PageData
from generator.render.views import Link, NoteLink

_LENGTH = 60


def short_quotation(quotation: Quotation, page: PageData) -> str:
    """Return a Speaker and the first of the words on one line."""
    words = shorten(plain(quotation.text), _LENGTH)
    speaker = page.explainer.people.get(quotation.speaker)
    # The words may run in another direction than the page; isolates keep the marks on their sides.
    quoted = f"{page.phrases['open_mark']}\u2068{words}\u2069{page.phrases['close_mark']}"
    return f"{plain(speaker.name)}: {quoted}" if speaker else quoted


def quotation_links(names: Sequence[str], page: PageData) -> Iterator[Link]:
    """Yield links to quotations by their ids."""
    for name in names:
        quotation = page.explainer.quotes.get(name)
        if quotation is not None:
            yield Link(f"#{anchor('quote', name)}", short_quotation(quotation, page))


def note_links(part: Quotation | ExpertOpinion, page: PageData) -> Iterator[NoteLink]:
    """Yield links to the change notes that concern a part of the page."""
    names = concerning(page.explainer, part)
    for number, note in enumerate(page.explainer.corrections, start=1):
        if note.of in names:
            href = f"#{anchor('correction', number)}"
            yield NoteLink(kind=note.kind, label=page.phrases[note.kind], when=page.when(note.date), href=href)


def entry_link(name: str, page: PageData) -> Link | None:
    """Return a link to an entry of the front matter by its id; None where nothing on the page has it."""
    explainer = page.explainer
    if name in explainer.quotes:
        return Link(f"#{anchor('quote', name)}", short_quotation(explainer.quotes[name], page))
    if name in explainer.experts:
        person = explainer.people.get(explainer.experts[name].person)
        return Link(f"#{anchor('expert', name)}", plain(person.name) if person else name)
    if name in explainer.timeline:
        return Link(f"#{anchor('event', name)}", plain(explainer.timeline[name].title))
    if name in explainer.sources:
        return Link(f"#{anchor('source', name)}", plain(explainer.sources[name].title) or name)
    if name in explainer.questions:
        return Link(f"#{anchor('question', name)}", plain(explainer.questions[name].question))
    if name in explainer.glossary:
        return Link(f"#{anchor('glossary', name)}", plain(name))
    if name in explainer.people and (place := _place_of(name, page)):
        return Link(place, plain(explainer.people[name].name))
    return None


def _place_of(person: str, page: PageData) -> str:
    """Return where readers find a person: the first box or words of theirs, or else the person's own page."""
    experts, quotes = page.explainer.experts.values(), page.explainer.quotes.values()
    places = [f"#{anchor('expert', expert.id)}" for expert in experts if person_of(expert) == person]
    places += [f"#{anchor('quote', quotation.id)}" for quotation in quotes if person_of(quotation) == person]
    return next(iter(places), page.surroundings.people.get(person, ""))

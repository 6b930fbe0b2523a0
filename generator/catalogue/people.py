"""People: a list of those whom the site quotes or asks, and a page for each."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import PersonEntry, RecordedOpinion
from generator.catalogue.frame import Frame, SitePage
from generator.catalogue.ledger import render_ledger
from generator.markdown.plain_text import paragraphs, plain
from generator.markdown.words_of import words_of
from generator.render.passage import web_url
from generator.render.role import role_of
from generator.render.views import Link


def people_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of people and each person's page."""
    people = frame.record.people
    yield from frame.listing(
        Section.PEOPLE,
        people,
        lambda shown, here: [frame.html("index", entries=[_entry(frame, entry, here) for entry in shown])],
        empty=frame.phrases["no_people"],
    )
    for entry in people:
        yield _person_page(frame, entry)


def _entry(frame: Frame, entry: PersonEntry, here: str) -> dict[str, object]:
    return {
        "link": Link(frame.addresses.section(Section.PEOPLE, here, entry.slug), plain(entry.person.name)),
        "about": role_of(entry.person),
        "facts": [frame.count("quotations", len(entry.quotations))] if entry.quotations else [],
    }


def _interests(frame: Frame, entry: PersonEntry, recorded: RecordedOpinion) -> Iterator[str]:
    """Give the interests declared with an opinion, where they are not those that stand above."""
    declared = plain(recorded.opinion.interests or (recorded.person.interests if recorded.person else ""))
    if declared and declared != plain(entry.person.interests):
        yield f"{frame.phrases['interests']}: {declared}"


def _person_page(frame: Frame, entry: PersonEntry) -> SitePage:
    person, phrases = entry.person, frame.phrases
    here = frame.addresses.path(Section.PEOPLE, entry.slug)
    facts = {
        "role": role_of(person),
        "interests": plain(person.interests),
        "biography": [words_of(paragraph) for paragraph in paragraphs(person.biography)],
        "same_as": [
            Link(url, url.split("/", 3)[2].removeprefix("www.")) for url in map(web_url, person.same_as) if url
        ],
    }
    parts: list[Markup | str] = [frame.html("person", person=facts)] if any(facts.values()) else []
    if entry.opinions:
        opinions = [
            {
                "link": Link(
                    frame.addresses.explainer(recorded.explainer, here, "expert", recorded.opinion.id),
                    plain(recorded.opinion.position or recorded.opinion.question or recorded.explainer.title),
                ),
                "about": plain(recorded.opinion.question) if recorded.opinion.position else "",
                "facts": [plain(recorded.explainer.title), *_interests(frame, entry, recorded)],
            }
            for recorded in entry.opinions
        ]
        parts += [frame.heading(phrases["opinions"], "opinions"), frame.html("index", entries=opinions)]
    if entry.quotations:
        parts += [
            frame.heading(phrases["quoted"], "quotations"),
            render_ledger(frame, entry.quotations, here, named=False),
        ]
    links = [Link(frame.addresses.explainer(page, here), plain(page.title)) for page in entry.explainers]
    parts += [frame.heading(phrases["explainers"], "explainers"), frame.html("links", links=links)]
    return frame.page(Section.PEOPLE, plain(person.name), parts, slug=entry.slug, parent=True)

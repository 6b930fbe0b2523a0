"""Nodes of linked data (JSON-LD 1.1 in the vocabulary of schema.org): people, sources, quotations, events, notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue.addresses import Section
from generator.catalogue.record import source_title
from generator.markdown.plain_text import paragraphs, plain
from generator.markdown.words_of import words_of
from generator.model.article import Kind
from generator.model.explainer import (
    Correction,
    CorrectionKind,
    Event,
    Explainer,
    Person,
    PersonType,
    Quotation,
    Source,
)
from generator.model.foreign import foreign_language
from generator.render.passage import web_url
from generator.site.settings import Organisation
from generator.syndication.web import Web
from generator.syndication.when import iso_date, iso_span
from generator.wording.date_words import date_words

Node = dict[str, object]

_WORKS = {Kind.ARTICLE: "Article", Kind.POST: "SocialMediaPosting"}
"""Types of sources; what schema.org has no class for is a CreativeWork."""
_BODIES = frozenset({Kind.ARTICLE, Kind.TRANSCRIPT, Kind.DOCUMENT})
"""Kinds whose publisher is an organisation; a statement or a post may be a person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """Makes nodes for one page.

    Args:
        web: Where things stand.
        here: Path of the page.
        site_name: The site's name.
        organisation: Who publishes the site.
    """

    web: Web
    here: str
    site_name: str
    organisation: Organisation

    def publisher(self) -> Node:
        """Return who publishes the site, with the addresses of its corrections and of its principles."""
        own = self.organisation
        return compact(
            {
                "@type": "NewsMediaOrganization",
                "@id": f"{self.web.home(self.here)}#organisation",
                "name": plain(own.name or self.site_name),
                "url": own.url or self.web.home(self.here),
                "logo": own.logo,
                "sameAs": list(own.same_as),
                "correctionsPolicy": self.web.section(Section.CORRECTIONS, self.here),
                "publishingPrinciples": self.web.section(Section.METHODOLOGY, self.here),
            }
        )

    def person(self, explainer: Explainer, person: Person) -> Node:
        """Return a Person or an organisation, under one id on all pages if it has a page of its own."""
        human = person.type is PersonType.PERSON
        return compact(
            {
                "@type": "Person" if human else "Organization",
                "@id": self.person_id(explainer, person.id),
                "name": plain(person.name),
                "alternateName": [plain(alias) for alias in person.aliases],
                "description": plain(person.role),
                "affiliation": {"@type": "Organization", "name": plain(person.affiliation)}
                if human and plain(person.affiliation)
                else None,
                "sameAs": [url for url in map(web_url, person.same_as) if url],
            }
        )

    def person_id(self, explainer: Explainer, person: str) -> str:
        """Return the id of a person's node."""
        own = self.web.link(self.here, self.web.addresses.person(explainer, person, self.here))
        return f"{own}#person" if own else self.web.explainer(explainer, self.here, "person", person)

    def source(self, explainer: Explainer, source: Source) -> Node:
        """Return a work, under one id on all pages if it has a page of its own.

        Of a name alone nobody knows whose it is, so that authors are told as a credit.

        Args:
            explainer: The page that relies on it.
            source: The work.
        """
        author, publisher = plain(source.author), plain(source.publisher)
        is_body = bool(publisher) and source.kind in _BODIES
        credit = dict.fromkeys(name for name in (author, "" if is_body else publisher) if name)
        return compact(
            {
                "@type": _WORKS.get(source.kind, "CreativeWork"),
                "@id": self.source_id(explainer, source.id),
                "name": source_title(source),
                "publisher": {"@type": "Organization", "name": publisher} if is_body else None,
                "creditText": ", ".join(credit),
                "datePublished": iso_date(source.published),
                "inLanguage": foreign_language(source, explainer.language),
                "license": _license(source.license),
                "url": web_url(source.url),
                "archivedAt": web_url(source.archived),
            }
        )

    def source_id(self, explainer: Explainer, source: str) -> str:
        """Return the id of a source's node."""
        own = self.web.link(self.here, self.web.addresses.source(explainer, source, self.here))
        return f"{own}#source" if own else self.web.explainer(explainer, self.here, "source", source)

    def quotation(self, explainer: Explainer, quotation: Quotation) -> Node:
        """Return a Quotation: the words that stand in the source, who said them, and where."""
        source = explainer.sources.get(quotation.source)
        return compact(
            {
                "@type": "Quotation",
                "@id": self.web.explainer(explainer, self.here, "quote", quotation.id),
                "text": "\n".join(paragraphs(quotation.text)),
                "inLanguage": foreign_language(source, explainer.language),
                "creator": reference(self.person_id(explainer, quotation.speaker))
                if quotation.speaker in explainer.people
                else None,
                "dateCreated": iso_date(quotation.said),
                "isBasedOn": reference(self.source_id(explainer, quotation.source)) if source else None,
            }
        )

    def events(self, events: Iterable[tuple[Explainer, Event]], name: str, *, first: int = 1) -> Node:
        """Return events in order of time.

        An Event of schema.org has a date; one whose date ISO 8601 cannot tell is an entry with its name, its
        date in words and its address.

        Args:
            events: The events, each with its page.
            name: What the list is called.
            first: Number of the first.
        """
        return {
            "@type": "ItemList",
            "name": name,
            "itemListElement": [
                self._event(explainer, event, number) for number, (explainer, event) in enumerate(events, start=first)
            ],
        }

    def _event(self, explainer: Explainer, event: Event, number: int) -> Node:
        start, end = iso_span(event.date)
        place = self.web.explainer(explainer, self.here, "event", event.id)
        entry: Node = {"@type": "ListItem", "position": number}
        if start:
            item = {"@type": "Event", "@id": place, "name": plain(event.title), "startDate": start, "endDate": end}
            return entry | {"item": compact(item)}
        words = date_words(event.date, explainer.language)
        return entry | {"name": plain(event.title), "description": words, "url": place}

    def correction(self, explainer: Explainer, note: Correction, number: int) -> Node | None:
        """Return a change note; None for news, which corrects nothing."""
        if note.kind is CorrectionKind.UPDATE:
            return None
        return compact(
            {
                "@type": "CorrectionComment",
                "@id": self.web.explainer(explainer, self.here, "correction", number),
                "text": words_of(note.text),
                "datePublished": iso_date(note.date),
            }
        )

    def author(self, explainer: Explainer) -> Node | None:
        """Return the publisher where the byline names it; of other names nobody knows whose they are."""
        own = plain(self.organisation.name or self.site_name)
        is_own = own in map(plain, explainer.byline)
        return reference(f"{self.web.home(self.here)}#organisation") if is_own else None


def reference(identifier: str) -> Node:
    """Return a node that stands elsewhere."""
    return {"@id": identifier}


def compact(node: Mapping[str, object]) -> Node:
    """Return a node without what is empty, and a list of one as that one."""
    found: Node = {}
    for key, value in node.items():
        kept = value[0] if isinstance(value, list) and len(value) == 1 else value
        if kept not in (None, "", []):
            found[key] = kept
    return found


def _license(stated: str) -> str | Node | None:
    """Return a licence: its address, or a work that has its name."""
    if not stated:
        return None
    return web_url(stated) or {"@type": "CreativeWork", "name": plain(stated)}

"""Linked data of pages: a JSON-LD 1.1 graph in the vocabulary of schema.org for each explainer and each list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.addresses import Section
from generator.catalogue.frame import PER_PAGE
from generator.catalogue.methodology import methodology_language
from generator.catalogue.record import source_title
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.model.explainer import Explainer
from generator.model.outcome import Outcome
from generator.render.views import Link
from generator.site.settings import Organisation
from generator.syndication.json_text import json_for_html
from generator.syndication.nodes import Node, Nodes, compact, reference
from generator.syndication.web import Web
from generator.syndication.when import iso_date
from generator.wording.phrases import page_phrases

_CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """Makes the linked data of a site's pages.

    Args:
        web: Where things stand.
        site_name: The site's name.
        description: What the site is.
        language: BCP 47 tag of the site's language.
        organisation: Who publishes it.
    """

    web: Web
    site_name: str
    description: str
    language: str
    organisation: Organisation

    def site(self) -> str:
        """Return what the home page says of the site."""
        node = compact(
            {
                "@type": "WebSite",
                "@id": f"{self.web.home('index.md')}#site",
                "name": plain(self.site_name),
                "description": plain(self.description),
                "url": self.web.home("index.md"),
                "inLanguage": self.language,
                "publisher": self._nodes("index.md").publisher(),
            }
        )
        return json_for_html({"@context": _CONTEXT, **node})

    def explainer(self, page: Explainer, outcomes: Mapping[str, Outcome], trail: Sequence[Link]) -> str:
        """Return what an explainer says of itself.

        Args:
            page: The explainer.
            outcomes: What verification found, by quotation id; what is not verified is left out, since linked data
                has no place for a caveat.
            trail: The way back.

        Returns:
            Its article, its timeline and its trail.
        """
        nodes = self._nodes(page.path)
        proven = [quotation for name, quotation in page.quotes.items() if name in outcomes and outcomes[name].ok]
        quoted = dict.fromkeys(quotation.source for quotation in proven if quotation.source in page.sources)
        named = dict.fromkeys(
            [*(quotation.speaker for quotation in proven), *(opinion.person for opinion in page.experts.values())]
        )
        place = self.web.explainer(page, page.path)
        article = compact(
            {
                "@type": "BackgroundNewsArticle",
                "@id": place,
                "url": place if self.web.site_url else "",
                "headline": plain(page.title),
                "alternativeHeadline": plain(page.kicker),
                "description": words_of(page.standfirst),
                "author": nodes.author(page),
                "creditText": ", ".join(map(plain, page.byline)),
                "datePublished": iso_date(page.published),
                "dateModified": iso_date(page.changed if page.changed != page.published else None),
                "inLanguage": page.language,
                "keywords": [*map(plain, page.topics)],
                "publisher": nodes.publisher(),
                "citation": [nodes.source(page, source) for source in page.sources.values()],
                "isBasedOn": [reference(nodes.source_id(page, source)) for source in quoted],
                "mentions": [nodes.person(page, page.people[name]) for name in named if name in page.people],
                "hasPart": [nodes.quotation(page, quotation) for quotation in proven],
                "correction": [
                    node
                    for number, note in enumerate(page.corrections, start=1)
                    if (node := nodes.correction(page, note, number)) is not None
                ],
            }
        )
        graph = [article]
        if page.timeline:
            events = sorted(page.timeline.values(), key=lambda event: event.date.sort_key)
            graph.append(nodes.events([(page, event) for event in events], page_phrases(page.language)["timeline"]))
        if trail:
            graph.append(
                self._trail(page.path, [*trail, Link(self.web.addresses.explainer(page, page.path), page.title)])
            )
        return _graph(graph)

    def list_page(self, section: Section, title: str, slug: str) -> str:
        """Return what a page that the record makes says of itself.

        Args:
            section: Its list.
            title: Its headline.
            slug: Last part of its address.
        """
        addresses = self.web.addresses
        here = addresses.path(section, slug)
        nodes = self._nodes(here)
        phrases = page_phrases(self.language)
        trail = [Link(addresses.home(here), phrases["home"])]
        about = self._subject(section, slug, nodes)
        kind = "CollectionPage"
        if about is not None:
            kind = "ProfilePage" if section is Section.PEOPLE else "ItemPage"
            trail.append(Link(addresses.section(section, here), phrases[section.value]))
        else:
            about = self._entries(section, int(slug or 1), here, nodes, title)
        place = self.web.link(here, addresses.section(section, here, slug))
        page = {
            "@type": kind if section is not Section.METHODOLOGY else "WebPage",
            "@id": place,
            "url": place if self.web.site_url else "",
            "name": plain(title),
            "inLanguage": methodology_language(self.language) if section is Section.METHODOLOGY else self.language,
            "publisher": nodes.publisher(),
            "breadcrumb": self._trail(here, [*trail, Link(addresses.section(section, here, slug), title)]),
            "mainEntity": about,
        }
        return json_for_html({"@context": _CONTEXT, **compact(page)})

    def _subject(self, section: Section, slug: str, nodes: Nodes) -> Node | None:
        """Return the person or the work that a page is about; None on a list."""
        record = self.web.addresses.record
        if section is Section.PEOPLE:
            person = next((entry for entry in record.people if entry.slug == slug), None)
            return nodes.person(person.explainers[0], person.person) if person else None
        if section is Section.SOURCES:
            work = next((entry for entry in record.sources if entry.slug == slug), None)
            return nodes.source(work.explainers[0], work.source) if work else None
        return None

    def _entries(self, section: Section, number: int, here: str, nodes: Nodes, title: str) -> Node | None:
        record = self.web.addresses.record
        start = (number - 1) * PER_PAGE
        if section is Section.TIMELINE:
            events = [(entry.explainer, entry.event) for entry in record.events[start : start + PER_PAGE]]
            return nodes.events(events, plain(title), first=start + 1) if events else None
        lists: dict[Section, Callable[[], list[tuple[str, str]]]] = {
            Section.EXPLAINERS: lambda: [
                (plain(page.title), self.web.explainer(page, here)) for page in record.explainers
            ],
            Section.PEOPLE: lambda: [
                (plain(entry.person.name), self.web.section(section, here, entry.slug)) for entry in record.people
            ],
            Section.SOURCES: lambda: [
                (source_title(entry.source), self.web.section(section, here, entry.slug)) for entry in record.sources
            ],
        }
        shown = lists[section]()[start : start + PER_PAGE] if section in lists else []
        entries = [
            {"@type": "ListItem", "position": place, "name": name, "url": url}
            for place, (name, url) in enumerate(shown, start=start + 1)
        ]
        return {"@type": "ItemList", "itemListElement": entries} if entries else None

    def _nodes(self, here: str) -> Nodes:
        return Nodes(web=self.web, here=here, site_name=self.site_name, organisation=self.organisation)

    def _trail(self, here: str, links: Sequence[Link]) -> Node:
        items = [
            {
                "@type": "ListItem",
                "position": number,
                "name": plain(link.words),
                "item": reference(self.web.link(here, link.href)),
            }
            for number, link in enumerate(links, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}


def _graph(nodes: Sequence[Node]) -> str:
    if len(nodes) == 1:
        return json_for_html({"@context": _CONTEXT, **nodes[0]})
    return json_for_html({"@context": _CONTEXT, "@graph": [*nodes]})

"""Building: a site's folders in, finished Markdown pages and everything that is wrong out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import Environment

from generator.accent import make_accent
from generator.cards.cache import FOLDER, cached_png
from generator.cards.deck import Deck, Style, make_deck
from generator.cards.fonts import load_fonts
from generator.checking import Checked, check_quotations
from generator.confirming import check_drafts
from generator.embeds.embeds import Embeds
from generator.embeds.sheet import load_sheets
from generator.evidence.place import evidence_link, evidence_path
from generator.evidence.publishing import evidence_files
from generator.evidence.recording import record_site
from generator.issue import Issue
from generator.load import PEOPLE, load_site, own_sources, shown_path
from generator.lock import Lock
from generator.machine.outputs import make_machine
from generator.model import Site
from generator.page_url import page_url
from generator.record.record import make_record
from generator.record.related import related_explainers
from generator.render.head import render_head
from generator.render.listing import Listed, place_listings
from generator.render.ordinary import check_ordinary
from generator.render.page import render_page
from generator.render.phrases import page_phrases
from generator.render.proof import LockedProof, Outcome
from generator.render.templates import load_templates
from generator.report import sorted_issues
from generator.settings import Settings
from generator.site_pages.addresses import Addresses, Section
from generator.site_pages.frame import Frame, SitePage
from generator.site_pages.pages import site_pages
from generator.site_pages.surroundings import make_surroundings
from generator.verdict import Verdict

SITE_DATA = "explainer"
"""Name, in MkDocs' `extra`, of what our templates are told of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site, built as far as Markdown goes.

    Args:
        site: The explainers and people.
        lock: The lock of its sources; None where there is none.
        verdicts: Verdict by page path and quotation id.
        pages: Finished text, front matter included, of each explainer and of each page that lists them, by path.
        decks: The cards of each explainer, by path.
        generated: Pages that the record of the site makes; their text is among `pages`.
        files: Text of each further file of the site, such as feeds, by path below the site's folder.
        site_data: What our templates are told of the site.
        issues: Everything that is wrong, in the order of files and lines.
    """

    site: Site
    lock: Lock | None
    verdicts: Mapping[tuple[str, str], Verdict]
    pages: Mapping[str, str] = field(default_factory=dict)
    decks: Mapping[str, Deck] = field(default_factory=dict)
    generated: tuple[SitePage, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    site_data: Mapping[str, object] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    @property
    def outside_navigation(self) -> frozenset[str]:
        """Return the paths of the pages that an automatic navigation does not show."""
        listed = self.site.explainers if self.has_listing else ()
        return frozenset([*listed, *(page.path for page in self.generated if not page.in_navigation)])

    @property
    def has_listing(self) -> bool:
        """Tell whether a page of the site lists its explainers, so that the navigation need not."""
        return any(page.section is Section.EXPLAINERS for page in self.generated) or any(
            path not in self.site.explainers and path not in {page.path for page in self.generated}
            for path in self.pages
        )


def build_site(settings: Settings) -> Built:
    """Load, check and render a site; nothing is written.

    Args:
        settings: Where its files stand.

    Returns:
        The finished pages and all Issues of one run.

    Raises:
        UnreadableError: There is no content folder.
    """
    loaded = load_site(settings)
    checked = check_quotations(loaded.site, loaded.lock)
    issues = [*loaded.issues, *checked.issues, *check_drafts(loaded.site)]
    pages: dict[str, str] = {}
    decks: dict[str, Deck] = {}
    listed: list[Listed] = []
    templates = load_templates(settings.overrides)
    style = Style(
        fonts=load_fonts(settings.card_fonts),
        templates=templates,
        site_name=settings.site_name,
        accent=settings.accent,
        quotations=settings.card_quotations,
    )
    proofs = _proofs(loaded.site, checked, loaded.lock)
    outcomes = {key: Outcome(verdict, proofs.get(key)) for key, verdict in checked.verdicts.items()}
    record = make_record(loaded.site, outcomes)
    addresses = Addresses(
        record=record, names=_sections(settings), folders=settings.page_folders, from_files=settings.links_from_files
    )
    related = related_explainers(record)
    # Nobody rewrites the addresses in data, whoever builds the pages.
    stated = replace(addresses, from_files=False)
    machine = make_machine(loaded.site, stated, settings, evidence=evidence_path)
    embeds = _embeds(settings, loaded.pages, templates) if settings.embeds else None
    files: dict[str, str] = {}
    for path, explainer in loaded.site.explainers.items():
        own = {name: outcomes[path, name] for name in explainer.quotes}
        around = make_surroundings(explainer, addresses, related.get(path, ()))
        oembed = ""
        if embeds is not None:
            around = replace(around, embeds=embeds.links(explainer, own))
            oembed = embeds.oembed(explainer, own)
            files |= embeds.files(explainer, own, around)
        rendered = render_page(
            explainer,
            {name: checked.verdicts[path, name] for name in explainer.quotes},
            templates=templates,
            locked={name: proofs[path, name] for name in explainer.quotes if (path, name) in proofs},
            surroundings=around,
            raw_html=settings.raw_html,
            evidence="" if explainer.draft else evidence_link(path),
        )
        deck = Deck()
        if settings.cards:
            deck = make_deck(explainer, own, proof=rendered.proof, style=style)
        decks[path] = deck
        data = machine.head(explainer, own, make_surroundings(explainer, stated, ()).trail)
        head = render_head(explainer, card=deck.headline, oembed=oembed, data=data)
        pages[path] = f"{head}\n{rendered.markdown}"
        issues += [*rendered.issues, *deck.issues]
        listed.append(Listed(explainer=explainer, proof=rendered.proof, proof_state=rendered.proof_state))
    for path, text in loaded.pages.items():
        if path not in pages and not is_person_page(path):
            issues += check_ordinary(text, path, shown_path(settings, path))
            shown = shown_path(settings, path)
            page = place_listings(
                text,
                path,
                shown,
                listed,
                templates=templates,
                language=settings.language,
                full=addresses.path(Section.EXPLAINERS),
            )
            if page is not None:
                pages[path] = page.text
                issues += page.issues
    frame = Frame(
        record=record,
        addresses=addresses,
        templates=templates,
        phrases=page_phrases(settings.language),
        language=settings.language,
        extras=machine.extras(addresses),
    )
    written = [path for path in loaded.pages if not is_person_page(path)]
    generated = tuple(site_pages(frame, loaded.lock.sources if loaded.lock else {}, written))
    pages |= {page.path: page.text for page in generated}
    evidence = record_site(loaded.site, checked.verdicts, loaded.lock, own=own_sources(loaded.site, settings))
    return Built(
        site=loaded.site,
        lock=loaded.lock,
        verdicts=checked.verdicts,
        pages=pages,
        decks=decks,
        generated=generated,
        # A file of the author's own at one of these addresses stays what it is.
        files={
            path: text
            for path, text in {**evidence_files(evidence), **machine.files, **files}.items()
            if not (settings.content / path).exists()
        },
        site_data=machine.site_data,
        issues=sorted_issues(issues),
    )


def card_files(built: Built, settings: Settings, *, drafts: bool) -> Iterator[tuple[str, bytes]]:
    """Render the cards of a site, each with its path; those of drafts only for a preview."""
    fonts = load_fonts(settings.card_fonts).all
    for path, deck in built.decks.items():
        if drafts or not built.site.explainers[path].draft:
            for picture in deck.pictures:
                yield picture.path, cached_png(picture.svg, fonts, settings.root / FOLDER)


def check(settings: Settings) -> tuple[Issue, ...]:
    """Check a site.

    Args:
        settings: Where its files stand.

    Returns:
        Everything that is wrong with it, in the order of files and lines.

    Raises:
        UnreadableError: There is no content folder.
    """
    return build_site(settings).issues


def _proofs(site: Site, checked: Checked, lock: Lock | None) -> dict[tuple[str, str], LockedProof]:
    proofs: dict[tuple[str, str], LockedProof] = {}
    for (path, identifier), evidence in checked.evidence.items():
        assert lock is not None, "without a lock there is no evidence in it"
        explainer = site.explainers[path]
        source = explainer.sources[explainer.quotes[identifier].source]
        proofs[path, identifier] = LockedProof(
            verified_on=evidence.verified_on,
            sha256=lock.sources[source.file].sha256,
            status=evidence.verdict,
            unique=evidence.unique,
            alterations=evidence.alterations,
        )
    return proofs


def _embeds(settings: Settings, pages: Iterable[str], templates: Environment) -> Embeds:
    return Embeds(
        templates=templates,
        sheets=load_sheets(make_accent(settings.accent)),
        site_name=settings.site_name,
        site_url=settings.site_url,
        folders=settings.page_folders,
        raw_html=settings.raw_html,
        taken=frozenset(page_url(path, folders=settings.page_folders) for path in pages),
    )


def _sections(settings: Settings) -> dict[Section, str]:
    return {section: name for section in Section if (name := settings.sections.get(section, ""))}


def is_person_page(path: str) -> bool:
    """Tell whether a page below the content folder is a person's file, which is data and no page of its own."""
    return path.startswith(f"{PEOPLE}/")


def draft_paths(built: Built, settings: Settings) -> frozenset[str]:
    """Return the paths, as messages show them, of the pages that are not yet meant for readers."""
    return frozenset(shown_path(settings, path) for path, explainer in built.site.explainers.items() if explainer.draft)


def problems_of(built: Built, path: str, settings: Settings) -> tuple[Issue, ...]:
    """Return what is wrong with a page, with the people whom it names and with the lock."""
    explainer = built.site.explainers.get(path)
    shown = {shown_path(settings, path)}
    if explainer is not None:
        named = {q.speaker for q in explainer.quotes.values()} | {e.person for e in explainer.experts.values()}
        shown |= {shown_path(settings, f"{PEOPLE}/{person}.md") for person in named}
        shown.add(os.path.relpath(settings.lock, settings.root).replace(os.sep, "/"))
    return tuple(issue for issue in built.issues if issue.location.path in shown)

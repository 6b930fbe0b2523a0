"""Building: a site's folders in, finished Markdown pages and everything that is wrong out."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from generator.load import PEOPLE, Loaded, is_person_page, load_site, own_sources, shown_path
from generator.lock import Lock
from generator.machine.outputs import Machine, make_machine
from generator.model import Explainer, Site
from generator.page_url import page_url
from generator.record.record import make_record
from generator.record.related import Related, related_explainers
from generator.render.head import render_head
from generator.render.listing import Listed, Listing, place_listings
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
    press = _press(settings, loaded, checked)
    made = {path: press.page(explainer) for path, explainer in loaded.site.explainers.items()}
    ordinary = dict(_ordinary(loaded, settings, press, [page.listed for page in made.values()]))
    generated = _generated(loaded, settings, press)
    evidence = record_site(loaded.site, checked.verdicts, loaded.lock, own=own_sources(loaded.site, settings))
    embedded = {name: text for page in made.values() for name, text in page.files.items()}
    return Built(
        site=loaded.site,
        lock=loaded.lock,
        verdicts=checked.verdicts,
        pages={
            **{path: page.text for path, page in made.items()},
            **{path: page.text for path, page in ordinary.items() if page.text},
            **{page.path: page.text for page in generated},
        },
        decks={path: page.deck for path, page in made.items()},
        generated=generated,
        # A file of the author's own at one of these addresses stays what it is.
        files={
            path: text
            for path, text in {**evidence_files(evidence), **press.machine.files, **embedded}.items()
            if not (settings.content / path).exists()
        },
        site_data=press.machine.site_data,
        issues=sorted_issues(
            [
                *loaded.issues,
                *checked.issues,
                *check_drafts(loaded.site),
                *(issue for page in made.values() for issue in page.issues),
                *(issue for page in ordinary.values() for issue in page.issues),
            ]
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A finished explainer: its text, its cards, its embeds by path, its entry in listings, and what is wrong."""

    text: str
    deck: Deck
    files: Mapping[str, str]
    listed: Listed
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Press:
    """What every page of a site is made with.

    Args:
        settings: What the site's owner chose.
        templates: The theme's partials.
        style: How cards look.
        addresses: Where the things of the record stand.
        related: Explainers that share something, by path.
        machine: What the site says to machines.
        embeds: Makes embeds; None where they are turned off.
        verdicts: Verdict by page path and quotation id.
        proofs: What the lock says, by the same.
        outcomes: What is known, by the same.
    """

    settings: Settings
    templates: Environment
    style: Style
    addresses: Addresses
    related: Mapping[str, tuple[Related, ...]]
    machine: Machine
    embeds: Embeds | None
    verdicts: Mapping[tuple[str, str], Verdict]
    proofs: Mapping[tuple[str, str], LockedProof]
    outcomes: Mapping[tuple[str, str], Outcome]

    @property
    def stated(self) -> Addresses:
        """Return the addresses as data state them, which nobody rewrites, whoever builds the pages."""
        return replace(self.addresses, from_files=False)

    def page(self, explainer: Explainer) -> _Made:
        """Make an explainer with its cards and embeds."""
        path = explainer.path
        own = {name: self.outcomes[path, name] for name in explainer.quotes}
        around = make_surroundings(explainer, self.addresses, self.related.get(path, ()))
        oembed, files = "", {}
        if self.embeds is not None:
            around = replace(around, embeds=self.embeds.links(explainer, own))
            oembed = self.embeds.oembed(explainer, own)
            files = dict(self.embeds.files(explainer, own, around))
        rendered = render_page(
            explainer,
            {name: self.verdicts[path, name] for name in explainer.quotes},
            templates=self.templates,
            locked={name: self.proofs[path, name] for name in explainer.quotes if (path, name) in self.proofs},
            surroundings=around,
            raw_html=self.settings.raw_html,
            evidence="" if explainer.draft else evidence_link(path),
        )
        deck = make_deck(explainer, own, proof=rendered.proof, style=self.style) if self.settings.cards else Deck()
        data = self.machine.head(explainer, own, make_surroundings(explainer, self.stated, ()).trail)
        head = render_head(explainer, card=deck.headline, oembed=oembed, data=data)
        return _Made(
            text=f"{head}\n{rendered.markdown}",
            deck=deck,
            files=files,
            listed=Listed(explainer=explainer, proof=rendered.proof, proof_state=rendered.proof_state),
            issues=(*rendered.issues, *deck.issues),
        )


def _press(settings: Settings, loaded: Loaded, checked: Checked) -> _Press:
    """Set up what every page is made with."""
    templates = load_templates(settings.overrides)
    proofs = _proofs(loaded.site, checked, loaded.lock)
    outcomes = {key: Outcome(verdict, proofs.get(key)) for key, verdict in checked.verdicts.items()}
    record = make_record(loaded.site, outcomes)
    addresses = Addresses(
        record=record, names=_sections(settings), folders=settings.page_folders, from_files=settings.links_from_files
    )
    stated = replace(addresses, from_files=False)
    return _Press(
        settings=settings,
        templates=templates,
        style=Style(
            fonts=load_fonts(settings.card_fonts),
            templates=templates,
            site_name=settings.site_name,
            accent=settings.accent,
            quotations=settings.card_quotations,
        ),
        addresses=addresses,
        related=related_explainers(record),
        machine=make_machine(stated, settings, evidence=evidence_path),
        embeds=_embeds(settings, loaded.pages, templates) if settings.embeds else None,
        verdicts=checked.verdicts,
        proofs=proofs,
        outcomes=outcomes,
    )


def _ordinary(
    loaded: Loaded, settings: Settings, press: _Press, listed: Sequence[Listed]
) -> Iterator[tuple[str, Listing]]:
    """Check the pages that are no explainers, and carry out their listings; a page without one has no text."""
    for path, text in loaded.pages.items():
        if path in loaded.site.explainers or is_person_page(path):
            continue
        shown = shown_path(settings, path)
        issues = tuple(check_ordinary(text, path, shown))
        page = place_listings(
            text,
            path,
            shown,
            listed,
            templates=press.templates,
            language=settings.language,
            full=press.addresses.path(Section.EXPLAINERS),
        )
        yield path, replace(page, issues=(*issues, *page.issues)) if page else Listing(text="", issues=issues)


def _generated(loaded: Loaded, settings: Settings, press: _Press) -> tuple[SitePage, ...]:
    """Make the pages of the record."""
    frame = Frame(
        record=press.addresses.record,
        addresses=press.addresses,
        templates=press.templates,
        phrases=page_phrases(settings.language),
        language=settings.language,
        extras=press.machine.extras(press.addresses),
    )
    written = [path for path in loaded.pages if not is_person_page(path)]
    return tuple(site_pages(frame, loaded.lock.sources if loaded.lock else {}, written))


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

"""Building: a checked site in, its finished Markdown pages and all its further files out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.build.checked_site import CheckedExplainer, CheckedSite, check_site, make_embeds
from generator.build.render_context import RenderContext
from generator.cards.deck import Deck
from generator.catalogue.addresses import Section
from generator.catalogue.frame import Frame, SitePage
from generator.catalogue.pages import site_pages
from generator.catalogue.surroundings import make_surroundings
from generator.embeds.embed import size_issues
from generator.evidence.place import evidence_path
from generator.evidence.publishing import evidence_files
from generator.evidence.recording import record_site
from generator.files.load import PEOPLE, display_path_of, display_path_of_locks, is_person_page, own_sources
from generator.files.lock import Lock
from generator.model.explainer import Site
from generator.model.issue import Issue, sorted_issues
from generator.model.outcome import Outcome
from generator.render.head import render_head
from generator.site.settings import Settings
from generator.syndication.outputs import Machine, make_machine
from generator.wording.phrases import page_phrases

SITE_DATA = "explainer"
"""Name, in MkDocs' `extra`, of what our templates are told of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site, built as far as Markdown goes.

    Args:
        site: The explainers and people.
        lock: The lock of its sources.
        outcomes: What is known of each quotation, by page path and quotation id.
        pages: Finished text, front matter included, of each explainer and of each page that lists them, by path.
        decks: The cards of each explainer, by path.
        generated: Pages that the record of the site makes; their text is among `pages`.
        files: Text of each further file that the site has, such as feeds, by path below its folder.
        site_data: What our templates are told of the site.
        drafts: Paths of the pages that are not yet meant for readers.
        issues: Everything that is wrong, in the order of files and lines.
    """

    site: Site
    lock: Lock
    outcomes: Mapping[tuple[str, str], Outcome]
    pages: Mapping[str, str] = field(default_factory=dict)
    decks: Mapping[str, Deck] = field(default_factory=dict)
    generated: tuple[SitePage, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    site_data: Mapping[str, object] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
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
    return render_site(check_site(settings))


def render_site(checked: CheckedSite) -> Built:
    """Render all that follows from what a site's authors wrote: heads, embeds, evidence, lists, feeds.

    Args:
        checked: The site, checked.

    Returns:
        The finished pages and files, with the Issues of the check.
    """
    settings = checked.context.settings
    machine = make_machine(checked.context.stated, settings, evidence=evidence_path)
    made = {
        path: f"{_head(page, checked.context, machine)}\n{page.rendered.markdown}"
        for path, page in checked.explainers.items()
    }
    generated = _generated(checked, machine)
    embeds = make_embeds(checked)
    own = own_sources(checked.site, settings)
    evidence = evidence_files(record_site(checked.site, checked.outcomes, checked.lock, own=own))
    return Built(
        site=checked.site,
        lock=checked.lock,
        outcomes=checked.outcomes,
        pages={
            **made,
            **{path: page.text for path, page in checked.ordinary.items() if page.text},
            **{page.path: page.text for page in generated},
        },
        decks={path: page.deck for path, page in checked.explainers.items()},
        generated=generated,
        files={**evidence, **machine.files, **{path: text for embed in embeds for path, text in embed.files.items()}},
        site_data={**machine.site_data, "not_found": _not_found(checked.context)},
        drafts=checked.loaded.drafts,
        issues=sorted_issues([*checked.issues, *size_issues(embeds)]),
    )


def _head(page: CheckedExplainer, context: RenderContext, machine: Machine) -> str:
    trail = make_surroundings(page.explainer, context.stated, ()).trail
    return render_head(
        page.explainer,
        card=page.deck.headline,
        oembed=context.embeds.oembed(page.explainer, page.outcomes) if context.embeds is not None else "",
        data=machine.head(page.explainer, page.outcomes, trail),
    )


def _not_found(context: RenderContext) -> dict[str, object]:
    """Return what a reader is told where no page is, with paths below the site's folder."""
    phrases, addresses = page_phrases(context.settings.language), context.stated
    sections = (Section.EXPLAINERS, Section.PEOPLE, Section.TOPICS)
    lists = {section: path for section in sections if (path := addresses.path(section))}
    links = [{"path": addresses.page("index.md") or ".", "words": phrases["home"]}]
    links += [{"path": addresses.page(path), "words": phrases[section]} for section, path in lists.items()]
    return {"title": phrases["not_found"], "help": phrases["not_found_help"], "links": links}


def _generated(checked: CheckedSite, machine: Machine) -> tuple[SitePage, ...]:
    """Make the pages of the record."""
    context, lock = checked.context, checked.lock
    language = context.settings.language
    frame = Frame(
        record=context.addresses.record,
        addresses=context.addresses,
        templates=context.templates,
        phrases=page_phrases(language),
        language=language,
        extras=machine.extras(context.addresses),
    )
    written = [path for path in checked.loaded.pages if not is_person_page(path)]
    return tuple(site_pages(frame, lock.texts, written))


def problems_of(built: Built, path: str, settings: Settings) -> tuple[Issue, ...]:
    """Return what is wrong with a page, with the people whom it names and with the lock."""
    explainer = built.site.explainers.get(path)
    paths = {display_path_of(settings, path)}
    if explainer is not None:
        named = {q.speaker for q in explainer.quotes.values()} | {e.person for e in explainer.experts.values()}
        paths |= {display_path_of(settings, f"{PEOPLE}/{person}.md") for person in named}
    locks = f"{display_path_of_locks(settings)}/" if explainer is not None else None
    return tuple(
        issue
        for issue in built.issues
        if issue.location.path in paths or (locks and issue.location.path.startswith(locks))
    )

"""Checking a site: its folders in, every verdict and everything that is wrong out.

What an author writes is rendered here, since that is where its mistakes are found; what follows from it, such as feeds
and lists, is left to `build`.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.build.render_context import RenderContext, make_render_context
from generator.cards.deck import Deck, make_deck
from generator.catalogue.addresses import Section
from generator.catalogue.surroundings import make_surroundings
from generator.checks.drafts import check_drafts, mark_drafts
from generator.checks.published_texts import check_published_texts
from generator.checks.quotations import check_quotations
from generator.embeds.embed import Embed, size_issues
from generator.embeds.views import Picture
from generator.evidence.place import evidence_link
from generator.files.load import Loaded, display_path_of, is_person_page, load_site
from generator.files.lock import Lock
from generator.markdown.ordinary import check_ordinary, check_ordinary_html
from generator.model.anchors import anchor
from generator.model.explainer import Explainer, Site
from generator.model.issue import Issue, Severity, sorted_issues
from generator.model.outcome import Outcome
from generator.render.listing import Listed, Listing, place_listings
from generator.render.page import Rendered, render_page
from generator.site.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedExplainer:
    """An explainer, checked.

    Args:
        explainer: The page.
        outcomes: What is known of its quotations, by id.
        rendered: Its Markdown.
        deck: Its cards.
    """

    explainer: Explainer
    outcomes: Mapping[str, Outcome]
    rendered: Rendered
    deck: Deck

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Return what is wrong with its text and with its cards."""
        return (*self.rendered.issues, *self.deck.issues)

    @property
    def listed(self) -> Listed:
        """Return its entry in listings."""
        return Listed(explainer=self.explainer, proof=self.rendered.proof, proof_state=self.rendered.proof_state)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSite:
    """A site, checked.

    Args:
        loaded: The site as its folders hold it.
        outcomes: What is known of each quotation, by page path and quotation id.
        context: What its pages are made with.
        explainers: The explainers, by path.
        ordinary: The other pages, by path; one without a listing has no text.
        issues: Everything that is wrong, but for the sizes of embeds, in the order of files and lines.
    """

    loaded: Loaded
    outcomes: Mapping[tuple[str, str], Outcome]
    context: RenderContext
    explainers: Mapping[str, CheckedExplainer]
    ordinary: Mapping[str, Listing]
    issues: tuple[Issue, ...]

    @property
    def site(self) -> Site:
        """Return the explainers and people."""
        return self.loaded.site

    @property
    def lock(self) -> Lock:
        """Return the lock of the sources."""
        return self.loaded.lock


def check(settings: Settings) -> tuple[Issue, ...]:
    """Check a site.

    Args:
        settings: Where its files stand.

    Returns:
        Everything that is wrong with it, in the order of files and lines.

    Raises:
        UnreadableError: There is no content folder.
    """
    return all_issues(check_site(settings))


def all_issues(checked: CheckedSite) -> tuple[Issue, ...]:
    """Return everything that is wrong with a site, its embeds included, in the order of files and lines."""
    # No draft has embeds.
    return sorted_issues([*checked.issues, *size_issues(make_embeds(checked))])


def make_embeds(checked: CheckedSite) -> tuple[Embed, ...]:
    """Make the embeds of all explainers; their links are those of data, since nobody rewrites them."""
    embeds, stated = checked.context.embeds, checked.context.stated
    if embeds is None:
        return ()
    return tuple(
        embed
        for page in checked.explainers.values()
        for embed in embeds.make(
            page.explainer, page.outcomes, make_surroundings(page.explainer, stated, ()), _pictures(page.deck)
        )
    )


def _pictures(deck: Deck) -> dict[str, Picture]:
    """Return the cards of quotations by the names of their parts."""
    return {
        anchor("quote", card.quotation): Picture(path=card.path, alt=card.alt)
        for card in deck.pictures
        if card.quotation
    }


def check_site(settings: Settings) -> CheckedSite:
    """Load a site, verify its quotations and render what its authors wrote.

    Args:
        settings: Where its files stand.

    Returns:
        All that was found; `render_site` makes the finished site of it.

    Raises:
        UnreadableError: There is no content folder.
    """
    loaded = load_site(settings)
    outcomes, issues = check_quotations(loaded.site, loaded.lock)
    context = make_render_context(settings, loaded, outcomes)
    explainers = {path: _explainer(page, outcomes, context) for path, page in loaded.site.explainers.items()}
    ordinary = dict(_ordinary(loaded, context, tuple(page.listed for page in explainers.values())))
    found = [
        *loaded.issues,
        *issues,
        *check_drafts(loaded.site, loaded.people_files),
        *check_published_texts(loaded.site, settings),
        *(issue for page in explainers.values() for issue in page.issues),
        *(issue for page in ordinary.values() for issue in page.issues),
    ]
    return CheckedSite(
        loaded=loaded,
        outcomes=outcomes,
        context=context,
        explainers=explainers,
        ordinary=ordinary,
        issues=sorted_issues(mark_drafts(found, {display_path_of(settings, path) for path in loaded.drafts})),
    )


def _explainer(
    explainer: Explainer, outcomes: Mapping[tuple[str, str], Outcome], context: RenderContext
) -> CheckedExplainer:
    """Render an explainer and plan its cards."""
    path = explainer.path
    own = {name: outcomes[path, name] for name in explainer.quotes}
    around = make_surroundings(explainer, context.addresses, context.related.get(path, ()))
    if context.embeds is not None:
        around = replace(around, embeds=context.embeds.links(explainer, own))
    rendered = render_page(
        explainer,
        own,
        templates=context.templates,
        surroundings=around,
        raw_html=context.settings.raw_html,
        extensions=context.settings.extensions,
        evidence="" if explainer.draft else evidence_link(path),
    )
    return CheckedExplainer(
        explainer=explainer,
        outcomes=own,
        rendered=rendered,
        deck=make_deck(explainer, own, proof=rendered.proof, style=context.style) if context.settings.cards else Deck(),
    )


def _ordinary_issues(text: str, path: str, settings: Settings, broken: Container[str]) -> Iterator[Issue]:
    display_path = display_path_of(settings, path)
    # Of a page whose front matter cannot be read, nobody knows what it has to place.
    if display_path not in broken:
        yield from check_ordinary(text, path, display_path)
    if not settings.raw_html:
        yield from check_ordinary_html(text, display_path, settings.extensions)


def _ordinary(loaded: Loaded, context: RenderContext, listed: tuple[Listed, ...]) -> Iterator[tuple[str, Listing]]:
    """Check the pages that are no explainers, and carry out their listings."""
    broken = {issue.location.path for issue in loaded.issues if issue.severity is Severity.ERROR}
    for path, text in loaded.pages.items():
        if path in loaded.site.explainers or is_person_page(path):
            continue
        display_path = display_path_of(context.settings, path)
        issues = tuple(_ordinary_issues(text, path, context.settings, broken))
        page = place_listings(
            text,
            path,
            display_path,
            listed,
            templates=context.templates,
            language=context.settings.language,
            full=context.addresses.path(Section.EXPLAINERS),
        )
        yield path, replace(page, issues=(*issues, *page.issues)) if page else Listing(text="", issues=issues)

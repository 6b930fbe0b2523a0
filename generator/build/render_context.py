"""The render context: what every page of a site is made with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment

from generator.cards.deck import Style
from generator.cards.fonts import load_fonts
from generator.catalogue.addresses import Addresses, Section
from generator.catalogue.record import make_record
from generator.catalogue.related import Related, related_explainers
from generator.embeds.address import taken_files
from generator.embeds.embeds import Embeds
from generator.embeds.sheet import load_sheets
from generator.files.load import Loaded
from generator.model.outcome import Outcome
from generator.render.templates import load_templates
from generator.site.accent import make_accent
from generator.site.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """What every page of a site is made with.

    Args:
        settings: What the site's owner chose.
        templates: The theme's partials.
        style: How cards look.
        addresses: Where the things of the record stand.
        related: Explainers that share something, by path.
        embeds: Makes embeds; None where they are turned off.
    """

    settings: Settings
    templates: Environment
    style: Style
    addresses: Addresses
    related: Mapping[str, tuple[Related, ...]]
    embeds: Embeds | None

    @property
    def stated(self) -> Addresses:
        """Return the addresses as data state them, which nobody rewrites, whoever builds the pages."""
        return replace(self.addresses, from_files=False)


def make_render_context(
    settings: Settings, loaded: Loaded, outcomes: Mapping[tuple[str, str], Outcome]
) -> RenderContext:
    """Set up what every page is made with.

    Args:
        settings: What the site's owner chose.
        loaded: The site.
        outcomes: What is known of each quotation, by page path and id.

    Returns:
        The context.

    Raises:
        UnreadableError: A font of the owner's own cannot be read.
    """
    templates = load_templates(settings.overrides)
    record = make_record(loaded.site, outcomes)
    return RenderContext(
        settings=settings,
        templates=templates,
        style=card_style(settings, templates),
        addresses=Addresses(
            record=record,
            names=_sections(settings),
            folders=settings.page_folders,
            from_files=settings.links_from_files,
        ),
        related=related_explainers(record),
        embeds=_embeds(settings, loaded, templates) if settings.embeds else None,
    )


def card_style(settings: Settings, templates: Environment) -> Style:
    """Return how the cards of a site look.

    Args:
        settings: What the site's owner chose.
        templates: The theme's partials.

    Returns:
        The style, with all fonts.

    Raises:
        UnreadableError: A font of the owner's own cannot be read.
    """
    return Style(
        fonts=load_fonts(settings.card_fonts),
        templates=templates,
        site_name=settings.site_name,
        accent=settings.accent,
        quotations=settings.card_quotations,
    )


def _sections(settings: Settings) -> dict[Section, str]:
    return {section: name for section in Section if (name := settings.sections.get(section, ""))}


def _embeds(settings: Settings, loaded: Loaded, templates: Environment) -> Embeds:
    return Embeds(
        templates=templates,
        sheets=load_sheets(make_accent(settings.accent)),
        site_name=settings.site_name,
        site_url=settings.site_url,
        folders=settings.page_folders,
        raw_html=settings.raw_html,
        taken=taken_files(loaded.pages, loaded.site.explainers, folders=settings.page_folders),
    )

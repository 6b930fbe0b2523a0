"""Decks: the cards of a page, and where on the site they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from generator.cards.card import Card, headline_card, quotation_card
from generator.cards.fonts import Fonts
from generator.cards.phrases import card_phrases
from generator.cards.svg import render_svg
from generator.model.errors import Location
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.model.outcome import Outcome
from generator.site.accent import DEFAULT as DEFAULT_ACCENT

_PAGES = "assets/cards"
# A folder of their own, since the page a/b.md and the quotation b of the page a.md would meet in one.
_QUOTATIONS = "assets/quotation-cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a site's cards look, and which there are.

    Args:
        fonts: The fonts, from `load_fonts`.
        templates: The theme's partials, from `load_templates`.
        site_name: The site.
        accent: Colour of the kicker, as #rrggbb.
        quotations: Whether each verified quotation has a card of its own.
    """

    fonts: Fonts
    templates: Environment
    site_name: str = ""
    accent: str = DEFAULT_ACCENT
    quotations: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A card with its place, ready to be drawn.

    Args:
        path: Where it stands on the site, with forward slashes.
        card: What it shows.
        quotation: Id of the quotation that it shows; empty for the page's own.
    """

    path: str
    card: Card
    quotation: str = ""

    @property
    def alt(self) -> str:
        """Return what it shows, in words."""
        return self.card.alt


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards of a page, its own first, and the Issues of those that cannot be made."""

    pictures: tuple[Picture, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def headline(self) -> tuple[str, str] | None:
        """Return path and alternative text of the page's own card; None where it has none."""
        return next(((picture.path, picture.alt) for picture in self.pictures if not picture.quotation), None)


def make_deck(explainer: Explainer, outcomes: Mapping[str, Outcome], *, proof: str, style: Style) -> Deck:
    """Make the cards of a page; nothing is drawn yet.

    Args:
        explainer: The page.
        outcomes: What verification found, by quotation id; a quotation without an outcome is not verified.
        proof: How many of its quotations are verified, in words; empty where it has none.
        style: How the cards look, and which there are.

    Returns:
        The cards, and an Issue for each that has characters which no font has.
    """
    pictures: list[Picture] = []
    issues: list[Issue] = []
    for picture, place in _plan(explainer, outcomes, proof, style):
        if missing := style.fonts.missing("".join(picture.card.texts)):
            issues.append(_undrawable(place, missing))
        else:
            pictures.append(picture)
    return Deck(pictures=tuple(pictures), issues=tuple(issues))


def draw_picture(picture: Picture, style: Style) -> str:
    """Draw a card as an SVG."""
    return render_svg(picture.card, style.fonts, style.templates, accent=style.accent)


def page_card_path(path: str) -> str:
    """Return where the card of a page stands on the site.

    Args:
        path: The page's path below the content folder, such as "explainers/tariffs.md".

    Returns:
        The path, such as "assets/cards/explainers/tariffs.png".
    """
    return f"{_PAGES}/{path.removesuffix('.md')}.png"


def quotation_card_path(path: str, quotation: str) -> str:
    """Return where the card of a quotation stands on the site, such as "assets/quotation-cards/tariffs/q1.png"."""
    return f"{_QUOTATIONS}/{path.removesuffix('.md')}/{quotation}.png"


def _plan(
    explainer: Explainer, outcomes: Mapping[str, Outcome], proof: str, style: Style
) -> Iterator[tuple[Picture, Location]]:
    """Give each card with the place of its words in the author's file."""
    headline = headline_card(explainer, outcomes, proof=proof, site_name=style.site_name)
    yield Picture(path=page_card_path(explainer.path), card=headline), explainer.places.value("title")
    phrases = card_phrases(explainer.language)
    for quotation in explainer.quotes.values() if style.quotations else ():
        outcome = outcomes.get(quotation.id)
        if outcome is None:
            continue
        card = quotation_card(explainer, quotation, outcome, phrases, site_name=style.site_name)
        if card is not None:
            path = quotation_card_path(explainer.path, quotation.id)
            place = explainer.places.value("quotes", quotation.id, "text")
            yield Picture(path=path, card=card, quotation=quotation.id), place


def _undrawable(place: Location, missing: tuple[str, ...]) -> Issue:
    listed = ", ".join(f"'{char}' (U+{ord(char):04X})" for char in missing[:_LISTED])
    more = f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else ""
    return Issue.warning(
        "card-font",
        place,
        f"there is no card for this, since no font has {listed}{more}",
        "name a .ttf or .otf file that has them in the plugin's option 'cards_fonts', or set 'cards: false'",
    )


_LISTED = 8

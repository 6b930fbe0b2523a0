"""SVG: a card as a drawing that refers to nothing outside it."""

import re

from jinja2 import Environment

from generator.cards.card import Card
from generator.cards.fonts import Fonts
from generator.cards.layout import lay_out
from generator.model.errors import SettingsError
from generator.site.accent import DEFAULT, is_colour, make_accent

# The characters that XML 1.0 has no place for, not even escaped, and the controls that it advises against.
_NO_XML = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_svg(card: Card, fonts: Fonts, templates: Environment, *, accent: str = DEFAULT) -> str:
    """Render a card to SVG.

    Args:
        card: The card.
        fonts: The fonts that it is set in.
        templates: The theme's partials, from `load_templates`.
        accent: Colour of the kicker, as #rrggbb; it is darkened until it can be read.

    Returns:
        A drawing of 1200 by 630 px, well-formed whatever its texts hold.

    Raises:
        SettingsError: The accent is no such colour.
    """
    if not is_colour(accent):
        raise SettingsError(f"the colour of cards cannot be '{accent}'; write it as #rrggbb, such as {DEFAULT}")
    drawing = lay_out(card, fonts, make_accent(accent).light)
    return _NO_XML.sub("", templates.get_template("partials/card.svg.j2").render(card=drawing))

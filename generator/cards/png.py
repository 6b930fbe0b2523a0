"""PNG: a drawing as a picture."""

from collections.abc import Sequence

import resvg_py

from generator.cards.fonts import Font

RENDERER = f"resvg_py {resvg_py.__version__}"
"""What renders, with its version: another one may give other bytes."""


def render_png(svg: str, fonts: Sequence[Font]) -> bytes:
    """Render a drawing.

    Args:
        svg: The drawing.
        fonts: The only fonts that take part; those of the machine do not.

    Returns:
        A PNG as large as the drawing says; the same drawing and fonts give the same bytes.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(font.path) for font in fonts],
        )
    )

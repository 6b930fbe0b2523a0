"""Cache: pictures that were rendered before, found by what they are made of."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from generator.cards.fonts import Font
from generator.cards.png import RENDERER, render_png

FOLDER = Path(".cache", "explainer", "cards")
"""Where the pictures of a site are kept, below its root."""

Renderer = Callable[[str, Sequence[Font]], bytes]
_LAST_CHUNK = b"IEND\xaeB`\x82"


def cached_png(svg: str, fonts: Sequence[Font], folder: Path, *, render: Renderer = render_png) -> bytes:
    """Return a drawing as a PNG, from the cache if it is there, and keep it if it is not.

    Args:
        svg: The drawing.
        fonts: The fonts that take part.
        folder: The cache; it is made if need be, and several builds may use it at once.
        render: Renders a drawing.

    Returns:
        The PNG; a cache that cannot be read or written costs time, never the picture.
    """
    path = folder / f"{_key(svg, fonts)}.png"
    with suppress(OSError):
        kept = path.read_bytes()
        # A machine that went down may have left half a file.
        if kept.endswith(_LAST_CHUNK):
            return kept
    png = render(svg, fonts)
    with suppress(OSError):
        _write(path, png)
    return png


def _key(svg: str, fonts: Sequence[Font]) -> str:
    parts = (RENDERER, *(font.sha256 for font in fonts), svg)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

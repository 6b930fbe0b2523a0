"""Fonts: the files that cards are set in, which characters they have and how wide those are."""

import hashlib
import struct
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from generator.model.errors import Location, UnreadableError

_SERIF = "font_source_serif_pro"
_SANS = "font_source_sans_pro"


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font file.

    Args:
        path: Where it stands.
        sha256: SHA-256 of its bytes, in hexadecimal.
        family: Its family, as an SVG names it.
        weight: Its weight, from 100 to 900; 400 is regular.
        style: "normal" or "italic".
        units: Units per em, in which the advances are given.
        advances: Advance width by code point; a code point that it lacks is not in it.
    """

    path: Path
    sha256: str
    family: str
    weight: int
    style: str
    units: int
    advances: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font with the fonts that stand in, one after the other, for characters that it lacks."""

    font: Font
    fallbacks: tuple[Font, ...] = ()

    def width(self, text: str, size: float) -> float:
        """Return the width of a text on one line.

        Args:
            text: The text.
            size: Size in px.

        Returns:
            The sum of its advance widths in px, without kerning, which seldom widens a line by a pixel.
        """
        return size * sum(self._advance(char) for char in text)

    def _advance(self, char: str) -> float:
        for font in (self.font, *self.fallbacks):
            if (units := font.advances.get(ord(char))) is not None:
                return 0.0 if is_invisible(char) else units / font.units
        return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The fonts of a site's cards.

    Args:
        headline: Headlines.
        words: Words of a Quotation.
        label: Kickers and names.
        detail: All else.
        further: Fonts that the site's owner names, for characters that the others lack.
    """

    headline: Font
    words: Font
    label: Font
    detail: Font
    further: tuple[Font, ...] = ()

    @property
    def all(self) -> tuple[Font, ...]:
        """Return every font in the order in which one stands in for another."""
        return (self.words, self.headline, self.detail, self.label, *self.further)

    def face(self, font: Font, text: str) -> Face:
        """Choose a font for a text: the given one, or else the first of the owner's that has all of it."""
        whole = next((one for one in (font, *self.further) if not any(_lacking(text, (one,)))), font)
        return Face(font=whole, fallbacks=tuple(one for one in self.all if one is not whole))

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font has, each once, in order."""
        return tuple(dict.fromkeys(_lacking(text, self.all)))


def is_invisible(char: str) -> bool:
    """Tell whether a character shapes or turns its neighbours and is not seen itself, such as a joiner."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _lacking(text: str, fonts: Sequence[Font]) -> Iterator[str]:
    for char in text:
        if not is_invisible(char) and not any(ord(char) in font.advances for font in fonts):
            yield char


def load_fonts(further: Sequence[Path] = ()) -> Fonts:
    """Load the fonts of cards: Source Serif Pro, Source Sans Pro and those that the site's owner names.

    Args:
        further: TrueType or OpenType files of the owner's; of a collection, its first font counts.

    Returns:
        The fonts.

    Raises:
        UnreadableError: A file is not there, or is no font that can be used.
    """
    return Fonts(
        headline=_packaged(_SERIF, "SourceSerifPro-Semibold.otf"),
        words=_packaged(_SERIF, "SourceSerifPro-Regular.otf"),
        label=_packaged(_SANS, "SourceSansPro-Semibold.otf"),
        detail=_packaged(_SANS, "SourceSansPro-Regular.otf"),
        further=tuple(map(load_font, further)),
    )


def _packaged(package: str, name: str) -> Font:
    return load_font(Path(str(files(package) / "files" / name)))


def load_font(path: Path) -> Font:
    """Load a font file; one that has not changed is read once.

    Args:
        path: A TrueType or OpenType file.

    Returns:
        The font.

    Raises:
        UnreadableError: The file is not there, or is no font that can be used.
    """
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise UnreadableError(f"this font cannot be read: {error.strerror}", Location(path=str(path))) from error
    except (TTLibError, KeyError, struct.error) as error:
        raise UnreadableError(
            "this is no font that a card can be set in; name a .ttf or .otf file", Location(path=str(path))
        ) from error


@lru_cache(maxsize=64)
def _read(path: Path, _modified: int) -> Font:
    data = path.read_bytes()
    with TTFont(BytesIO(data), lazy=True, fontNumber=0) as font:
        names, advances = font["name"], font["hmtx"].metrics
        family = names.getDebugName(16) or names.getDebugName(1)
        # The renderer passes over compressed web fonts and fonts without names, and leaves their text out.
        if font.flavor is not None or not family or not names.getDebugName(6):
            raise TTLibError("not for the renderer")
        return Font(
            path=path,
            sha256=hashlib.sha256(data).hexdigest(),
            family=family,
            weight=font["OS/2"].usWeightClass,
            style="italic" if font["head"].macStyle & 2 else "normal",
            units=font["head"].unitsPerEm,
            advances={code: advances[glyph][0] for code, glyph in (font.getBestCmap() or {}).items()},
        )

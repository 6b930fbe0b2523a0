"""Layout: where everything on a card stands."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cards.card import Card, HeadlineCard, QuotationCard
from generator.cards.drawing import WIDTH, Check, Drawing, Line, Run
from generator.cards.fonts import Face, Font, Fonts
from generator.cards.wrapping import ELLIPSIS, Box, wrap

_MARGIN = 72
_LEFT, _RIGHT = _MARGIN, WIDTH - _MARGIN
_COLUMN = _RIGHT - _LEFT
PAPER, INK, MUTED, EDGE = "#fffdf9", "#1c1b19", "#54504a", "#d8d3ca"
# The pages' own green: a mark in the site's colour could look like a warning.
VERIFIED = "#14582f"

_KICKER_SIZE, _KICKER_SPACING, _KICKER_BASELINE = 23, 2.6, 89
_FOOT_SIZE, _FOOT_GAP = 26, 40
_FOOT_BASELINES = (514, 555)
_PROOF_SHARE = 0.7
_CHECK_SIZE, _CHECK_GAP = 26, 12
_RULE_TO_FOOT = 50
_AIR = 42
"""Between the main text and what stands above and below it."""
_CAPITAL, _DESCENT = 0.67, 0.22
"""Height of the serif's capitals and depth of its descenders, as multiples of the size."""

_HEADLINE_SIZES, _HEADLINE_LEADING = (88, 80, 72, 64, 57, 51, 45, 40), 1.14
_WORDS_SIZES, _WORDS_LEADING = (92, 82, 73, 65, 58, 52, 46, 41, 37, 33, 30), 1.28

# The capitals of these languages are not those of Unicode's rules alone.
_NO_CAPITALS = frozenset({"az", "el", "lt", "tr"})
# The renderer takes every line for one from left to right; these around it say that it is not.
_RIGHT_TO_LEFT, _END = "\u202b", "\u202c"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    text: str
    font: Font
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Main:
    """The main text: `hanging` stands in the margin before it, and `ending` ends it where it is cut."""

    text: _Text
    sizes: Sequence[int]
    leading: float
    hanging: str = ""
    ending: str = ELLIPSIS


def lay_out(card: Card, fonts: Fonts, accent: str) -> Drawing:
    """Lay a card out.

    Args:
        card: The card.
        fonts: The fonts that it is set in.
        accent: Colour of the kicker, as #rrggbb.

    Returns:
        The drawing; it is mirrored where the main text runs from right to left.
    """
    if isinstance(card, HeadlineCard):
        return _Layout(fonts=fonts, accent=accent, mirrored=_is_right_to_left(card.headline)).headline(card)
    return _Layout(fonts=fonts, accent=accent, mirrored=_is_right_to_left(card.words)).quotation(card)


def _is_right_to_left(text: str) -> bool:
    """Tell the direction of a text by its first letter that has one."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((found for found in directions if found in {"L", "R", "AL"}), "L") != "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    fonts: Fonts
    accent: str
    mirrored: bool

    def headline(self, card: HeadlineCard) -> Drawing:
        """Lay out the card of an explainer."""
        _, foot = _FOOT_BASELINES
        main = _Main(
            text=_Text(text=card.headline, font=self.fonts.headline, fill=INK),
            sizes=_HEADLINE_SIZES,
            leading=_HEADLINE_LEADING,
        )
        site = _Text(text=card.site_name, font=self.fonts.label, fill=INK)
        lines = [
            *self._kicker(card.kicker, card.language),
            *self._main(main, top=_top(card.kicker), bottom=foot - _RULE_TO_FOOT - _AIR),
            *self._foot(site, card.proof, checked=card.verified),
        ]
        return self._drawing(lines, foot, checked=card.verified)

    def quotation(self, card: QuotationCard) -> Drawing:
        """Lay out the card of a quotation."""
        fonts, (foot, _) = self.fonts, _FOOT_BASELINES
        main = _Main(
            text=_Text(text=card.quoted, font=fonts.words, fill=INK),
            sizes=_WORDS_SIZES,
            leading=_WORDS_LEADING,
            hanging=card.open_mark,
            ending=card.cut_mark,
        )
        role = f", {card.role}" if card.speaker and card.role else card.role
        who = (
            _Text(text=card.speaker, font=fonts.label, fill=INK),
            _Text(text=role, font=fonts.detail, fill=MUTED),
        )
        where = ", ".join(part for part in (card.origin, card.date) if part)
        lines = [
            *self._kicker(card.site_name, card.language),
            *self._main(main, top=_top(card.site_name), bottom=foot - _RULE_TO_FOOT - _AIR),
            *self._row(who, foot, _COLUMN),
            *self._foot(_Text(text=where, font=fonts.detail, fill=MUTED), card.proof, checked=True),
        ]
        return self._drawing(lines, foot, checked=True)

    def _drawing(self, lines: Sequence[Line], foot: int, *, checked: bool) -> Drawing:
        return Drawing(
            paper=PAPER,
            left=_LEFT,
            right=_RIGHT,
            rule=foot - _RULE_TO_FOOT,
            rule_fill=EDGE,
            lines=lines,
            check=self._check() if checked else None,
        )

    def _check(self) -> Check:
        # At the outer end of its line, where its place does not hang on how wide the words before it are.
        middle = _FOOT_BASELINES[-1] - _FOOT_SIZE * _CAPITAL / 2
        return Check(
            x=_LEFT if self.mirrored else _RIGHT - _CHECK_SIZE,
            y=round(middle - _CHECK_SIZE / 2, 2),
            scale=round(_CHECK_SIZE / 24, 4),
            fill=VERIFIED,
        )

    def _kicker(self, text: str, language: str) -> Iterator[Line]:
        words = text if language.split("-", 1)[0].lower() in _NO_CAPITALS else text.upper()
        # Letters that join, and those without capitals, stand as close as they were drawn.
        spacing = _KICKER_SPACING if words != words.lower() else 0
        face = self.fonts.face(self.fonts.label, words)
        box = Box(width=_COLUMN, height=_KICKER_SIZE, leading=1)
        block = wrap(words, lambda line, size: face.width(line, size) + spacing * len(line), box, (_KICKER_SIZE,))
        if words:
            runs = _directed([_run(block.lines[0], face, self.accent)])
            yield self._line(runs, _KICKER_BASELINE, _KICKER_SIZE, spacing=spacing)

    def _main(self, main: _Main, *, top: float, bottom: float) -> Iterator[Line]:
        """Set the main text in the middle between the kicker and the rule."""
        face = self.fonts.face(main.text.font, main.text.text)
        box = Box(width=_COLUMN, height=bottom - top, leading=main.leading)
        block = wrap(main.text.text, face.width, box, main.sizes, ending=main.ending)
        step = main.leading * block.size
        high = _CAPITAL * block.size + (len(block.lines) - 1) * step
        first = top + (bottom - top - high) / 2 + _CAPITAL * block.size
        for number, line in enumerate(block.lines):
            hanging = face.width(main.hanging, block.size) if number == 0 else 0
            runs = [_run(line, face, main.text.fill)]
            # A line that begins with a foreign name still belongs to the text around it.
            runs = _turned(runs) if self.mirrored else runs
            yield self._line(runs, first + number * step, block.size, inset=-hanging)

    def _foot(self, text: _Text, proof: str, *, checked: bool) -> Iterator[Line]:
        """Set the last line: a text at its beginning, and the proof at its end."""
        room = float(_COLUMN)
        if proof:
            face = self.fonts.face(self.fonts.detail, proof)
            inset = _CHECK_SIZE + _CHECK_GAP if checked else 0
            words = _fit(proof, face, _COLUMN * _PROOF_SHARE)
            runs = _directed([_run(words, face, INK)])
            yield self._line(runs, _FOOT_BASELINES[-1], _FOOT_SIZE, inset=inset, opposite=True)
            room -= inset + face.width(words, _FOOT_SIZE) + _FOOT_GAP
        yield from self._row((text,), _FOOT_BASELINES[-1], room)

    def _row(self, texts: Sequence[_Text], baseline: int, room: float) -> Iterator[Line]:
        """Set texts one behind the other from the beginning of a line, as far as they have room."""
        runs: list[Run] = []
        for text in texts:
            face = self.fonts.face(text.font, text.text)
            words = _fit(text.text, face, room)
            room -= face.width(words, _FOOT_SIZE)
            if words and room >= 0:
                runs.append(_run(words, face, text.fill))
        if runs:
            yield self._line(_directed(runs), baseline, _FOOT_SIZE)

    def _line(
        self,
        runs: Sequence[Run],
        y: float,
        size: int,
        *,
        spacing: float = 0,
        inset: float = 0,
        opposite: bool = False,
    ) -> Line:
        """Place a line at its margin, or further in, or with a negative inset outside of it."""
        right = self.mirrored is not opposite
        return Line(
            x=round(_RIGHT - inset if right else _LEFT + inset, 2),
            y=round(y, 2),
            size=size,
            anchor="end" if right else "start",
            spacing=spacing,
            runs=runs,
        )


def _top(kicker: str) -> float:
    return _KICKER_BASELINE + _AIR if kicker else _MARGIN


def _fit(text: str, face: Face, room: float) -> str:
    return wrap(text, face.width, Box(width=room, height=_FOOT_SIZE, leading=1), (_FOOT_SIZE,)).lines[0]


def _run(text: str, face: Face, fill: str) -> Run:
    font = face.font
    return Run(text=text, family=font.family, weight=font.weight, style=font.style, fill=fill)


def _directed(runs: Sequence[Run]) -> Sequence[Run]:
    return _turned(runs) if _is_right_to_left("".join(run.text for run in runs)) else runs


def _turned(runs: Sequence[Run]) -> list[Run]:
    """Say around the runs of a line that it runs from right to left."""
    texts = [run.text for run in runs]
    texts[0] = f"{_RIGHT_TO_LEFT}{texts[0]}"
    texts[-1] = f"{texts[-1]}{_END}"
    return [replace(run, text=text) for run, text in zip(runs, texts, strict=True)]

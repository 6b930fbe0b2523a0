"""Prose: quotations in an author's own text, which stand in a source or are excused."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from generator.markdown.author_text import AuthorText, Edit
from generator.markdown.layout import Layout, read_layout
from generator.markdown.plain_text import shorten
from generator.markdown.reader_text import Paragraph, ReaderText, read_reader_text
from generator.markdown.source_words import Said, SourceWords
from generator.markdown.verdict_claims import find_claims
from generator.model.errors import Location
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.text.marks import Segment, find_segments

SCARE = "{.scare}"

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»＂〝〞「」『』", '"'))
_CALLOUT = re.compile(r"\s*!\w+\b")
_SPEAKER_LINE = re.compile(r"\s*(?:[—–―]|--)\s*(?:\S+\s+){0,19}\S+\s*")
_SPEAKER_BEHIND = re.compile(r"\s(?:[—–―]|--)\s*[^—–―\n]{1,100}$")
_SHOWN = 160
# What is no Markdown shows `{.scare}` as it is.
_PLAIN_HELP = {
    "unverified-quotation": "quote the source's words, take the marks away, or list them in `allow_quotes:`",
    "excused-quotation": "quote them with their speaker in `quotes:`",
    "verdict-in-prose": "take it away: the page itself says which words are verified",
}


class _Quoted(NamedTuple):
    """Words of a reader text that are given as a quotation, and where what ends them ends."""

    start: int
    end: int
    outer_end: int
    block: bool = False


@dataclass(frozen=True, slots=True)
class ProseCheck:
    """Checks the prose of one page.

    Args:
        explainer: The page.
    """

    explainer: Explainer

    def check(self, author: AuthorText, layout: Layout) -> Iterator[Issue]:
        """Check a text.

        Args:
            author: The text.
            layout: Its layout; code is no prose.

        Yields:
            A warning for each quotation that stands in no source and is not excused, for each that is excused
            although somebody says it in a source, and for each text that poses as the site's verdict.
        """
        reader = read_reader_text(author.text, layout)
        sources = SourceWords(self.explainer)
        for quoted in _quotations(reader):
            words = " ".join(reader.text[quoted.start : quoted.end].split())
            behind = reader.typed(quoted.start, quoted.outer_end)[1]
            if _is_excused(author.text, behind, block=quoted.block) or sources.allows(words):
                if said := sources.said(words):
                    yield _excused(words, _place(author, reader, quoted), said)
            elif sources.complete and not _stands(words, sources, block=quoted.block):
                yield _unverified(words, _place(author, reader, quoted), block=quoted.block)
        if self.explainer.sources or self.explainer.quotes:
            yield from self._claims(author, reader)

    def values(self) -> Iterator[Issue]:
        """Check the values of the front matter that are printed as they are, such as the headline."""
        for path, text in _plain_values(self.explainer):
            author = AuthorText(text, self.explainer.places.value(*path))
            for issue in self.check(author, read_layout(text)):
                yield replace(issue, help=_PLAIN_HELP[issue.code])

    def _claims(self, author: AuthorText, reader: ReaderText) -> Iterator[Issue]:
        for start, end in find_claims(reader, self.explainer.language):
            first, last = reader.typed(start, end)
            if not _is_excused(author.text, last):
                yield Issue.warning(
                    "verdict-in-prose",
                    author.at(first, last - first),
                    f"“{reader.text[start:end]}” in your own text reads like this site's verdict on a quotation",
                    "take it away: the page itself says which words are verified; where it means something else, "
                    f"say what, or write `{SCARE}` right behind it",
                )


def scare_edits(author: AuthorText, layout: Layout) -> list[Edit]:
    """Find the marks `{.scare}` of a text, which readers do not see."""
    found = re.finditer(re.escape(SCARE), author.text)
    return [Edit(*match.span(), "") for match in found if layout.code_at(match.start()) is None]


def _quotations(reader: ReaderText) -> list[_Quoted]:
    """Find block quotations and what stands between quotation marks elsewhere, in order."""
    blocks = list(_blocks(reader))
    segments = [_quoted(segment) for segment in _closed_segments(reader.text)]
    # Marks of shapes that do not belong together are read as if all were straight.
    mixed = [_quoted(segment) for segment in _closed_segments(reader.text.translate(_STRAIGHT))]
    spans = sorted([*segments, *_apart(mixed, segments)])
    return sorted([*blocks, *_apart(spans, blocks)])


def _quoted(segment: Segment) -> _Quoted:
    return _Quoted(segment.start, segment.end, segment.outer_end)


def _apart(spans: Iterable[_Quoted], taken: Sequence[_Quoted]) -> Iterator[_Quoted]:
    """Give the spans that overlap none of those that are taken; these stand in order and overlap none of their own."""
    starts = [span.start for span in taken]
    for span in spans:
        last = bisect_left(starts, span.outer_end) - 1
        if last < 0 or taken[last].outer_end <= span.start:
            yield span


def _closed_segments(text: str) -> list[Segment]:
    """Find what stands between marks; a paragraph whose mark stays open is quoted where the next one opens again."""
    segments = find_segments(text)
    return [
        segment
        for segment, following in zip_longest(segments, segments[1:])
        if segment.opened and (segment.closed or (following and _runs_on(text, segment, following)))
    ]


def _runs_on(text: str, segment: Segment, following: Segment) -> bool:
    between = text[segment.outer_end : following.outer_start]
    return following.opened and following.paragraph == segment.paragraph + 1 and not between.strip()


def _blocks(reader: ReaderText) -> Iterator[_Quoted]:
    """Give the paragraphs of block quotations, but for callouts and lines that only name the speaker."""
    before: Paragraph | None = None
    callout = False
    for paragraph in reader.paragraphs:
        words = reader.text[paragraph.start : paragraph.end]
        follows = before is not None and before.quoted
        callout = paragraph.quoted and ((callout and follows) or _CALLOUT.match(words) is not None)
        names_speaker = follows and _SPEAKER_LINE.fullmatch(words)
        if paragraph.quoted and not callout and not names_speaker:
            start = paragraph.start + len(words) - len(words.lstrip())
            end = paragraph.start + len(words.rstrip())
            yield _Quoted(start, end, end, block=True)
        before = paragraph


def _place(author: AuthorText, reader: ReaderText, quoted: _Quoted) -> Location:
    start, end = reader.typed(quoted.start, quoted.end)
    return author.at(start, end - start)


def _stands(words: str, sources: SourceWords, *, block: bool) -> bool:
    """Tell whether words stand in a source, those of a block without the speaker whom a dash names behind them."""
    speaker = _SPEAKER_BEHIND.search(words) if block else None
    return sources.holds(words) or (speaker is not None and sources.holds(words[: speaker.start()]))


def _is_excused(text: str, end: int, *, block: bool = False) -> bool:
    return text[end : end + len(SCARE) + 8].lstrip("*_ " if block else "*_").startswith(SCARE)


def _excused(words: str, place: Location, said: Said) -> Issue:
    whose = f"{said.speaker} says them" if said.speaker else "they are said"
    return Issue.warning(
        "excused-quotation",
        place,
        f"“{shorten(words, _SHOWN)}” is excused as nobody's words, but {whose} in source '{said.source}'",
        f"quote them with their speaker: give them an entry in `quotes:` with `source: {said.source}`",
    )


def _unverified(words: str, place: Location, *, block: bool) -> Issue:
    shown = shorten(words, _SHOWN)
    if block:
        return Issue.warning(
            "unverified-quotation",
            place,
            f"“{shown}” is a block quotation, but stands in none of this page's sources",
            "quote the source's words, or take the `>` away; for words that are nobody's, write "
            f"`{SCARE}` at the end of the paragraph",
        )
    return Issue.warning(
        "unverified-quotation",
        place,
        f"“{shown}” stands in quotation marks, but in none of this page's sources",
        "quote the source's words, or take the marks away; for words that you only call so, write "
        f"`{SCARE}` right after the closing mark or list them in `allow_quotes:`",
    )


def _plain_values(explainer: Explainer) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("title",), explainer.title
    yield ("kicker",), explainer.kicker
    for expert in explainer.experts.values():
        yield ("experts", expert.id, "question"), expert.question
        yield ("experts", expert.id, "position"), expert.position
        yield ("experts", expert.id, "interests"), expert.interests
    for event in explainer.timeline.values():
        yield ("timeline", event.id, "title"), event.title
    for question in explainer.questions.values():
        yield ("questions", question.id, "question"), question.question

"""Quotations of an article: which words are somebody's, whose, and when they were said."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from generator.drafting.dates import DateMention
from generator.drafting.draft import DraftQuotation, QuotationKind
from generator.model.article import Article, Kind
from generator.model.edtf import parse_edtf
from generator.text.language import Language, read_language
from generator.text.marks import find_segments
from generator.text.paragraphs import find_paragraphs
from generator.text.titles import is_title
from generator.verification.passage import Passage
from generator.verification.speech import find_passages
from generator.verification.turns import find_turns

_FEWEST_TURNS = 4
"""Turns from which on a text is taken for a transcript."""
_FEW_WORDS = 4
"""Words from which on a quotation that nobody is named for is worth an author's look."""
_CLOSE = 60
"""Characters between a cue and the date that it carries, at most."""
_OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
_CLAUSE = re.compile(r"[,;:(—–]|\s(?:who|whose|whom|which|that)\s")
_DATES_NEARBY = 6
_ENDINGS = frozenset(",.?!;:…—–-")


def find_quotations(article: Article, dates: Sequence[DateMention]) -> tuple[DraftQuotation, ...]:
    """Find the quotations of an article.

    Titles of works, scare quotes and nicknames are left out: marked words that nobody is named for and that do
    not stand by themselves, and words that are capitalised throughout.

    Args:
        article: Text and metadata; a statement, document or post is its issuer's, a paragraph each.
        dates: The article's dates.

    Returns:
        The quotations in the order of the text.
    """
    stop = _back_matter(article.text, read_language(article.language))
    passages = tuple(passage for passage in find_passages(article) if passage.start < stop)
    if article.kind is not Kind.ARTICLE:
        return tuple(_whole(article, passage) for passage in _by_paragraph(article, passages))
    found: list[DraftQuotation] = []
    shown: dict[int, QuotationKind] = {}
    for number, passage in enumerate(passages):
        kind = _kind(article.text, passage)
        if passage.continues and shown.get(number - 1) is QuotationKind.DIRECT:
            kind = QuotationKind.DIRECT
        if not _is_quotation(article.text, passage, kind):
            continue
        shown[number] = kind
        said = _said(article.text, passage, dates, article.published)
        continues = passage.continues and number - 1 in shown
        found.append(_quotation(article.text, passage, kind, said, continues=continues))
    return tuple(found)


def is_transcript(text: str, language: str) -> bool:
    """Tell whether a text reads as a transcript: of its paragraphs, most are turns, of at least two speakers."""
    turns = find_turns(text, language)
    begun = [turn for turn in turns if not turn.continues]
    speakers = {turn.attribution.evidence for turn in begun}
    marked = len(find_segments(text))
    return len(begun) >= _FEWEST_TURNS and 1 < len(speakers) <= len(begun) / 2 and len(begun) > marked


def _back_matter(text: str, language: Language) -> int:
    """Return where a list of sources begins, behind a line such as “Sources”; the text's end where there is none."""
    paragraphs = find_paragraphs(text)
    return next(
        (start for start, end in paragraphs[1:] if text[start:end].strip(" :#*").lower() in language.source_lists),
        len(text),
    )


def _kind(text: str, passage: Passage) -> QuotationKind:
    """Take words for direct speech that begin and end as a sentence does."""
    words = text[passage.start : passage.end]
    begins = words[0].isupper() or not words[0].isalpha()
    ends = words[-1] in _ENDINGS or text[passage.end : passage.end + 2].strip("\"'”’»“‘")[:1] in _ENDINGS
    alone = begins and ends and len(words.split()) > 1
    return QuotationKind.DIRECT if alone or len(words.split()) > 2 * _FEW_WORDS else QuotationKind.MIXED


def _is_quotation(text: str, passage: Passage, kind: QuotationKind) -> bool:
    words = text[passage.start : passage.end].split()
    if is_title(words) and words[-1][-1] not in _ENDINGS and not _is_introduced(text, passage):
        return False
    if passage.attribution.speaker is not None or passage.attribution.cue:
        return True
    return kind is QuotationKind.DIRECT and len(words) >= _FEW_WORDS


def _is_introduced(text: str, passage: Passage) -> bool:
    """Tell whether a colon stands before the marks, or a comma and a reporting verb of its own."""
    before = text[max(0, passage.start - 4) : passage.start].rstrip(" \"'“‘„«")
    return before.endswith(":") or (before.endswith(",") and bool(passage.attribution.cue))


def _said(text: str, passage: Passage, dates: Sequence[DateMention], published: date | None) -> str:
    """Return the date beside the cue, as in “…,” X said Sunday, or “On Tuesday X told”."""
    start, end = passage.attribution.evidence_span
    cue = text.find(passage.attribution.cue, start, end)
    if start == end or not passage.attribution.cue or cue < 0:
        return ""
    behind = cue + len(passage.attribution.cue)
    first = bisect_left(dates, start - _CLOSE, key=lambda mention: mention.start)
    for mention in dates[first : first + _DATES_NEARBY]:
        if not mention.date or mention.quoted or not mention.sentence[0] <= cue < mention.sentence[1]:
            continue
        between = text[behind : mention.start] if mention.start >= behind else text[mention.sentence[0] : mention.start]
        near = len(between) <= _CLOSE and not _CLAUSE.search(between) and not _OWNED.search(between)
        if near and not _is_later(mention.date, published):
            return mention.date
    return ""


def _is_later(said: str, published: date | None) -> bool:
    """Tell whether a date is certainly later than the article that tells of it."""
    return published is not None and parse_edtf(said).earliest > parse_edtf(str(published)).latest


def _quotation(text: str, passage: Passage, kind: QuotationKind, said: str, *, continues: bool) -> DraftQuotation:
    found = passage.attribution
    return DraftQuotation(
        start=passage.start,
        end=passage.end,
        text=text[passage.start : passage.end],
        kind=kind,
        speaker=found.speaker,
        speaker_mention=found.mention or None,
        cue=found.cue,
        strength=found.strength,
        evidence=found.evidence,
        evidence_span=found.evidence_span,
        said=said,
        continues=continues,
        named=found.named,
    )


def _by_paragraph(article: Article, passages: Iterable[Passage]) -> Iterable[Passage]:
    paragraphs = find_paragraphs(article.text)
    for passage in passages:
        number = bisect_left(paragraphs, passage.start, key=lambda span: span[1])
        while number < len(paragraphs) and paragraphs[number][0] < passage.end:
            first, last = max(paragraphs[number][0], passage.start), min(paragraphs[number][1], passage.end)
            if article.text[first:last].strip():
                yield Passage(start=first, end=last, attribution=passage.attribution, continues=passage.continues)
            number += 1


def _whole(article: Article, passage: Passage) -> DraftQuotation:
    return _quotation(article.text, passage, QuotationKind.DIRECT, "", continues=passage.continues)


def joined(quotations: Sequence[DraftQuotation]) -> list[list[DraftQuotation]]:
    """Gather quotations that are one speech, only interrupted by its attribution.

    Args:
        quotations: In the order of the text.

    Returns:
        The speeches; the parts of each in order.
    """
    speeches = [[quotation] for quotation in quotations[:1]]
    for quotation in quotations[1:]:
        if quotation.continues:
            speeches[-1].append(quotation)
        else:
            speeches.append([quotation])
    return speeches

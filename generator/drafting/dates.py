"""Dates of an article: where they stand, what they mean in EDTF, and why."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from generator.drafting.date_values import Basis, DateContext, DateValue, resolve_date
from generator.model.article import Article
from generator.text.date_patterns import DatePatterns, DateRule, compiled, read_date_patterns
from generator.text.marks import Segment, find_segments
from generator.text.paragraphs import Span, find_paragraphs
from generator.text.sentences import find_sentences

_WORD = re.compile(r"\w+|['’](?=\d\d(?!\w))")
_BEFORE = re.compile(r"([\w.]+)\W*$")
_AFTER = re.compile(r"[\s\-]*(\w+|\+)")
_CAPITAL = re.compile(r"\s+[^\W\d_a-zß-ÿ]\w+")
_RANGE = re.compile(r"(?<!\d)(?:1\d|20)\d\d\s?[-–—]\s?$")
_FRACTION = re.compile(r"\d[.,:–-]$")
_NEAR = 24
_CLAUSE = 200
"""Characters that a date may stand from the words that tell of the time to come."""
_FURTHEST_AHEAD = 60
"""Years beyond publication in which four digits are still taken for a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date as an article writes it.

    Args:
        start: Offset of its first character.
        end: End offset, exclusive.
        text: As printed.
        date: EDTF of level 0 or 1; empty where it cannot be told.
        basis: What the value rests on: the words themselves, a date before, or the day of publication.
        reason: How the value was found, or what is missing, in words.
        sentence: Offsets of the sentence.
        quoted: Whether it stands inside quotation marks.
    """

    start: int
    end: int
    text: str
    date: str
    basis: Basis
    reason: str
    sentence: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    rule: DateRule
    match: re.Match[str]


_COMING = frozenset({DateRule.NEXT_UNIT, DateRule.NEXT_MONTH, DateRule.NEXT_WEEKDAY, DateRule.NEXT_SEASON})


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Find the dates of an article.

    Args:
        article: Text and metadata; what the text says relative to its day ("Sunday", "last month") resolves
            against `published`, and stays unresolved without it.

    Returns:
        The dates in the order of the text; none overlap.
    """
    text = article.text
    patterns = read_date_patterns(article.language)
    segments = find_segments(text)
    starts = [segment.outer_start for segment in segments]
    context = DateContext(patterns, article.published)
    mentions: list[DateMention] = []
    for number, paragraph in enumerate(find_paragraphs(text)):
        found = list(_matches(text, paragraph, patterns, article.published))
        if not found:
            continue
        context.paragraph = number
        sentences = find_sentences(text, *paragraph, language=article.language)
        coming = -1
        for item, following in zip_longest(found, found[1:]):
            start = item.match.start()
            context.year_ahead = _year_ahead(text, item, following, patterns)
            sentence = sentences[bisect_right(sentences, (start, len(text))) - 1]
            context.future = coming >= sentence[0] or _is_future(text, sentence, item.match, patterns, segments, starts)
            context.past = _is_past(text, sentence, item.match, patterns)
            coming = start if item.rule in _COMING else coming
            value = _about(resolve_date(item.rule, item.match, context), text, start, patterns)
            if (
                item.rule is not DateRule.YEAR
                or _word_before(text, paragraph, start).lower() in patterns.telling_behind
            ):
                context.remember(value)
            quoted = _segment_at(segments, starts, start) is not None
            mentions.append(_mention(item.match, value, sentence, quoted=quoted))
    return tuple(mentions)


def _mention(match: re.Match[str], value: DateValue, sentence: Span, *, quoted: bool) -> DateMention:
    return DateMention(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        date=value.date,
        basis=value.basis,
        reason=value.reason,
        sentence=sentence,
        quoted=quoted,
    )


def _is_past(text: str, sentence: Span, match: re.Match[str], patterns: DatePatterns) -> bool:
    """Tell whether a verb beside a date speaks of what has been."""
    begin, stop = max(sentence[0], match.start() - _CLAUSE), min(sentence[1], match.end() + _NEAR)
    return any(
        not patterns.clauses.search(text, min(verb.end(), match.end()), max(verb.start(), match.start()))
        for verb in patterns.past.finditer(text, begin, stop)
    )


def _year_ahead(text: str, item: _Found, following: _Found | None, patterns: DatePatterns) -> int | None:
    """Return the year of the date that ends a range: from March to August 2011."""
    year = following.match.groupdict().get("year") if following else None
    if following is None or not year:
        return None
    between = text[item.match.end() : following.match.start()].strip().lower()
    return int(year) if between in patterns.ranges else None


def _about(value: DateValue, text: str, start: int, patterns: DatePatterns) -> DateValue:
    """Mark a date as approximate where the text says that it is about right only."""
    if not value.date or "/" in value.date or "X" in value.date or value.date.endswith("~"):
        return value
    return replace(value, date=f"{value.date}~") if patterns.about.search(text, max(0, start - _NEAR), start) else value


def _matches(text: str, span: Span, patterns: DatePatterns, published: date | None) -> Iterator[_Found]:
    position = span[0]
    for word in _WORD.finditer(text, *span):
        start = word.start()
        if start < position:
            continue
        first = word.group()
        key = first[0] if first[0].isdigit() or not first[0].isalpha() else first.lower()
        candidates = patterns.starting.get(key)
        if not candidates:
            continue
        best: _Found | None = None
        for rule, expression in candidates:
            match = compiled(expression).match(text, start, span[1])
            if match and (best is None or match.end() > best.match.end()):
                best = _Found(rule, match)
        if best is not None and _is_date(text, span, best, patterns, published):
            yield best
            position = best.match.end()


def _is_date(text: str, span: Span, found: _Found, patterns: DatePatterns, published: date | None) -> bool:
    match = found.match
    before = _word_before(text, span, match.start())
    if match.group().rstrip(".") in patterns.unsure:
        return before.lower() in patterns.sure_behind
    if (
        found.rule is DateRule.MONTH
        and "year" not in match.groupdict()
        and _is_name(text, span, match, before, patterns)
    ):
        return False
    if found.rule is DateRule.YEAR:
        return _is_year(text, span, match, patterns, published, before)
    if found.rule is DateRule.DECADE:
        return text[match.start() - 1 : match.start()] not in {"$", "€", "£", ".", ","}
    if found.rule is DateRule.TODAY and text.startswith(patterns.repeated_before, match.end()):
        return False
    if found.rule is DateRule.WEEKDAY and before.lower() in patterns.repeated_behind:
        return False
    if found.rule is DateRule.SHORT_YEAR:
        return before.lower() in patterns.sure_behind or before.isdigit()
    numeric = found.rule is DateRule.DAY and match.group()[0].isdigit()
    return not (numeric and _FRACTION.search(text, max(span[0], match.start() - 2), match.start()))


def _is_name(text: str, span: Span, match: re.Match[str], before: str, patterns: DatePatterns) -> bool:
    """Tell whether a month's name is a person's: beside another capital word, and behind no word that dates have."""
    if before.lower() in patterns.sure_behind | patterns.telling_behind:
        return False
    behind = _CAPITAL.match(text, match.end(), span[1])
    return bool(behind) or (before[:1].isupper() and text[span[0] : match.start()].strip() != before)


def _is_year(
    text: str, span: Span, match: re.Match[str], patterns: DatePatterns, published: date | None, before: str
) -> bool:
    year = int(match["year"])
    if published is not None and year > published.year + _FURTHEST_AHEAD:
        return False
    if match.group() != match["year"]:
        return True
    start = match.start()
    if range_start := _RANGE.search(text, max(span[0], start - 8), start):
        start = range_start.start()
    elif text[max(span[0], start - 1) : start] in {"-", "–", "—"}:
        return False
    near = text[max(span[0], start - 2) : start]
    behind = text[match.end() : min(span[1], match.end() + 2)]
    if near[-1:] in {"$", "€", "£", "#", "×", ":", "/"} or (near[-1:] in {".", ","} and near[:1].isdigit()):
        return False
    if near.strip()[-1:] in {":", "×"}:
        return False
    if (behind[:1] in {".", ",", ":", "-", "/"} and behind[1:2].isdigit()) or behind[:1] in {"%", "°"}:
        return False
    if patterns.addresses and patterns.addresses.match(text, match.end(), span[1]):
        return False
    after = _AFTER.match(text, match.end(), span[1])
    if after and after[1].lower() in patterns.counted_before:
        return False
    return before.lower().rstrip(".") not in patterns.counted_behind


def _word_before(text: str, span: Span, start: int) -> str:
    found = _BEFORE.search(text, max(span[0], start - _NEAR), start)
    return found.group(1) if found else ""


def _segment_at(segments: Sequence[Segment], starts: Sequence[int], place: int) -> Segment | None:
    number = bisect_right(starts, place) - 1
    return segments[number] if number >= 0 and place < segments[number].outer_end else None


def _is_future(
    text: str,
    sentence: Span,
    match: re.Match[str],
    patterns: DatePatterns,
    segments: Sequence[Segment],
    starts: Sequence[int],
) -> bool:
    """Tell whether the clause of a date speaks of the time to come: its own marker, outside other people's words."""
    own = _segment_at(segments, starts, match.start())
    begin, stop = max(sentence[0], match.start() - _CLAUSE), min(sentence[1], match.end() + _CLAUSE)
    for marker in patterns.future.finditer(text, begin, stop):
        if _segment_at(segments, starts, marker.start()) is own:
            between = text[min(marker.end(), match.end()) : max(marker.start(), match.start())]
            if not patterns.clauses.search(between):
                return True
    return False

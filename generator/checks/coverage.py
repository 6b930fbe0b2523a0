"""Coverage: how much of what its sources hold a page uses, and where these sources disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import Any

from rapidfuzz import fuzz

from generator.drafting.draft import Draft, DraftEvent, DraftQuotation
from generator.drafting.extract import extract
from generator.drafting.quotations import joined
from generator.model.edtf import parse_edtf
from generator.model.explainer import Explainer, Site
from generator.model.issue import Issue
from generator.model.outcome import Outcome
from generator.text.attribution import Attribution
from generator.text.language import read_language, read_people_words
from generator.text.words import is_word, split_words
from generator.verification.speakers import Sameness, compare_names

_ALIKE = 85
_SHOWN_WORDS = 12
_FEW_WORDS = 3
"""Words below which two titles are too short to be of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCoverage:
    """What a page uses of a source.

    Args:
        page: Path of the page as messages show it.
        source: Id of the source on the page.
        used: Ids of the page's verified quotations of it, in their order in the source.
        unused: Direct quotations of it that the page does not use; fragments in a reporter's sentence do not count.
        words: How many words the source has; 0 where its text is not at hand.
        words_quoted: How many of them the page's quotations repeat.
    """

    page: str
    source: str
    used: tuple[str, ...]
    unused: tuple[DraftQuotation, ...]
    words: int
    words_quoted: int

    @property
    def share(self) -> float:
        """Return which part of the source's words the page repeats, from 0 to 1."""
        return self.words_quoted / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Coverage of a site.

    Args:
        sources: For each page and each of its sources.
        issues: Where a page's sources disagree, and which pages rest on one.
    """

    sources: tuple[SourceCoverage, ...] = ()
    issues: tuple[Issue, ...] = field(default=())


def cover(site: Site, outcomes: Mapping[tuple[str, str], Outcome]) -> Coverage:
    """Compare each page of a site with what its sources hold.

    Args:
        site: The site, with the source texts that are at hand.
        outcomes: What is known of each quotation, by page path and quotation id.

    Returns:
        What is used, what is not, and where sources disagree.
    """
    sources: list[SourceCoverage] = []
    issues: list[Issue] = []
    by_page: dict[str, dict[str, Outcome]] = {path: {} for path in site.explainers}
    for (path, quote), outcome in outcomes.items():
        by_page[path][quote] = outcome
    for path, explainer in site.explainers.items():
        drafts = {source.id: extract(source.article) for source in explainer.sources.values() if source.article}
        sources += [
            _source(explainer, name, drafts[name], by_page[path]) if name in drafts else _absent(explainer, name)
            for name in explainer.sources
        ]
        issues += _single(explainer)
        for (one, first), (other, second) in combinations(drafts.items(), 2):
            issues += _roles(explainer, (one, first), (other, second))
            issues += _dates(explainer, (one, first), (other, second))
    return Coverage(sources=tuple(sources), issues=tuple(issues))


def _source(explainer: Explainer, source: str, draft: Draft, outcomes: Mapping[str, Outcome]) -> SourceCoverage:
    spans = {
        quote: (verdict.start, verdict.end)
        for quote, verdict in ((quote, outcome.verdict) for quote, outcome in outcomes.items())
        if explainer.quotes[quote].source == source and verdict.ok and verdict.start is not None and verdict.end
    }
    words = split_words(draft.article.text)
    counted = [(words.starts[i], words.ends[i]) for i in range(len(words)) if is_word(words.folded[i])]
    quoted = sum(any(start <= first and last <= end for start, end in spans.values()) for first, last in counted)
    unused = [
        speech[0]
        for speech in joined(draft.quotations)
        if speech[0].kind == "direct"
        and not any(start < speech[-1].end and speech[0].start < end for start, end in spans.values())
    ]
    return SourceCoverage(
        page=explainer.places.file.path,
        source=source,
        used=tuple(sorted(spans, key=lambda quote: spans[quote])),
        unused=tuple(unused),
        words=len(counted),
        words_quoted=quoted,
    )


def _absent(explainer: Explainer, source: str) -> SourceCoverage:
    page = explainer.places.file.path
    return SourceCoverage(page=page, source=source, used=(), unused=(), words=0, words_quoted=0)


def _single(explainer: Explainer) -> Iterator[Issue]:
    if len(explainer.sources) == 1 and explainer.quotes:
        only = next(iter(explainer.sources))
        yield Issue.warning(
            "single-source",
            explainer.places.key("sources", only),
            f"the page rests on one source, '{only}'",
            "look for a second one that tells the same independently",
        )


def _roles(explainer: Explainer, one: tuple[str, Draft], other: tuple[str, Draft]) -> Iterator[Issue]:
    """Find people whose role differs between two sources by more than a word that adds to it."""
    language = one[1].language
    for first in one[1].people:
        found = Attribution(speaker=first.name, mention=first.name, named=True)
        for second in other[1].people:
            if not first.role or not second.role or " " not in first.name or " " not in second.name:
                continue
            names = next((p.names for p in explainer.people.values() if second.name in p.names), (second.name,))
            if compare_names(names, found, language) is Sameness.SAME and _differ(first.role, second.role, language):
                yield Issue.warning(
                    "role-differs",
                    explainer.places.key("sources", other[0]),
                    f"'{first.name}' is “{first.role}” in source '{one[0]}' and “{second.role}” in '{other[0]}'",
                    "find out which was right when the words were said",
                )


def _differ(one: str, other: str, language: str) -> bool:
    words = read_people_words(language)
    plain = [{word for word in role.lower().split() if word not in words.joining} for role in (one, other)]
    return not plain[0] <= plain[1] and not plain[1] <= plain[0]


def _dates(explainer: Explainer, one: tuple[str, Draft], other: tuple[str, Draft]) -> Iterator[Issue]:
    """Find events that two sources tell in much the same words, with dates that cannot both be true."""
    for first in one[1].events:
        for second in other[1].events:
            if _one_event(first, second, one[1].language) and not parse_edtf(first.date).may_equal(
                parse_edtf(second.date)
            ):
                yield Issue.warning(
                    "dates-differ",
                    explainer.places.key("sources", other[0]),
                    f"“{first.title}” is of {first.date} in source '{one[0]}', and “{second.title}” of {second.date} "
                    f"in '{other[0]}'",
                    "find out which is right, or tell readers that the sources differ",
                )


def _one_event(one: DraftEvent, other: DraftEvent, language: str) -> bool:
    data = read_language(language)
    small = data.determiners | data.prepositions | data.conjunctions | data.auxiliaries
    telling = [[word for word in event.title.lower().split() if word not in small] for event in (one, other)]
    if min(map(len, telling)) < _FEW_WORDS:
        return False
    return fuzz.token_sort_ratio(*(" ".join(words) for words in telling)) >= _ALIKE


def render_coverage(coverage: Coverage) -> str:
    """Render coverage for people: for each page and source what is used, how much of it, and what is not."""
    lines: list[str] = []
    for page, sources in groupby(coverage.sources, key=lambda source: source.page):
        lines.append(f"coverage of {page}")
        for source in sources:
            if not source.words:
                lines.append(f"  {source.source}: its text is not here")
                continue
            lines.append(
                f"  {source.source}: quotations used {len(source.used)}, unused {len(source.unused)}; "
                f"{source.words_quoted:,} of {source.words:,} words quoted ({source.share:.0%})"
            )
            lines += [f"    unused, {_beginning(quotation)}" for quotation in source.unused]
    return "\n".join(lines)


def coverage_data(coverage: Coverage) -> list[dict[str, Any]]:
    """Return coverage as plain values for JSON."""
    return [
        {
            "page": source.page,
            "source": source.source,
            "used": list(source.used),
            "unused": [{"start": q.start, "end": q.end, "speaker": q.speaker, "text": q.text} for q in source.unused],
            "words": source.words,
            "words_quoted": source.words_quoted,
            "share": round(source.share, 4),
        }
        for source in coverage.sources
    ]


def _beginning(quotation: DraftQuotation) -> str:
    words = quotation.text.split()
    beginning = " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")
    return f"{quotation.speaker or 'nobody named'}: “{beginning}”"

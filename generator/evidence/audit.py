"""The audit: a manifest checked anew against texts of its sources and against its pages, without the site's own files.

What cannot be checked is said to be so, and is never called verified.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.article import Article, Kind
from generator.errors import Location
from generator.evidence.manifest import Manifest, PageRecord, QuotationRecord, SourceRecord
from generator.evidence.recording import hash_selector
from generator.evidence.showing import Shown
from generator.evidence.wording import folded, same_words, word_diff
from generator.issue import Issue, Severity
from generator.lock import hash_text
from generator.render.anchors import anchor
from generator.render.plain_text import inline, paragraphs, plain
from generator.verdict import RULES, Selector, Status, Verdict
from generator.verification.verify import verify

_CLAIMS = frozenset({Status.VERIFIED, Status.ALTERED})


class Outcome(StrEnum):
    """What came of checking something."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """The text of a source as somebody gives it: the article, where it is from, and whether that is a live page."""

    article: Article
    shown: str
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """A finished page: the quotations that it shows and where it is from."""

    quotations: tuple[Shown, ...]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What there is to check against.

    Args:
        texts: Texts by page path and source id.
        pages: Pages by path.
        missing: Why there is no text or page, by the same; an id of "" stands for the page itself.
    """

    texts: Mapping[tuple[str, str], GivenText]
    pages: Mapping[str, GivenPage]
    missing: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedSource:
    """A source: whether its text is the one that was verified, and in words what that means."""

    page: str
    id: str
    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedQuotation:
    """A quotation: the verdict that is claimed, whether it was found anew, and whether the page shows it so."""

    page: str
    id: str
    speaker: str
    claimed: Status
    verdict: Outcome
    shown: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What came of auditing one evidence file.

    Args:
        place: The file's path or address.
        rules: Version of the rules that the file names.
        pages: Headline of each page by its path.
        sources: The sources.
        quotations: The quotations.
        unseen: Why a page was not checked, by its path.
        issues: Everything that does not hold.
    """

    place: str
    rules: str
    pages: Mapping[str, str]
    sources: tuple[AuditedSource, ...]
    quotations: tuple[AuditedQuotation, ...]
    unseen: Mapping[str, str]
    issues: tuple[Issue, ...]


def audit(manifest: Manifest, place: str, given: Given) -> Audit:
    """Check a manifest against texts and pages.

    Args:
        manifest: The manifest.
        place: Its path or address.
        given: What there is to check against.

    Returns:
        What holds, what does not, and what could not be checked.
    """
    sources: list[AuditedSource] = []
    quotations: list[AuditedQuotation] = []
    issues: list[Issue] = []
    for page in manifest.pages:
        failed: set[str] = set()
        for source in page.sources:
            text = given.texts.get((page.path, source.id))
            found = _source(page, source, text, place, given)
            issues += found[1]
            sources.append(found[0])
        for quotation in page.quotations:
            text = given.texts.get((page.path, quotation.source))
            problems = list(_verified_anew(page, quotation, text, manifest.rules, place)) if text else []
            issues += problems
            failed |= {quotation.id} if problems else set()
        shown = given.pages.get(page.path)
        unlike, problems = _page(page, shown) if shown else (frozenset(), [])
        issues += problems
        for quotation in page.quotations:
            checked = (page.path, quotation.source) in given.texts
            quotations.append(
                AuditedQuotation(
                    page=page.path,
                    id=quotation.id,
                    speaker=_name(page, quotation),
                    claimed=quotation.verdict,
                    verdict=_outcome(checked=checked, failed=quotation.id in failed),
                    shown=_outcome(checked=shown is not None, failed=quotation.id in unlike),
                )
            )
    return Audit(
        place=place,
        rules=manifest.rules,
        pages={page.path: page.title for page in manifest.pages},
        sources=tuple(sources),
        quotations=tuple(quotations),
        unseen={
            page.path: given.missing.get((page.path, ""), "it is not at hand")
            for page in manifest.pages
            if page.path not in given.pages
        },
        issues=tuple(issues),
    )


def _outcome(*, checked: bool, failed: bool) -> Outcome:
    if not checked:
        return Outcome.UNCHECKED
    return Outcome.FAILS if failed else Outcome.HOLDS


def _name(page: PageRecord, quotation: QuotationRecord) -> str:
    speaker = page.person(quotation.speaker)
    return speaker.name if speaker else ""


def _issue(code: str, place: str, message: str, help_text: str = "", *, severity: Severity = Severity.ERROR) -> Issue:
    return Issue(
        code=code, severity=severity, location=Location(path=place), message=inline(message), help=inline(help_text)
    )


def _source(
    page: PageRecord, source: SourceRecord, text: GivenText | None, place: str, given: Given
) -> tuple[AuditedSource, list[Issue]]:
    claimed = any(q.source == source.id and q.verdict in _CLAIMS for q in page.quotations)
    name = f"{page.path}: source '{source.id}'"
    issues: list[Issue] = []
    outcome, words = Outcome.UNCHECKED, given.missing.get((page.path, source.id), "no text of it was given")
    if not source.sha256 and claimed:
        message = f"{name} has no sha256, and yet quotations of it are said to be verified"
        issues.append(_issue("hash-missing", place, message, "nobody can tell which text they were verified in"))
        outcome, words = Outcome.FAILS, "the evidence does not say which text it was"
    elif text is not None and not source.sha256:
        words = "the evidence names no text of it"
    elif text is not None and hash_text(text.article.text) == source.sha256:
        outcome, words = Outcome.HOLDS, "its text is the one that was verified"
    elif text is not None:
        outcome, words = Outcome.FAILS, "its text is not the one that was verified"
        issues.append(
            _issue(
                "hash-differs",
                place,
                f"{name}: the text of {text.shown} is not the one that was verified",
                "a page on the web changes, and its text is read in more than one way; compare the archived copy"
                if text.live
                else "give the very text, or ask the publisher what was changed in it",
                severity=Severity.WARNING if text.live else Severity.ERROR,
            )
        )
    if text is not None and source.kind is not Kind.ARTICLE:
        words += _reading(source)
    return AuditedSource(page=page.path, id=source.id, outcome=outcome, words=words), issues


def _reading(source: SourceRecord) -> str:
    """Say as what a text was read, since that decides whose words stand outside quotation marks in it."""
    if source.kind is Kind.TRANSCRIPT:
        return "; it was read as a transcript"
    return f"; it was read as a {source.kind}, all of it words of {source.author or source.publisher or 'nobody'}"


def _as_recorded(page: PageRecord, source: SourceRecord, article: Article) -> Article:
    """Return a given text with what the evidence says of its source, as a site joins the two."""
    return replace(
        article,
        kind=source.kind if source.kind is not Kind.ARTICLE else article.kind,
        title=source.title or article.title,
        publisher=source.publisher or article.publisher,
        author=source.author or article.author,
        url=source.url or article.url,
        language=source.language or article.language or page.language,
        published=source.published.day if source.published else article.published,
    )


def _verified_anew(
    page: PageRecord, quotation: QuotationRecord, text: GivenText, rules: str, place: str
) -> Iterator[Issue]:
    source = page.source(quotation.source)
    if source is None:
        return
    found = verify(quotation.text, _as_recorded(page, source, text.article), speaker=_name(page, quotation) or None)
    name = f"{page.path}: quotation '{quotation.id}'"
    other_rules = "" if rules == RULES else f"; the evidence was made by rules {rules}, and these are rules {RULES}"
    if quotation.verdict is Status.UNCHECKABLE and found.ok:
        return
    if found.status is not quotation.verdict:
        reason = f": {found.reason}" if found.reason else ""
        message = f"{name} is said to be {quotation.verdict}, and is {found.status} in {text.shown}{reason}"
        issue = _issue("verdict-differs", place, message, other_rules.removeprefix("; "))
        yield replace(issue, details=_nearest(found))
        return
    if not found.ok or hash_text(text.article.text) != source.sha256 or other_rules:
        return
    if set(found.alterations) != set(quotation.alterations):
        told = "; ".join(alteration.description for alteration in found.alterations) or "nothing was altered"
        yield _issue("alterations-differ", place, f"{name} does not say what was altered in it", f"say: {told}")
    if not _same_passage(quotation, found, text.article.text):
        message = f"{name}: its selector is not of the passage where the words stand"
        yield _issue("selector-differs", place, message)


def _nearest(verdict: Verdict) -> tuple[str, ...]:
    marks = {"same": "{}", "missing": "[-{}-]", "added": "{{+{}+}}"}
    compared = " ".join(marks[piece.change].format(piece.text) for piece in verdict.diff)
    return (inline(f"nearest passage, [-only there-] {{+only here+}}: {compared}"),) if compared else ()


def _same_passage(quotation: QuotationRecord, found: Verdict, text: str) -> bool:
    """Tell whether the selectors of a quotation are of the passage that was found, as far as they are given.

    The text may be laid out otherwise than the one that was recorded; then offsets and the reach of the text on both
    sides tell nothing.
    """
    assert found.selector is not None
    quoted, hashed, place = quotation.selector, quotation.selector_sha256, quotation.position
    alike = True
    if quoted is not None:
        whole = f"{quoted.prefix}{quoted.exact}{quoted.suffix}"
        if not same_words(quoted.exact, found.selector.exact) or folded(whole) not in folded(text):
            return False
        alike = Selector(exact=quoted.exact, prefix=quoted.prefix, suffix=quoted.suffix) == found.selector
    if hashed is not None:
        here = hash_selector(found.selector)
        if hashed.exact != here.exact:
            return False
        alike = alike and hashed == here
    return place is None or not alike or text[place.start : place.end] == found.selector.exact


def _page(page: PageRecord, given: GivenPage) -> tuple[frozenset[str], list[Issue]]:
    """Compare the quotations of a page with its record; return ids of those that are not shown so, and why."""
    shown = given.quotations
    counted = Counter(block.anchor for block in shown)
    by_anchor = {block.anchor: block for block in reversed(shown)}
    issues: list[Issue] = []
    unlike: set[str] = set()
    for quotation in page.quotations:
        place = anchor("quote", quotation.id)
        problems = list(_compare(page, quotation, by_anchor.get(place), given.shown))
        if counted[place] > 1:
            message = f"quotation '{quotation.id}' stands {counted[place]} times under #{place}"
            problems.append(_issue("anchor-twice", given.shown, message))
        issues += problems
        unlike |= {quotation.id} if problems else set()
    anchors = {anchor("quote", quotation.id) for quotation in page.quotations}
    known = {_as_shown(page, quotation) for quotation in page.quotations}
    for block in shown:
        again = block.anchor == "" and (block.speaker, folded(block.words), folded(block.original)) in known
        if block.anchor not in anchors and not again:
            message = f"the page shows “{block.words}” as a quotation of {block.speaker or 'nobody'}"
            issues.append(_issue("quotation-added", given.shown, message, "its evidence does not have it"))
    return frozenset(unlike), issues


def _compare(page: PageRecord, quotation: QuotationRecord, block: Shown | None, place: str) -> Iterator[Issue]:
    if block is None:
        yield _issue("quotation-missing", place, f"quotation '{quotation.id}' does not stand on the page")
        return
    name = _name(page, quotation)
    if block.speaker != plain(name):
        message = f"quotation '{quotation.id}' is {name or 'nobody'}'s, and the page gives it to “{block.speaker}”"
        yield _issue("speaker-differs", place, message)
    pairs = [(quotation.text, block.original if quotation.translation else block.words)]
    pairs += [(quotation.translation, block.words)] if quotation.translation else []
    for recorded, printed in pairs:
        if not same_words(_one_line(recorded), printed):
            issue = _issue("words-differ", place, f"quotation '{quotation.id}' has other words on the page")
            compared = word_diff(_one_line(recorded), printed)
            yield replace(issue, details=(inline(f"[-only in the evidence-] {{+only on the page+}}: {compared}"),))


def _as_shown(page: PageRecord, quotation: QuotationRecord) -> tuple[str, str, str]:
    own, translation = folded(_one_line(quotation.text)), folded(_one_line(quotation.translation))
    return plain(_name(page, quotation)), translation or own, own if translation else ""


def _one_line(text: str) -> str:
    return " ".join(paragraphs(text))

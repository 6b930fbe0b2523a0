"""The audit of texts: whether a text is the one that was verified, and says what the evidence says of it."""

from collections.abc import Iterator
from dataclasses import replace

from babel import Locale, UnknownLocaleError

from generator.evidence.finding import AuditedSource, Finding, audit_issue
from generator.evidence.given import Given, GivenText
from generator.evidence.manifest import (
    CLAIMS,
    PageRecord,
    QuotationRecord,
    SourceRecord,
    TextPositionSelector,
    TextQuoteSelector,
)
from generator.evidence.wording import folded, same_words
from generator.files.lock import hash_text
from generator.model.article import Article, Kind
from generator.model.issue import Issue, Severity
from generator.model.verdict import RULES, Status, Verdict
from generator.verification.verify import SELECTOR_CONTEXT, verify
from generator.wording.word_diff import diff_line


def audit_source(page: PageRecord, source: SourceRecord, given: Given, place: str) -> tuple[AuditedSource, list[Issue]]:
    """Compare the text of a source with the hash of the one that was verified.

    Args:
        page: The page that names the source.
        source: The source.
        given: What there is to check against.
        place: Path or address of the evidence, for messages.

    Returns:
        What came of it, and what does not hold.
    """
    text = given.texts.get((page.path, source.id))
    claimed = any(q.source == source.id and q.verdict in CLAIMS for q in page.quotations)
    name = f"{page.path}: source '{source.id}'"
    issues: list[Issue] = []
    outcome, words = Finding.UNCHECKED, given.missing.get((page.path, source.id), "no text of it was given")
    if not source.sha256 and claimed:
        message = f"{name} has no sha256, and yet quotations of it are said to be verified"
        issues.append(audit_issue("hash-missing", place, message, "nobody can tell which text they were verified in"))
        outcome, words = Finding.FAILS, "the evidence does not say which text it was"
    elif text is not None and not source.sha256:
        words = "the evidence names no text of it"
    elif text is not None and hash_text(text.article.text) == source.sha256:
        outcome, words = Finding.HOLDS, "its text is the one that was verified"
    elif text is not None:
        outcome, words = Finding.FAILS, "its text is not the one that was verified"
        issues.append(
            audit_issue(
                "hash-differs",
                place,
                f"{name}: the text of {text.shown} is not the one that was verified",
                "a page on the web changes, and its text is read in more than one way; compare the archived copy"
                if text.live
                else "give the very text, or ask the publisher what was changed in it",
                severity=Severity.WARNING if text.live else Severity.ERROR,
            )
        )
    if text is not None:
        words += _reading(page, source, text.article)
    return AuditedSource(page=page.path, id=source.id, outcome=outcome, words=words), issues


def _reading(page: PageRecord, source: SourceRecord, article: Article) -> str:
    """Say as what a text was read: its language decides who is named, its kind whose words no quotation marks need."""
    language = _as_recorded(page, source, article).language
    told = f"; it was read in {_language_name(language)}"
    if source.kind is Kind.ARTICLE:
        return told
    if source.kind is Kind.TRANSCRIPT:
        return f"{told} as a transcript"
    return f"{told} as a {source.kind}, all of it words of {source.author or source.publisher or 'nobody'}"


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_language_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag


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


def audit_verdict(
    page: PageRecord, quotation: QuotationRecord, text: GivenText, rules: str, place: str
) -> Iterator[Issue]:
    """Verify a quotation anew in a text.

    Args:
        page: The page.
        quotation: One of its quotations.
        text: The text that is given as that of its source.
        rules: Version of the rules that the evidence was made by.
        place: Path or address of the evidence, for messages.

    Yields:
        An Issue for each thing that the evidence says otherwise.
    """
    source = page.source(quotation.source)
    assert source is not None
    found = verify(quotation.text, _as_recorded(page, source, text.article), speaker=page.names_of(quotation.speaker))
    name = f"{page.path}: quotation '{quotation.id}'"
    other_rules = "" if rules == RULES else f"; the evidence was made by rules {rules}, and these are rules {RULES}"
    if quotation.verdict is Status.UNCHECKABLE and found.ok:
        return
    if found.status is not quotation.verdict:
        reason = f": {found.reason}" if found.reason else ""
        message = f"{name} is said to be {quotation.verdict}, and is {found.status} in {text.shown}{reason}"
        yield audit_issue("verdict-differs", place, message, other_rules.removeprefix("; "), details=_nearest(found))
        return
    if not quotation.note:
        yield from _doubts(name, found, place)
    if not found.ok or hash_text(text.article.text) != source.sha256:
        return
    if not other_rules and set(quotation.alterations) != set(found.alterations):
        told = "; ".join(alteration.description for alteration in found.alterations) or "nothing was altered"
        yield audit_issue("alterations-differ", place, f"{name} does not say what was altered in it", f"say: {told}")
    if not _same_passage(quotation, found, text.article.text):
        message = f"{name}: its selector is not of the passage where the words stand"
        yield audit_issue("selector-differs", place, message)
    elif not _same_position(quotation, found, text.article.text):
        message = f"{name}: its offsets are not those of the words in {text.shown}"
        help_text = "they are others where a text is laid out otherwise, though its words are the same"
        yield audit_issue("position-differs", place, message, help_text, severity=Severity.WARNING)


def _doubts(name: str, found: Verdict, place: str) -> Iterator[Issue]:
    """Tell what the text leaves in doubt about the speaker of words that stand in it."""
    if found.contradicted:
        yield audit_issue("doubtful-speaker", place, f"{name}: {found.reason}", severity=Severity.WARNING)
    elif found.ok and found.speaker is None:
        message = f"{name}: the text does not name, near these words, whose they are"
        yield audit_issue("unnamed-speaker", place, message, severity=Severity.WARNING)


def _nearest(verdict: Verdict) -> str:
    compared = diff_line(verdict.diff)
    return f"nearest passage, [-only there-] {{+only here+}}: {compared}" if compared else ""


def _same_passage(quotation: QuotationRecord, found: Verdict, text: str) -> bool:
    """Tell whether the selectors of a quotation are of the passage that was found, as far as they are given."""
    assert found.selector is not None
    quoted, hashed = quotation.selector, quotation.selector_sha256
    if quoted is not None and not same_words(quoted.exact, found.selector.exact):
        return False
    if quoted is not None and not _stands_there(quoted, quotation.position, folded(text)):
        return False
    return hashed is None or hashed.exact == hash_text(found.selector.exact)


def _same_position(quotation: QuotationRecord, found: Verdict, text: str) -> bool:
    """Tell whether the offsets of a quotation are those of words that were found, in this layout of the text."""
    assert found.selector is not None
    place = quotation.position
    return place is None or same_words(text[place.start : place.end], found.selector.exact)


def _stands_there(quoted: TextQuoteSelector, place: TextPositionSelector | None, text: str) -> bool:
    """Tell whether a folded text has a passage with what is around it, which is shorter only where the text ends."""
    whole = folded(f"{quoted.prefix}{quoted.exact}{quoted.suffix}")
    if place is not None and len(quoted.prefix) != min(SELECTOR_CONTEXT, place.start):
        return False
    if len(quoted.prefix) < SELECTOR_CONTEXT and not text.startswith(whole):
        return False
    if len(quoted.suffix) < SELECTOR_CONTEXT and not text.rstrip().endswith(whole):
        return False
    return whole in text

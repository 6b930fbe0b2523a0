"""The audit: a manifest checked anew against texts of its sources and against its pages, without the site's own files.

What cannot be checked is said to be so, and is never called verified.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.evidence.finding import AuditedQuotation, AuditedSource, Finding, audit_issue, finding_of
from generator.evidence.given import Given
from generator.evidence.manifest import CLAIMS, Manifest, PageRecord
from generator.evidence.page_audit import audit_page
from generator.evidence.text_audit import audit_source, audit_verdict
from generator.evidence.view_audit import audit_view
from generator.model.issue import Issue, Severity
from generator.model.verdict import RULES


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
        views: What came of comparing the whole article of a page, by its path.
        issues: Everything that does not hold.
    """

    place: str
    rules: str
    pages: Mapping[str, str]
    sources: tuple[AuditedSource, ...]
    quotations: tuple[AuditedQuotation, ...]
    unseen: Mapping[str, str]
    views: Mapping[str, Finding]
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
    views: dict[str, Finding] = {}
    issues: list[Issue] = []
    for page in manifest.pages:
        for source in page.sources:
            audited, found = audit_source(page, source, given, place)
            sources.append(audited)
            issues += found
        audited_here, found = _quotations(page, manifest.rules, given, place)
        quotations += audited_here
        views[page.path], differing = _view(page, given)
        issues += differing
        if page.path in given.refused:
            issues.append(audit_issue("page-unreadable", place, f"{page.path}: {given.refused[page.path]}"))
        issues += found
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
        views=views,
        issues=(*issues, *_rules(manifest, place)),
    )


def _view(page: PageRecord, given: Given) -> tuple[Finding, list[Issue]]:
    finished = given.pages.get(page.path)
    if page.article is None or finished is None:
        return Finding.UNCHECKED, []
    found = list(audit_view(page.article, finished))
    if any(issue.severity is Severity.ERROR for issue in found):
        return Finding.FAILS, found
    unchecked = any(issue.code == "view-unchecked" for issue in found)
    return Finding.UNCHECKED if unchecked else Finding.HOLDS, found


def _rules(manifest: Manifest, place: str) -> Iterator[Issue]:
    if manifest.rules != RULES:
        message = f"the evidence says that it was made by rules {manifest.rules}, and these are rules {RULES}"
        yield audit_issue(
            "rules-differ",
            place,
            message,
            "verdicts of other rules are not compared in full",
            severity=Severity.WARNING,
        )


def _quotations(page: PageRecord, rules: str, given: Given, place: str) -> tuple[list[AuditedQuotation], list[Issue]]:
    finished = given.pages.get(page.path)
    texts = {name: text.article.text for (path, name), text in given.texts.items() if path == page.path}
    on_page = list(audit_page(page, finished, texts)) if finished else []
    unlike = {name for name, issue in on_page if issue.severity is Severity.ERROR}
    audited: list[AuditedQuotation] = []
    issues: list[Issue] = []
    for quotation in page.quotations:
        text = given.texts.get((page.path, quotation.source))
        found = list(audit_verdict(page, quotation, text, rules, place)) if text else []
        if quotation.verdict in CLAIMS and page.source(quotation.source) is None:
            message = f"{page.path}: quotation '{quotation.id}' is said to be {quotation.verdict}, and names no source"
            found.append(audit_issue("source-missing", place, message, "nobody can tell in which text"))
        issues += found
        audited.append(
            AuditedQuotation(
                page=page.path,
                id=quotation.id,
                speaker=page.name_of(quotation.speaker),
                claimed=quotation.verdict,
                verdict=finding_of(
                    checked=bool(text or found), failed=any(issue.severity is Severity.ERROR for issue in found)
                ),
                shown=finding_of(checked=finished is not None, failed=quotation.id in unlike),
            )
        )
    return audited, [*issues, *(issue for _, issue in on_page)]

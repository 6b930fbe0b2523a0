"""The report of an audit: in words, and as plain values for machines."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from generator.evidence.audit import Audit
from generator.evidence.finding import AuditedQuotation, Finding
from generator.evidence.manifest import CLAIMS
from generator.markdown.plain_text import plain
from generator.model.verdict import RULES


def render_audit(audit: Audit) -> str:
    """Render what came of an audit, but for the problems, which a report of Issues tells.

    Args:
        audit: The audit.

    Returns:
        Lines of text, with a line end behind each.
    """
    lines = [f"{audit.place}: {_rules(audit.rules)}", *_pages(audit), _summary(audit.quotations)]
    return "".join(f"{_indent(line)}{plain(line)}\n" for line in lines)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _rules(rules: str) -> str:
    if rules == RULES:
        return f"rules {rules} of verification, as here"
    return f"rules {rules} of verification; these are rules {RULES}, which may find otherwise"


def _pages(audit: Audit) -> Iterator[str]:
    for path, title in audit.pages.items():
        yield f"{path} “{title}”"
        for source in audit.sources:
            if source.page == path:
                mark = "not checked here: " if source.outcome is Finding.UNCHECKED else ""
                yield f"  source '{source.id}': {mark}{source.words}"
        for quotation in audit.quotations:
            if quotation.page == path:
                by = f" of {quotation.speaker}" if quotation.speaker else ""
                yield f"  quotation '{quotation.id}'{by}: {_verdict(quotation)}; {_shown(quotation)}"
        if path not in audit.unseen:
            yield f"  the whole article: {_WHOLE[audit.views[path]]}"
        else:
            yield f"  the page was not checked here: {audit.unseen[path]}"


_WHOLE = {
    Finding.HOLDS: "as published, with its style sheets and scripts",
    Finding.FAILS: "not as published",
    Finding.UNCHECKED: "not checked here but for its quotations",
}


def _verdict(quotation: AuditedQuotation) -> str:
    if quotation.verdict is Finding.UNCHECKED:
        return "not checked here"
    if quotation.verdict is Finding.FAILS:
        return "does not hold"
    if quotation.claimed in CLAIMS:
        return f"{quotation.claimed}, found anew"
    return f"{quotation.claimed}, as the evidence says itself"


def _shown(quotation: AuditedQuotation) -> str:
    return {
        Finding.HOLDS: "stands so on the page",
        Finding.FAILS: "the page does not show it so",
        Finding.UNCHECKED: "its page was not checked here",
    }[quotation.shown]


def _summary(quotations: Sequence[AuditedQuotation]) -> str:
    claimed = [quotation for quotation in quotations if quotation.claimed in CLAIMS]
    anew = sum(quotation.verdict is Finding.HOLDS for quotation in claimed)
    failed = sum(quotation.verdict is Finding.FAILS for quotation in quotations)
    unchecked = sum(quotation.verdict is Finding.UNCHECKED for quotation in quotations)
    shown = sum(quotation.shown is Finding.HOLDS for quotation in quotations)
    noun = "quotation" if len(quotations) == 1 else "quotations"
    told = f"{len(quotations)} {noun}: {anew} verified anew, {failed} that do not hold, {unchecked} not checked here"
    return f"{told}; on the page as recorded: {shown}"


def is_whole(audits: Sequence[Audit]) -> bool:
    """Tell whether every quotation was checked in its text and every page as a whole, and there are some."""
    if any(found is Finding.UNCHECKED for audit in audits for found in audit.views.values()):
        return False
    quotations = [quotation for audit in audits for quotation in audit.quotations]
    return bool(quotations) and all(
        Finding.UNCHECKED not in (quotation.verdict, quotation.shown) for quotation in quotations
    )


def render_conclusion(audits: Sequence[Audit]) -> str:
    """Say of audits in which nothing fails what that means.

    Args:
        audits: The audits.

    Returns:
        One line of text.
    """
    quotations = [quotation for audit in audits for quotation in audit.quotations]
    texts = sum(quotation.verdict is Finding.UNCHECKED for quotation in quotations)
    pages = sum(quotation.shown is Finding.UNCHECKED for quotation in quotations)
    if not quotations:
        return "there was nothing to check: the evidence has no quotation"
    if texts == pages == len(quotations):
        return "nothing was checked: give a text with --source, and the page with --page"
    left = [f"{texts} in their text"] if texts else []
    left += [f"{pages} on their page"] if pages else []
    unbound = [
        path
        for audit in audits
        for path, found in audit.views.items()
        if found is Finding.UNCHECKED and path not in audit.unseen
    ]
    left += [f"the rest of {', '.join(unbound)}"] if unbound else []
    return f"what was checked holds; not checked: {' and '.join(left)}" if left else "everything holds"


def audit_data(audits: Sequence[Audit]) -> list[dict[str, Any]]:
    """Return what came of audits as plain values, without their problems.

    Args:
        audits: The audits.
    """
    return [
        {
            "place": audit.place,
            "rules": audit.rules,
            "rules_here": RULES,
            "pages": [
                {
                    "path": path,
                    "title": title,
                    "not_checked": audit.unseen.get(path, ""),
                    "article": audit.views[path],
                }
                for path, title in audit.pages.items()
            ],
            "sources": [asdict(source) for source in audit.sources],
            "quotations": [asdict(quotation) for quotation in audit.quotations],
        }
        for audit in audits
    ]

"""Check: every quotation of a site verified, and what is wrong with it as Issues."""

from collections.abc import Iterator, Sequence

from generator.files.lock import Lock, LockedQuotation, hash_callout, hash_text, lock_key
from generator.files.lock_file import quotation_path, text_path
from generator.model.article import Kind
from generator.model.explainer import Explainer, Quotation, Site, Source
from generator.model.foreign import foreign_language
from generator.model.issue import Issue
from generator.model.outcome import Outcome
from generator.model.verdict import RULES, Change, DiffPiece, Status, Verdict
from generator.verification.speech import read
from generator.verification.verify import verify

ISSUED = frozenset({Kind.STATEMENT, Kind.POST, Kind.DOCUMENT})
"""Kinds of sources that are all their issuer's words."""

_HELP = {
    Status.ABSENT: "quote the words exactly as they stand; mark what you leave out with … and what you put in with [ ]",
    Status.NOT_A_QUOTATION: "quote only what the source itself quotes, or say it in your own words",
    Status.MISATTRIBUTED: "name the speaker whom the source names",
    Status.AMBIGUOUS: "name the speaker, or quote each passage on its own",
    Status.UNCHECKABLE: "put the source's text into the seeds folder, or lock it where the text is at hand",
}


def check_quotations(site: Site, lock: Lock) -> tuple[dict[tuple[str, str], Outcome], tuple[Issue, ...]]:
    """Verify every quotation of a site.

    Args:
        site: The site with the source texts that are at hand.
        lock: What is locked of the others.

    Returns:
        What is known of each quotation, by page path and quotation id, and what is wrong, page by page.
    """
    outcomes: dict[tuple[str, str], Outcome] = {}
    issues: list[Issue] = []
    for explainer in site.explainers.values():
        issues += [*_check_sources(explainer, lock), *_check_rules(explainer, lock)]
        for quotation in explainer.quotes.values():
            outcome = _outcome(quotation, explainer, lock)
            outcomes[explainer.path, quotation.id] = outcome
            issues += _quotation_issues(quotation, explainer, outcome.verdict, lock)
    return outcomes, tuple(issues)


def verify_quotation(quotation: Quotation, explainer: Explainer) -> Verdict:
    """Verify one quotation against the source that it names, if that source's text is at hand."""
    source = explainer.sources.get(quotation.source)
    if source is None or source.article is None:
        return Verdict(status=Status.UNCHECKABLE, reason="the text of its source is not here")
    speaker = explainer.people.get(quotation.speaker)
    return verify(quotation.text, source.article, speaker=speaker.names if speaker else None)


def _outcome(quotation: Quotation, explainer: Explainer, lock: Lock) -> Outcome:
    """Join what is found in the text, if it is at hand, with what the lock says of the same words, Speaker and text."""
    verdict = verify_quotation(quotation, explainer)
    locked = _locked(quotation, explainer, lock)
    from_lock = locked is not None and explainer.sources[quotation.source].article is None
    if locked is None or not (from_lock or locked.verdict is verdict.status):
        return Outcome(verdict)
    return Outcome(
        _locked_verdict(locked, quotation) if from_lock else verdict,
        from_lock=from_lock,
        verified_on=locked.verified_on,
        sha256=locked.sha256,
        unique=locked.unique,
        selector_sha256=locked.selector,
    )


def _locked(quotation: Quotation, explainer: Explainer, lock: Lock) -> LockedQuotation | None:
    """Return what the lock has of a quotation, if it is of these words, this Speaker and this very text."""
    key = lock_key(quotation, explainer)
    found = lock.quotations.get(key) if key else None
    if found is None or found.callout != hash_callout(quotation, explainer):
        return None
    article, text = explainer.sources[quotation.source].article, lock.texts.get(found.source)
    known = hash_text(article.text) if article else text.sha256 if text else ""
    return found if found.sha256 == known else None


def _locked_verdict(locked: LockedQuotation, quotation: Quotation) -> Verdict:
    """Return the verdict that was found where the text was at hand, so that both checkouts say the same."""
    return Verdict(
        status=locked.verdict,
        alterations=locked.alterations,
        speaker=None if locked.unnamed else quotation.speaker,
        contradicted=locked.contradicted,
        reason="the source seems to give these words to somebody else" if locked.contradicted else "",
    )


def _check_sources(explainer: Explainer, lock: Lock) -> Iterator[Issue]:
    for source in explainer.sources.values():
        if source.article is not None and source.kind in ISSUED and not source.article.issuer:
            yield Issue.error(
                "no-issuer",
                explainer.places.key("sources", source.id),
                f"source '{source.id}' is a {source.kind}, but does not say whose",
                "add its `author:` or `publisher:`, whose words all of it is",
            )
        if source.article is not None and source.kind is Kind.TRANSCRIPT and not read(source.article).passages:
            yield Issue.error(
                "no-turns",
                explainer.places.value("sources", source.id, "kind"),
                f"source '{source.id}' is a transcript, but has no turns that can be read",
                "begin each turn with `NAME:`; if all of it is one person's words, write `kind: statement`",
            )
        entry = lock.texts.get(source.file)
        if entry is None or source.article is None or hash_text(source.article.text) == entry.sha256:
            continue
        yield Issue.error(
            "source-drift",
            explainer.places.value("sources", source.id, "file"),
            f"the text of '{source.file}' is not the one that was locked",
            "restore the text, or run `explainer lock` if the change is meant",
        )


def _check_rules(explainer: Explainer, lock: Lock) -> Iterator[Issue]:
    """Warn of sources whose text is not at hand and whose quotations were verified by other rules than these."""
    keys = (lock_key(quotation, explainer) for quotation in explainer.quotes.values())
    found = [lock.quotations[key] for key in keys if key is not None and key in lock.quotations]
    older = {entry.source: entry.rules for entry in found if entry.rules != RULES}
    for source in explainer.sources.values():
        if source.article is None and source.file in older:
            yield Issue.warning(
                "old-lock",
                explainer.places.value("sources", source.id, "file"),
                f"'{source.file}' was locked by rules {older[source.file]} of verification; they are {RULES} now",
                "run `explainer lock` where the text is at hand",
            )


def _quotation_issues(quotation: Quotation, explainer: Explainer, verdict: Verdict, lock: Lock) -> Iterator[Issue]:
    places = explainer.places
    words = places.value("quotes", quotation.id, "text")
    if not quotation.source or quotation.source not in explainer.sources:
        if not quotation.source:
            yield Issue.error(
                "no-source",
                places.key("quotes", quotation.id),
                f"quotation '{quotation.id}' names no source",
                "add `source:` with the id of the source in which the words stand",
            )
        return
    source = explainer.sources[quotation.source]
    if not quotation.speaker:
        yield Issue.warning(
            "no-speaker",
            places.key("quotes", quotation.id),
            f"quotation '{quotation.id}' names no speaker",
            "add `speaker:` with the id of the person in `people`",
        )
    is_known = bool(source.language) or source.article is not None
    if quotation.translation and is_known and not foreign_language(source, explainer.language):
        yield Issue.error(
            "same-language",
            places.value("quotes", quotation.id, "translation"),
            f"quotation '{quotation.id}' has a translation, and source '{source.id}' is in the language of the page",
            "give the source its `language:`, such as `de`; or delete the translation and quote the words themselves",
        )
    if verdict.status is Status.UNCHECKABLE:
        if not {text_path(source.file), quotation_path(source.file, explainer.path, quotation.id)} & lock.damaged:
            yield _uncheckable(quotation, explainer, source, lock)
    elif not verdict.ok:
        at_speaker = verdict.status is Status.MISATTRIBUTED and bool(quotation.speaker)
        yield Issue.error(
            verdict.status,
            places.value("quotes", quotation.id, "speaker") if at_speaker else words,
            f"quotation '{quotation.id}': {verdict.reason}",
            _HELP[verdict.status],
            details=_details(verdict),
        )
    else:
        yield from _doubts(quotation, explainer, verdict)


def _uncheckable(quotation: Quotation, explainer: Explainer, source: Source, lock: Lock) -> Issue:
    location = explainer.places.value("quotes", quotation.id, "text")
    if source.file not in lock.texts:
        return Issue.error(
            Status.UNCHECKABLE,
            location,
            f"quotation '{quotation.id}' cannot be verified: the text of source '{source.id}' is not here",
            _HELP[Status.UNCHECKABLE],
        )
    locked = lock.quotations.get((source.file, explainer.path, quotation.id))
    if locked is None:
        message = f"quotation '{quotation.id}' is not locked, and the text of '{source.file}' is not here"
        help_text = "run `explainer lock` where the text is at hand; or bring back its lock file from your history"
    elif locked.callout != hash_callout(quotation, explainer):
        message = (
            f"quotation '{quotation.id}' is not the one that was verified, and the text of '{source.file}' is not here"
        )
        help_text = "undo the change, or run `explainer lock` where the text is at hand"
    else:
        message = f"quotation '{quotation.id}' was verified in another text of '{source.file}' than the one locked now"
        help_text = "run `explainer lock` where the text is at hand"
    return Issue.error("unlocked-quotation", location, message, help_text)


def _doubts(quotation: Quotation, explainer: Explainer, verdict: Verdict) -> Iterator[Issue]:
    places = explainer.places
    if verdict.speaker is None and quotation.speaker and not quotation.note:
        yield Issue.warning(
            "unnamed-speaker",
            places.value("quotes", quotation.id, "speaker"),
            f"quotation '{quotation.id}': the source does not name, near these words, whose they are",
            "read the passage again; if the speaker is right, say in `note:` how that is known",
        )
    if verdict.contradicted and not quotation.note:
        yield Issue.warning(
            "doubtful-speaker",
            places.value("quotes", quotation.id, "speaker"),
            f"quotation '{quotation.id}': {verdict.reason}",
            "read the passage again; if the speaker is right, say in `note:` how that is known",
            details=(f"the source: {verdict.evidence}",) if verdict.evidence else (),
        )
    changed = [a for a in verdict.alterations if a.lost or a.gained]
    if changed and not quotation.note:
        told = [("leaves out", [word for a in changed for word in a.lost])]
        told.append(("puts in", [word for a in changed for word in a.gained]))
        listed = [f"{verb} {', '.join(dict.fromkeys(f'“{w}”' for w in words))}" for verb, words in told if words]
        yield Issue.warning(
            "lost-meaning",
            places.value("quotes", quotation.id, "text"),
            f"quotation '{quotation.id}' {' and '.join(listed)}",
            "quote the source's own words, or tell the reader in `note:` what was changed",
            details=tuple(dict.fromkeys(alteration.description for alteration in changed)),
        )


def _details(verdict: Verdict) -> tuple[str, ...]:
    lines: list[str] = []
    if verdict.diff:
        lines.append(f"the source has: {_marked(verdict.diff, Change.MISSING)}")
        lines.append(f"you have:       {_marked(verdict.diff, Change.ADDED)}")
    elif verdict.selector is not None:
        lines.append(f"the source: {' '.join(verdict.selector.exact.split())}")
    if verdict.evidence:
        lines.append(f"the source names the speaker in: {verdict.evidence}")
    return tuple(lines)


def _marked(pieces: Sequence[DiffPiece], own: Change) -> str:
    """Return one side of a word diff, with asterisks around the words that the other side does not have."""
    sides = (piece for piece in pieces if piece.change in {Change.SAME, own})
    return " ".join(piece.text if piece.change is Change.SAME else f"*{piece.text}*" for piece in sides)

"""The proof of a quotation as a reader sees it."""

from collections.abc import Mapping

from generator.markdown.plain_text import inline, plain
from generator.model.edtf import parse_edtf
from generator.model.explainer import Quotation, Source
from generator.model.outcome import Outcome
from generator.model.verdict import Selector, Status, Verdict
from generator.render.alteration_view import alteration_views
from generator.render.passage import passage_url, web_url
from generator.render.views import Context, Link, Piece, ProofView
from generator.wording.alteration_words import ENGLISH
from generator.wording.date_words import date_words

_EDITED = ("…", "...", ". . .", "[")


def proof_view(
    quotation: Quotation, source: Source | None, outcome: Outcome, phrases: Mapping[str, str], language: str
) -> ProofView:
    """Say what a reader can check of a quotation.

    Args:
        quotation: The quotation.
        source: The source that it names; None where it names none.
        outcome: What verification found.
        phrases: The words of the page's language.
        language: The page's language.

    Returns:
        The proof; only a quotation that was verified here, or locked as verified, looks verified.
    """
    verdict = outcome.verdict
    words = proof_words(outcome, phrases, language, translated=bool(quotation.translation))
    english = "" if language.split("-", 1)[0].lower() == ENGLISH else ENGLISH
    reason, reason_language = _reason(outcome, phrases, english)
    url = web_url(source.url) if source else ""
    address = _address(quotation, source, outcome, url)
    return ProofView(
        state=proof_state(outcome),
        status=words,
        sha256=outcome.sha256 if outcome.from_lock else "",
        reason=reason if reason.casefold() not in words.casefold() else "",
        reason_language=reason_language,
        link=Link(address, phrases["read_source" if address == url else "read_passage"]) if address else None,
        archived=_archived(source, phrases),
        alterations=list(alteration_views(verdict.alterations, phrases)),
        context=_context(verdict) if verdict.ok else None,
        diff=[Piece(piece.change, plain(piece.text)) for piece in verdict.diff] if outcome.failed else (),
    )


_STATES = {Status.VERIFIED: "verified", Status.ALTERED: "altered"}
_PHRASES = {
    Status.VERIFIED: "verified",
    Status.ALTERED: "altered",
    Status.MISATTRIBUTED: "misattributed",
    Status.NOT_A_QUOTATION: "not_a_quotation",
    Status.ABSENT: "absent",
    Status.AMBIGUOUS: "ambiguous",
    Status.UNCHECKABLE: "unchecked",
}


def proof_state(outcome: Outcome) -> str:
    """Return "verified", "altered", "unchecked" or "failed", which only verification decides."""
    return "failed" if outcome.failed else _STATES.get(outcome.status, "unchecked")


def proof_status(outcome: Outcome, phrases: Mapping[str, str], language: str) -> str:
    """Return what verification found, in words of a language."""
    if outcome.locked_on is None:
        return phrases[_PHRASES[outcome.status]]
    name = "locked_altered" if outcome.status is Status.ALTERED else "locked"
    return phrases[name].format(date=date_words(parse_edtf(outcome.locked_on.isoformat()), language))


def proof_words(outcome: Outcome, phrases: Mapping[str, str], language: str, *, translated: bool) -> str:
    """Return what verification found, of the original words where those in large type are a translation."""
    words = proof_status(outcome, phrases, language)
    return phrases["original_verified"].format(status=words) if translated and outcome.ok else words


def _address(quotation: Quotation, source: Source | None, outcome: Outcome, url: str) -> str:
    verdict = outcome.verdict
    if not url or source is None:
        return ""
    if verdict.ok and verdict.selector is not None and source.article is not None:
        return passage_url(url, verdict.selector, source.article.text)
    if outcome.from_lock and outcome.unique and not any(mark in quotation.text for mark in _EDITED):
        return passage_url(url, Selector(exact=quotation.text.strip(), prefix="", suffix=""), "")
    return url


def _archived(source: Source | None, phrases: Mapping[str, str]) -> Link | None:
    url = web_url(source.archived) if source else ""
    return Link(url, phrases["archived"]) if url else None


def _reason(outcome: Outcome, phrases: Mapping[str, str], english: str) -> tuple[str, str]:
    """Return what is wrong or in doubt, and its language; only what may be published is worded in the page's own."""
    verdict = outcome.verdict
    if verdict.contradicted and english and not outcome.failed:
        return phrases["doubtful"], ""
    return (plain(verdict.reason), english) if outcome.failed or verdict.contradicted else ("", "")


def _context(verdict: Verdict) -> Context | None:
    if verdict.selector is None:
        return None
    before, after = inline(verdict.before).lstrip(), inline(verdict.after).rstrip()
    return Context(before, inline(verdict.selector.exact), after)

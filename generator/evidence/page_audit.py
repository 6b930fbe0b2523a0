"""The audit of pages: whether a finished page shows its quotations as the evidence has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.evidence.finding import audit_issue
from generator.evidence.given import GivenPage
from generator.evidence.manifest import CLAIMS, PageRecord, QuotationRecord
from generator.evidence.showing import Pull, Shown
from generator.evidence.wording import folded, same_words, word_diff
from generator.files.lock import hash_text
from generator.markdown.plain_text import paragraphs, plain
from generator.markdown.pull import cut_refusal, is_cut_from
from generator.model.anchors import anchor
from generator.model.edtf import Edtf
from generator.model.issue import Issue, Severity
from generator.model.outcome import Outcome
from generator.model.verdict import Status, Verdict
from generator.render.alteration_view import alteration_views
from generator.render.proof_view import proof_state, proof_words
from generator.wording.date_words import date_words
from generator.wording.phrases import page_phrases
from generator.wording.translation import translated_from

_MARKS = "\"'“”„‟‘’‚‹›«»「」『』 \u00a0\u202f"
"""Quotation marks of the languages of pages, and the spaces within them."""

_FURNITURE = ("alterations", "archived", "context", "embed", "how_checked", "permalink", "read_passage", "read_source")
"""Phrases of the labels and links of a proof."""


def audit_page(page: PageRecord, given: GivenPage, texts: Mapping[str, str]) -> Iterator[tuple[str, Issue]]:
    """Compare the quotations of a page with its record.

    Args:
        page: The record.
        given: The finished page.
        texts: The texts that are at hand, by the id of their source.

    Yields:
        What is not as recorded, behind the id of its quotation; of a quotation that is not recorded the id is "".
    """
    shown = given.page
    by_anchor = {block.anchor: block for block in reversed(shown.quotations)}
    known = {anchor("quote", quotation.id): quotation for quotation in page.quotations}
    for place, quotation in known.items():
        block = by_anchor.get(place)
        if block is None:
            message = f"quotation '{quotation.id}' does not stand on the page"
            yield quotation.id, audit_issue("quotation-missing", given.shown, message)
            continue
        for issue in _compare(page, quotation, block, texts, given.shown):
            yield quotation.id, issue
        if (count := shown.anchors.get(place, 0)) > 1:
            message = f"#{place} stands {count} times on the page, and quotation '{quotation.id}' under one of them"
            yield quotation.id, audit_issue("anchor-twice", given.shown, message)
    added = [block for block in shown.quotations if block.anchor not in known and not _stands_again(page, block, texts)]
    told = [(block.words, block.speaker) for block in added]
    told += [(f"{pull.words} {pull.stray}".strip(), pull.speaker) for pull in shown.pulls if not _is_pulled(page, pull)]
    for words, speaker in told:
        message = f"the page shows “{words}” as a quotation of {speaker or 'nobody'}"
        yield "", audit_issue("quotation-added", given.shown, message, "its evidence does not have it so")


def _is_pulled(page: PageRecord, pull: Pull) -> bool:
    """Tell whether words in large type may be taken from a recorded quotation of the same speaker, or quote nobody."""
    words = pull.words.strip(_MARKS)
    if not pull.stray and not pull.speaker and not pull.words.startswith(tuple(_MARKS)):
        return True
    return not pull.stray and any(
        same_words(plain(page.name_of(quotation.speaker)), pull.speaker)
        and is_cut_from(words, quotation.text)
        and not cut_refusal(words, quotation.text)
        for quotation in page.quotations
    )


def _stands_again(page: PageRecord, block: Shown, texts: Mapping[str, str]) -> bool:
    """Tell whether a block without an address of its own shows a recorded quotation once more."""
    return block.anchor == "" and any(
        next(_compare(page, quotation, block, texts, ""), None) is None
        for quotation in page.quotations
        if same_words(_large(quotation), block.words)
    )


def _compare(
    page: PageRecord, quotation: QuotationRecord, block: Shown, texts: Mapping[str, str], place: str
) -> Iterator[Issue]:
    name = f"quotation '{quotation.id}'"
    pairs = [(_large(quotation), block.words)]
    pairs += [(_one_line(quotation.text), block.original)] if quotation.translation or block.original else []
    for recorded, printed in pairs:
        if not same_words(recorded, printed):
            compared = word_diff(recorded, printed)
            details = f"[-only in the evidence-] {{+only on the page+}}: {compared}"
            yield audit_issue("words-differ", place, f"{name} has other words on the page", details=details)
    if block.stray:
        message = f"{name} has something beside it on the page: “{block.stray}”"
        yield audit_issue("words-differ", place, message, "it is in its box, and no part of it")
    if not _is_told_as_translation(quotation, block, page):
        message = f"{name} is not told as {'a' if quotation.translation else 'no'} translation: “{block.translated}”"
        yield audit_issue("words-differ", place, message)
    speaker = plain(page.name_of(quotation.speaker))
    if not same_words(speaker, block.speaker):
        message = f"{name} is {speaker or 'nobody'}'s, and the page gives it to “{block.speaker}”"
        yield audit_issue("speaker-differs", place, message)
    who = ", ".join(filter(None, (speaker, plain(quotation.role))))
    facts = (
        (
            "role-differs",
            "another speaker and role",
            who,
            block.by if block.by == who else block.by.removesuffix(","),
        ),
        ("date-differs", "another date", _date(quotation.said, page), block.said),
        ("source-differs", "another source", _source(page, quotation), block.source),
        ("alterations-differ", "other alterations", _altered(page, quotation), "; ".join(block.alterations)),
        ("correction-differs", "other corrections", _corrected(page, quotation), "; ".join(block.corrections)),
    )
    for code, what, recorded, printed in facts:
        if not same_words(recorded, printed):
            told = f"the evidence has “{recorded or 'none'}”, and the page “{printed or 'none'}”"
            yield audit_issue(code, place, f"{name} has {what} on the page: {told}")
    if block.context and not _is_passage(quotation, block, texts.get(quotation.source)):
        message = f"{name} has another passage of the source on the page than its evidence: “{block.context}”"
        yield audit_issue("passage-differs", place, message)
    yield from _compare_proof(page, quotation, block, place)


def _is_passage(quotation: QuotationRecord, block: Shown, text: str | None) -> bool:
    """Tell whether the passage on a page is the recorded one, with what stands around it as far as that is known."""
    quoted, hashed = quotation.selector, quotation.selector_sha256
    context = folded(block.context)
    if text is not None and context not in folded(text):
        return False
    if quoted is None:
        return hashed is not None and hashed.exact == hash_text(block.passage)
    before, found, after = context.partition(folded(block.passage))
    prefix, suffix = folded(quoted.prefix), folded(quoted.suffix)
    return (
        same_words(quoted.exact, block.passage)
        and bool(found)
        and (before.strip().endswith(prefix) or prefix.endswith(before.strip()))
        and (after.strip().startswith(suffix) or suffix.startswith(after.strip()))
    )


def _is_told_as_translation(quotation: QuotationRecord, block: Shown, page: PageRecord) -> bool:
    """Tell whether a page says of a translation, and of nothing else, that it is one."""
    phrases = page_phrases(page.language)
    if not quotation.translation:
        return not block.translated
    source = page.source(quotation.source)
    if source is not None and source.language:
        told = re.escape(translated_from(source.language, page.language, phrases))
    else:
        told = re.escape(phrases["translated_from"]).replace(re.escape("{language}"), r"[\w \-()’']{1,40}")
        told = f"{told}|{re.escape(phrases['translated'])}"
    return re.fullmatch(rf"(?:{told})\. {re.escape(phrases['original'])}:", block.translated) is not None


def _altered(page: PageRecord, quotation: QuotationRecord) -> str:
    views = alteration_views(quotation.alterations, page_phrases(page.language))
    told = (("".join(run.text for run in runs) for runs in (view.words, view.lost)) for view in views)
    return "; ".join(" ".join(filter(None, texts)) for texts in told)


def _corrected(page: PageRecord, quotation: QuotationRecord) -> str:
    """Tell the corrections that concern a quotation: its own, and those of its speaker, source and opinions."""
    phrases = page_phrases(page.language)
    given = {opinion.id for opinion in page.opinions if quotation.id in opinion.quotes}
    concerning = {quotation.id, quotation.speaker, quotation.source, *given} - {""}
    notes = (note for note in page.corrections if note.of in concerning)
    return "; ".join(f"{phrases[note.kind]}, {_date(note.date, page)}" for note in notes)


def _compare_proof(page: PageRecord, quotation: QuotationRecord, block: Shown, place: str) -> Iterator[Issue]:
    phrases = page_phrases(page.language)
    known = {phrases[name] for name in _FURNITURE} | {f"{phrases[name]}:" for name in ("note", "difference")}
    if block.reason and quotation.verdict in CLAIMS and block.reason != phrases["doubtful"]:
        message = f"quotation '{quotation.id}' has something beside it on the page: “{block.reason}”"
        yield audit_issue("words-differ", place, message)
    for label in block.furniture:
        if label not in known:
            message = f"the proof of quotation '{quotation.id}' has a label or link that is not known here: “{label}”"
            yield audit_issue("proof-differs", place, message, severity=Severity.WARNING)

    def words(proof: Outcome) -> str:
        return proof_words(proof, phrases, page.language, translated=bool(quotation.translation))

    own = Outcome(Verdict(status=quotation.verdict), verified_on=quotation.verified_on)
    right = {words(own), words(replace(own, from_lock=True))}
    others = {words(Outcome(Verdict(status=status))) for status in Status if status is not quotation.verdict}
    name = f"quotation '{quotation.id}'"
    if block.state != proof_state(own) or block.status in others:
        message = f"{name} is {quotation.verdict} by the evidence, and the page shows it as “{block.status}”"
        yield audit_issue("proof-differs", place, message)
    elif block.status not in right:
        message = f"{name} is {quotation.verdict} by the evidence; the page has words for that which are not known here"
        yield audit_issue("proof-differs", place, f"{message}: “{block.status}”", severity=Severity.WARNING)


def _large(quotation: QuotationRecord) -> str:
    return _one_line(quotation.translation or quotation.text)


def _one_line(text: str) -> str:
    return " ".join(paragraphs(text))


def _date(date: Edtf | None, page: PageRecord) -> str:
    return date_words(date, page.language) if date else ""


def _source(page: PageRecord, quotation: QuotationRecord) -> str:
    source = page.source(quotation.source)
    if source is None:
        return ""
    parts = (plain(source.title), plain(source.publisher or source.author), _date(source.published, page))
    return ", ".join(part for part in parts if part)

"""Ledgers: quotations as a list, each with who said it, when, where, and what verification found."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.entries import RecordedQuotation
from generator.catalogue.frame import Frame
from generator.catalogue.record import source_title
from generator.markdown.plain_text import paragraphs, plain
from generator.model.foreign import foreign_language
from generator.render.proof_view import proof_state, proof_status
from generator.render.role import role_then
from generator.render.views import Link, When
from generator.wording.translation import translated_from


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A quotation in a list.

    Args:
        paragraphs: Its words as the source has them, which are what was verified.
        language: Language of the words where it is not the site's.
        translated: That a translation follows, and from what language, in words.
        translation: The translation.
        place: Where it stands on its explainer.
        speaker: Who said it, with the address of the person's page, if there is one.
        role: The Speaker's role at that time.
        when: When it was said, or else when its Source was published.
        source: Where it stands, with the address of the source's page, if there is one.
        state: "verified", "altered", "unchecked" or "failed".
        status: The state in words.
        topics: What its explainer is about.
    """

    paragraphs: Sequence[str]
    language: str
    translated: str
    translation: Sequence[str]
    place: Link
    speaker: Link
    role: str
    when: When | None
    source: Link
    state: str
    status: str
    topics: Sequence[str]


def render_ledger(frame: Frame, quotations: Sequence[RecordedQuotation], here: str, *, named: bool = True) -> Markup:
    """Render quotations as a list.

    Args:
        frame: The frame.
        quotations: The quotations in order.
        here: Path of the page.
        named: Whether each row names its speaker, whom a heading above may have named already.

    Returns:
        The HTML.
    """
    return frame.html("ledger", rows=[_row(frame, entry, here) for entry in quotations], named=named)


def _row(frame: Frame, entry: RecordedQuotation, here: str) -> LedgerRow:
    page, quotation, speaker, source = entry.explainer, entry.quotation, entry.speaker, entry.source
    addresses, language = frame.addresses, foreign_language(source, frame.language)
    return LedgerRow(
        paragraphs=list(paragraphs(quotation.text)),
        language=language,
        translated=translated_from(language, frame.language, frame.phrases) if quotation.translation else "",
        translation=list(paragraphs(quotation.translation)),
        place=Link(addresses.explainer(page, here, "quote", quotation.id), plain(page.title)),
        speaker=Link(addresses.person(page, quotation.speaker, here), plain(speaker.name) if speaker else ""),
        role=role_then(entry.quotation, speaker),
        when=frame.when(entry.date),
        source=Link(addresses.source(page, quotation.source, here), source_title(source) if source else ""),
        state=proof_state(entry.outcome),
        status=proof_status(entry.outcome, frame.phrases, frame.language),
        topics=frame.topics(page),
    )

"""Methodology: how quotations are verified, with the figures of this very site."""

from collections.abc import Iterator, Mapping

from generator.catalogue.addresses import Section
from generator.catalogue.frame import Frame, SitePage
from generator.files.lock import LockedText
from generator.markdown.block import render_foreign
from generator.model.verdict import RULES, Status

_LANGUAGES = ("en", "de", "fr", "es", "ar")
"""Those that the text is written in; others read it in the first."""


def methodology_language(language: str) -> str:
    """Return the language in which the text is given on a site.

    Args:
        language: BCP 47 tag of the site's language.

    Returns:
        That tag where the text is written in it, else English.
    """
    return language if language.split("-", 1)[0].lower() in _LANGUAGES else _LANGUAGES[0]


def methodology_pages(frame: Frame, locked: Mapping[str, LockedText]) -> Iterator[SitePage]:
    """Make the page that tells how verification works here.

    Args:
        frame: The frame.
        locked: What the lock knows of the texts of source files.

    Yields:
        The page.
    """
    record = frame.record
    language = methodology_language(frame.language)
    statuses = [entry.outcome.status for entry in record.quotations if entry.outcome.ok]
    figures = {
        "explainers": len(record.explainers),
        "quotations": len(record.quotations),
        "verified": statuses.count(Status.VERIFIED),
        "altered": statuses.count(Status.ALTERED),
        "here": sum(entry.outcome.ok and not entry.outcome.from_lock for entry in record.quotations),
        "locked": sum(entry.outcome.locked_on is not None for entry in record.quotations),
        "sources": len(record.sources),
        "texts": sum(entry.source.article is not None for entry in record.sources),
        "locked_texts": sum(entry.source.article is None and entry.source.file in locked for entry in record.sources),
        "people": len(record.people),
        "corrections": len(record.corrections),
        "rules": RULES,
    }
    primary = language.split("-", 1)[0].lower()
    text = frame.templates.get_template(f"partials/methodology.{primary}.md.j2").render(figures=figures)
    if language != frame.language:
        text = render_foreign(text, language)
    yield frame.page(Section.METHODOLOGY, frame.phrases["methodology"], [text])

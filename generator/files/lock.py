"""The lock: what is known of sources whose text may not be published with the site.

`sources.lock` holds, for each source file, the SHA-256 of its folded text, its word count and the
evidence of each verified quotation, so that a checkout without the text still builds and says
what was verified, when, and against which text. It never holds the text.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.article import Article
from generator.model.errors import Location, UnreadableError
from generator.model.explainer import Explainer, Quotation, Site
from generator.model.outcome import Outcome
from generator.model.verdict import (
    RULES,
    Alteration,
    AlterationForm,
    AlterationKind,
    Particulars,
    Selector,
    Status,
    Verdict,
)
from generator.text.folding import fold
from generator.text.words import is_word, split_words

VERSION = 1
NAME = "sources.lock"
RENEWED = frozenset({"source-drift", "bad-lock"})
"""Codes of the errors that a new lock mends; any other could make it lose evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedQuotation:
    """The evidence of one verified quotation.

    Args:
        callout: SHA-256 of what was verified: the words and the Speaker's name.
        verdict: Its status.
        selector: SHA-256 of the exact passage, its prefix and its suffix.
        verified_on: Day on which it was first verified so.
        unique: Whether the exact passage stands once in the source.
        alterations: The changes that the page must report.
        unnamed: Whether the source does not name the Speaker near the words.
        contradicted: Whether it seems to give the words to somebody else.
    """

    callout: str
    verdict: Status
    selector: Selector
    verified_on: date
    unique: bool = False
    alterations: tuple[Alteration, ...] = ()
    unnamed: bool = False
    contradicted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedSource:
    """What is known of one source file.

    Args:
        sha256: SHA-256 of its folded text, in hexadecimal.
        words: How many words it has.
        rules: Version of the rules that verified its quotations.
        quotations: Evidence by page and quotation id.
    """

    sha256: str
    words: int
    rules: str = RULES
    quotations: Mapping[str, LockedQuotation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The locked sources by file name."""

    sources: Mapping[str, LockedSource] = field(default_factory=dict)


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text after folding, in hexadecimal."""
    return hashlib.sha256(fold(text).text.strip().encode()).hexdigest()


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return sum(is_word(word) for word in split_words(text).folded)


def hash_callout(quotation: Quotation, explainer: Explainer) -> str:
    """Return the SHA-256 of what a verdict is about: the words and the Speaker's names, other names in any order."""
    speaker = explainer.people.get(quotation.speaker)
    name, aliases = (speaker.name, sorted(speaker.aliases)) if speaker else (quotation.speaker, [])
    about = [quotation.text, name, *aliases]
    return hashlib.sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()


def evidence_key(explainer: Explainer, quotation: Quotation) -> str:
    """Return the name of a quotation within the lock: the page's path and the quotation's id."""
    return f"{explainer.path}#{quotation.id}"


def make_lock(
    site: Site, outcomes: Mapping[tuple[str, str], Outcome], today: date, previous: Lock | None = None
) -> Lock:
    """Make the lock of a site.

    Args:
        site: The site, with the texts that are at hand.
        outcomes: What is known of each quotation, by page path and quotation id.
        today: Date for evidence that is new.
        previous: The lock so far; its evidence is kept where it still holds or the text is not at hand.

    Returns:
        The lock; sources and quotations that the site no longer has are left out.
    """
    old = previous.sources if previous else {}
    sources: dict[str, LockedSource] = {}
    for explainer in site.explainers.values():
        for source in explainer.sources.values():
            if not source.file:
                continue
            kept = old.get(source.file)
            if source.article is None and kept is None:
                continue
            entry = sources.get(source.file) or _entry(source.article, kept)
            sources[source.file] = LockedSource(
                sha256=entry.sha256,
                words=entry.words,
                rules=entry.rules,
                quotations={
                    **entry.quotations,
                    **_evidence(explainer, source.id, outcomes, today, kept, entry),
                },
            )
    return Lock(sources=sources)


def _entry(article: Article | None, kept: LockedSource | None) -> LockedSource:
    if article is not None:
        return LockedSource(sha256=hash_text(article.text), words=count_words(article.text))
    assert kept is not None
    return LockedSource(sha256=kept.sha256, words=kept.words, rules=kept.rules)


def _evidence(
    explainer: Explainer,
    source: str,
    outcomes: Mapping[tuple[str, str], Outcome],
    today: date,
    kept: LockedSource | None,
    entry: LockedSource,
) -> dict[str, LockedQuotation]:
    found: dict[str, LockedQuotation] = {}
    article = explainer.sources[source].article
    for quotation in explainer.quotes.values():
        if quotation.source != source:
            continue
        key = evidence_key(explainer, quotation)
        before = kept.quotations.get(key) if kept else None
        outcome = outcomes.get((explainer.path, quotation.id))
        if article is None:
            if before is not None and before.callout == hash_callout(quotation, explainer):
                found[key] = before
        elif outcome is not None and outcome.ok and outcome.verdict.selector is not None:
            fresh = _lock_verdict(outcome.verdict, article, hash_callout(quotation, explainer), today)
            if before and kept and kept.sha256 == entry.sha256 and _comparable(before) == _comparable(fresh):
                fresh = replace(fresh, verified_on=before.verified_on)
            found[key] = fresh
    return found


def _lock_verdict(verdict: Verdict, article: Article, callout: str, today: date) -> LockedQuotation:
    selector = verdict.selector
    assert selector is not None
    return LockedQuotation(
        callout=callout,
        verdict=verdict.status,
        selector=Selector(
            exact=hash_text(selector.exact),
            prefix=hash_text(selector.prefix),
            suffix=hash_text(selector.suffix),
        ),
        verified_on=today,
        unique=article.text.count(selector.exact) == 1,
        alterations=verdict.alterations,
        unnamed=verdict.speaker is None,
        contradicted=verdict.contradicted,
    )


def _comparable(evidence: LockedQuotation) -> LockedQuotation:
    """Return evidence without its day, and without the particulars of alterations, which older locks do not have."""
    bare = tuple(replace(alteration, particulars=None) for alteration in evidence.alterations)
    return replace(evidence, verified_on=date.min, alterations=bare)


def render_lock(lock: Lock) -> str:
    """Render a lock as the text of `sources.lock`: JSON in a stable order."""
    sources = {
        name: {
            "sha256": source.sha256,
            "words": source.words,
            "rules": source.rules,
            "quotations": {key: _plain(evidence) for key, evidence in sorted(source.quotations.items())},
        }
        for name, source in sorted(lock.sources.items())
    }
    return json.dumps({"version": VERSION, "sources": sources}, ensure_ascii=False, indent=2) + "\n"


def _plain(evidence: LockedQuotation) -> dict[str, Any]:
    plain = asdict(evidence)
    plain["verified_on"] = evidence.verified_on.isoformat()
    plain["alterations"] = [asdict(alteration) for alteration in evidence.alterations]
    return plain


def parse_lock(text: str, path: str) -> Lock:
    """Parse the text of `sources.lock`.

    Args:
        text: The file's text.
        path: Its path as messages display it.

    Returns:
        The lock.

    Raises:
        UnreadableError: The text is no lock of this version; the message says how to mend it.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise UnreadableError(
            "this is no lock; delete it and run `explainer lock`", Location(path=path, line=line)
        ) from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise UnreadableError(f"this lock is not of version {VERSION}; run `explainer lock`", Location(path=path))
    try:
        sources = {name: _source(entry) for name, entry in data["sources"].items()}
        return Lock(sources=sources)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = "an entry of this lock is damaged; run `explainer lock` where the source texts are at hand"
        raise UnreadableError(message, Location(path=path)) from error


def _source(entry: Mapping[str, Any]) -> LockedSource:
    return LockedSource(
        sha256=str(entry["sha256"]),
        words=int(entry["words"]),
        rules=str(entry["rules"]),
        quotations={key: _quotation(value) for key, value in entry["quotations"].items()},
    )


def _quotation(entry: Mapping[str, Any]) -> LockedQuotation:
    return LockedQuotation(
        callout=str(entry["callout"]),
        verdict=Status(entry["verdict"]),
        selector=Selector(**entry["selector"]),
        verified_on=date.fromisoformat(entry["verified_on"]),
        unique=bool(entry["unique"]),
        unnamed=bool(entry["unnamed"]),
        contradicted=bool(entry["contradicted"]),
        alterations=tuple(_alteration(alteration) for alteration in entry["alterations"]),
    )


def _alteration(entry: Mapping[str, Any]) -> Alteration:
    return Alteration(
        kind=AlterationKind(entry["kind"]),
        description=str(entry["description"]),
        lost=tuple(entry["lost"]),
        gained=tuple(entry["gained"]),
        particulars=_particulars(entry["particulars"]) if entry.get("particulars") else None,
    )


def _particulars(entry: Mapping[str, Any]) -> Particulars:
    return Particulars(
        form=AlterationForm(entry["form"]),
        taken=str(entry["taken"]),
        put=str(entry["put"]),
        before=str(entry["before"]),
        after=str(entry["after"]),
        count=int(entry["count"]),
    )


def load_lock(path: Path, display_path: str) -> Lock | None:
    """Load the lock of a site.

    Args:
        path: Where it stands.
        display_path: Its path as messages display it.

    Returns:
        The lock, or None where there is none.

    Raises:
        UnreadableError: It cannot be read.
    """
    try:
        return parse_lock(path.read_text("utf-8"), display_path)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError("the lock cannot be read", Location(path=display_path)) from error

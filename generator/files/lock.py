"""The lock: what is known of sources whose text may not be published with the site.

For each source the lock holds the SHA-256 of its folded text and its word count, and for each verified quotation the
evidence, so that a checkout without the text still builds and says what was verified, when, and against which text. It
never holds the text. `lock_folder` reads and writes it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field

from generator.model.article import Article
from generator.model.explainer import Explainer, Quotation, Site, Source
from generator.model.outcome import Outcome
from generator.model.verdict import RULES, Alteration, Selector, Status, Verdict
from generator.text.folding import fold
from generator.text.words import is_word, split_words

VERSION: Final = 2
FIXED_BY_RELOCK = frozenset({"source-drift"})
"""Codes of the errors that a new lock mends."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(min_length=1)]
Verified = Literal[Status.VERIFIED, Status.ALTERED]
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedText:
    """What is known of the text of one source.

    Args:
        version: Version of the form of lock files.
        source: The source's file.
        sha256: SHA-256 of its folded text, in hexadecimal.
        words: How many words it has.
    """

    __pydantic_config__ = _STRICT
    version: Literal[2] = VERSION
    source: Name
    sha256: Hash
    words: Annotated[int, Field(ge=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedQuotation:
    """The evidence of one verified quotation. It says itself which text it speaks of, so that a merge cannot mix two.

    Args:
        version: Version of the form of lock files.
        source: The source's file.
        page: The page's path below the content folder.
        quotation: The quotation's id.
        sha256: SHA-256 of the folded text that it was verified in, in hexadecimal.
        rules: Version of the rules that verified it.
        verified_on: Day on which it was first verified so.
        callout: SHA-256 of what was verified: the words and the Speaker's name.
        verdict: Its status.
        selector: SHA-256 of the exact passage, its prefix and its suffix.
        unique: Whether the exact passage stands once in the source.
        alterations: The changes that the page must report.
        unnamed: Whether the source does not name the Speaker near the words.
        contradicted: Whether it seems to give the words to somebody else.
    """

    __pydantic_config__ = _STRICT
    version: Literal[2] = VERSION
    source: Name
    page: Name
    quotation: Name
    sha256: Hash
    rules: str
    verified_on: date
    callout: Hash
    verdict: Verified
    selector: Selector
    unique: bool
    alterations: tuple[Alteration, ...] = ()
    unnamed: bool = False
    contradicted: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Return its place within the lock: its source's file, its page's path and its id."""
        return self.source, self.page, self.quotation


Locked = LockedText | LockedQuotation
Key = tuple[str, str, str]
"""A quotation within the lock: its source's file, its page's path and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What is locked.

    Args:
        texts: What is known of texts, by the source's file.
        quotations: Evidence of quotations, by source, page and id.
        files: What each lock file holds, by its path below the folder of locks; None of one that is damaged.
        is_old: Whether some of it comes from the one file that earlier versions wrote.
    """

    texts: Mapping[str, LockedText] = field(default_factory=dict)
    quotations: Mapping[Key, LockedQuotation] = field(default_factory=dict)
    files: Mapping[str, Locked | None] = field(default_factory=dict)
    is_old: bool = False

    @property
    def damaged(self) -> frozenset[str]:
        """Return the paths of the files that are damaged."""
        return frozenset(path for path, entry in self.files.items() if entry is None)

    @property
    def entries(self) -> tuple[Locked, ...]:
        """Return all that is locked."""
        return (*self.texts.values(), *self.quotations.values())


NO_LOCK = Lock()
"""The lock of a site that has locked nothing."""


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


def lock_key(quotation: Quotation, explainer: Explainer) -> Key | None:
    """Return the place of a quotation within the lock; None where it names no source that has a file."""
    source = explainer.sources.get(quotation.source)
    return (source.file, explainer.path, quotation.id) if source and source.file else None


def make_lock(site: Site, outcomes: Mapping[tuple[str, str], Outcome], today: date, previous: Lock = NO_LOCK) -> Lock:
    """Make the lock of a site.

    Args:
        site: The site, with the texts that are at hand.
        outcomes: What is known of each quotation, by page path and quotation id.
        today: Date for evidence that is new.
        previous: The lock so far; its evidence is kept where it still holds, where the text is not at hand and where
            a page says something else for now.

    Returns:
        The lock; sources and quotations that the site no longer has are left out.
    """
    texts: dict[str, LockedText] = {}
    quotations: dict[Key, LockedQuotation] = {}
    for explainer in site.explainers.values():
        for source in explainer.sources.values():
            text = texts.get(source.file) or _text(source, previous)
            if text is not None:
                texts[source.file] = text
        for quotation in explainer.quotes.values():
            key = lock_key(quotation, explainer)
            outcome = outcomes.get((explainer.path, quotation.id))
            evidence = _evidence(quotation, explainer, outcome, today, previous) if key and outcome else None
            if key is not None and evidence is not None:
                quotations[key] = evidence
    return Lock(texts=texts, quotations=quotations)


def _text(source: Source, previous: Lock) -> LockedText | None:
    if not source.file or source.article is None:
        return previous.texts.get(source.file)
    text = source.article.text
    return LockedText(source=source.file, sha256=hash_text(text), words=count_words(text))


def _evidence(
    quotation: Quotation, explainer: Explainer, outcome: Outcome, today: date, previous: Lock
) -> LockedQuotation | None:
    """Return the evidence of a quotation: a new one, or the one so far unless the text at hand refutes it."""
    source = explainer.sources[quotation.source]
    before = previous.quotations.get((source.file, explainer.path, quotation.id))
    if source.article is None:
        return before
    if not outcome.ok or outcome.verdict.selector is None:
        return before if before and before.callout != hash_callout(quotation, explainer) else None
    fresh = _lock_verdict(quotation, explainer, source.article, outcome.verdict, today)
    if before and _comparable(before) == _comparable(fresh):
        fresh = replace(fresh, verified_on=before.verified_on)
    return fresh


def _lock_verdict(
    quotation: Quotation, explainer: Explainer, article: Article, verdict: Verdict, today: date
) -> LockedQuotation:
    selector = verdict.selector
    assert selector is not None, "what is verified stands somewhere"
    assert verdict.status is Status.VERIFIED or verdict.status is Status.ALTERED, "nothing else is locked"
    return LockedQuotation(
        source=explainer.sources[quotation.source].file,
        page=explainer.path,
        quotation=quotation.id,
        sha256=hash_text(article.text),
        rules=RULES,
        verified_on=today,
        callout=hash_callout(quotation, explainer),
        verdict=verdict.status,
        selector=Selector(
            exact=hash_text(selector.exact),
            prefix=hash_text(selector.prefix),
            suffix=hash_text(selector.suffix),
        ),
        unique=article.text.count(selector.exact) == 1,
        alterations=verdict.alterations,
        unnamed=verdict.speaker is None,
        contradicted=verdict.contradicted,
    )


def _comparable(evidence: LockedQuotation) -> LockedQuotation:
    """Return evidence without its day and its rules."""
    return replace(evidence, verified_on=date.min, rules="")

"""The one lock file that earlier versions wrote; it is read once, and split into one for each entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import TypeAdapter

from generator.files.lock import Hash, Lock, LockedQuotation, LockedText, Verified
from generator.files.lock_file import parse_as
from generator.model.verdict import Alteration, Selector

OLD_NAME = "sources.lock"
"""Its name, beside the folder of locks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _OldQuotation:
    """A quotation in the one file of earlier versions; its source and the source's hash stood above it."""

    callout: Hash
    verdict: Verified
    selector: Selector
    verified_on: date
    unique: bool
    alterations: tuple[Alteration, ...]
    unnamed: bool
    contradicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _OldSource:
    sha256: Hash
    words: int
    rules: str
    quotations: Mapping[str, _OldQuotation]


@dataclass(frozen=True, slots=True, kw_only=True)
class _OldLock:
    version: Literal[1]
    sources: Mapping[str, _OldSource]


_FORM = TypeAdapter(_OldLock)


def parse_old_lock(text: str, display_path: str) -> Lock:
    """Parse the one lock file of earlier versions.

    Args:
        text: The file's text.
        display_path: Its path as messages display it.

    Returns:
        All that it holds, as entries that have a file each.

    Raises:
        UnreadableError: It is damaged.
    """
    return _split(parse_as(_FORM, text, display_path))


def _split(old: _OldLock) -> Lock:
    quotations = [
        LockedQuotation(
            source=name,
            page=key.rpartition("#")[0],
            quotation=key.rpartition("#")[2],
            sha256=source.sha256,
            rules=source.rules,
            **{field: getattr(entry, field) for field in _OldQuotation.__slots__},
        )
        for name, source in old.sources.items()
        for key, entry in source.quotations.items()
    ]
    return Lock(
        texts={
            name: LockedText(source=name, sha256=source.sha256, words=source.words)
            for name, source in old.sources.items()
        },
        quotations={entry.key: entry for entry in quotations},
    )

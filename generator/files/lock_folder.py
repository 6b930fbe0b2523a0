"""The folder of locks: what its files hold, and what a new lock changes about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.files.lock import Lock, Locked, LockedQuotation, LockedText, lock_key
from generator.files.lock_file import END, lock_path, parse_entry, quotation_path, render_entry, text_path
from generator.files.old_lock import OLD_NAME, parse_old_lock
from generator.files.text_file import decode
from generator.files.writing import write_text
from generator.model.errors import Location, UnreadableError, UnwritableError
from generator.model.explainer import Site
from generator.model.issue import Issue

_RENEW = "take its earlier version from your history, or run `explainer lock` where the text is at hand"


def load_lock(folder: Path, display_path: str) -> tuple[Lock, list[Issue]]:
    """Load the lock of a site.

    Args:
        folder: The folder of locks.
        display_path: Its path as messages display it.

    Returns:
        The lock, and what is wrong with its files. What the one file of earlier versions holds is part of it.
    """
    issues: list[Issue] = []
    files = dict(_read_files(folder, display_path, issues))
    found = [entry for entry in files.values() if entry is not None]
    texts = {entry.source: entry for entry in found if isinstance(entry, LockedText)}
    quotations = {entry.key: entry for entry in found if isinstance(entry, LockedQuotation)}
    lock = Lock(texts=texts, quotations=quotations, files=files)
    old = _load_old(folder.parent / OLD_NAME, PurePosixPath(display_path).with_name(OLD_NAME).as_posix(), issues)
    if old is None:
        return lock, issues
    return replace(lock, texts={**old.texts, **texts}, quotations={**old.quotations, **quotations}, is_old=True), issues


def _read_files(folder: Path, display_path: str, issues: list[Issue]) -> Iterator[tuple[str, Locked | None]]:
    for file in sorted(folder.glob(f"*/*{END}")):
        path = file.relative_to(folder).as_posix()
        shown = f"{display_path}/{path}"
        try:
            if file.is_symlink() or file.parent.is_symlink() or folder.is_symlink():
                raise UnreadableError("this lock file is a link to another place", Location(path=shown))
            yield path, parse_entry(_read(file, shown), path, shown)
        except UnreadableError as error:
            issues.append(_bad_lock(error, shown, _RENEW))
            yield path, None


def _read(file: Path, shown: str) -> str:
    try:
        text, issues = decode(file.read_bytes(), shown)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise UnreadableError(f"this lock file cannot be read: {reason}", Location(path=shown)) from error
    if issues:
        raise UnreadableError(issues[0].message, issues[0].location)
    return text


def _bad_lock(error: UnreadableError, shown: str, help_text: str) -> Issue:
    location = error.location or Location(path=shown)
    return Issue.error("bad-lock", location, str(error).removeprefix(f"{location}: "), help_text)


def _load_old(file: Path, shown: str, issues: list[Issue]) -> Lock | None:
    """Load the one file of earlier versions, and ask for it to be split; None where there is none."""
    if not file.exists():
        return None
    try:
        old = parse_old_lock(_read(file, shown), shown)
    except UnreadableError as error:
        help_text = "take its earlier version from your history; or delete it, and run `explainer lock` with every text"
        issues.append(_bad_lock(error, shown, help_text))
        return None
    issues.append(
        Issue.warning(
            "old-lock",
            Location(path=shown),
            "this is the lock of an earlier version, in one file, of which two people's changes cannot be merged",
            "run `explainer lock`; it makes a file of each entry and removes this one",
        )
    )
    return old


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What a new lock changes about the folder of locks.

    Args:
        written: The texts of files that are new or changed, by their paths below the folder.
        removed: Paths of files of what the site no longer has.
        kept: Paths of files of what the site seems to have no longer, as far as its errors let that be seen.
        ends_old: Whether the one file of earlier versions has been split.
    """

    written: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    ends_old: bool = False

    @property
    def changes(self) -> bool:
        """Tell whether anything has to be written or removed."""
        return bool(self.written or self.removed or self.ends_old)


def plan_renewal(lock: Lock, previous: Lock, site: Site, *, is_whole: bool) -> Renewal:
    """Say which files change when a lock is renewed; what is the same stays as it is, byte for byte.

    Args:
        lock: The new lock.
        previous: The lock so far, with its files.
        site: The site.
        is_whole: Whether the site has no errors that could hide something; else no file is removed.

    Returns:
        The changes.
    """
    entries = {lock_path(entry): entry for entry in lock.entries}
    gone = tuple(sorted(previous.files.keys() - entries.keys() - _damaged(previous, site)))
    return Renewal(
        written={path: render_entry(entry) for path, entry in entries.items() if previous.files.get(path) != entry},
        removed=gone if is_whole else (),
        kept=() if is_whole else gone,
        ends_old=previous.is_old,
    )


def _damaged(previous: Lock, site: Site) -> frozenset[str]:
    """Return the paths of damaged files of what the site still has."""
    expected = set()
    for explainer in site.explainers.values():
        expected |= {text_path(source.file) for source in explainer.sources.values() if source.file}
        keys = (lock_key(quotation, explainer) for quotation in explainer.quotes.values())
        expected |= {quotation_path(*key) for key in keys if key is not None}
    return previous.damaged & expected


def write_renewal(renewal: Renewal, folder: Path) -> None:
    """Change the folder of locks.

    Args:
        renewal: What changes.
        folder: The folder; it is made if need be.

    Raises:
        UnwritableError: A file or folder in it is a link to another place.
        UnreadableError: A file cannot be written.
    """
    for path in (*renewal.written, *renewal.removed):
        for place in (folder, (folder / path).parent, folder / path):
            if place.is_symlink():
                raise UnwritableError("is a link, and no lock is written there", Location(path=str(place)))
    for path, text in renewal.written.items():
        write_text(folder / path, text)
    for path in renewal.removed:
        (folder / path).unlink(missing_ok=True)
        if not any((folder / path).parent.iterdir()):
            (folder / path).parent.rmdir()
    if renewal.ends_old:
        (folder.parent / OLD_NAME).unlink(missing_ok=True)

"""Staging: a build goes into a folder of its own and takes the old site's place only when it is whole."""

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from generator.site.settings import Settings

_ATTEMPTS = 5
_OLD = "-old"
_NOT_TO_BE_MOVED = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS})


def begin_staging(site: Path) -> Path:
    """Make an empty folder for a build to go into: beside the site's, or where nothing may be made there, elsewhere.

    Args:
        site: The site's folder; it need not exist.

    Returns:
        The folder; what builds that were killed have left of theirs is cleared away.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.is_dir() and not os.access(site.parent, os.W_OK):
        return Path(tempfile.mkdtemp(prefix=f".{site.name}.build-"))
    prefix = f".{site.name}.build-"
    for left in sorted(site.parent.glob(f"{prefix}*")):
        if _is_running(left.name.removeprefix(prefix)):
            continue
        if left.name.endswith(_OLD) and not site.exists():
            left.rename(site)
        else:
            _remove(left)
    folder = site.parent / f"{prefix}{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def finish_staging(folder: Path, site: Path) -> None:
    """Put a finished build in the site's place; hidden files of the site, such as .git, stay.

    Args:
        folder: What `begin_staging` returned.
        site: The site's folder.
    """
    site = site.resolve()
    for attempt in range(_ATTEMPTS):
        try:
            _swap(folder, site)
            return
        except OSError as error:
            if error.errno in _NOT_TO_BE_MOVED:
                _copy(folder, site)
                return
            # Another build has put its site there in between.
            if attempt == _ATTEMPTS - 1:
                raise


def _swap(folder: Path, site: Path) -> None:
    old = folder.with_name(f"{folder.name}{_OLD}")
    _remove(old)
    with suppress(FileNotFoundError):
        site.rename(old)
        for hidden in old.glob(".*"):
            if not (folder / hidden.name).exists():
                hidden.rename(folder / hidden.name)
    folder.rename(site)
    _remove(old)


def _remove(path: Path) -> None:
    """Take away a folder, or a file or link that stands in its place."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _copy(folder: Path, site: Path) -> None:
    """Fill a folder that cannot be moved, such as a mounted one."""
    for entry in site.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    shutil.copytree(folder, site, dirs_exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def discard_staging(folder: Path) -> None:
    """Take away the folder of a build that failed."""
    shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: str) -> bool:
    number = process.removesuffix(_OLD)
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def overlap(site: Path, settings: Settings) -> Path | None:
    """Return the folder of the author's own files that a build into a folder would replace; None where it is safe.

    Args:
        site: The folder to build into.
        settings: Where the author's files stand.
    """
    target = site.resolve()
    kept = (settings.root, settings.content, *settings.seeds, *settings.overrides)
    return next((folder for folder in kept if folder.resolve().is_relative_to(target)), None)

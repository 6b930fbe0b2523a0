"""Staging: a build goes into a folder of its own and takes the old site's place only when it is whole."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 5


def begin_staging(site: Path) -> Path:
    """Make an empty folder beside the site's for a build to go into.

    Args:
        site: The site's folder; it need not exist.

    Returns:
        The folder; what builds that were killed have left of theirs is cleared away.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{site.name}.build-"
    for left in site.parent.glob(f"{prefix}*"):
        if not _is_running(left.name.removeprefix(prefix)):
            shutil.rmtree(left, ignore_errors=True)
    folder = site.parent / f"{prefix}{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def finish_staging(folder: Path, site: Path) -> None:
    """Put a finished build in the site's place.

    Args:
        folder: What `begin_staging` returned.
        site: The site's folder.
    """
    old = folder.with_name(f"{folder.name}-old")
    for attempt in range(_ATTEMPTS):
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            site.rename(old)
        try:
            folder.rename(site)
            break
        except OSError:
            # Another build has put its site there in between.
            if attempt == _ATTEMPTS - 1:
                raise
    shutil.rmtree(old, ignore_errors=True)


def discard_staging(folder: Path) -> None:
    """Take away the folder of a build that failed."""
    shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: str) -> bool:
    number = process.removesuffix("-old")
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

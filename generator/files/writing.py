"""Writing files so that a reader finds the old or the new one, never half of it."""

import os
import tempfile
from pathlib import Path

from generator.model.errors import Location, UnreadableError, UnwritableError


def write_new_text(path: Path, text: str) -> None:
    """Write a text file that must not be there yet, even if somebody else makes it at the same time.

    Args:
        path: Where it goes; its folder is made if need be.
        text: Its text; line ends are written as they are.

    Raises:
        UnwritableError: It is there already.
        UnreadableError: It cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError as error:
        if not path.exists():
            raise UnreadableError("is no folder", Location(path=str(path.parent))) from error
        raise UnwritableError("is there already, and is not overwritten", Location(path=str(path))) from error
    except OSError as error:
        raise UnreadableError(f"cannot be written: {error.strerror}", Location(path=str(path))) from error


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all.

    Args:
        path: Where it goes; its folder is made if need be. Of a link, the file that it leads to is written, and a file
            that is there keeps its permissions.
        text: Its text; line ends are written as they are.

    Raises:
        UnreadableError: It cannot be written there.
    """
    try:
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnreadableError(f"cannot be written: {error.strerror}", Location(path=str(path))) from error

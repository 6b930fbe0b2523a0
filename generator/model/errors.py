"""Where something stands in a file, and the errors that stop a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file of the site.

    Args:
        path: Path as the reader types it, relative to the site's root, with forward slashes.
        line: Line number, counted from 1; None for the file as a whole.
        column: Column in characters, counted from 1; None for the line as a whole.
        length: How many characters from `column` on are meant; at least 1.
        text: The line itself, without its line end; empty where it could not be read.
    """

    path: str
    line: int | None = None
    column: int | None = None
    length: int = 1
    text: str = ""

    def __str__(self) -> str:
        parts = [self.path, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


class ExplainerError(Exception):
    """The run cannot go on; the message is meant for the author, not for a developer."""

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(f"{location}: {message}" if location else message)
        self.location = location


class SettingsError(ExplainerError):
    """The site's own settings (mkdocs.yml) cannot be used."""


class UnwritableError(ExplainerError):
    """What was drafted cannot be written where it belongs."""


class UnreadableError(ExplainerError):
    """A file or folder that the run needs cannot be read."""

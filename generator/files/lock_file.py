"""A lock file: one for each text and one for each quotation, so that git merges what two people verify.

A file of its own is all that git never merges wrongly: lines that two people add at one place of a file conflict, and
each of them may hold texts that the other does not have. The files are JSON, which pydantic writes and reads strictly.
"""

import hashlib
import json
import re
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.files.lock import Locked, LockedQuotation, LockedText
from generator.model.errors import Location, UnreadableError

Form = TypeVar("Form")
END = ".json"
_TEXT = "text.json"
_LOCKED_TEXT = TypeAdapter(LockedText)
_LOCKED_QUOTATION = TypeAdapter(LockedQuotation)
_ENTRY: TypeAdapter[Locked] = TypeAdapter(LockedText | LockedQuotation)
_PLAIN = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""Names that Windows keeps for devices."""
_LONGEST = 120
_LEGIBLE = 80
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def lock_path(entry: Locked) -> str:
    """Return the path of an entry's file below the folder of locks."""
    return text_path(entry.source) if isinstance(entry, LockedText) else quotation_path(*entry.key)


def text_path(source: str) -> str:
    """Return the path, below the folder of locks, of the file of a source's text."""
    return f"{_file_name(*PurePosixPath(source).parts)}/{_TEXT}"


def quotation_path(source: str, page: str, quotation: str) -> str:
    """Return the path, below the folder of locks, of the file of a quotation.

    The names are those of the source, the page and the quotation wherever every file system can tell these apart;
    others end in a hash, since capitals, accents and long names are not safe everywhere.
    """
    folder = _file_name(*PurePosixPath(source).parts)
    return f"{folder}/{_file_name(*PurePosixPath(page.removesuffix('.md')).parts, quotation)}{END}"


def _file_name(*parts: str) -> str:
    name = "--".join(parts)
    if parts and len(name) <= _LONGEST and all(map(_is_plain, parts)):
        return name
    legible = re.sub(r"[^a-z0-9_]+", "-", name.casefold())[:_LEGIBLE].strip("-")
    return f"{legible}~{hashlib.sha256('/'.join(parts).encode()).hexdigest()[:12]}"


def _is_plain(part: str) -> bool:
    return bool(_PLAIN.fullmatch(part)) and "--" not in part and not _RESERVED.fullmatch(part)


def render_entry(entry: Locked) -> str:
    """Render an entry as the text of its file: JSON, every field in the order of the model, a line feed at the end."""
    return f"{_ENTRY.dump_json(entry, indent=2).decode()}\n"


def parse_entry(text: str, path: str, display_path: str) -> Locked:
    """Parse the text of a lock file.

    Args:
        text: The file's text.
        path: Its path below the folder of locks.
        display_path: Its path as messages display it.

    Returns:
        The text or the quotation that it locks.

    Raises:
        UnreadableError: It is damaged, or another file's; the message says where and what.
    """
    is_text = PurePosixPath(path).name == _TEXT
    entry: Locked = (
        parse_as(_LOCKED_TEXT, text, display_path) if is_text else parse_as(_LOCKED_QUOTATION, text, display_path)
    )
    if lock_path(entry) != path:
        message = f"this is a lock of '{entry.source}' that belongs into {lock_path(entry)}"
        raise UnreadableError(message, Location(path=display_path))
    return entry


def parse_as(form: TypeAdapter[Form], text: str, display_path: str) -> Form:
    """Parse the text of a lock file of one form, strictly.

    Args:
        form: The form of what it holds.
        text: The file's text.
        display_path: Its path as messages display it.

    Returns:
        What it holds.

    Raises:
        UnreadableError: It is no such file, with the line of what is wrong.
    """
    if conflict := _CONFLICT.search(text):
        message = "a merge left its conflict in this lock file"
        raise UnreadableError(message, Location(path=display_path, line=text.count("\n", 0, conflict.start()) + 1))
    try:
        return form.validate_json(text, strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        raise UnreadableError(_told(details), Location(path=display_path, line=_line(details, text))) from error


def _told(details: ErrorDetails) -> str:
    if details["type"] == "json_invalid":
        return "this lock file is no JSON"
    if not details["loc"]:
        return "this lock file holds no lock"
    name = ".".join(str(step) for step in details["loc"])
    if details["type"] == "missing":
        return f"'{name}' is missing in this lock file"
    if details["type"] == "unexpected_keyword_argument":
        return f"'{name}' is nothing that a lock file has"
    value = json.dumps(details["input"], ensure_ascii=False)[:60]
    return f"'{name}' of this lock file cannot be {value}"


def _line(details: ErrorDetails, text: str) -> int:
    """Return the line of what is wrong: pydantic names the way to it, and each name stands on a line of its own."""
    if details["type"] == "json_invalid":
        return _line_of_syntax(text)
    offset, count = 0, 1
    for step in details["loc"]:
        if isinstance(step, int):
            count = step + 1
            continue
        for _ in range(count):
            found = text.find(f'"{step}"', offset)
            offset = found + 1 if found >= 0 else offset
        count = 1
    return text.count("\n", 0, offset) + 1


def _line_of_syntax(text: str) -> int:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.lineno
    except (ValueError, RecursionError):
        pass
    return 1

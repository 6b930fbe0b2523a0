"""Text from bytes: UTF-8 only, and one clear Issue for anything else."""

import re

from generator.model.errors import Location
from generator.model.issue import Issue

LARGEST = 2_000_000
"""Bytes that a page or a source may have; the longest novels have about three times as many."""

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HEAD = 200
_SHOWN = 200
_HELP = "save the file as UTF-8 (in your editor: “Save with encoding”)"


def decode(data: bytes, path: str, largest: int = LARGEST) -> tuple[str, tuple[Issue, ...]]:
    """Decode a text file.

    Args:
        data: The file's bytes.
        path: Its path as messages display it.
        largest: How many bytes it may have.

    Returns:
        The text, with a line feed for every line end and without a byte order mark, and the Issues; the
        text is empty where there is one.
    """
    if len(data) > largest:
        size = f"{len(data) / 1_000_000:.1f} MB"
        return "", (
            Issue.error(
                "too-large",
                Location(path=path),
                f"this file has {size}; {largest / 1_000_000:.0f} MB is the most",
                "split it, or leave out what nobody reads",
            ),
        )
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return "", (Issue.error("not-utf8", _place(path, 1, 1), f"this file is {name}, not UTF-8", _HELP),)
    if data[:_HEAD].count(0) * 3 >= len(data[:_HEAD]) > 0:  # every other byte of UTF-16 is NUL in Latin text
        return "", (Issue.error("not-utf8", _place(path, 1, 1), "this file seems to be UTF-16, not UTF-8", _HELP),)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_undecodable(data, error, path),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        return "", (_control(text, found, path),)
    return text, ()


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str) -> Issue:
    before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    end = data.find(b"\n", error.start)
    text = before[line_start:] + data[error.start : end if end >= 0 else None].decode("cp1252", "replace").rstrip("\r")
    byte = data[error.start : error.start + 1]
    meant = byte.decode("cp1252", "replace")
    message = f"this file is not UTF-8: byte 0x{byte.hex().upper()} stands here (in Windows-1252 “{meant}”)"
    place = _place(path, before.count("\n") + 1, len(before) - line_start + 1, text)
    return Issue.error("not-utf8", place, message, _HELP)


def _control(text: str, found: re.Match[str], path: str) -> Issue:
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.start())
    line = text[start : end if end >= 0 else None]
    code = f"U+{ord(found.group()):04X}"
    name = "a NUL character" if code == "U+0000" else f"the control character {code}"
    place = _place(path, text.count("\n", 0, start) + 1, found.start() - start + 1, _CONTROL.sub("\ufffd", line))
    return Issue.error(
        "control-character", place, f"{name} stands here", "delete it; it cannot be seen in most editors"
    )


def _place(path: str, line: int, column: int, text: str = "") -> Location:
    return Location(path=path, line=line, column=column, text=text[: column + _SHOWN])

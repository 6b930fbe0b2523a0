"""Opening: the bytes of a file or of an address, and the manifest in them."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from generator.evidence.json_form import LARGEST, parse_manifest
from generator.evidence.manifest import Manifest
from generator.evidence.place import NAME
from generator.model.errors import Location, UnreadableError

Fetch = Callable[[str], bytes]
"""Fetches the bytes of a document from the web, within limits."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(place: str) -> bool:
    """Tell whether a place is an address on the web and no file."""
    return bool(_WEB.match(place))


def check_address(url: str) -> None:
    """Refuse an address that is none of the web, or that would hand over a password.

    Args:
        url: The address.

    Raises:
        UnreadableError: It may not be fetched; the message says why.
    """
    try:
        parts = urlsplit(url)
        names_user = parts.username is not None or parts.password is not None
    except ValueError as error:
        raise UnreadableError(f"{url}: is no web address") from error
    if not is_address(url):
        raise UnreadableError(f"{url}: is no web address; one begins with https://")
    if names_user:
        host = parts.hostname or ""
        raise UnreadableError(f"the address at {host} holds a user name or a password; write it without")


def open_bytes(place: str, fetch: Fetch, largest: int = LARGEST) -> bytes:
    """Open a file or an address.

    Args:
        place: A path, or an address on the web.
        fetch: Fetches an address.
        largest: How many bytes it may have.

    Returns:
        Its bytes.

    Raises:
        UnreadableError: There is nothing there, or nothing that may be read; the message says why.
    """
    if _SCHEME.match(place):
        check_address(place)
        data = fetch(place)
        if len(data) > largest:
            raise UnreadableError(f"{place}: has more than {largest / 1e6:.0f} MB, which is the most")
        return data
    path = Path(place)
    try:
        if not path.is_file():
            raise UnreadableError(_no_file(place))
        if path.stat().st_size > largest:
            message = f"has more than {largest / 1e6:.0f} MB, which is the most"
            raise UnreadableError(message, Location(path=place))
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise UnreadableError(f"cannot be read: {reason}", Location(path=place)) from error


def _no_file(place: str) -> str:
    if Path(place).is_dir():
        return f"'{place}' is a folder without {NAME}; a built site with explainers has one"
    return f"there is no file '{place}'; an address on the web begins with https://"


def evidence_file(place: str) -> str:
    """Return where the evidence is of which somebody names the file, or the folder on the disk or on the web.

    Args:
        place: A path, or an address.

    Raises:
        UnreadableError: It may not be fetched.
    """
    if is_address(place):
        check_address(place)
        parts = urlsplit(place)
        is_file = "." in parts.path.rpartition("/")[2] or parts.query
        return place if is_file else parts._replace(path=f"{parts.path.rstrip('/')}/{NAME}").geturl()
    inside = Path(place) / NAME
    return inside.as_posix() if Path(place).is_dir() and inside.is_file() else place


def open_manifest(place: str, fetch: Fetch) -> Manifest:
    """Open an evidence file.

    Args:
        place: The path, or the address on the web, of the file or of the folder that it is in.
        fetch: Fetches an address.

    Returns:
        The manifest.

    Raises:
        UnreadableError: It cannot be had, or is no evidence file; the message says why.
    """
    file = evidence_file(place)
    return parse_manifest(open_bytes(file, fetch), file)

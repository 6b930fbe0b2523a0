"""Fetching: one document from the web, within limits."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import certifi
import urllib3

from generator.files.text_file import LARGEST
from generator.model.errors import UnreadableError

_SECONDS = 20.0
_CHUNK = 65_536
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
ARTICLES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
"""Ending of a file by the type of a document that may be an article."""
EVIDENCE: Mapping[str, str] = {"application/json": ".json", "text/json": ".json", "text/plain": ".json"}
"""The same of a document that may be an evidence file."""
PARTS: Mapping[str, str] = {"text/css": ".css", "text/javascript": ".js", "application/javascript": ".js"}
"""The same of a file that a page loads."""

_HEADERS = {"User-Agent": "mkdocs-explainer", "Accept-Encoding": "gzip, deflate"}
_NOBODY = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document from the web.

    Args:
        data: Its bytes; plain text is UTF-8 whatever it was.
        suffix: Ending of the name of a file that holds such a document, with its dot.
        url: The address that it came from in the end.
    """

    data: bytes
    suffix: str
    url: str


def fetch(
    url: str,
    *,
    seconds: float = _SECONDS,
    largest: int = LARGEST,
    kinds: Mapping[str, str] = ARTICLES,
    named_in: str = "",
) -> Fetched:
    """Fetch a document.

    Redirections are followed to public addresses only, so that a page on the web cannot lead the author's machine
    to a service of its own network; the address that the author gave is taken as it is, one that stands in a document
    of somebody else's is treated like a redirection of that document.

    Args:
        url: Its address, http or https.
        seconds: How long it may take altogether.
        largest: How many bytes it may have.
        kinds: Ending of the name of a file by the types that it may have.
        named_in: Address or path of the document that names this address; empty where the author does.

    Returns:
        The document.

    Raises:
        UnreadableError: It cannot be had within the limits; the message says why.
    """
    deadline = time.monotonic() + seconds
    address, trusted = url, _trusted(named_in)
    for _ in range(_MOST_REDIRECTS + 1):
        response, number = _ask(address, deadline, trusted, kinds)
        trusted = trusted or number
        try:
            target = response.headers.get("Location")
            if response.status not in _REDIRECTS or not target:
                return _received(response, address, deadline, largest, kinds)
            address = _joined(address, target)
        finally:
            response.release_conn()
            response.close()
    raise UnreadableError(f"{url}: leads from one address to the next more than {_MOST_REDIRECTS} times")


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise UnreadableError(f"{address}: leads to {target}, which is no web address") from error


def _trusted(named_in: str) -> str:
    """Return the number of the machine that a document came from, if its address is one; `_NOBODY` trusts none."""
    if not named_in:
        return ""
    try:
        return str(ipaddress.ip_address(urlsplit(named_in).hostname or ""))
    except ValueError:
        return _NOBODY


def _ask(url: str, deadline: float, trusted: str, kinds: Mapping[str, str]) -> tuple[urllib3.BaseHTTPResponse, str]:
    """Ask for a document, and return the answer with the number of the machine that gave it.

    Args:
        url: The address.
        deadline: When to give up, by the monotonic clock.
        trusted: Number of the machine that the author's own address led to; empty for that address itself.
        kinds: The types that it may have.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.scheme in {"http", "https"} else ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise UnreadableError(f"{url}: is no web address") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise UnreadableError(f"{url}: is no web address that can be fetched; write it whole, with https://")
    number = _address_of(host, port, url)
    public = ipaddress.ip_address(number.split("%")[0]).is_global
    if trusted and not public and (number != trusted or host != number):
        raise UnreadableError(f"{url}: leads to {host}, which is no public address")
    pool = _pool(parts.scheme, number, host, port, deadline)
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        response = pool.urlopen(
            "GET",
            urllib3.util.parse_url(path).url,
            headers={**_HEADERS, "Accept": ", ".join(kinds), "Host": _authority(host, parts.port)},
            redirect=False,
            preload_content=False,
        )
        return response, number
    except urllib3.exceptions.NewConnectionError as error:
        raise UnreadableError(f"{url}: cannot be fetched: {_reason(error)}") from error
    except urllib3.exceptions.TimeoutError as error:
        raise UnreadableError(f"{url}: did not answer in time") from error
    except urllib3.exceptions.HTTPError as error:
        raise UnreadableError(f"{url}: cannot be fetched: {_reason(error)}") from error


def _authority(host: str, port: int | None) -> str:
    """Return a host and its port as HTTP names them (RFC 9110, section 7.2)."""
    named = f"[{host}]" if ":" in host else host
    return f"{named}:{port}" if port is not None else named


def _address_of(host: str, port: int, url: str) -> str:
    """Look a host up once, so that the address that is judged is the one that is asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"{url}: there is no such host as {host}") from error
    return str(found[0][4][0])


def _pool(scheme: str, number: str, host: str, port: int, deadline: float) -> urllib3.HTTPConnectionPool:
    left = max(0.1, deadline - time.monotonic())
    timeout = urllib3.Timeout(total=left)
    if scheme == "http":
        return urllib3.HTTPConnectionPool(number, port, timeout=timeout, retries=False)
    return urllib3.HTTPSConnectionPool(
        number,
        port,
        timeout=timeout,
        retries=False,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
        assert_hostname=host,
        server_hostname=host,
    )


def _received(
    response: urllib3.BaseHTTPResponse, url: str, deadline: float, largest: int, kinds: Mapping[str, str]
) -> Fetched:
    if response.status != 200:
        raise UnreadableError(f"{url}: answered {response.status} {response.reason or ''}".rstrip())
    kind, _, parameters = response.headers.get("Content-Type", "text/html").partition(";")
    suffix = kinds.get(kind.strip().lower())
    if suffix is None:
        readable = "web pages and plain text" if kinds is ARTICLES else ", ".join(kinds)
        raise UnreadableError(f"{url}: is {kind.strip()}, and only {readable} can be read")
    data = bytearray()
    try:
        while chunk := response.read1(_CHUNK, decode_content=True):
            data += chunk
            if len(data) > largest:
                raise UnreadableError(f"{url}: has more than {largest / 1e6:.0f} MB, which is the most")
            if time.monotonic() > deadline:
                raise UnreadableError(f"{url}: did not come in time")
    except urllib3.exceptions.HTTPError as error:
        raise UnreadableError(f"{url}: broke off: {_reason(error)}") from error
    return Fetched(data=_as_utf8(bytes(data), suffix, parameters), suffix=suffix, url=url)


def _as_utf8(data: bytes, suffix: str, parameters: str) -> bytes:
    """Turn plain text into UTF-8; a web page says itself how it is written."""
    charset = parameters.partition("charset=")[2].strip(" \"';").lower()
    if suffix == ".html" or charset in {"", "utf-8", "utf8"}:
        return data
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _reason(error: Exception) -> str:
    """Return why something could not be fetched, in a few words."""
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLError) and cause.reason:
        return f"no safe connection: {cause.reason.replace('_', ' ').lower()}"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror[:1].lower() + cause.strerror[1:]
    told = next((str(part) for part in error.args if isinstance(part, str) and part.strip()), type(error).__name__)
    return told.rstrip(".")

"""Gathering: the texts and pages that an audit checks a manifest against."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, unquote

from generator.evidence.around import ReadFile
from generator.evidence.binding import read_inside
from generator.evidence.given import Given, GivenPage, GivenText
from generator.evidence.manifest import Manifest, PageRecord, SourceRecord
from generator.evidence.opening import Fetch, check_address, is_address, open_bytes
from generator.evidence.place import page_paths, site_root
from generator.evidence.showing import read_page
from generator.evidence.view import read_view
from generator.files.lock import hash_text
from generator.files.reading import SUFFIXES, parse_article
from generator.files.text_file import LARGEST
from generator.model.errors import UnreadableError
from generator.model.suggestion import did_you_mean

_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9._-]+)", re.IGNORECASE)
LARGEST_PAGE = 10_000_000
"""Bytes that a finished page may have."""


def gather(
    manifest: Manifest,
    place: str,
    *,
    sources: Mapping[str, str],
    page: str,
    fetch: Fetch,
    fetch_source: Fetch | None,
) -> Given:
    """Gather what a manifest can be checked against.

    Args:
        manifest: The manifest.
        place: Its path or address; pages are looked for beside it.
        sources: File of a text by the id of its source, or by page path, "#" and id.
        page: Path or address of the page; where empty, it is looked for.
        fetch: Fetches an address that the author gave, or a page beside it.
        fetch_source: Fetches the text of a source from its own address; None where that is not wanted.

    Returns:
        The texts, the pages, and why some are missing.

    Raises:
        UnreadableError: A file or page that was named cannot be read, or a source that was named is not there.
    """
    if page and len(manifest.pages) != 1:
        raise UnreadableError(f"--page names one page, and {place} is about {len(manifest.pages)}")
    given = _Gathered()
    root = site_root(place, tuple(record.path for record in manifest.pages))
    for record in manifest.pages:
        for source in record.sources:
            _gather_text(given, manifest, record.path, source, sources, fetch_source)
        _gather_page(given, record, page, root, fetch)
    return Given(texts=given.texts, pages=given.pages, missing=given.missing, refused=given.refused)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What was gathered so far, as `Given` has it."""

    texts: dict[tuple[str, str], GivenText] = field(default_factory=dict)
    pages: dict[str, GivenPage] = field(default_factory=dict)
    missing: dict[tuple[str, str], str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def _gather_text(
    given: _Gathered,
    manifest: Manifest,
    path: str,
    source: SourceRecord,
    sources: Mapping[str, str],
    fetch: Fetch | None,
) -> None:
    """Add the text of a page's source: the file that was named, or what stands at its address."""
    own, shared = sources.get(f"{path}#{source.id}", ""), sources.get(source.id, "")
    if own or shared:
        text = _read_text(own or shared)
        if not own and _is_of_another(text, source, manifest):
            given.missing[path, source.id] = f"{shared} is the text that another page has under this id"
        else:
            given.texts[path, source.id] = text
    elif fetch is not None and source.url:
        try:
            given.texts[path, source.id] = _fetch_text(source.url, fetch)
        except UnreadableError as error:
            given.missing[path, source.id] = str(error)


def _gather_page(given: _Gathered, record: PageRecord, named: str, root: str, fetch: Fetch) -> None:
    """Add a finished page: the one that was named, or that beside the evidence."""
    try:
        given.pages[record.path] = _page(named, record, root, fetch) if named else _look_for(record, root, fetch)
    except _RefusedError as error:
        given.missing[record.path, ""] = given.refused[record.path] = str(error)
    except UnreadableError as error:
        if named:
            raise
        given.missing[record.path, ""] = str(error)


class _RefusedError(UnreadableError):
    """A page that is there, and cannot be read."""


def _is_of_another(text: GivenText, source: SourceRecord, manifest: Manifest) -> bool:
    """Tell whether a text is not that of a source, but that of one which another page has under the same id."""
    given = hash_text(text.article.text)
    known = {other.sha256 for page in manifest.pages for other in page.sources if other.id == source.id}
    return given != source.sha256 and given in known


def check_named(sources: Mapping[str, str], manifests: Mapping[str, Manifest]) -> None:
    """Refuse the name of a source that none of some manifests has.

    Args:
        sources: File by name, as in `gather`.
        manifests: The manifests by place.

    Raises:
        UnreadableError: There is no such source.
    """
    known = {name for manifest in manifests.values() for page in manifest.pages for name in _names(page)}
    for name in sources:
        if name not in known:
            listed = f"there are {', '.join(sorted(known)[:8])}" if known else "the evidence names none"
            raise UnreadableError(f"there is no source '{name}'; {did_you_mean(name, known, listed)}")


def _names(page: PageRecord) -> Iterator[str]:
    for source in page.sources:
        yield source.id
        yield f"{page.path}#{source.id}"


def _read_text(file: str) -> GivenText:
    path = Path(file)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableError(f"{file}: a source must be {', '.join(sorted(SUFFIXES))}, not '{suffix or path.name}'")
    data = open_bytes(file, _no_address, LARGEST)
    return GivenText(article=parse_article(data, suffix, file), shown=file)


def _no_address(url: str) -> bytes:
    raise UnreadableError(f"{url}: name a file; --fetch fetches sources from their own addresses")


def _fetch_text(url: str, fetch: Fetch) -> GivenText:
    check_address(url)
    data = fetch(url)
    is_page = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return GivenText(article=parse_article(data, ".html" if is_page else ".txt", url), shown=url, live=True)


def _page(place: str, record: PageRecord, root: str, fetch: Fetch) -> GivenPage:
    html = _decoded(open_bytes(place, fetch, LARGEST_PAGE))
    try:
        page = GivenPage(page=read_page(html), shown=place)
    except UnreadableError as error:
        raise _RefusedError(f"{place}: {error}") from error
    if record.article is None:
        return page
    try:
        return replace(page, view=read_view(html, record.article.place, _site_reader(root, fetch)))
    except UnreadableError as error:
        return replace(page, no_view=str(error))


def _site_reader(root: str, fetch: Fetch) -> ReadFile:
    """Return what reads the files of a site, at its address or in its folder and nowhere else."""

    def read(path: str) -> bytes | None:
        if not is_address(root):
            return read_inside(Path(root), unquote(path))
        try:
            return fetch(f"{root}{path}")
        except UnreadableError:
            return None

    return read


def _decoded(data: bytes) -> str:
    """Return a page as text: in UTF-8, or else as it says itself, or else as browsers take one that says nothing."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        stated = _CHARSET.search(data[:1024])
        try:
            return data.decode(stated.group(1).decode("ascii") if stated else "cp1252", "replace")
        except (LookupError, UnicodeError):
            return data.decode("cp1252", "replace")


def _look_for(record: PageRecord, root: str, fetch: Fetch) -> GivenPage:
    """Look for a page beside its evidence, in both places where MkDocs may have put it."""
    tried: dict[str, str] = {}
    for path in dict.fromkeys(page_paths(record.path)):
        place = f"{root}{quote(path.removesuffix('index.html')) if is_address(root) else path}"
        if not is_address(root) and not Path(place).is_file():
            tried[place] = "is not there"
            continue
        try:
            return _page(place, record, root, fetch)
        except _RefusedError:
            raise
        except UnreadableError as error:
            tried[place] = str(error).removeprefix(f"{place}: ")
    raise UnreadableError("; ".join(f"{place} {reason}" for place, reason in tried.items()))

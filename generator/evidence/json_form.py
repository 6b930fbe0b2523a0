"""The JSON form of a manifest: text with stable bytes, and the manifest read back from it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from generator.evidence.manifest import FORMAT, VERSION, Manifest, PageRecord
from generator.files.text_file import decode
from generator.model.edtf import Edtf, parse_edtf
from generator.model.edtf_refusals import EdtfError
from generator.model.errors import Location, UnreadableError

LARGEST = 50_000_000
"""Bytes that an evidence file may have; one of a thousand pages with fifty quotations each has about as many."""

MOST = 5_000
"""Entries that a list of one page may have, such as its quotations."""

_SHOWN = 40
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def render_manifest(manifest: Manifest) -> str:
    """Render a manifest as JSON.

    Args:
        manifest: The manifest.

    Returns:
        Its text: every field in the order of the model, entries in the order of the page, with a line feed at the
        end. The same manifest gives the same bytes.
    """
    return json.dumps(_plain(manifest), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, Edtf):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Edtf | date | StrEnum) else value


def parse_manifest(data: bytes, shown: str) -> Manifest:
    """Parse an evidence file.

    Args:
        data: Its bytes.
        shown: Its path or address as shown in messages.

    Returns:
        The manifest. Fields that this version does not know are passed over.

    Raises:
        UnreadableError: It is no evidence file; the message says where and why.
    """
    text, issues = decode(data, shown, LARGEST)
    if issues:
        raise UnreadableError(f"{issues[0].message}, and no evidence file", issues[0].location)
    content = _parse_json(text, shown)
    reader = _Reader(shown)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UnreadableError(f'this is no evidence file; one begins with {{"format": "{FORMAT}"', Location(path=shown))
    if content.get("version") != VERSION:
        version = _short(content.get("version"))
        message = f"this evidence file is of version {version}, and only version {VERSION} can be read"
        raise UnreadableError(message, Location(path=shown))
    manifest = reader.record(Manifest, content, "")
    assert isinstance(manifest, Manifest)
    _check_ids(manifest, reader)
    return manifest


_PAGE = re.compile(r"(?!/)(?:(?!\.{1,2}/)[^/\x00-\x1f]+/)*[^/\x00-\x1f]+\.md", re.IGNORECASE)
_LONGEST_PATH = 1000


class _Refused(ValueError):  # noqa: N818 - it never leaves this module
    """Valid JSON that no evidence file has."""


def _parse_json(text: str, shown: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        row = text.split("\n")[error.lineno - 1]
        place = Location(path=shown, line=error.lineno, column=error.colno, text=row[: error.colno + _SHOWN])
        raise UnreadableError(f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}", place) from error
    except _Refused as error:
        raise UnreadableError(str(error), Location(path=shown)) from error
    except RecursionError as error:
        raise UnreadableError("this is no evidence file: it is nested too deep", Location(path=shown)) from error
    except ValueError as error:
        message = "this is no evidence file: a number in it is too long"
        raise UnreadableError(message, Location(path=shown)) from error


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(f"the field {_short(twice)} stands twice in one object; an evidence file says everything once")
    return found


def _no_constant(name: str) -> NoReturn:
    raise _Refused(f"{name} is no number that an evidence file has")


def _short(value: Any) -> str:
    text = json.dumps(value) if isinstance(value, str | int | float | bool | NoneType) else type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads plain values as the types of the model."""

    shown: str

    def fail(self, place: str, message: str) -> NoReturn:
        raise UnreadableError(f"{place or 'the file'} {message}", Location(path=self.shown))

    def record(self, model: type, value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            self.fail(place, f"must be an object, not {_short(value)}")
        types = _types(model)
        read: dict[str, Any] = {}
        for field in fields(model):
            inner = f"{place}.{field.name}" if place else field.name
            if field.name in value:
                read[field.name] = self.value(types[field.name], value[field.name], inner)
            elif field.default is MISSING:
                self.fail(place, f"has no field '{field.name}'")
        return model(**read)

    def value(self, wanted: Any, value: Any, place: str) -> Any:
        options = get_args(wanted) if isinstance(wanted, UnionType) else (wanted,)
        if value is None and NoneType in options:
            return None
        (wanted,) = (option for option in options if option is not NoneType)
        if get_origin(wanted) is tuple:
            if not isinstance(value, list):
                self.fail(place, f"must be a list, not {_short(value)}")
            if len(value) > MOST and place != "pages":
                self.fail(place, f"has {len(value):,} entries; {MOST:,} is the most")
            return tuple(self.value(get_args(wanted)[0], item, f"{place}[{n}]") for n, item in enumerate(value))
        if get_origin(wanted) is Literal:
            if value != get_args(wanted)[0]:
                self.fail(place, f"must be '{get_args(wanted)[0]}', not {_short(value)}")
            return value
        if is_dataclass(wanted) and wanted is not Edtf:
            assert isinstance(wanted, type)
            return self.record(wanted, value, place)
        if wanted is int:
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                self.fail(place, f"must be a whole number, not {_short(value)}")
            return value
        return self.text(wanted, value, place)

    def text(self, wanted: Any, value: Any, place: str) -> Any:
        if not isinstance(value, str):
            self.fail(place, f"must be text, not {_short(value)}")
        if found := _CONTROL.search(value):
            self.fail(place, f"holds the character U+{ord(found.group()):04X}, which no text has")
        if wanted is str:
            return value
        make, meant = _MAKERS.get(wanted, (wanted, ""))
        try:
            return make(value)
        except (ValueError, EdtfError):
            self.fail(place, f"cannot be {_short(value)}; it is {meant or 'one of ' + ', '.join(wanted)}")


_MAKERS: Mapping[Any, tuple[Callable[[str], Any], str]] = {
    Edtf: (parse_edtf, "a date of EDTF, such as 2025-03"),
    date: (date.fromisoformat, "a day, such as 2025-03-15"),
}


@lru_cache
def _types(model: type) -> Mapping[str, Any]:
    return get_type_hints(model)


def _check_ids(manifest: Manifest, reader: _Reader) -> None:
    """Refuse two entries of one id, and ids that lead to nothing."""
    for page in manifest.pages:
        if not _PAGE.fullmatch(page.path) or len(page.path) > _LONGEST_PATH:
            reader.fail("pages", f'has a page at {_short(page.path)}, which is no path such as "explainers/soup.md"')
    _unique([page.path for page in manifest.pages], "pages", reader)
    for number, page in enumerate(manifest.pages):
        place = f"pages[{number}]"
        for name in ("sources", "people", "quotations", "opinions", "events"):
            _unique([entry.id for entry in getattr(page, name)], f"{place}.{name}", reader)
        _dangling(page, place, reader)


def _unique(names: list[str], place: str, reader: _Reader) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            reader.fail(place, f"has {_short(name)} twice")
        seen.add(name)


def _dangling(page: PageRecord, place: str, reader: _Reader) -> None:
    sources = {source.id for source in page.sources}
    people = {person.id for person in page.people}
    quotes = {quotation.id for quotation in page.quotations}
    named = [(f"quotations[{n}].source", quotation.source, sources) for n, quotation in enumerate(page.quotations)]
    named += [(f"quotations[{n}].speaker", quotation.speaker, people) for n, quotation in enumerate(page.quotations)]
    named += [(f"opinions[{n}].person", opinion.person, people) for n, opinion in enumerate(page.opinions)]
    named += [(f"opinions[{n}].quotes", name, quotes) for n, entry in enumerate(page.opinions) for name in entry.quotes]
    named += [(f"events[{n}].quotes", name, quotes) for n, entry in enumerate(page.events) for name in entry.quotes]
    named += [(f"events[{n}].sources", name, sources) for n, entry in enumerate(page.events) for name in entry.sources]
    for where, name, known in named:
        if name and name not in known:
            reader.fail(f"{place}.{where}", f"names {_short(name)}, which is not there")

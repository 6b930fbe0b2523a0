"""The JSON form of a manifest: text with stable bytes, the manifest read back from it, and its JSON Schema."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from types import NoneType
from typing import Any, Final, NoReturn

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.evidence.manifest import FORMAT, MOST, VERSION, Manifest, PageRecord
from generator.files.text_file import decode
from generator.model.errors import Location, UnreadableError

LARGEST = 50_000_000
"""Bytes that an evidence file may have; one of a thousand pages with fifty quotations each has about as many."""
SCHEMA_NAME: Final = "evidence.schema.json"
"""Name of the file that holds the JSON Schema, beside the evidence of the whole site."""

_MANIFEST = TypeAdapter(Manifest)
_SHOWN = 40
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PAGE = re.compile(r"(?!/)(?:(?!\.{1,2}/)[^/\x00-\x1f]+/)*[^/\x00-\x1f]+\.md", re.IGNORECASE)
_LONGEST_PATH = 1000
_WANTED: Mapping[str, str] = {
    "dataclass_type": "must be an object, not {value}",
    "tuple_type": "must be a list, not {value}",
    "string_type": "must be text, not {value}",
    "wrong-type": "must be text, not {value}",
    "int_type": "must be a whole number, not {value}",
    "greater_than_equal": "must be a whole number, not {value}",
    "date_type": "cannot be {value}; it is a day, such as 2025-03-15",
    "date_parsing": "cannot be {value}; it is a day, such as 2025-03-15",
    "date_from_datetime_parsing": "cannot be {value}; it is a day, such as 2025-03-15",
    "bad-date": "cannot be {value}; it is a date of EDTF, such as 2025-03",
    "enum": "cannot be {value}; it is one of {expected}",
    "literal_error": "must be {expected}, not {value}",
    "too_long": f"has more than {MOST:,} entries, which is the most",
}
"""What is said of a value that is none, by the type of pydantic's error."""


def render_manifest(manifest: Manifest) -> str:
    """Render a manifest as JSON.

    Args:
        manifest: The manifest.

    Returns:
        Its text: every field in the order of the model, entries in the order of the page, with a line feed at the
        end. The same manifest gives the same bytes.
    """
    return f"{_MANIFEST.dump_json(manifest, indent=1).decode()}\n"


def render_schema() -> str:
    """Render the JSON Schema of an evidence file, with a line feed at the end."""
    return json.dumps(manifest_schema(), ensure_ascii=False, indent=1) + "\n"


def manifest_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an evidence file."""
    schema = _MANIFEST.json_schema(mode="serialization")
    for described in (schema, *schema["$defs"].values()):
        _describe(described)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_NAME, **schema}


def _describe(schema: dict[str, Any]) -> None:
    """Say of each field what the docstring of its class says."""
    summary, _, arguments = schema.get("description", "").partition("\n\nArgs:\n")
    schema["description"] = " ".join(summary.split())
    for name, text in re.findall(r"^ *(\w+): (.+(?:\n {8}.+)*)", arguments, re.MULTILINE):
        schema["properties"][name]["description"] = " ".join(text.split()).replace("None", "null")


def parse_manifest(data: bytes, shown: str) -> Manifest:
    """Parse an evidence file.

    Args:
        data: Its bytes.
        shown: Its path or address as shown in messages.

    Returns:
        The manifest. Fields that this version does not know are passed over.

    Raises:
        UnreadableError: It is no evidence file, or one of another version; the message says where and why.
    """
    text, issues = decode(data, shown, LARGEST)
    if issues:
        raise UnreadableError(f"{issues[0].message}, and no evidence file", issues[0].location)
    content = _parse_json(text, shown)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UnreadableError(f'this is no evidence file; one begins with {{"format": "{FORMAT}"', Location(path=shown))
    if content.get("version") != VERSION:
        version = _short(content.get("version"))
        message = (
            f"this evidence file is of version {version}, and only version {VERSION} can be read; "
            "build its site anew, or use the version of explainer that made it"
        )
        raise UnreadableError(message, Location(path=shown))
    for problem in _control_characters(content, ""):
        raise UnreadableError(problem, Location(path=shown))
    try:
        manifest = _MANIFEST.validate_json(text, strict=True)
    except ValidationError as error:
        raise UnreadableError(_told(error.errors(include_url=False)[0]), Location(path=shown)) from error
    for problem in chain(_wrong_paths(manifest), _wrong_ids(manifest)):
        raise UnreadableError(problem, Location(path=shown))
    return manifest


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


def _told(details: ErrorDetails) -> str:
    """Say what is wrong with a value, and where it stands."""
    steps = details["loc"][:-1] if details["type"] == "missing" else details["loc"]
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".") or "the file"
    if details["type"] == "missing":
        return f"{place} has no field '{details['loc'][-1]}'"
    expected = details.get("ctx", {}).get("expected", "")
    expected = expected if details["type"] == "literal_error" else expected.replace("'", "").replace(" or ", ", ")
    told = _WANTED.get(details["type"], f"{details['msg']}, not {{value}}")
    return f"{place} {told.format(value=_short(details['input']), expected=expected)}"


def _short(value: Any) -> str:
    text = json.dumps(value) if isinstance(value, str | int | float | bool | NoneType) else type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _control_characters(value: Any, place: str) -> Iterator[str]:
    """Tell of characters that could steer a terminal, and of those that no text has."""
    if isinstance(value, str) and (found := _CONTROL.search(value)):
        yield f"{place} holds the character U+{ord(found.group()):04X}, which no text has"
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _control_characters(item, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _control_characters(item, f"{place}[{number}]")


def _wrong_paths(manifest: Manifest) -> Iterator[str]:
    for page in manifest.pages:
        if not _PAGE.fullmatch(page.path) or len(page.path) > _LONGEST_PATH:
            yield f'pages has a page at {_short(page.path)}, which is no path such as "explainers/soup.md"'


def _wrong_ids(manifest: Manifest) -> Iterator[str]:
    """Tell of two entries of one id, and of ids that lead to nothing."""
    yield from _repeated([page.path for page in manifest.pages], "pages")
    for number, page in enumerate(manifest.pages):
        place = f"pages[{number}]"
        for name in ("sources", "people", "quotations", "opinions", "events"):
            yield from _repeated([entry.id for entry in getattr(page, name)], f"{place}.{name}")
        yield from _dangling(page, place)


def _repeated(names: list[str], place: str) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{place} has {_short(name)} twice"
        seen.add(name)


def _dangling(page: PageRecord, place: str) -> Iterator[str]:
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
            yield f"{place}.{where} names {_short(name)}, which is not there"

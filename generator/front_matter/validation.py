"""Validation: values and their places in, pydantic's fields and Issues in the author's words out."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.front_matter.nodes import FrontMatter, Path
from generator.front_matter.schema import ENTRIES
from generator.model.explainer import Places
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean

Fields = TypeVar("Fields", bound=BaseModel)

_NOUNS = {
    "sources": "source",
    "people": "person",
    "quotes": "quotation",
    "experts": "expert opinion",
    "timeline": "event",
    "questions": "question",
    "known": "known item",
    "unknown": "unknown item",
    "corrections": "correction",
}
_SHAPES = {
    "dict_type": (
        "a mapping",
        "write `id:` on a line of its own and the fields of the entry indented below it",
    ),
    "model_type": (
        "a mapping of fields",
        "write its fields below it, one `field: value` on a line, indented",
    ),
    "model_attributes_type": (
        "a mapping of fields",
        "write its fields below it, one `field: value` on a line, indented",
    ),
    "tuple_type": ("a list", "write each item on a line of its own with - before it"),
    "list_type": ("a list", "write each item on a line of its own with - before it"),
    "string_type": ("text", "write one piece of text"),
    "wrong-type": ("a date", "write one such as 2025, 2025-03 or 2025-03-15"),
}


@dataclass(frozen=True, slots=True)
class Validated(Generic[Fields]):
    """The sound fields of some front matter, where they stand, and what was wrong with the rest."""

    fields: Fields
    places: Places
    issues: tuple[Issue, ...]


def validate(model: type[Fields], front: FrontMatter, fallback: Mapping[str, str]) -> Validated[Fields]:
    """Validate front matter; whatever is sound is kept.

    Args:
        model: The fields that it may have.
        front: The values and their places.
        fallback: Text for required fields of the page itself that are missing or wrong.

    Returns:
        The fields without what was wrong, the places of what is left, and an Issue for each thing that was.
    """
    data = _without_empty(front.data or {}, model)
    issues: list[Issue] = []
    # An Issue speaks for what lies within it (told_whole) and for what it lies within (told).
    told = {path[:end] for path in front.refused for end in range(1, len(path) + 1)}
    told_whole = set(front.refused)
    removed: set[Path] = set()
    while True:
        try:
            fields = model.model_validate(_kept(data, (), removed))
        except ValidationError as error:
            found = [(_path(details, data, removed), details) for details in error.errors(include_url=False)]
            for path, details in found:
                around = [path[:end] for end in range(1, len(path) + 1)]
                if path not in told and told_whole.isdisjoint(around):
                    issues.append(_issue(details, path, front, model, data))
                    told.update(around)
                    told_whole.add(path)
            for path, details in found:
                _remove(data, path, details["type"], fallback, removed)
        else:
            return Validated(fields, _moved(front.places, removed), tuple(issues))


def _kept(value: Any, path: Path, removed: set[Path]) -> Any:
    """Return a value without what was removed from it."""
    if isinstance(value, dict):
        return {key: _kept(v, (*path, key), removed) for key, v in value.items() if (*path, key) not in removed}
    if isinstance(value, list):
        return [_kept(v, (*path, i), removed) for i, v in enumerate(value) if (*path, i) not in removed]
    return value


def _moved(places: Places, removed: set[Path]) -> Places:
    """Return the places of what is left, list items counted without those that were removed."""
    gone: dict[Path, list[int]] = {}
    for path in sorted((path for path in removed if isinstance(path[-1], int)), key=lambda path: path[-1]):
        gone.setdefault(path[:-1], []).append(int(path[-1]))
    if not gone:
        return places
    moved = [
        {new: place for path, place in known.items() if (new := _counted(path, removed, gone)) is not None}
        for known in (places.values, places.keys)
    ]
    return Places(file=places.file, values=moved[0], keys=moved[1])


def _counted(path: Path, removed: set[Path], gone: Mapping[Path, list[int]]) -> Path | None:
    counted: list[str | int] = []
    for depth, step in enumerate(path):
        if path[: depth + 1] in removed:
            return None
        counted.append(step - bisect_left(gone.get(path[:depth], []), step) if isinstance(step, int) else step)
    return tuple(counted)


def _without_empty(data: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Drop fields that were left empty; an entry that was left empty stays, since its id is used."""
    kept: dict[str, Any] = _stated(data, model)
    for field, entry_model in ENTRIES.items():
        if isinstance(kept.get(field), dict):
            entries = ((key, {} if entry is None else entry) for key, entry in kept[field].items())
            kept[field] = {key: _stated(entry, entry_model) for key, entry in entries}
    for field in ("known", "unknown", "corrections"):
        if isinstance(kept.get(field), list):
            kept[field] = [_stated(item, _item_model(model, field)) for item in kept[field]]
    return kept


def _stated(value: Any, model: type[BaseModel]) -> Any:
    """Drop the fields of a mapping that were left empty, but none that is unknown: it may be cut-off text."""
    if not isinstance(value, Mapping):
        return value
    return {key: inner for key, inner in value.items() if inner is not None or key not in model.model_fields}


def _path(details: ErrorDetails, data: Any, removed: set[Path]) -> Path:
    """Return an error's path in the values as written, and the missing or unknown field behind it."""
    path: Path = ()
    value = data
    for step in details["loc"]:
        if isinstance(value, dict) and step in value:
            place: str | int = step
        elif isinstance(value, list) and isinstance(step, int):
            place = [index for index in range(len(value)) if (*path, index) not in removed][step]
        elif details["type"] == "missing":
            return (*path, step)
        else:
            continue
        value = value[place]
        path = (*path, place)
    return path


def _remove(data: dict[str, Any], path: Path, kind: str, fallback: Mapping[str, str], removed: set[Path]) -> None:
    """Take away what an error is about: the entry if a required field of it is missing, else the value."""
    if len(path) == 1 and path[0] in fallback:
        data[str(path[0])] = fallback[str(path[0])]
    else:
        removed.add(path[:-1] if kind == "missing" else path)


def _issue(details: ErrorDetails, path: Path, front: FrontMatter, model: type[BaseModel], data: Any) -> Issue:
    kind = details["type"]
    places = front.places
    subject = _subject(path)
    context = details.get("ctx", {})
    if kind == "missing":
        location = places.key(*path[:-1]) if len(path) > 1 else places.value()
        field = path[-1]
        if path in front.places.keys:
            return Issue.error("missing-field", places.key(*path), f"{subject} is empty", f"write its {field}")
        owner = _owner(path)
        return Issue.error("missing-field", location, f"{owner} has no '{field}'", f"add `{field}: …`")
    if kind == "extra_forbidden":
        known = _fields_at(model, path)
        if path[-1] == "<<":
            message = "the merge key '<<' is not supported"
            return Issue.error("unknown-key", places.key(*path), message, "write out the fields that it stands for")
        message = f"{_owner(path)} has no field '{path[-1]}'"
        listed = f"its fields are {', '.join(sorted(known))}"
        if _value_at(data, path) is None:
            listed = f"if it belongs to the text before it, put quotation marks around the whole text; {listed}"
        return Issue.error("unknown-key", places.key(*path), message, did_you_mean(str(path[-1]), known, listed))
    if kind == "bad-id":
        return Issue.error("bad-id", places.key(*path), details["msg"], context["help"])
    if kind in _SHAPES:
        wanted, help_text = _SHAPES[kind]
        found = _shape(_value_at(data, path))
        return Issue.error("wrong-type", places.value(*path), f"{subject} must be {wanted}, not {found}", help_text)
    if kind == "enum":
        value = str(_value_at(data, path))
        choices = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return Issue.error(
            "bad-value",
            places.value(*path),
            f"{subject} cannot be '{value}'",
            did_you_mean(value, choices, f"write one of {', '.join(choices)}"),
        )
    if kind == "string_too_short":
        return Issue.error("missing-field", places.value(*path), f"{subject} is empty", "write it, or delete the line")
    return Issue.error(kind, places.value(*path), f"{subject}: {details['msg']}", context.get("help", ""))


def _subject(path: Path) -> str:
    if len(path) == 2 and path[0] in ENTRIES:
        return f"{_NOUNS[str(path[0])]} '{path[1]}'"
    fields = [str(step) for step in path if isinstance(step, str)]
    if len(path) >= 3 and path[0] in ENTRIES:
        return f"'{path[2]}' of {_NOUNS[str(path[0])]} '{path[1]}'"
    if len(path) >= 2 and isinstance(path[1], int):
        what = f"{_NOUNS.get(str(path[0]), fields[0])} {path[1] + 1}"
        return f"'{path[2]}' of {what}" if len(path) > 2 else what
    if len(path) == 2 and path[0] == "glossary":
        return f"the meaning of '{path[1]}'"
    return f"'{fields[-1]}'" if fields else "the front matter"


def _owner(path: Path) -> str:
    if len(path) >= 3 and path[0] in ENTRIES:
        return f"{_NOUNS[str(path[0])]} '{path[1]}'"
    if len(path) >= 3 and isinstance(path[1], int):
        return f"{_NOUNS.get(str(path[0]), path[0])} {path[1] + 1}"
    return "the page"


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    if len(path) == 1:
        return list(model.model_fields)
    if path[0] in ENTRIES:
        return list(ENTRIES[str(path[0])].model_fields)
    return list(_item_model(model, str(path[0])).model_fields)


def _item_model(model: type[BaseModel], field: str) -> type[BaseModel]:
    found: Any = model.model_fields[field].annotation
    while not (isinstance(found, type) and issubclass(found, BaseModel)):
        found = get_args(found)[0]
    return found


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else "text"

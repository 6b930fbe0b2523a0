"""Forms: the front matter's fields as Pages CMS describes them, for editing in a browser."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.front_matter.schema import PageFields, SharedPersonFields

_BODY = {"name": "body", "label": "Text", "type": "code", "options": {"format": "markdown"}}
"""Markdown as it is written: an editor of rich text would rewrite what it does not know, such as `::: quote`."""

_ADDRESS = {"regex": "^https?://\\S+$", "message": "Write the address whole, with https://"}


def explainer_fields() -> list[dict[str, Any]]:
    """Return the form of an explainer: all fields but those with entries by id, which no form of Pages CMS can hold."""
    return [*_fields(PageFields), _BODY]


def person_fields() -> list[dict[str, Any]]:
    """Return the form of a person's own file."""
    return [*_fields(SharedPersonFields), {**_BODY, "label": "Biography"}]


def _fields(model: type[BaseModel]) -> list[dict[str, Any]]:
    schema = model.model_json_schema()
    return list(_described(schema, schema.get("$defs", {})))


def _described(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the fields of an object of a JSON Schema, with what its shared definitions say of them."""
    for name, value in schema["properties"].items():
        kind = _resolved(value, shared)
        if "additionalProperties" in kind and "properties" not in kind:
            continue
        field = {"name": name, "label": name.replace("_", " ").capitalize(), "description": value["description"]}
        if name in schema.get("required", ()):
            field["required"] = True
        yield field | _type(kind, shared)


def _type(kind: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    if kind["type"] == "array":
        item = _type(_resolved(kind["items"], shared), shared)
        many = {"collapsible": {"summary": "{index}. {text}"}} if item["type"] == "object" else True
        return {**item, "list": many}
    if kind["type"] == "object":
        return {"type": "object", "fields": list(_described(kind, shared))}
    if kind["type"] == "boolean":
        return {"type": "boolean", "default": kind["default"]}
    if "enum" in kind:
        return {"type": "select", "options": {"values": list(kind["enum"])}, "default": kind["default"]}
    if kind.get("format") == "uri":
        return {"type": "string", "pattern": dict(_ADDRESS)}
    return {"type": "text" if "Markdown" in kind.get("description", "") else "string"}


def _resolved(value: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a field may be, without references and without the null of those that may be left out."""
    kind = dict(value)
    for choice in kind.pop("anyOf", ()):
        if choice.get("type") != "null":
            kind = {**choice, **kind}
    reference = kind.pop("$ref", None)
    return {**shared[reference.rpartition("/")[2]], **kind} if reference else kind

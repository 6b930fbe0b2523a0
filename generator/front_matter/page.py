"""A page: front matter and body as an Explainer, or as an ordinary page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import PurePosixPath
from typing import Any

from generator.front_matter.nodes import FrontMatter, read_front_matter
from generator.front_matter.references import check_references
from generator.front_matter.schema import PageFields, PersonFields, SharedPersonFields, id_problem, is_true
from generator.front_matter.unopened import check_opening
from generator.front_matter.validation import validate
from generator.model.explainer import (
    Correction,
    Event,
    ExpertOpinion,
    Explainer,
    Known,
    Person,
    Question,
    Quotation,
    Source,
    Unknown,
)
from generator.model.issue import Issue
from generator.model.suggestion import nearest_name

OWN_KEYS = frozenset(PageFields.model_fields) - {"title", "draft", "language"}
"""Any of these makes a page an Explainer."""

HOST_KEYS = frozenset(
    [
        "authors",
        "categories",
        "comments",
        "date",
        "description",
        "hide",
        "icon",
        "image",
        "links",
        "meta",
        "pin",
        "readtime",
        "robots",
        "search",
        "slug",
        "social",
        "status",
        "subtitle",
        "tags",
        "template",
    ]
)
"""Keys that MkDocs and Material read; they are handed on as they are."""

_DRAFT = re.compile(r"^draft:[ \t]*(?P<value>[^\s#]+)", re.MULTILINE)
_CLOSING = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_SWITCHES = frozenset({"comments", "pin", "readtime", "search", "social"})
_NATIVE = {"true": True, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedPage:
    """A page, parsed.

    Args:
        explainer: The Explainer; None where it is an ordinary page, or cannot be read.
        issues: What is wrong with it.
        draft: Whether it says that it is not yet meant for readers, as far as it can be read.
    """

    explainer: Explainer | None = None
    issues: tuple[Issue, ...] = ()
    draft: bool = False


def parse_page(
    text: str, path: str, display_path: str, people: Mapping[str, Person], language: str = "en"
) -> ParsedPage:
    """Parse a page.

    Args:
        text: The whole page, with line feeds for line ends.
        path: Its path below the content folder.
        display_path: Its path as messages display it.
        people: The people whom all pages share.
        language: BCP 47 tag of pages that name none.

    Returns:
        The page; entries that are wrong are left out of it, all else is kept.
    """
    front = read_front_matter(text, display_path)
    data = front.data or {}
    if not (OWN_KEYS | {"<<"}) & data.keys():
        return _ordinary(text, front, display_path)
    host = {key: _native(value) if key in _SWITCHES else value for key, value in data.items() if key in HOST_KEYS}
    own = replace(front, data={key: value for key, value in data.items() if key not in HOST_KEYS})
    own = replace(own, data=_with_names(own.data or {}, people))
    valid = validate(PageFields, own, {"title": PurePosixPath(path).stem})
    page = valid.fields
    explainer = replace(_explainer(page, own, path, people, language), places=valid.places, host=host)
    found = (*front.issues, *valid.issues, *check_references(explainer, page, people, data))
    return ParsedPage(explainer=explainer, issues=found, draft=explainer.draft)


def _ordinary(text: str, front: FrontMatter, display_path: str) -> ParsedPage:
    """Parse a page that is no Explainer, or would be one if its front matter could be read."""
    if front.data is not None:
        return ParsedPage(issues=(*front.issues, *_near_misses(front)), draft=is_true(front.data.get("draft")))
    unopened = None if front.issues else check_opening(text, display_path, OWN_KEYS, PageFields.model_fields)
    issues = (unopened,) if unopened else front.issues
    return ParsedPage(issues=issues, draft=bool(issues) and _says_draft(text))


def _says_draft(text: str) -> bool:
    """Tell whether a line of broken front matter says that the page is a draft."""
    head, *rest = _CLOSING.split(text.strip().lstrip("-"), maxsplit=1)
    found = _DRAFT.search(head if rest else head.split("\n\n", 1)[0])
    return found is not None and is_true(found["value"])


def _native(value: Any) -> Any:
    """Return a setting of the theme as MkDocs would read it, where the text "false" would count as true."""
    if isinstance(value, dict):
        return {key: _native(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return int(value) if value.isdecimal() and value.isascii() else _NATIVE.get(value.lower(), value)
    return value


def _with_names(data: Mapping[str, Any], shared: Mapping[str, Person]) -> dict[str, Any]:
    """Return front matter whose people need not repeat a name that all pages share."""
    people = data.get("people")
    if not isinstance(people, dict):
        return dict(data)
    named = {
        key: {"name": shared[key].name, **(entry or {})}
        if key in shared and (entry is None or isinstance(entry, dict))
        else entry
        for key, entry in people.items()
    }
    return {**data, "people": named}


def parse_person(text: str, path: str, display_path: str) -> tuple[Person | None, tuple[Issue, ...]]:
    """Parse a person's own file.

    Args:
        text: The whole file; its body is the biography.
        path: Its path below the content folder; its stem is the person's id.
        display_path: Its path as messages display it.

    Returns:
        The person, or None where there is no front matter, and what is wrong.
    """
    front = read_front_matter(text, display_path)
    identifier = PurePosixPath(path).stem
    if front.data is None:
        if front.issues:
            return None, front.issues
        message = "this file of a person has no front matter"
        location = front.places.file
        return None, (
            Issue.error(
                "missing-field",
                location,
                message,
                "begin it with --- and the person's `name:`",
            ),
        )
    if problem := id_problem(identifier):
        message = f"'{identifier}', the name of this file, cannot be an id"
        issue = Issue.error("bad-id", front.places.file, message, problem)
        return None, (*front.issues, issue)
    valid = validate(SharedPersonFields, front, {"name": identifier})
    person = Person(id=identifier, **_values(valid.fields), biography=front.body.strip())
    return person, (*front.issues, *valid.issues)


def _near_misses(front: FrontMatter) -> Iterator[Issue]:
    for key in front.data or {}:
        meant = nearest_name(key, OWN_KEYS)
        if meant is not None and key not in HOST_KEYS and key not in PageFields.model_fields and _close(key, meant):
            yield Issue.warning(
                "unknown-key",
                front.places.key(key),
                f"the page has a field '{key}', which nobody reads",
                f"did you mean '{meant}'?",
            )


def _close(key: str, meant: str) -> bool:
    return abs(len(key) - len(meant)) <= 2 and len(key) > 4


def _explainer(
    page: PageFields,
    front: FrontMatter,
    path: str,
    shared: Mapping[str, Person],
    language: str,
) -> Explainer:
    people = dict(shared)
    for key, entry in page.people.items():
        people[key] = _merged(key, entry, shared.get(key))
    return Explainer(
        path=path,
        title=page.title,
        kicker=page.kicker,
        standfirst=page.standfirst,
        byline=page.byline,
        published=page.published,
        updated=page.updated,
        language=page.language or language,
        topics=page.topics,
        key_points=page.key_points,
        sources={
            key: Source(id=key, **{**_values(entry), "url": entry.url or "", "archived": entry.archived or ""})
            for key, entry in page.sources.items()
        },
        people=people,
        quotes={key: Quotation(id=key, **_values(entry)) for key, entry in page.quotes.items()},
        experts={
            key: ExpertOpinion(id=key, **{**_values(entry), "person": entry.person or key})
            for key, entry in page.experts.items()
        },
        timeline={key: Event(id=key, **_values(entry)) for key, entry in page.timeline.items()},
        questions={key: Question(id=key, **_values(entry)) for key, entry in page.questions.items()},
        known=tuple(Known(**_values(entry)) for entry in page.known),
        unknown=tuple(Unknown(**_values(entry)) for entry in page.unknown),
        glossary=dict(page.glossary),
        corrections=tuple(Correction(**_values(entry)) for entry in page.corrections),
        allow_quotes=page.allow_quotes,
        draft=page.draft,
        listed=page.listed,
        body=front.body,
        body_line=front.body_line,
        places=front.places,
    )


def _values(entry: Any) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in type(entry).model_fields}


def _merged(key: str, entry: PersonFields, shared: Person | None) -> Person:
    """Let the page's own entry win, field by field, over the shared one."""
    stated = {name: getattr(entry, name) for name in entry.model_fields_set}
    base = {f.name: getattr(shared, f.name) for f in fields(Person)} if shared else _values(entry)
    return Person(**{**base, **stated, "id": key})

"""Directives: the places in an author's text where quotations, experts and timelines go."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from generator.edtf import Edtf, EdtfError, parse_edtf
from generator.issue import Issue, Severity
from generator.model import Explainer
from generator.render.author_text import AuthorText
from generator.render.layout import Layout, Line
from generator.suggestion import did_you_mean

INDENT = "    "

_DIRECTIVE = re.compile(
    r"(?P<lead>[ \t>]*)(?P<bullet>(?:[-*+]|\d+\.)[ \t]+)?"
    r":::[ \t]*(?P<name>[\w-]+)(?:[ \t]+(?P<rest>\S.*?))?[ \t]*$"
)
_OPTION = re.compile(r"(?P<space>[ \t]*)(?P<key>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>\S.*?))?[ \t]*$")


class Component(StrEnum):
    """What a directive places."""

    QUOTE = "quote"
    EXPERT = "expert"
    TIMELINE = "timeline"


OPTIONS: Mapping[Component, tuple[str, ...]] = {
    Component.QUOTE: ("context",),
    Component.EXPERT: (),
    Component.TIMELINE: ("from", "to", "only"),
}
_SYNONYMS = {"quotation": Component.QUOTE, "pullquote": Component.QUOTE, "opinion": Component.EXPERT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One thing placed in the text.

    Args:
        component: What is placed.
        id: Id of the quotation or the expert opinion; empty for a timeline.
        start: Offset of the directive's first character that is replaced.
        end: Offset just behind its last line.
        first: What stands before it on its line: indentation, marks of a block quote, a bullet.
        indent: What its further lines begin with.
        open: Whether the sentences around a quotation are shown unfolded.
        since: Earliest date that a timeline shows; None for all.
        until: Latest date that it shows; None for all.
        only: Ids of the events that it shows; empty for all.
    """

    component: Component
    id: str = ""
    start: int
    end: int
    first: str = ""
    indent: str = ""
    open: bool = False
    since: Edtf | None = None
    until: Edtf | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directives:
    """The directives of a text, the offsets of those that could not be read, and what is wrong."""

    found: tuple[Directive, ...] = ()
    broken: tuple[tuple[int, int], ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class _Reading:
    """One directive while it is read; `issues` non-empty makes it broken."""

    author: AuthorText
    explainer: Explainer
    issues: list[Issue] = field(default_factory=list)

    def report(self, code: str, offset: int, length: int, message: str, help_text: str) -> None:
        self.issues.append(
            Issue(
                code=code,
                severity=Severity.ERROR,
                location=self.author.at(offset, length),
                message=message,
                help=help_text,
            )
        )


def parse_directives(author: AuthorText, layout: Layout, explainer: Explainer) -> Directives:
    """Parse the directives of a text.

    A directive is a line `::: quote ID`, `::: expert ID` or `::: timeline`, with indented
    `key: value` options beneath. Lines of other extensions that begin with `:::` are left alone.

    Args:
        author: The text.
        layout: Its layout.
        explainer: The page, whose quotations, experts and events may be placed.

    Returns:
        The directives in order, and what is wrong with others.
    """
    found: list[Directive] = []
    broken: list[tuple[int, int]] = []
    issues: list[Issue] = []
    for index, line in enumerate(layout.lines):
        match = _DIRECTIVE.match(line.text)
        if match is None or layout.code_at(line.start + match.end("lead")):
            continue
        name = match["name"]
        component = _component(name)
        if component is None:
            continue
        reading = _Reading(author, explainer)
        options = list(_option_lines(layout.lines[index + 1 :], line, match))
        end = max(
            (option.start + len(option.text) for option in options), default=line.start + len(line.text)
        )
        if name != component:
            reading.report(
                "unknown-directive",
                line.start + match.start("name"),
                len(name),
                f"there is no directive '::: {name}'",
                f"did you mean '::: {component}'?",
            )
        directive = _directive(reading, component, line, match, options, end)
        issues += reading.issues
        if reading.issues:
            broken.append((line.start + match.end("lead"), end))
        else:
            found.append(directive)
    return Directives(found=tuple(found), broken=tuple(broken), issues=tuple(issues))


def _component(name: str) -> Component | None:
    # Closer than other suggestions: `::: time` is another extension's, and may name any module.
    near = get_close_matches(name.lower(), list(Component), n=1, cutoff=0.75)
    return _SYNONYMS.get(name.lower()) or (Component(near[0]) if near else None)


def _option_lines(following: Sequence[Line], line: Line, match: re.Match[str]) -> Iterator[Line]:
    """Give the lines right beneath a directive that are indented deeper than it is."""
    own = len((match["lead"] + " " * len(match["bullet"] or "")).expandtabs(4))
    expected = line.start + len(line.text) + 1
    for later in following:
        indentation = len(later.text.expandtabs(4)) - len(later.text.expandtabs(4).lstrip(" >"))
        if later.start != expected or not later.text.strip(" \t>") or indentation <= own:
            return
        expected = later.start + len(later.text) + 1
        yield later


def _directive(
    reading: _Reading,
    component: Component,
    line: Line,
    match: re.Match[str],
    options: Sequence[Line],
    end: int,
) -> Directive:
    lead = line.quote or INDENT * line.depth
    bullet = match["bullet"] or ""
    values = _options(reading, component, options)
    return Directive(
        component=component,
        id=_id(reading, component, line, match),
        start=line.start,
        end=end,
        first=lead + bullet,
        indent=lead + INDENT if bullet else lead,
        open=_word(reading, values, "context", ("open", "closed")) == "open",
        since=_date(reading, values, "from"),
        until=_date(reading, values, "to"),
        only=_events(reading, values, "only"),
    )


def _id(reading: _Reading, component: Component, line: Line, match: re.Match[str]) -> str:
    rest = match["rest"] or ""
    offset = line.start + (match.start("rest") if rest else match.start("name"))
    if component is Component.TIMELINE:
        if rest:
            reading.report(
                "unexpected-id",
                offset,
                len(rest),
                f"'::: timeline' takes no id, but '{rest}' follows",
                "to show some events only, write `only: id, id` on an indented line beneath",
            )
        return ""
    known = reading.explainer.quotes if component is Component.QUOTE else reading.explainer.experts
    field_name = "quotes" if component is Component.QUOTE else "experts"
    listed = ", ".join(f"'{name}'" for name in list(known)[:5])
    if not rest:
        reading.report(
            "missing-id",
            offset,
            len(match["name"]),
            f"'::: {component}' does not say which {component} is meant",
            f"add an id of `{field_name}:`: {listed}" if known else f"this page has no `{field_name}:`",
        )
    elif len(rest.split()) > 1:
        reading.report(
            "unexpected-id",
            offset,
            len(rest),
            f"'::: {component}' takes one id, but '{rest}' follows",
            f"write one directive for each, such as `::: {component} {rest.split()[0]}`",
        )
    elif rest not in known:
        thing = "quotation" if component is Component.QUOTE else "expert"
        otherwise = f"this page has: {listed}" if known else f"this page has no `{field_name}:`"
        reading.report(
            f"unknown-{thing}",
            offset,
            len(rest),
            f"there is no {thing} '{rest}' on this page",
            did_you_mean(rest, known, otherwise),
        )
    return rest


@dataclass(frozen=True, slots=True)
class _Option:
    value: str
    offset: int


def _options(reading: _Reading, component: Component, lines: Sequence[Line]) -> dict[str, _Option]:
    allowed = OPTIONS[component]
    values: dict[str, _Option] = {}
    for line in lines:
        lead = len(line.text) - len(line.text.lstrip(" \t>"))
        match = _OPTION.match(line.text, lead)
        if match is None or match["value"] is None:
            text = line.text[lead:].rstrip()
            reading.report(
                "bad-option",
                line.start + lead,
                len(text),
                f"'{text}' is no option of '::: {component}'",
                "write `key: value`, or leave a blank line before text that does not belong to the directive",
            )
        elif match["key"] not in allowed:
            takes = (
                f"'::: {component}' takes {', '.join(allowed)}"
                if allowed
                else f"'::: {component}' takes no options"
            )
            reading.report(
                "unknown-option",
                line.start + match.start("key"),
                len(match["key"]),
                f"there is no option '{match['key']}' of '::: {component}'",
                did_you_mean(match["key"], allowed, takes),
            )
        elif match["key"] in values:
            reading.report(
                "bad-option",
                line.start + match.start("key"),
                len(match["key"]),
                f"option '{match['key']}' is given twice",
                "keep one of them",
            )
        else:
            values[match["key"]] = _Option(match["value"], line.start + match.start("value"))
    return values


def _word(reading: _Reading, values: Mapping[str, _Option], key: str, allowed: Sequence[str]) -> str:
    option = values.get(key)
    if option is None:
        return ""
    if option.value not in allowed:
        reading.report(
            "bad-option",
            option.offset,
            len(option.value),
            f"option '{key}' cannot be '{option.value}'",
            f"write {' or '.join(f'`{key}: {word}`' for word in allowed)}",
        )
    return option.value


def _date(reading: _Reading, values: Mapping[str, _Option], key: str) -> Edtf | None:
    option = values.get(key)
    if option is None:
        return None
    try:
        return parse_edtf(option.value.strip("\"'"))
    except EdtfError as error:
        reading.report(
            "bad-date",
            option.offset,
            len(option.value),
            f"option '{key}': {error}",
            error.help or f"write a date such as `{key}: 2025-03` or `{key}: 2025-03-15`",
        )
        return None


def _events(reading: _Reading, values: Mapping[str, _Option], key: str) -> tuple[str, ...]:
    option = values.get(key)
    if option is None:
        return ()
    names: list[str] = []
    for word in re.finditer(r"[^\s,\[\]]+", option.value):
        names.append(word.group())
        if word.group() not in reading.explainer.timeline:
            reading.report(
                "unknown-event",
                option.offset + word.start(),
                len(word.group()),
                f"there is no event '{word.group()}' on this page",
                did_you_mean(word.group(), reading.explainer.timeline, "name events of `timeline:`"),
            )
    if not names:
        reading.report(
            "bad-option",
            option.offset,
            len(option.value),
            f"option '{key}' names no event",
            f"write the ids of events, such as `{key}: first, second`",
        )
    return tuple(names)

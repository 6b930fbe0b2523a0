"""Directives: the places in an author's text where quotations, experts, timelines and pull quotes go."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice

from generator.markdown.author_text import AuthorText
from generator.markdown.directive_options import OptionReader
from generator.markdown.layout import Layout, Line
from generator.markdown.pull import cut_refusal, pulled_quotation, stands_on_page
from generator.model.edtf import Edtf
from generator.model.errors import Location
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean

INDENT = "    "

_DIRECTIVE = re.compile(
    r"(?P<lead>[ \t>]*)(?P<bullet>(?:[-*+]|\d+\.)[ \t]+)?"
    r":::[ \t]*(?P<name>[\w-]+)(?:[ \t]+(?P<rest>\S(?:.*\S)?))?[ \t]*$"
)


_STRAY = re.compile(
    r"(?<![:：])[:：]{2,}[ \t\u00a0]*(?P<name>quote|experts?|timeline|pull)\b(?:[ \t\u00a0]+[\w-]+)?", re.IGNORECASE
)


class Component(StrEnum):
    """What a directive places."""

    QUOTE = "quote"
    EXPERT = "expert"
    EXPERTS = "experts"
    TIMELINE = "timeline"
    PULL = "pull"


OPTIONS: Mapping[Component, tuple[str, ...]] = {
    Component.QUOTE: ("context",),
    Component.EXPERT: (),
    Component.EXPERTS: ("only",),
    Component.TIMELINE: ("from", "to", "only"),
    Component.PULL: (),
}
_SYNONYMS = {
    "quotation": Component.QUOTE,
    "opinion": Component.EXPERT,
    "opinions": Component.EXPERTS,
    "pullquote": Component.PULL,
    "pull-quote": Component.PULL,
}
_GUESSED = (Component.QUOTE, Component.EXPERT, Component.EXPERTS, Component.TIMELINE)
"""What a misspelt name may have meant; words close to "pull" are other extensions' names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One thing placed in the text.

    Args:
        component: What is placed.
        id: Id of the quotation or the expert opinion; for a pull quote, its words; else empty.
        start: Offset of the directive's first character that is replaced.
        end: End offset of its last line, exclusive.
        first: What stands before it on its line: indentation, marks of a block quote, a bullet.
        indent: What its further lines begin with.
        open: Whether the sentences around a quotation are shown unfolded.
        since: Earliest date that a timeline shows; None for all.
        until: Latest date that it shows; None for all.
        only: Ids of the events or expert opinions that it shows; empty for all.
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


@dataclass(frozen=True, slots=True)
class _Written:
    """A directive as it stands in the text: its line, its parts, the lines beneath and where they end."""

    component: Component
    line: Line
    match: re.Match[str]
    options: Sequence[Line]
    end: int


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
    for written in _find(layout):
        options = OptionReader(author, f"::: {written.component}", OPTIONS[written.component], written.options)
        directive = _directive(written, options, explainer)
        wrong = [*_name_issues(written, author), *_id_issues(written, author, layout, explainer), *options.issues]
        issues += wrong
        if wrong:
            broken.append((written.line.start + written.match.end("lead"), written.end))
        else:
            found.append(directive)
    issues += _stray_issues(author, layout)
    return Directives(found=tuple(found), broken=tuple(broken), issues=tuple(issues))


def _find(layout: Layout) -> Iterator[_Written]:
    for index, line in enumerate(layout.lines):
        match = _DIRECTIVE.match(line.text)
        if match is None or layout.code_at(line.start + match.end("lead")):
            continue
        component = _component(match["name"])
        if component is not None:
            options = list(
                option_lines(layout.lines, index, _columns(match["lead"] + " " * len(match["bullet"] or "")))
            )
            last = options[-1] if options else line
            yield _Written(component, line, match, options, last.start + len(last.text))


def _stray_issues(author: AuthorText, layout: Layout) -> Iterator[Issue]:
    """Find what reads as a directive and stands where none is carried out, so that it would be published as text."""
    for line in layout.lines:
        stray = _STRAY.search(line.text)
        if stray is None or layout.code_at(line.start + stray.start()):
            continue
        match = _DIRECTIVE.match(line.text)
        if match is None or _component(match["name"]) is None:
            help_text = f"write it alone on a line of its own, as `::: {stray['name'].lower()}` with an id"
            yield stray_issue(author, line.start + stray.start(), stray.group(), help_text)


def stray_issue(author: AuthorText, offset: int, words: str, help_text: str) -> Issue:
    """Return the error for what reads as a directive, and would be published as text where it stands."""
    message = f"'{words}' stands here as text, and places nothing"
    return Issue.error("misplaced-directive", author.at(offset, len(words)), message, help_text)


def _component(name: str) -> Component | None:
    # Closer than other suggestions: `::: time` is another extension's, which may name any module.
    near = get_close_matches(name.lower(), _GUESSED, n=1, cutoff=0.75)
    exact = Component.PULL if name.lower() == Component.PULL else _SYNONYMS.get(name.lower())
    return exact or (Component(near[0]) if near else None)


def option_lines(lines: Sequence[Line], index: int, own: int) -> Iterator[Line]:
    """Give the lines right beneath a directive that are indented deeper than it is.

    Args:
        lines: The lines of the text.
        index: Which of them is the directive's.
        own: How many columns it is indented.

    Yields:
        The lines of its options.
    """
    previous = lines[index]
    for later in islice(lines, index + 1, None):
        content = later.text.lstrip(" \t>")
        adjoining = later.start == previous.start + len(previous.text) + 1
        if not adjoining or not content or _columns(later.text[: -len(content)]) <= own:
            return
        previous = later
        yield later


def _columns(space: str) -> int:
    return len(space.expandtabs(4))


def _directive(written: _Written, options: OptionReader, explainer: Explainer) -> Directive:
    line, bullet = written.line, written.match["bullet"] or ""
    quote = f"{line.quote.rstrip()} " if line.quote.strip() else ""
    of_experts = written.component is Component.EXPERTS
    known, noun = (explainer.experts, "expert") if of_experts else (explainer.timeline, "event")
    lead = quote + INDENT * line.depth
    return Directive(
        component=written.component,
        id=written.match["rest"] or "",
        start=line.start,
        end=written.end,
        first=lead + bullet,
        indent=lead + INDENT if bullet else lead,
        open=options.word("context", ("open", "closed")) == "open",
        since=options.date("from"),
        until=options.date("to"),
        only=options.names("only", known, noun),
    )


def _name_issues(written: _Written, author: AuthorText) -> Iterator[Issue]:
    name = written.match["name"]
    if name != written.component:
        yield Issue.error(
            "unknown-directive",
            author.at(written.line.start + written.match.start("name"), len(name)),
            f"there is no directive '::: {name}'",
            f"did you mean '::: {written.component}'?",
        )


def _id_issues(written: _Written, author: AuthorText, layout: Layout, explainer: Explainer) -> Iterator[Issue]:
    component, rest = written.component, written.match["rest"] or ""
    part = "rest" if rest else "name"
    place = author.at(written.line.start + written.match.start(part), len(written.match[part]))
    if component in _WITHOUT_ID:
        if rest:
            message = f"'::: {component}' takes no id, but '{rest}' follows"
            help_text = f"to show some {_WITHOUT_ID[component]} only, write `only: id, id` on an indented line beneath"
            yield Issue.error("unexpected-id", place, message, help_text)
        return
    if component is Component.PULL:
        yield from _pull_issues(rest, place, (author, layout), explainer)
        return
    noun, field_name = _NOUNS[component]
    known = explainer.quotes if component is Component.QUOTE else explainer.experts
    listed = ", ".join(f"'{name}'" for name in islice(known, 5))
    there = f"this page has: {listed}" if known else f"this page has no `{field_name}:`"
    if not rest:
        message = f"'::: {component}' does not say which {noun} is meant"
        yield Issue.error("missing-id", place, message, f"add an id; {there}")
    elif len(rest.split()) > 1:
        message = f"'::: {component}' takes one id, but '{rest}' follows"
        yield Issue.error("unexpected-id", place, message, f"write a line `::: {component} ID` for each")
    elif rest not in known:
        message = f"there is no {noun} '{rest}' on this page"
        yield Issue.error(f"unknown-{noun}", place, message, did_you_mean(rest, known, there))


def _pull_issues(words: str, place: Location, body: tuple[AuthorText, Layout], explainer: Explainer) -> Iterator[Issue]:
    if not words:
        message = "'::: pull' does not say which words are to stand out"
        yield Issue.error("missing-words", place, message, "write words of this page behind it, as they stand there")
    elif not stands_on_page(words, body[0].text, body[1], explainer):
        message = f"the page nowhere says “{words}”, so that it cannot be pulled out"
        yield Issue.error("not-on-page", place, message, "a pull quote repeats words of the page exactly")
    elif (quotation := pulled_quotation(words, explainer)) and (reason := cut_refusal(words, quotation.text)):
        message = f"these words cannot be cut out of quotation '{quotation.id}': {reason}"
        yield Issue.error("cut-meaning", place, message, "pull out the whole sentence, or other words")


_WITHOUT_ID = {Component.TIMELINE: "events", Component.EXPERTS: "experts"}
_NOUNS = {Component.QUOTE: ("quotation", "quotes"), Component.EXPERT: ("expert", "experts")}

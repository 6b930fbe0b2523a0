"""Reports: Issues as text for people, and as JSON, GitHub annotations or SARIF for machines."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO
from urllib.parse import quote

from rich.console import Console
from rich.text import Text

from generator.model.errors import Location
from generator.model.issue import Issue, Severity, sorted_issues
from generator.model.verdict import Change, Verdict
from generator.text.paragraphs import find_paragraphs
from generator.wording.issue_words import excerpt, render_summary
from generator.wording.word_diff import marked

_WIDTH = 100
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_DRAFT_STYLE = "bold cyan"
_SIDES = {Change.SAME: "", Change.MISSING: "green", Change.ADDED: "red"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def write_report(
    issues: Sequence[Issue],
    form: str,
    stream: TextIO,
    further: Mapping[str, Any] | None = None,
    *,
    brief: bool = False,
) -> None:
    """Write Issues to a stream.

    Args:
        issues: The Issues.
        form: "text", "json", "github" or "sarif".
        stream: Where to; text is in colour where it is a terminal and NO_COLOR is not set.
        further: Plain values that JSON has besides.
        brief: Whether text has one line for each, with its place and its message.
    """
    found = sorted_issues(issues)
    if form == "text":
        console = Console(file=stream, highlight=False, soft_wrap=True)
        for issue in found:
            console.print(_first_line(issue) if brief else render_text(issue))
        console.print(render_summary(found))
        return
    if form == "json":
        text = render_json(found, further)
    else:
        text = {"github": render_github, "sarif": render_sarif}[form](found)
    stream.write(text + "\n" if text else "")


def render_text(issue: Issue) -> Text:
    """Render an Issue for people: place, what is wrong, the line with a caret, and what would be right."""
    text = _first_line(issue)
    text.append("\n")
    for row in excerpt(issue.location):
        text.append(f"{row}\n", style="dim" if "^" not in row else _style(issue))
    for detail in issue.details:
        text.append(f"  {detail}\n")
    if issue.help:
        text.append("  help: ", style="bold")
        text.append(f"{issue.help}\n")
    return text


def _first_line(issue: Issue) -> Text:
    text = Text()
    text.append(f"{issue.location}: ", style="bold")
    text.append(f"{issue.severity}[{issue.code}]", style=_style(issue))
    text.append(f": {issue.message}{' (draft)' if issue.of_draft else ''}")
    return text


def _style(issue: Issue) -> str:
    return _DRAFT_STYLE if issue.of_draft else _STYLES[issue.severity]


def _plain(issue: Issue) -> dict[str, Any]:
    place = issue.location
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "draft": issue.of_draft,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "text": place.text,
        "message": issue.message,
        "help": issue.help,
        "details": list(issue.details),
    }


def render_json(issues: Sequence[Issue], further: Mapping[str, Any] | None = None) -> str:
    """Render Issues as one JSON object with its version, a summary, the list, and further values.

    The summary counts problems of drafts apart, whatever their severity.
    """
    counted = [issue.severity for issue in issues if not issue.of_draft]
    errors = counted.count(Severity.ERROR)
    summary = {"errors": errors, "warnings": len(counted) - errors, "drafts": len(issues) - len(counted)}
    data = {"version": 1, "summary": summary, "issues": [_plain(issue) for issue in issues], **(further or {})}
    return json.dumps(data, ensure_ascii=False, indent=2)


def render_github(issues: Sequence[Issue]) -> str:
    """Render Issues as workflow commands that GitHub shows beside the changed lines."""
    return "\n".join(_command(issue) for issue in issues)


def _command(issue: Issue) -> str:
    place = issue.location
    properties: Mapping[str, object] = {
        "file": place.path,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length if place.column else None,
        "title": f"{issue.code} (draft)" if issue.of_draft else issue.code,
    }
    listed = ",".join(f"{key}={_escaped(str(value), ',:')}" for key, value in properties.items() if value is not None)
    return f"::{'notice' if issue.of_draft else issue.severity} {listed}::{_escaped(_body(issue))}"


def _body(issue: Issue) -> str:
    return "\n".join([issue.message, *issue.details, *([f"help: {issue.help}"] if issue.help else [])])


def _escaped(text: str, further: str = "") -> str:
    for char in "%\r\n" + further:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def render_sarif(issues: Sequence[Issue]) -> str:
    """Render Issues as a SARIF 2.1.0 log."""
    codes = sorted({issue.code for issue in issues})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": code.replace("-", " ")},
            "help": {"text": f"The guide explains '{code}' in its chapter on problems."},
        }
        for code in codes
    ]
    results = [
        {
            "ruleId": issue.code,
            "ruleIndex": codes.index(issue.code),
            "level": "note" if issue.of_draft else issue.severity.value,
            "properties": {"severity": issue.severity.value, "draft": issue.of_draft},
            "message": {"text": _body(issue)},
            "locations": [{"physicalLocation": _physical(issue.location)}],
        }
        for issue in issues
    ]
    driver = {"name": "explainer", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _physical(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line is not None:
        region = {"startLine": place.line}
        if place.column is not None:
            region |= {"startColumn": place.column, "endColumn": place.column + place.length}
        physical["region"] = region
    return physical


def write_verdict(verdict: Verdict, text: str, stream: TextIO) -> None:
    """Write a verdict for people: the status, the passage and what is around it, the changes or the diff.

    Args:
        verdict: The verdict.
        text: The article's text.
        stream: Where to.
    """
    console = Console(file=stream, highlight=False, soft_wrap=True)
    report = Text()
    report.append(f"{verdict.status}", style="bold green" if verdict.ok else "bold red")
    report.append(f": {verdict.reason}\n" if verdict.reason else "\n")
    if verdict.speaker:
        report.append(f"  speaker: {verdict.speaker} ({verdict.strength}: {verdict.evidence})\n")
    if verdict.selector is not None and verdict.start is not None:
        paragraph = sum(start <= verdict.start for start, _ in find_paragraphs(text))
        report.append(f"  paragraph {paragraph}: ")
        report.append(_flat(verdict.before[-_WIDTH:]) + " ", style="dim")
        report.append(_flat(verdict.selector.exact), style="bold")
        report.append(" " + _flat(verdict.after[:_WIDTH]) + "\n", style="dim")
    for alteration in verdict.alterations:
        report.append(f"  {alteration.description}")
        for verb, words in (("loses", alteration.lost), ("gains", alteration.gained)):
            report.append(f" — {verb} {', '.join(words)}" if words else "", style="bold yellow")
        report.append("\n")
    if verdict.diff:
        report.append("  nearest passage, word by word: ")
        for piece in verdict.diff:
            report.append(f"{marked(piece)} ", style=_SIDES[piece.change])
        report.append("\n  [-only in the source-] {+only in your words+}\n", style="dim")
    console.print(report, end="")


def _flat(text: str) -> str:
    return " ".join(text.split())

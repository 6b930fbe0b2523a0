"""Reports of Issues, for people and for machines."""

import io
import json
from dataclasses import replace
from urllib.parse import unquote

import pytest

from generator.model.errors import Location
from generator.model.issue import Issue, sorted_issues
from generator.report import render_json, render_sarif, render_text, write_report
from generator.wording.issue_words import excerpt

ISSUE = Issue.error(
    "unknown-source",
    Location(path="content/soup.md", line=14, column=12, length=4, text="   source: broth, more"),
    "quotation 'q2' names source 'brot', which is not there",
    "did you mean 'broth'?",
    details=("nearest: 100% broth",),
)
WHOLE_FILE = Issue.warning("empty-file", Location(path="content/a.md"), "this page is empty")


def report(form: str, *issues: Issue) -> str:
    stream = io.StringIO()
    write_report(issues, form, stream)
    return stream.getvalue()


def test_text_has_place_caret_details_and_help() -> None:
    assert render_text(ISSUE).plain == (
        "content/soup.md:14:12: error[unknown-source]: quotation 'q2' names source 'brot', which is not there\n"
        "  14 |    source: broth, more\n"
        "     |            ^^^^\n"
        "  nearest: 100% broth\n"
        "  help: did you mean 'broth'?\n"
    )


def test_problems_of_drafts_are_told_apart() -> None:
    draft = replace(ISSUE, of_draft=True)
    assert report("text", draft, WHOLE_FILE).endswith("1 warning in 1 file; in drafts: 1 error in 1 file\n")
    assert report("text", draft).endswith("no problems found; in drafts: 1 error in 1 file\n")
    assert "error[unknown-source]: quotation 'q2' names source 'brot', which is not there (draft)\n" in report(
        "text", draft
    )
    data = json.loads(report("json", draft, WHOLE_FILE))
    assert data["summary"] == {"errors": 0, "warnings": 1, "drafts": 1}
    assert [(issue["severity"], issue["draft"]) for issue in data["issues"]] == [("warning", False), ("error", True)]
    assert report("github", draft).startswith("::notice file=content/soup.md,")
    assert "title=unknown-source (draft)::" in report("github", draft)
    (result,) = json.loads(report("sarif", draft))["runs"][0]["results"]
    assert (result["level"], result["properties"]) == ("note", {"severity": "error", "draft": True})


def test_a_brief_report_has_a_line_for_each() -> None:
    stream = io.StringIO()
    write_report([ISSUE], "text", stream, brief=True)
    assert stream.getvalue() == (
        "content/soup.md:14:12: error[unknown-source]: quotation 'q2' names source 'brot', which is not there\n"
        "1 error in 1 file\n"
    )


def test_issues_are_sorted_and_told_once() -> None:
    text = report("text", ISSUE, WHOLE_FILE, ISSUE)
    assert text.index("content/a.md: warning") < text.index("content/soup.md:14:12")
    assert text.count("unknown-source") == 1
    assert text.endswith("1 error, 1 warning in 2 files\n")
    assert "\x1b" not in text
    assert report("text") == "no problems found\n"


@pytest.mark.parametrize(
    ("text", "column", "length", "rows"),
    [
        ("\tkey: x", 2, 3, ["  7 |     key: x", "    |     ^^^"]),
        ("汤: 热", 4, 1, ["  7 | 汤: 热", "    |     ^^"]),
        ("a", 2, 1, ["  7 | a", "    |  ^"]),
        (
            "x" * 200 + "y" + "z" * 200,
            201,
            1,
            ["  7 | …" + "x" * 50 + "y" + "z" * 48 + "…", "    | " + " " * 51 + "^"],
        ),
    ],
    ids=["tab", "wide", "end of line", "long"],
)
def test_the_caret_stands_below_the_column(text: str, column: int, length: int, rows: list[str]) -> None:
    assert list(excerpt(Location(path="a", line=7, column=column, length=length, text=text))) == rows


def test_json() -> None:
    data = json.loads(render_json(sorted_issues([ISSUE, WHOLE_FILE])))
    assert data["summary"] == {"errors": 1, "warnings": 1, "drafts": 0}
    assert data["issues"][1]["line"] == 14
    assert data["issues"][0]["line"] is None


def test_github_commands_are_escaped() -> None:
    assert report("github", ISSUE) == (
        "::error file=content/soup.md,line=14,col=12,endColumn=16,title=unknown-source::"
        "quotation 'q2' names source 'brot', which is not there%0Anearest: 100%25 broth%0Ahelp: did you mean 'broth'?\n"
    )
    assert report("github") == ""


def test_sarif_names_each_rule_once_and_points_to_the_place() -> None:
    log = json.loads(render_sarif(sorted_issues([ISSUE, WHOLE_FILE])))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["empty-file", "unknown-source"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert result["message"]["text"]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 14, "startColumn": 12, "endColumn": 16}
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]


def test_sarif_rules_have_help_and_messages_say_all_of_it() -> None:
    run = json.loads(render_sarif([ISSUE]))["runs"][0]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["help"]["text"]
    assert "helpUri" not in rule, "an absolute address is required, and a relative one is refused"
    message = run["results"][0]["message"]["text"]
    for part in (ISSUE.message, *ISSUE.details, ISSUE.help):
        assert part in message


def test_sarif_paths_are_addresses() -> None:
    place = Location(path="content/Suppe & 50 %/süß #1.md")
    run = json.loads(render_sarif([replace(WHOLE_FILE, location=place)]))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == place.path
    assert not set(uri) & set(" #?ü")

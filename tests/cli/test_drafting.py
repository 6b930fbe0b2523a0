"""The commands that draft: what they print, and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.places import ROOT
from tests.support.sites import write_site

ARTICLE = "“Soup is hot and cheap,” said Ada Example, a professor. Mayor Bo Sample came on Friday.\n"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, {"content/index.md": "# Home\n", "seeds/soup.txt": ARTICLE})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_draft_is_shown_as_tables() -> None:
    result = run("draft", "seeds/soup.txt", "--published", "2024-05-06")
    assert result.exit_code == 0
    for told in ("“Soup is hot and cheap,”", "explicit: said Ada Example", "expert", "2024-05-03"):
        assert told in result.output


def test_a_draft_is_a_line_of_json_with_its_evidence() -> None:
    result = run("draft", "seeds/soup.txt", "--json")
    (line,) = result.output.splitlines()
    data = json.loads(line)
    assert (data["source"], data["published"], data["kind"], data["language"]) == (
        "seeds/soup.txt",
        None,
        "article",
        "en",
    )
    assert data["text"] == ARTICLE
    (quotation,) = data["quotations"]
    assert ARTICLE[quotation["start"] : quotation["end"]] == quotation["text"] == "Soup is hot and cheap,"
    assert ARTICLE[slice(*quotation["evidence_span"])] == quotation["evidence"]
    assert [notice["code"] for notice in data["notices"]] == ["unresolved-dates"]


def test_many_sources_are_read_in_order_and_a_bad_one_stops_none(site: Path) -> None:
    names = []
    for number in range(12):
        (site / f"seeds/{number:02}.txt").write_text(ARTICLE.replace("Ada", f"Ada{'b' * number}"))
        names.append(f"seeds/{number:02}.txt")
    (site / "seeds/05.txt").write_bytes(b"\xff\xfe")
    process = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "draft", *names, "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert process.returncode == 1
    drafted = [json.loads(line) for line in process.stdout.splitlines()]
    assert [draft["source"] for draft in drafted] == [name for name in names if name != "seeds/05.txt"]
    assert [draft["quotations"][0]["speaker"] for draft in drafted][:2] == ["Ada Example", "Adab Example"]
    assert "seeds/05.txt" in process.stderr
    assert "Traceback" not in process.stderr


def test_new_and_draft_write_what_check_lists(site: Path) -> None:
    assert run("new", "Soup?", "--source", "seeds/soup.txt", "--published", "2024-05-06").exit_code == 0
    listed = run("check", "--strict", "--format", "json")
    assert listed.exit_code == 0
    data = json.loads(listed.output)
    assert {(issue["code"], issue["severity"]) for issue in data["issues"]} == {("unconfirmed-draft", "warning")}
    assert data["summary"] == {"errors": 0, "warnings": 0, "drafts": len(data["issues"])}
    again = run("draft", "content/explainers/soup.md")
    assert (again.exit_code, again.output) == (0, "content/explainers/soup.md: nothing to add\n")
    page = site / "content/explainers/soup.md"
    page.write_text(page.read_text().replace("\ndraft: true", "\ndraft: false"))
    published = run("check", "--format", "json")
    assert published.exit_code == 1
    assert {issue["severity"] for issue in json.loads(published.output)["issues"]} == {"error"}


def test_unconfirmed_entries_are_one_line_until_they_are_asked_for(site: Path) -> None:
    run("new", "Soup?", "--source", "seeds/soup.txt", "--published", "2024-05-06")
    count = json.loads(run("check", "--format", "json").output)["summary"]["drafts"]
    assert count > 1
    page = "content/explainers/soup.md"
    assert run("check").output == (
        f"{page}: warning[unconfirmed-draft]: {count} entries are drafts that nobody has confirmed (draft)\n"
        f"  help: list them with `explainer check --unconfirmed {page}`\n\n"
        f"no problems found; in drafts: 1 warning in 1 file\n"
    )
    listed = run("check", "--unconfirmed", page)
    lines = listed.output.splitlines()
    assert (listed.exit_code, len(lines)) == (0, count + 1)
    assert all(line.startswith(f"{page}:") and "is a draft that nobody has confirmed" in line for line in lines[:-1])
    assert run("check", "--format", "github").output.count("\n") == 1
    (site / page).write_text((site / page).read_text().replace("\ndraft: true", ""))
    assert run("check", "--unconfirmed").exit_code == 1


def test_source_add_tells_what_is_missing(site: Path) -> None:
    (site / "notes.txt").write_text(ARTICLE)
    result = run("source", "add", "notes.txt", "--title", "Hot soup", "--published", "2024-05-06")
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "wrote seeds/hot-soup.md: 16 words")
    assert "not told: publisher, author, url, language" in result.output
    assert run("source", "add", "notes.txt", "--title", "Hot soup").exit_code == 2


def test_source_add_writes_to_the_private_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLAINER_SEEDS", str(site.parent / "private"))
    (site / "notes.txt").write_text(ARTICLE)
    private = run("source", "add", "notes.txt", "--title", "Hot soup", "--license", "CC BY 4.0")
    assert (private.exit_code, private.output.splitlines()[0]) == (0, "wrote ../private/hot-soup.md: 16 words")
    assert "it stays out of the site" in private.output
    assert "license: CC BY 4.0" in (site.parent / "private/hot-soup.md").read_text()
    assert not (site / "seeds/hot-soup.md").exists()
    drafted = run("new", "Soup?", "--source", "../private/hot-soup.md")
    assert drafted.exit_code == 0, drafted.output
    assert "file: hot-soup.md" in (site / "content/explainers/soup.md").read_text()
    taken = run("source", "add", "notes.txt", "--title", "Hot soup", "--publish")
    assert (taken.exit_code, "is there already" in taken.output + taken.stderr) == (2, True)
    public = run("source", "add", "notes.txt", "--title", "Cold soup", "--publish")
    assert (public.exit_code, public.output.splitlines()[0]) == (0, "wrote seeds/cold-soup.md: 16 words")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["draft", "seeds/none.txt"], "cannot be read"),
        (["draft", "content/none.md"], "there is no page"),
        (["draft", "content/index.md"], "names no `sources:`"),
        (["draft", "content/index.md", "seeds/soup.txt"], "one page at a time"),
        (["draft"], "Missing argument"),
        (["draft", "seeds/soup.txt", "--published", "Friday"], "does not match the format"),
        (["new", "Soup", "--source", "seeds/none.txt"], "there is no source"),
        (["new", "Soup", "--source", "content/index.md"], "is not in the seeds folder"),
        (["new", "Soup", "--published", "2024-05-06"], "here are 0"),
        (["source", "add", "none.txt"], "there is no file"),
    ],
)
def test_mistakes_are_told_in_a_line(words: list[str], message: str) -> None:
    result = run(*words)
    assert result.exit_code in {1, 2}
    assert message in result.output
    assert "Traceback" not in result.output


def test_a_draft_needs_no_site(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").unlink()
    assert run("draft", "seeds/soup.txt").exit_code == 0


COVERED = """\
---
title: Soup
sources: {one: {file: one.txt, published: 2024-05-06}, two: {file: two.txt, published: 2024-05-06}}
people: {ada: {name: Ada Example}}
quotes: {hot: {text: Soup is hot and cheap, speaker: ada, source: one}}
---
[@two]
"""


def test_coverage_tells_what_is_used_and_where_sources_disagree(site: Path) -> None:
    one = ARTICLE + "The kitchen in Merrow opened its doors on Thursday. “Stew is not,” Ada Example said.\n"
    two = "The kitchen in Merrow opened its doors on 1 April. “Stew is dear,” said Ada Example, a cook.\n"
    write_site(site, {"seeds/one.txt": one, "seeds/two.txt": two, "content/soup.md": COVERED})
    result = run("check", "--coverage")
    assert "  one: quotations used 1, unused 1; 5 of 31 words quoted (16%)\n" in result.output
    assert "    unused, Ada Example: “Stew is not,”\n" in result.output
    data = json.loads(run("check", "--coverage", "--format", "json").output)
    assert [(row["source"], row["used"], row["words_quoted"]) for row in data["coverage"]] == [
        ("one", ["hot"], 5),
        ("two", [], 0),
    ]
    assert [issue["code"] for issue in data["issues"]] == ["dates-differ", "role-differs"]


def test_coverage_warns_of_a_page_that_rests_on_one_source(site: Path) -> None:
    page = COVERED.replace(", two: {file: two.txt, published: 2024-05-06}", "").replace("[@two]", "")
    write_site(site, {"seeds/one.txt": ARTICLE, "content/soup.md": page})
    data = json.loads(run("check", "--coverage", "--format", "json", "content/soup.md").output)
    assert [issue["code"] for issue in data["issues"]] == ["single-source"]
    assert run("check").output == "no problems found\n"

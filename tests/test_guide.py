"""The guide: its examples work, its tables are true, and it knows every problem that check can tell."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

import generator
from generator.authoring.new_site import render_new_site
from generator.build.built_site import build_site
from generator.cli import main
from generator.evidence.silent_edits import check_silent_edits
from generator.evidence.site_manifest import site_manifest
from generator.front_matter.schema import ENTRIES, CorrectionFields, KnownFields, PageFields, UnknownFields
from generator.markdown.safety import Danger
from generator.model.article import Article
from generator.model.edtf import parse_edtf
from generator.model.verdict import RULES, Status
from generator.report import render_text
from generator.site.options import OPTIONS
from generator.site.options import SECTIONS as SECTIONS_OF_THE_RECORD
from generator.site.site_file import load_settings
from generator.text.words import split_words
from generator.verification.verify import verify
from generator.wording.date_words import date_words
from tests.support.issue_codes import issue_codes
from tests.support.places import PACKAGE, ROOT
from tests.support.sites import write_site

GUIDE = ROOT / "content" / "guide"
FENCED = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def guide(name: str) -> str:
    return (GUIDE / f"{name}.md").read_text("utf-8")


def files(name: str) -> dict[str, str | bytes]:
    return {
        title: text
        for _, title, text in FENCED.findall(guide(name))
        if (title and "/" in title) or title == "mkdocs.yml"
    }


def rows(name: str, heading: str) -> list[list[str]]:
    table = guide(name).split(heading, 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in row.split(" | ")] for row in ROW.findall("\n" + heading + table)][1:]


@pytest.mark.parametrize("name", ["index", "placing", "front-matter", "record", "look", "embedding"])
def test_the_examples_have_no_problems(name: str, tmp_path: Path) -> None:
    issues = build_site(write_site(tmp_path, files(name))).issues
    assert [render_text(issue).plain for issue in issues] == []


def test_the_output_that_is_shown_is_what_check_says(tmp_path: Path) -> None:
    changed = {title: str(text).replace("Soup is hot. ", "Soup is cold. ") for title, text in files("index").items()}
    (issue,) = build_site(write_site(tmp_path, dict(changed))).issues
    shown = next(text for _, title, text in FENCED.findall(guide("index")) if title == "output")
    assert render_text(issue).plain.startswith(shown)


def test_the_fields_are_those_of_the_model() -> None:
    text = guide("front-matter")
    models: list[type[BaseModel]] = [PageFields, KnownFields, UnknownFields, CorrectionFields, *ENTRIES.values()]
    for model in models:
        for name, field in model.model_fields.items():
            needed = " (needed)" if field.is_required() else ""
            assert f"| `{name}`{needed} | {field.description} |" in text


def test_the_options_are_those_of_the_plugin() -> None:
    assert rows("index", "| option | meaning | if not given |\n") == [
        [f"`{option.name}`", option.meaning, "`{}`".format(json.dumps(option.default).replace('"', ""))]
        for option in OPTIONS.values()
    ]


def test_the_dates_are_shown_as_the_guide_says() -> None:
    for written, shown in rows("front-matter", "| you write | readers see |\n"):
        words = date_words(parse_edtf(written.strip("`")), "en")
        assert re.sub(r"\s", " ", words) == shown


def test_the_verdicts_are_those_of_the_guide() -> None:
    article = Article(text=str(files("verification")["seeds/kitchen.txt"]))
    table = rows("verification", "| words | speaker | verdict |\n")
    assert len(table) > 8
    for words, speaker, verdict in table:
        assert verify(words, article, speaker=speaker).status == verdict, words


def test_the_foldings_are_those_of_the_guide() -> None:
    for one, other in rows("verification", "| in the source | on your page |\n"):
        assert split_words(one).folded == split_words(other).folded


SECTIONS = re.findall(r"^### `([a-z0-9-]+)` \{#\1\}\n(.*?)(?=^##|\Z)", guide("errors"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("code", "section"), SECTIONS, ids=[code for code, _ in SECTIONS])
def test_each_example_of_a_problem_has_it(code: str, section: str, tmp_path: Path) -> None:
    published = None
    for _, title, text in FENCED.findall(section):
        settings = write_site(tmp_path, {**files("errors"), "content/page.md": text})
        built = build_site(settings)
        if title == "as published":
            assert built.issues == ()
            published = site_manifest(settings)
            continue
        edits = check_silent_edits(built.site, published, {"page.md": "content/page.md"}) if published else ()
        assert {issue.code for issue in (*built.issues, *edits)} == {code}


CODES = {
    "finding.danger": {*Danger},
    "verdict.status": {*Status},
    **{f"Status.{status.name}": {status} for status in Status},
    "noun": {"quotation", "expert", "event"},
}
"""What stands where a code is given, and is no text, is a name with several values."""


def test_every_code_is_explained() -> None:
    tables = guide("errors").split("## Drafts", 1)[1] + guide("evidence")
    rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|", tables, re.MULTILINE)
    explained = {code for code, _ in SECTIONS} | {code for row in rows for code in re.findall(r"[a-z-]+", row)}
    codes = issue_codes(PACKAGE, CODES) - {Status.VERIFIED, Status.ALTERED}
    assert len(codes) > 90
    assert codes - explained == set()
    assert {code for code, _ in SECTIONS} - codes == set(), "nothing has it any more"


def test_a_new_code_of_any_name_is_noticed(tmp_path: Path) -> None:
    module = """
def _error(code, place): return Issue(code=code, place=place)
def _missing(noun): yield _error(f"gone-{noun}", 1)
def check(broth):
    yield Issue(place=2, code="hot" if broth else "cold")
    yield from (*_missing("spoon"), *_missing(noun="fork"))
    for code, number in (("too-salty", 1), ("too-sweet", 2)):
        yield _error(code, number)
    yield Issue.warning("no-salt", 2)
    log.error("burnt", 2)
"""
    (tmp_path / "kitchen.py").write_text(module, "utf-8")
    assert issue_codes(tmp_path, {}) == {"hot", "cold", "gone-spoon", "gone-fork", "too-salty", "too-sweet", "no-salt"}
    (tmp_path / "kitchen.py").write_text("Issue(code=made_up())\n", "utf-8")
    with pytest.raises(AssertionError, match=r"kitchen\.py:1: which code is made_up\(\)"):
        issue_codes(tmp_path, {})


def test_the_drafting_chapter_shows_what_the_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = write_site(tmp_path, {**files("drafting"), "content/index.md": "# Home\n"})
    monkeypatch.chdir(tmp_path)
    shown = [text for language, _, text in FENCED.findall(guide("drafting")) if language == "console"]
    (new, again) = (text for text in shown if "wrote content" in text or "nothing to add" in text)
    for session in (new, again):
        command, output = session.removeprefix("$ explainer ").split("\n", 1)
        result = CliRunner().invoke(main, shlex.split(command))
        assert result.output == output
    page = (tmp_path / "content/explainers/why-is-soup-so-dear.md").read_text("utf-8")
    excerpt = next(text for _, title, text in FENCED.findall(guide("drafting")) if title == "excerpt")
    assert excerpt in page
    assert {issue.code for issue in build_site(settings).issues} == {"unconfirmed-draft"}


def test_the_embeds_stand_where_the_guide_says(tmp_path: Path) -> None:
    write_site(tmp_path, files("embedding"))
    built = build_site(load_settings(tmp_path / "mkdocs.yml", {}))
    for address in rows("embedding", "| part of `explainers/soup.md` | address |\n"):
        file = f"{address[1].strip('`')}index.html"
        assert (file in built.files) != ("expert" in file or "timeline" in file), "this page has neither"
    assert "The date of the paper was wrong." in built.files["embed/explainers/soup/quote-hot/index.html"]


def test_every_list_of_the_record_is_in_the_guide() -> None:
    assert {row[0].strip("`") for row in rows("record", "| page | what stands there |\n")} == set(
        SECTIONS_OF_THE_RECORD
    )


@pytest.mark.mkdocs
def test_the_evidence_chapter_shows_what_the_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n"})
    monkeypatch.chdir(tmp_path)
    ran = 0
    for language, title, text in FENCED.findall(guide("evidence")):
        if "/" in title:
            (tmp_path / title).write_text(text, "utf-8")
        elif language == "console":
            command, _, output = text.removeprefix("$ ").partition("\n")
            program, *arguments = shlex.split(command)
            if program == "mkdocs":
                environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
                subprocess.run([sys.executable, "-m", program, *arguments], env=environment, check=True)
            else:
                output = re.sub(r"rules \d+ of", f"rules {RULES} of", output)
                assert CliRunner().invoke(main, arguments).output == output
                ran += 1
    assert ran == 5


def test_the_evidence_chapter_knows_every_code_of_an_audit() -> None:
    rows = re.findall(
        r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|", guide("evidence").split("| code | meaning |")[1], re.MULTILINE
    )
    told = {code for row in rows for code in re.findall(r"[a-z-]+", row)}
    written = "".join(path.read_text("utf-8") for path in sorted((PACKAGE / "evidence").glob("*audit.py")))
    assert set(re.findall(r'(?:_issue)?\(\s*"([a-z]+-[a-z]+)"', written)) == told


def test_the_publishing_chapter_shows_what_the_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = next(text for _, _, text in FENCED.findall(guide("publishing")) if "explainer init" in text)
    for step in session.removeprefix("$ ").split("\n$ "):
        command, _, output = step.partition("\n")
        program, *arguments = shlex.split(command)
        if program == "cd":
            monkeypatch.chdir(arguments[0])
        else:
            assert CliRunner().invoke(main, arguments).output.rstrip("\n") == output.rstrip("\n")
    listed = {name.rstrip("/") for name in re.findall(r"^\| `(.+?)` \|", guide("publishing"), re.MULTILINE)}
    assert listed == {
        name
        for path in render_new_site("Soup", "1.0")
        for name in [path if path.startswith(".github") else path.partition("/")[0]]
        if name != ".gitignore"
    }


def test_the_chapter_for_machines_shows_what_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, files("machines"))
    built = build_site(load_settings(tmp_path / "mkdocs.yml", {}))
    shown = [(title, text) for _, title, text in FENCED.findall(guide("machines")) if title.startswith("output of ")]
    assert len(shown) == 5
    for title, text in shown:
        name = title.removeprefix("output of ").removesuffix(", a part")
        written = built.pages["soup.md"] if name == "soup/" else built.files[name].replace("\r\n", "\n")
        assert text.rstrip("\n") in written, name


def test_the_library_chapter_shows_what_its_example_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    parts = {title: text for _, title, text in FENCED.findall(guide("api"))}
    (tmp_path / "seeds/soup.txt").write_text(parts["seeds/soup.txt"], "utf-8")
    exec(compile(parts["quotations.py"], "quotations.py", "exec"), {})
    assert capsys.readouterr().out == parts["output"]


def test_the_library_chapter_has_every_public_name() -> None:
    assert sorted(re.findall(r"^::: generator\.(\w+)$", guide("api"), re.MULTILINE)) == sorted(generator.__all__)

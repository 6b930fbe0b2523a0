"""The command line: what it prints and how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.evidence.manifest import Manifest, PageRecord
from generator.evidence.publishing import evidence_files
from tests.support.places import ROOT
from tests.support.sites import write_site

GOOD = "---\ntitle: Soup\nsources:\n  broth: {file: broth.txt}\npeople:\n  ada: {name: Ada Example}\nquotes:\n  hot: {text: Soup is hot, speaker: ada, source: broth}\n---\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(
        tmp_path,
        {"content/page.md": GOOD, "content/other/page.md": "---\ntitle: Stew\npublished: soon\n---\n"},
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EXPLAINER_SEEDS", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_check_exits_by_what_it_finds(site: Path) -> None:
    found = run("check")
    assert found.exit_code == 1
    assert "content/other/page.md:3:12: error[bad-date]" in found.stdout
    assert "1 error in 1 file" in found.stdout
    (site / "content/other/page.md").unlink()
    clean = run("check")
    assert (clean.exit_code, clean.stdout) == (0, "no problems found\n")


def test_a_warning_fails_a_strict_check_only(site: Path) -> None:
    (site / "content/other/page.md").write_text("\n")
    loose, strict = run("check"), run("check", "--strict")
    assert (loose.exit_code, strict.exit_code) == (0, 1)
    assert "warning[empty-file]" in loose.stdout
    assert "error[empty-file]" in strict.stdout


@pytest.mark.parametrize(
    "draft",
    [
        "---\ntitle: Stew\ndraft: true\npublished: soon\n---\n",
        "---\ntitle: Stew: hot\ndraft: true # not yet\n---\n",
        "---\ntitle: Stew\ndraft: yes\n\nNo end.\n",
        "---\ntitle: Stew\ndraft: true\nquots: {}\n---\n",
    ],
    ids=["a bad field", "no YAML", "never closed", "no field of ours"],
)
def test_problems_of_a_draft_are_told_and_fail_nothing(site: Path, draft: str) -> None:
    page = site / "content/other/page.md"
    page.write_text(draft)
    found = run("check", "--strict")
    assert (found.exit_code, "(draft)" in found.stdout) == (0, True)
    page.write_text(draft.replace("draft", "listed"))
    assert run("check", "--strict").exit_code == 1


def test_pages_that_mkdocs_holds_back_are_drafts(site: Path) -> None:
    (site / "mkdocs.yml").write_text((site / "mkdocs.yml").read_text() + "draft_docs: other/\n")
    found = run("check", "--strict")
    assert (found.exit_code, found.stdout.splitlines()[-1]) == (0, "no problems found; in drafts: 1 error in 1 file")


def test_what_a_draft_makes_wrong_for_others_fails(site: Path) -> None:
    (site / "content/other/page.md").write_text("---\ntitle: Stew\ndraft: true\nstandfirst: Hot.\n---\n")
    (site / "content/other/page").mkdir()
    (site / "content/other/page/index.md").write_text("# Stew\n")
    (site / "content/people").mkdir()
    assert "bad-page-path" in run("check").stdout
    assert run("check").exit_code == 1
    (site / "content/other/page/index.md").unlink()
    assert run("check").exit_code == 0
    (site / "content/people/ada.md").write_text("---\nname: Ada Example\ndraft: true\n---\n")
    assert run("check").exit_code == 1


def test_check_of_some_pages(site: Path) -> None:
    assert run("check", "content/page.md").exit_code == 0
    assert run("check", "content/other").exit_code == 1
    assert run("check", str(site / "content")).exit_code == 1
    missing = run("check", "content/none.md")
    assert (missing.exit_code, missing.stderr) == (
        2,
        "explainer: there is no page or folder 'content/none.md'\n",
    )
    assert run("check", "/").exit_code == 2
    assert "is no page of this site" in run("check", "mkdocs.yml").stderr


@pytest.mark.usefixtures("site")
def test_check_for_machines() -> None:
    assert json.loads(run("check", "--format", "json").stdout)["summary"] == {"errors": 1, "warnings": 0, "drafts": 0}
    assert run("check", "--format", "github").stdout.startswith("::error file=content/other/page.md,line=3,col=12")
    assert json.loads(run("check", "--format", "sarif").stdout)["version"] == "2.1.0"


def test_check_outside_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run("check")
    assert found.exit_code == 2
    assert found.stderr.startswith("explainer: no mkdocs.yml in ")


@pytest.mark.usefixtures("site")
def test_verify() -> None:
    good = run("verify", "seeds/broth.txt", "Soup is hot", "--speaker", "Ada Example")
    assert good.exit_code == 0
    assert good.stdout.startswith("verified\n  speaker: Ada Example (explicit: said Ada Example")
    bad = run("verify", "seeds/broth.txt", "Soup is cold")
    assert bad.exit_code == 1
    assert "Soup is [-hot-] {+cold+}" in bad.stdout
    data = json.loads(run("verify", "seeds/broth.txt", "Soup is hot", "--json").stdout)
    assert data["ok"] is True
    assert data["selector"]["exact"] == "Soup is hot"
    assert run("verify", "seeds/none.txt", "x").exit_code == 2


def test_lock(site: Path) -> None:
    (site / "content/other/page.md").unlink()
    assert run("lock", "--check").exit_code == 1
    assert run("lock").exit_code == 0
    assert run("lock", "--check").exit_code == 0
    (site / "content/page.md").write_text(GOOD.replace("Soup is hot", "is hot"))
    assert run("lock", "--check").exit_code == 1


def test_export_refuses_a_site_with_errors_and_folders_of_others(site: Path) -> None:
    refused = run("export", "out")
    assert refused.exit_code == 1
    assert not (site / "out").exists()
    (site / "content/other/page.md").unlink()
    for folder in ("content", ".", "seeds"):
        assert run("export", folder).exit_code == 2
    assert run("export", "out").exit_code == 0
    first = {path.relative_to(site): path.read_bytes() for path in (site / "out").rglob("*") if path.is_file()}
    assert run("export", "out").exit_code == 0
    assert {path.relative_to(site): path.read_bytes() for path in (site / "out").rglob("*") if path.is_file()} == first


@pytest.mark.usefixtures("site")
def test_schema_is_a_json_schema() -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"title": "Soup", "timeline": {"a": {"date": "2025", "title": "x"}}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"titel": "Soup"}, schema)


def test_schema_of_evidence_is_the_published_one() -> None:
    assert (
        run("schema", "evidence").stdout
        == evidence_files(Manifest(pages=(PageRecord(path="a.md", title="A"),)))["evidence.schema.json"]
    )


def test_lock_loses_no_evidence_to_a_page_that_is_broken_for_now(site: Path) -> None:
    (site / "content/other/page.md").unlink()
    assert run("lock").exit_code == 0
    before = {file: file.read_bytes() for file in (site / "seeds/locks").rglob("*.json")}
    (site / "seeds/broth.txt").unlink()
    (site / "content/page.md").write_text("---\ntitle: a: b\n---\n")
    refused = run("lock")
    assert refused.exit_code == 1
    assert "error[bad-yaml]" in refused.stderr
    assert f"kept {len(before)} lock files of what seems to be gone, until the site has no errors" in refused.stdout
    assert {file: file.read_bytes() for file in (site / "seeds/locks").rglob("*.json")} == before


def test_a_terminal_without_the_characters_loses_no_report(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    process = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "verify", "seeds/broth.txt", "Soup is cold"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert process.returncode == 1
    assert process.stdout.startswith(b"absent: these words do not stand in the source")
    assert b"Traceback" not in process.stderr

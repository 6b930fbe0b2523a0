"""Revisions, and explainer diff over them: the site as git has it, in a repository of the test's own."""

import functools
import json
import subprocess
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.evidence_samples import PAGE, built_site, changed, make_site

WHO = ["-c", "user.name=Ada Example", "-c", "user.email=ada@soup.example", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a site in a folder of it, of two revisions."""
    git(tmp_path, "init", "--quiet")
    site = tmp_path / "site folder"
    for page in (PAGE, changed(PAGE, ("text: Soup is hot", "text: is hot"))):
        make_site(site, page)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "-m", "Change")
    monkeypatch.chdir(site)
    monkeypatch.delenv("EXPLAINER_SEEDS", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


@pytest.mark.usefixtures("repository")
def test_two_revisions() -> None:
    found = run("HEAD~1:", "HEAD:")
    assert (found.exit_code, found.output.splitlines()[:2]) == (
        1,
        ["soup.md", "  quotation 'hot': the words changed: [-Soup-] is hot"],
    )
    assert run("HEAD:", "HEAD:").output == "nothing differs\n"
    assert run("HEAD:", "HEAD:").exit_code == 0
    assert run("HEAD~1", "HEAD").output == found.output


def test_a_revision_and_what_is_on_the_disk(repository: Path) -> None:
    assert run("HEAD:", ".").exit_code == 0
    built = built_site(repository / "site folder")
    Path("evidence.json").write_text(built.files["evidence.json"], "utf-8")
    assert "{+Soup+} is hot" in run("HEAD:", "evidence.json").output
    assert json.loads(run("HEAD:", "evidence.json", "--format", "json").output)["differences"][0]["id"] == "hot"


def test_no_link_leads_out_of_a_revision(repository: Path) -> None:
    Path("content/elsewhere.md").symlink_to("/etc/hostname")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "Link")
    found = run("HEAD:", ".")
    assert (found.exit_code, "site folder/content/elsewhere.md is a link" in found.output) == (2, True), found.output


def test_a_folder_of_the_revision_may_be_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert run("HEAD~1:site folder", "HEAD:site folder").exit_code == 1
    for place, message in {
        "HEAD:": "HEAD has no mkdocs.yml in '.'",
        "HEAD:none": "HEAD has no folder 'none'",
        "HEAD:../..": "HEAD has no folder '../..'",
    }.items():
        found = run(place, "HEAD:site folder")
        assert found.exit_code == 2
        assert message in found.stderr


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("none:", "none: there is no such revision"),
        ("none", "'none' is no file, no folder, no address on the web (https://…) and no revision of git here"),
        ("-x:", "'-x' is no revision of git"),
        (":", "'' is no revision of git"),
        ("none.json", "'none.json' is no file, no folder, no address"),
        ("ftp://soup.example/evidence.json", "is no web address"),
    ],
)
def test_what_is_no_revision_is_said(place: str, message: str) -> None:
    found = CliRunner().invoke(main, ["diff", "--", place, "HEAD:"], catch_exceptions=False)
    assert found.exit_code == 2
    assert message in found.stderr


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = run("HEAD:", "HEAD:")
    assert found.exit_code == 2
    assert "not a git repository" in found.stderr


def test_the_authors_files_are_not_touched(repository: Path) -> None:
    before = sorted(path for path in repository.rglob("*") if ".git" not in path.parts)
    run("HEAD~1:", "HEAD:")
    assert sorted(path for path in repository.rglob("*") if ".git" not in path.parts) == before


def test_a_page_that_cannot_be_read_is_not_gone(tmp_path: Path) -> None:
    (tmp_path / "published.json").write_text(built_site(tmp_path / "site").files["evidence.json"], "utf-8")
    make_site(tmp_path / "site", PAGE.replace("title: Is soup hot?", "title: [Is soup hot?"))
    found = run(str(tmp_path / "published.json"), str(tmp_path / "site"))
    assert found.exit_code == 2
    assert "content/soup.md:" in found.stderr
    assert "`explainer check` tells more" in found.stderr


def test_an_address_on_the_web(tmp_path: Path) -> None:
    for name, page in (("old", PAGE), ("new", changed(PAGE, ("text: Soup is hot", "text: is hot")))):
        (tmp_path / f"{name}.json").write_text(built_site(tmp_path / name, page).files["evidence.json"], "utf-8")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        found = run(f"{address}/old.json", f"{address}/new.json")
    finally:
        server.shutdown()
        server.server_close()
    assert found.exit_code == 1
    assert "quotation 'hot': the words changed: [-Soup-] is hot" in found.output

"""A new site: ready at once, whole or not at all, and never over what is there."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.authoring import new_site
from generator.authoring.new_site import render_new_site, write_new_site
from generator.authoring.package import Package
from generator.cli import main
from generator.model.errors import UnreadableError, UnwritableError
from tests.support.places import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
FILES = set(render_new_site("Soup", "1.0"))
PACKAGE = Package(requirement="mkdocs-explainer==1.0\n")
COMMAND = [sys.executable, "-c", "from generator.cli import main; main()", "init"]


def init(*words: str) -> Result:
    return CliRunner().invoke(main, ["init", *words])


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.mkdocs
@pytest.mark.parametrize(
    "name",
    ["Soup explained", 'Bob\'s "soup": # not *that* <b>hot</b> {{ 700 * 7 }}', "🍲", "مرق", "yes", "1.0", "- a", "@\\"],
)
def test_a_new_site_is_ready_at_once(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    assert init(str(site), "--name", name).exit_code == 0
    assert files(site) == FILES
    monkeypatch.chdir(site)
    assert CliRunner().invoke(main, ["check", "--strict"]).output == "no problems found\n"
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    built = subprocess.run(build, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    assert built.stderr == ""
    home = (site / "site/index.html").read_text("utf-8")
    assert re.search(r"<title>(.*?)</title>", home)
    assert "gettysburg-address/" in home
    assert "4900" not in home
    page = (site / "site/explainers/gettysburg-address/index.html").read_text("utf-8")
    assert page.count('class="ex-quotation ex-quotation--') == 2


def test_the_files_say_what_the_site_needs(tmp_path: Path) -> None:
    write_new_site(tmp_path / "soup", "", PACKAGE)
    read = {name: (tmp_path / "soup" / name).read_text("utf-8") for name in FILES}
    assert read["requirements.txt"] == "mkdocs-explainer==1.0\n"
    assert read["mkdocs.yml"].startswith('site_name: "soup"\n')
    assert "nav:" not in read["mkdocs.yml"]
    schema = json.loads(read[".vscode/front-matter.schema.json"])
    front_matter = yaml.load(read["content/explainers/gettysburg-address.md"].split("---\n")[1], yaml.BaseLoader)
    jsonschema.validate(front_matter, schema)
    assert json.loads(read[".vscode/settings.json"])["yaml.schemas"] == {
        "./.vscode/front-matter.schema.json": ["content/explainers/**"]
    }
    (hook,) = yaml.safe_load(read[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert hook["entry"] == "explainer check --strict"


def test_the_editor_reads_a_problem_where_check_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_new_site(tmp_path / "soup", "", PACKAGE)
    monkeypatch.chdir(tmp_path / "soup")
    page = Path("content/explainers/gettysburg-address.md")
    page.write_text(page.read_text("utf-8").replace("world will", "world did"), "utf-8")
    output = CliRunner().invoke(main, ["check"]).output
    (task,) = json.loads(Path(".vscode/tasks.json").read_text("utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = next(match for line in output.splitlines() if (match := re.match(pattern["regexp"], line)))
    assert found.group(pattern["file"], pattern["severity"], pattern["code"]) == (str(page), "error", "absent")
    assert page.read_text("utf-8").splitlines()[int(found.group(pattern["line"])) - 1].strip() == "text: >-"


def test_the_same_name_gives_the_same_bytes() -> None:
    assert render_new_site("Soup", "1.0") == render_new_site("Soup", "1.0")


def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("mine")
    (tmp_path / "full/zest.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)
    for target, message in {
        "full": "full: is not empty: it holds 'notes.txt' and 1 more; name a folder that is new or empty",
        "file": "file: is no folder; name one that is new or empty",
        "file/below": "file: is no folder; name one that is new or empty",
        "link": "link: is no folder; name one that is new or empty",
        ".": ".: is not empty: it holds 'file' and 2 more; name a folder that is new or empty",
    }.items():
        result = init(target)
        assert (result.exit_code, result.stderr) == (2, f"explainer: {message}\n")
    assert files(tmp_path) == {"full/notes.txt", "full/zest.txt", "file"}


@pytest.mark.parametrize(
    ("name", "message"),
    [("a\x01b", "U+0001"), ("\ud800", "U+D800"), ("x\ufffe", "U+FFFE"), (" \n", "")],
)
def test_a_name_that_cannot_be_shown_is_told(name: str, message: str, tmp_path: Path) -> None:
    if message:
        with pytest.raises(UnwritableError, match=re.escape(message)):
            write_new_site(tmp_path / "site", name, PACKAGE)
        assert not (tmp_path / "site").exists()
    else:
        with pytest.raises(UnwritableError, match="needs a name"):
            write_new_site(tmp_path / "site", name, PACKAGE)


def test_an_empty_folder_is_filled_and_a_repository_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = tmp_path / "clone"
    (clone / ".git").mkdir(parents=True)
    (clone / ".git/HEAD").write_text("ref")
    assert init(str(clone)).exit_code == 0
    assert files(clone) == FILES | {".git/HEAD"}
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    assert init(str(private)).exit_code == 0
    assert private.stat().st_mode & 0o777 == 0o700
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    number = here.stat().st_ino
    result = init(".", "--name", "Soup")
    assert (result.exit_code, "cd " in result.output) == (0, False)
    assert (files(here), here.stat().st_ino) == (FILES, number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clone", "here", "private"]


def test_a_folder_without_rights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    closed = tmp_path / "closed"
    closed.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", denied)
        result = init(str(closed))
    assert (result.exit_code, result.stderr) == (2, f"explainer: {closed}: cannot be written: Permission denied\n")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", denied)
        assert "Permission denied" in init(str(closed)).stderr
    assert files(tmp_path) == set()


def test_a_folder_is_filled_where_nothing_can_be_made_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(new_site, "_make", denied)
    (tmp_path / "open").mkdir()
    write_new_site(tmp_path / "open", "Soup", PACKAGE)
    assert files(tmp_path / "open") == FILES
    with pytest.raises(UnreadableError, match="Permission denied"):
        write_new_site(tmp_path / "new", "Soup", PACKAGE)


@pytest.mark.parametrize("here", [False, True], ids=["beside", "in place"])
def test_a_run_that_fails_leaves_nothing(here: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    if here:
        target.mkdir()
        monkeypatch.chdir(target)
    moved: list[Path] = []

    def full(entry: Path, place: Path) -> None:
        if len(moved) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        moved.append(place)
        entry.rename(place)

    def half(folder: Path, texts: Mapping[str, str]) -> None:
        (folder / "mkdocs.yml").write_text(texts["mkdocs.yml"])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(new_site, *(("_move", full) if here else ("_write", half)))
    with pytest.raises(UnreadableError, match="No space left on device"):
        write_new_site(target, "Soup", PACKAGE)
    assert list(tmp_path.rglob("*")) == ([target] if here else [])
    assert len(moved) == (3 if here else 0)


def test_a_run_that_is_killed_leaves_nothing_half_made(tmp_path: Path) -> None:
    target = tmp_path / "site"
    killed = (
        "import os, signal, sys; from pathlib import Path\n"
        "from generator.authoring import new_site\n"
        "whole = new_site._write\n"
        "def write(folder, files):\n"
        "    whole(folder, dict(list(files.items())[:7])); os.kill(os.getpid(), signal.SIGKILL)\n"
        "new_site._write = write\n"
        "new_site.write_new_site(Path(sys.argv[1]), '', new_site.Package(requirement='soup==1.0'))\n"
    )
    process = subprocess.run([sys.executable, "-c", killed, str(target)], env=ENVIRONMENT, check=False)
    assert process.returncode == -signal.SIGKILL
    assert not target.exists()
    assert init(str(target)).exit_code == 0
    assert files(tmp_path) == {f"site/{name}" for name in FILES}


@pytest.mark.parametrize("here", [False, True], ids=["beside", "in place"])
def test_of_two_at_once_one_makes_the_site(here: bool, tmp_path: Path) -> None:
    target = tmp_path / "site"
    if here:
        target.mkdir()
    started = [
        subprocess.Popen(
            [*COMMAND, "." if here else str(target), "--name", f"Site {number}"],
            cwd=target if here else tmp_path,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    told = [process.communicate()[1] for process in started]
    made = [number for number, process in enumerate(started) if process.returncode == 0]
    assert len(made) == 1, told
    assert all("is not empty" in text for number, text in enumerate(told) if number not in made)
    assert files(tmp_path) == {f"site/{name}" for name in FILES}
    assert (target / "mkdocs.yml").read_text("utf-8").startswith(f'site_name: "Site {made[0]}"')

"""The folder of locks: what two people verify merges, what is not at hand stays, and nothing is lost in silence."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.built_site import build_site
from generator.files.lock_folder import write_renewal
from generator.model.errors import UnwritableError
from generator.site.settings import Settings
from tests.support.locks import lock_site, lock_texts
from tests.support.sites import write_site

BROTH = "“Soup is hot,” said Ada Example. “Soup is dear,” said Ada Example. “Soup is red,” said Ada Example.\n"
STEW = "“Stew is hot,” said Ada Example. “Stew is dear,” said Ada Example.\n"
ROWS = {
    "dear": "  dear: {text: Soup is dear, speaker: ada, source: broth}\n",
    "hot": "  hot: {text: Soup is hot, speaker: ada, source: broth}\n",
    "red": "  red: {text: Soup is red, speaker: ada, source: broth}\n",
    "stew": "  stew: {text: Stew is hot, speaker: ada, source: stew}\n",
}


def page_of(*names: str) -> str:
    """Return a page; lines of their own keep its quotations apart, as the paragraphs of a long page would."""
    rows = "\n".join(f"  # {name}\n\n{ROWS[name] if name in names else ''}" for name in ROWS)
    stew = "  stew: {file: stew.txt}\n" if "stew" in names else ""
    return f"""---
title: Soup
sources:
  broth: {{file: broth.txt}}
{stew}people:
  ada: {{name: Ada Example}}
quotes:
{rows}---
"""


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def private(root: Path, name: str, texts: dict[str, str]) -> Path:
    folder = root / name
    folder.mkdir(exist_ok=True)
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")
    return folder


def make_repository(root: Path, *names: str) -> Path:
    """Make a repository whose site quotes from private texts alone."""
    site = root / "site"
    write_site(site, {"content/page.md": page_of(*names)})
    (site / "seeds/broth.txt").unlink()
    (site / "seeds/.keep").write_text("")
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Begin")
    return site


def settings_of(site: Path, *folders: Path) -> Settings:
    return Settings(root=site, content=site / "content", seeds=(site / "seeds", *folders))


def add(site: Path, branch: str, page: str, *folders: Path) -> None:
    """Write a page and its lock on a branch of its own, with the texts of some folders."""
    git(site, "checkout", "-q", "-B", branch, "main")
    (site / "content/page.md").write_text(page, "utf-8")
    lock_site(settings_of(site, *folders))
    git(site, "add", "-A")
    git(site, "commit", "-qm", f"Work of {branch}")


def codes(settings: Settings) -> list[str]:
    return [f"{issue.location.path}: {issue.code}" for issue in build_site(settings).issues]


@pytest.mark.parametrize("first", [("hot",), ()], ids=["a source that is locked", "a source that is new"])
def test_two_people_verify_quotations_of_one_source_and_git_merges_them(first: tuple[str, ...], tmp_path: Path) -> None:
    site = make_repository(tmp_path, *first)
    texts = private(tmp_path, "desk", {"broth.txt": BROTH, "stew.txt": STEW})
    if first:
        lock_site(settings_of(site, texts))
        git(site, "add", "-A")
        git(site, "commit", "-qm", "Lock")
    add(site, "ada", page_of(*first, "dear"), texts)
    add(site, "bo", page_of(*first, "red"), texts)
    git(site, "merge", "-q", "ada", "-m", "Merge")
    assert codes(settings_of(site)) == []
    assert codes(settings_of(site, texts)) == []
    assert not lock_site(settings_of(site, texts)).changes


def test_two_people_with_different_texts_merge_what_each_has_verified(tmp_path: Path) -> None:
    site = make_repository(tmp_path)
    ada = private(tmp_path, "ada-texts", {"broth.txt": BROTH})
    bo = private(tmp_path, "bo-texts", {"stew.txt": STEW})
    add(site, "ada", page_of("hot"), ada)
    add(site, "bo", page_of("stew"), bo)
    git(site, "merge", "-q", "ada", "-m", "Merge")
    assert codes(settings_of(site)) == []
    assert sorted(lock_texts(settings_of(site))) == [
        "broth.txt/page--hot.json",
        "broth.txt/text.json",
        "stew.txt/page--stew.json",
        "stew.txt/text.json",
    ]
    for folder in (ada, bo):
        assert not lock_site(settings_of(site, folder)).changes


def test_a_merge_never_mixes_two_texts_of_one_source(tmp_path: Path) -> None:
    site = make_repository(tmp_path, "hot")
    texts = private(tmp_path, "desk", {"broth.txt": BROTH, "stew.txt": STEW})
    lock_site(settings_of(site, texts))
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Lock")
    newer = private(tmp_path, "newer", {"broth.txt": f"{BROTH}A line more.\n", "stew.txt": STEW})
    add(site, "ada", page_of("hot", "dear"), texts)
    add(site, "bo", page_of("hot"), newer)
    git(site, "merge", "-q", "ada", "-m", "Merge")
    (issue,) = build_site(settings_of(site)).issues
    assert issue.code == "unlocked-quotation"
    assert "quotation 'dear' was verified in another text of 'broth.txt' than the one locked now" in issue.message
    lock_site(settings_of(site, newer))
    assert codes(settings_of(site)) == []


def locked(tmp_path: Path, *names: str) -> tuple[Settings, Settings]:
    """Return the settings of a locked site, with its texts and without."""
    site = make_repository(tmp_path, *names)
    whole = settings_of(site, private(tmp_path, "desk", {"broth.txt": BROTH, "stew.txt": STEW}))
    lock_site(whole)
    return whole, settings_of(site)


def test_what_is_not_at_hand_stays_byte_for_byte(tmp_path: Path) -> None:
    whole, _ = locked(tmp_path, "hot", "stew")
    file = whole.locks / "stew.txt/page--stew.json"
    odd = file.read_text().replace("  ", "\t")
    file.write_text(odd)
    part = replace(whole, seeds=(whole.seeds[0], private(tmp_path, "part", {"broth.txt": f"{BROTH}More.\n"})))
    assert sorted(lock_site(part).written) == ["broth.txt/page--hot.json", "broth.txt/text.json"]
    assert file.read_text() == odd


def test_one_lost_file_is_told_and_nothing_else_is_touched(tmp_path: Path) -> None:
    _, without = locked(tmp_path, "hot", "stew")
    (without.locks / "broth.txt/page--hot.json").unlink()
    (issue,) = build_site(without).issues
    assert issue.message == "quotation 'hot' is not locked, and the text of 'broth.txt' is not here"
    assert not lock_site(without).changes
    shutil.rmtree(without.locks / "broth.txt")
    missing, unchecked = build_site(without).issues
    assert (missing.code, unchecked.code) == ("missing-source", "uncheckable")
    assert "or its lock, seeds/locks/broth.txt" in missing.help
    assert not lock_site(without).changes


def test_conflict_markers_are_one_issue_and_are_mended_where_the_text_is(tmp_path: Path) -> None:
    whole, without = locked(tmp_path, "hot")
    before = lock_texts(whole)
    file = whole.locks / "broth.txt/page--hot.json"
    file.write_text(f"<<<<<<< HEAD\n{file.read_text()}=======\n{file.read_text()}>>>>>>> bo\n")
    (bad,) = build_site(whole).issues
    assert f"{bad.location}: {bad.code}" == "seeds/locks/broth.txt/page--hot.json:1: bad-lock"
    assert "<<<<<<<" in file.read_text()
    assert build_site(without).issues == (bad,)
    assert not lock_site(without).changes
    lock_site(whole)
    assert lock_texts(whole) == before
    (whole.locks / "broth.txt/text.json").write_text("{")
    assert codes(without) == ["seeds/locks/broth.txt/text.json: bad-lock"]


def test_files_of_what_is_gone_are_removed_with_their_folder(tmp_path: Path) -> None:
    whole, without = locked(tmp_path, "hot", "stew")
    (whole.content / "page.md").write_text(page_of("hot"), "utf-8")
    assert lock_site(without).removed == ("stew.txt/page--stew.json", "stew.txt/text.json")
    assert not (whole.locks / "stew.txt").exists()
    assert codes(whole) == []


def test_a_link_among_the_locks_is_told_and_never_written_through(tmp_path: Path) -> None:
    whole, _ = locked(tmp_path, "hot")
    outside = tmp_path / "outside"
    shutil.move(whole.locks / "broth.txt", outside)
    (whole.locks / "broth.txt").symlink_to(outside)
    assert {issue.message for issue in build_site(whole).issues} == {"this lock file is a link to another place"}
    before = {file: file.read_text() for file in outside.iterdir()}
    with pytest.raises(UnwritableError, match="is a link"):
        lock_site(whole)
    assert {file: file.read_text() for file in outside.iterdir()} == before
    write_renewal(lock_site(replace(whole, seeds=whole.seeds[:1])), whole.locks)

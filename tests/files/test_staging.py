"""A build takes the old site's place only when it is whole."""

import errno
import os
from pathlib import Path

import pytest

from generator.files.staging import begin_staging, finish_staging


def test_the_old_site_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old").touch()
    folder = begin_staging(site)
    (folder / "new").touch()
    assert [path.name for path in site.iterdir()] == ["old"]
    finish_staging(folder, site)
    assert [path.name for path in site.iterdir()] == ["new"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_what_a_killed_build_left_is_cleared_and_a_running_one_is_not(tmp_path: Path) -> None:
    running = tmp_path / f".site.build-{os.getppid()}"
    running.mkdir()
    (tmp_path / ".site.build-99999999").mkdir()
    folder = begin_staging(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([folder.name, running.name])


def test_hidden_files_of_the_site_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / "old").touch()
    folder = begin_staging(site)
    (folder / "new").touch()
    finish_staging(folder, site)
    assert (site / ".git" / "HEAD").read_text() == "ref"
    assert not (site / "old").exists()


def test_a_site_whose_build_was_killed_between_the_two_moves_comes_back(tmp_path: Path) -> None:
    old = tmp_path / ".site.build-99999999-old"
    old.mkdir()
    (old / "index.html").touch()
    begin_staging(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()
    assert not old.exists()


def test_a_folder_that_cannot_be_moved_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / "old" / "deep").mkdir(parents=True)
    folder = begin_staging(site)
    (folder / "new").touch()

    def busy(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(Path, "rename", busy)
    finish_staging(folder, site)
    assert sorted(path.name for path in site.iterdir()) == [".git", "new"]


def test_a_site_in_a_folder_where_nothing_may_be_made_is_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "html"
    site.mkdir()
    (site / "old").touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != tmp_path)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "no", str(self), None, str(target))

    folder = begin_staging(site)
    (folder / "new").touch()
    assert folder.parent != tmp_path
    monkeypatch.setattr(Path, "rename", refuse)
    finish_staging(folder, site)
    assert [path.name for path in site.iterdir()] == ["new"]
    assert not folder.exists()

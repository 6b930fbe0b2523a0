"""A build takes the old site's place only when it is whole."""

import os
from pathlib import Path

from generator.staging import begin_staging, finish_staging


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

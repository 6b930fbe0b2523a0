"""What is shipped: templates, style sheets, data, entry points, and all that the Makefile needs."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tests.support.places import ROOT


def test_the_wheel_carries_all_that_a_site_needs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for folder, place in ((ROOT / "theme", "generator/theme"), (ROOT / "generator", "generator")):
            for file in folder.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    assert f"{place}/{file.relative_to(folder).as_posix()}" in names
        entry_points = archive.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert "explainer = generator.cli:main" in entry_points
    assert "[mkdocs.plugins]\nexplainer = generator.plugin:ExplainerPlugin" in entry_points


def test_the_source_archive_can_be_worked_on(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for folder in ("generator", "theme", "tests", "content", "seeds", "scripts", "decisions", "benchmarks"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert file.relative_to(ROOT).as_posix() in names
    assert names >= {"Makefile", "mkdocs.yml", "requirements.lock", "requirements-dev.lock", ".ci/run", "LICENSE"}
    assert not any(name.startswith((".venv", ".git/", "site/")) for name in names)

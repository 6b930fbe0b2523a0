"""Publishing to a branch: what is built is pushed, and nothing of a page with errors."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from generator.authoring.new_site import write_new_site
from generator.authoring.package import Package
from tests.support.places import ROOT

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "PYTHONPATH": str(ROOT),
    "NO_MKDOCS_2_WARNING": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{
        f"GIT_{role}_{field}": f"{field}@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")
    },
}
PAGE = "content/explainers/gettysburg-address.md"
PACKAGE = Package(requirement="mkdocs-explainer==1.0\n")

pytestmark = [pytest.mark.mkdocs, pytest.mark.skipif(which("git") is None, reason="Git is not installed")]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True)


def git(folder: Path, *words: str) -> str:
    done = run(folder, "git", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def deploy(site: Path) -> subprocess.CompletedProcess[str]:
    return run(site, sys.executable, "-m", "mkdocs", "gh-deploy", "--strict")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site in a repository whose remote is a folder beside it."""
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    site = tmp_path / "site"
    write_new_site(site, "Soup explained", PACKAGE)
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "Start")
    git(site, "remote", "add", "origin", str(tmp_path / "remote.git"))
    return site


def test_the_branch_holds_the_site_that_was_built(site: Path) -> None:
    done = deploy(site)
    assert done.returncode == 0, done.stderr
    remote = site.parent / "remote.git"
    pushed = set(git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())
    built = {path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*") if path.is_file()}
    assert pushed == built | {".nojekyll"}
    assert {"index.html", "explainers/gettysburg-address/index.html", "assets/explainer.css"} <= pushed
    assert git(remote, "show", "gh-pages:index.html") == (site / "site/index.html").read_text("utf-8")
    assert git(site, "status", "--porcelain") == ""


def test_an_error_in_a_quotation_leaves_the_branch_as_it_was(site: Path) -> None:
    assert deploy(site).returncode == 0
    remote = site.parent / "remote.git"
    before = git(remote, "rev-parse", "gh-pages")
    home = (site / "site/index.html").read_bytes()
    page = site / PAGE
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("can never forget", "may well forget"), "utf-8")
    stopped = deploy(site)
    assert stopped.returncode == 1
    assert "error[absent]" in stopped.stderr
    assert git(remote, "rev-parse", "gh-pages") == git(site, "rev-parse", "gh-pages") == before
    assert (site / "site/index.html").read_bytes() == home
    page.write_text(whole.replace("An example", "Still an example"), "utf-8")
    assert deploy(site).returncode == 0
    assert git(remote, "rev-parse", "gh-pages~1") == before

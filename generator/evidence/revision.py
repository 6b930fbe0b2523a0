"""Revisions: the site as a git revision has it, read from a copy, so that the author's own files are not touched."""

import os
import subprocess
import tempfile
from pathlib import Path

from generator.evidence.manifest import Manifest
from generator.evidence.site_manifest import site_manifest
from generator.model.errors import SettingsError, UnreadableError
from generator.site.site_file import find_site_file, load_settings


def revision_manifest(revision: str, site: str, folder: Path) -> Manifest:
    """Make the manifest of a site as a revision has it.

    Args:
        revision: What git takes for a revision, such as "HEAD~1", a tag or a hash.
        site: Folder of the site below the top of the repository; where empty, `folder` counts.
        folder: A folder of the repository.

    Returns:
        The evidence of the explainers that were published then, with the texts that lie in the revision and those of
        EXPLAINER_SEEDS.

    Raises:
        UnreadableError: There is no such revision, no repository, or no site in it.
    """
    if not revision or revision.startswith("-"):
        raise UnreadableError(f"'{revision}' is no revision of git")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    inside = site or folder.resolve().relative_to(top.resolve()).as_posix()
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", told=revision
    )
    with tempfile.TemporaryDirectory(prefix="explainer-") as name:
        copy = Path(name).resolve()
        tree = copy / "tree"
        # An index of its own: the author's would remember what was fetched into it.
        index = {**os.environ, "GIT_INDEX_FILE": str(copy / "index")}
        _git(top, "read-tree", commit.decode().strip(), environment=index)
        _git(top, "checkout-index", "--all", f"--prefix={tree}/", environment=index)
        for path in tree.rglob("*"):
            if path.is_symlink() and not path.resolve().is_relative_to(tree):
                raise UnreadableError(
                    f"{revision}: {path.relative_to(tree)} is a link that leads out of the repository"
                )
        place = (tree / inside).resolve()
        if not place.is_dir() or not place.is_relative_to(tree):
            raise UnreadableError(f"{revision} has no folder '{inside}'")
        return site_manifest(load_settings(_site_file(place, tree, f"{revision} has no mkdocs.yml in '{inside}'")))


def is_revision(name: str, folder: Path) -> bool:
    """Tell whether git knows a name as a revision, in a folder of a repository."""
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except UnreadableError:
        return False
    return bool(name) and not name.startswith("-")


def _site_file(place: Path, tree: Path, problem: str) -> Path:
    """Find mkdocs.yml in a folder or above it, but not above the copy."""
    try:
        found = find_site_file(place)
    except SettingsError as error:
        raise UnreadableError(problem) from error
    if not found.is_relative_to(tree):
        raise UnreadableError(problem)
    return found


def _git(folder: Path, *arguments: str, told: str = "", environment: dict[str, str] | None = None) -> bytes:
    command = ["git", *arguments]
    try:
        return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True).stdout  # noqa: S603
    except FileNotFoundError as error:
        raise UnreadableError("git is not installed, and a revision needs it") from error
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        fatal = next((line for line in lines if line.startswith("fatal: ")), lines[-1] if lines else "")
        reason = fatal.removeprefix("fatal: ") or "there is no such revision"
        raise UnreadableError(f"git: {told + ': ' if told else ''}{reason}") from error

"""The package: what a site asks pip for, so that every machine gets the very package that the site was made with."""

import json
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

WHEELS = "wheels"
"""Folder of a site in which pip finds a package that no index has."""

_BY_HAND = """\
# This version came from a folder, not from a package index. Build its wheel there (make wheel), lay the wheel into the
# folder wheels beside this file, and commit it: then pip finds it on every machine.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What a site asks for.

    Args:
        requirement: Text of a file of requirements, as pip reads it.
        archive: The wheel or source archive that the site carries with it; None where it carries none.
    """

    requirement: str
    archive: Path | None = None


def find_package(installed: Distribution) -> Package:
    """Find how another machine gets an installed package.

    Args:
        installed: The package, with the record of where it came from (`direct_url.json`, PEP 610).

    Returns:
        Its version, where it came from an index; its address, where it came from one; and else its version, to be found
        in the site's own folder of wheels, with the archive where that still lies on this machine.
    """
    name, pinned = installed.metadata["Name"], f"{installed.metadata['Name']}=={installed.version}\n"
    origin = json.loads(installed.read_text("direct_url.json") or "null")
    if origin is None:
        return Package(requirement=pinned)
    if vcs := origin.get("vcs_info"):
        return Package(requirement=f"{name} @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}\n")
    if urlsplit(origin["url"]).scheme != "file":
        return Package(requirement=f"{name} @ {origin['url']}\n")
    archive = Path(unquote(urlsplit(origin["url"]).path))
    found = f"--find-links {WHEELS}\n{pinned}"
    if "archive_info" in origin and archive.is_file():
        return Package(requirement=found, archive=archive)
    return Package(requirement=f"{_BY_HAND}{found}")

"""States of a site: as published, as its folders hold it now, or as a revision of git has it."""

import os
from pathlib import Path

from generator.evidence.manifest import Manifest
from generator.evidence.opening import Fetch, evidence_file, is_address, open_manifest
from generator.evidence.revision import is_revision, revision_manifest
from generator.evidence.site_manifest import site_manifest
from generator.model.errors import UnreadableError
from generator.site.site_file import NAMES, find_site_file, load_settings


def open_state(place: str, fetch: Fetch) -> Manifest:
    """Open the evidence of a site as somebody names it.

    Args:
        place: The folder of a site; the folder of a built one, or an evidence file, on the disk or on the web; or a
            revision of git, alone or as in "HEAD~1:path/of/site".
        fetch: Fetches an address.

    Returns:
        Its manifest.

    Raises:
        UnreadableError: It is none of these, or cannot be read; the message says why.
        SettingsError: The settings of the site cannot be read.
    """
    # os.path, since pathlib fails where a name is longer than names may be.
    if os.path.isdir(place):  # noqa: PTH112
        return _folder(Path(place), place, fetch)
    revision, mark, site = (place[:-1], ":", "") if place.endswith(":") else place.partition(":")
    if os.path.exists(place) or is_address(place) or site.startswith("//"):  # noqa: PTH110
        return open_manifest(place, fetch)
    if mark or is_revision(revision, Path()):
        return revision_manifest(revision, site, Path())
    message = f"'{place}' is no file, no folder, no address on the web (https://…) and no revision of git here"
    raise UnreadableError(message)


def _folder(folder: Path, place: str, fetch: Fetch) -> Manifest:
    """Open a folder: that of a built site holds evidence, and any other is read as a site or a part of one."""
    if any((folder / name).is_file() for name in NAMES):
        return site_manifest(load_settings(find_site_file(folder)))
    if evidence_file(place) != place or (folder / "index.html").is_file():
        return open_manifest(place, fetch)
    return site_manifest(load_settings(find_site_file(folder)))

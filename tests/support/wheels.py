"""Wheels without a network: the packages of this environment, packed again as they were installed."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# What pip adds to a package when it installs it.
_ADDED = {"INSTALLER", "REQUESTED", "direct_url.json"}


def pack_requirements(requirements: list[str], folder: Path) -> None:
    """Pack what is required, and all that it requires in turn, as wheels with the metadata of their makers.

    Args:
        requirements: As PEP 508 has them; what is not installed, since its marker does not hold, is left out.
        folder: Where the wheels are written.
    """
    waiting, seen = list(requirements), set()
    while waiting:
        name = canonicalize_name(Requirement(waiting.pop()).name)
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += found.requires or []
        _pack(found, folder)


def _pack(found: Distribution, folder: Path) -> None:
    files = [file for file in found.files or [] if ".." not in file.parts and file.suffix != ".pyc"]
    info = next(file.parent for file in files if file.name == "WHEEL" and file.parent.suffix == ".dist-info")
    tags = re.findall(r"^Tag: (\S+)-(\S+)-(\S+)", found.read_text("WHEEL") or "", re.MULTILINE)
    tag = "-".join(".".join(dict.fromkeys(part)) for part in zip(*tags, strict=True))
    with ZipFile(folder / f"{info.stem}-{tag}.whl", "w") as wheel:
        for file in files:
            if file.parent != info or file.name not in _ADDED:
                wheel.write(str(file.locate()), file.as_posix())

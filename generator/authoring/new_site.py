"""A new site: all files that a site needs, with an example, in a folder of its own."""

import errno
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.authoring.package import WHEELS, Package
from generator.cards.fonts import load_fonts
from generator.files.staging import begin_staging, discard_staging
from generator.front_matter import json_schema
from generator.front_matter.forms import explainer_fields, person_fields
from generator.markdown.plain_text import escape_markdown
from generator.model.errors import Location, UnreadableError, UnwritableError
from generator.site.site_file import NAMES

_FOLDER = Path(__file__).parent.parent / "data" / "init"
_TEMPLATE = ".j2"
_SCHEMA = ".vscode/front-matter.schema.json"
_WIDTH = 120

_HARMLESS = re.compile(r"\.(git|DS_Store|site\.build-\d+)")
"""What may stand in a folder that counts as empty: a repository without files, and what a killed run left."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_TAKEN = frozenset({errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR, errno.EISDIR})
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})


def write_new_site(folder: Path, name: str, package: Package) -> tuple[str, ...]:
    """Write a new site, whole or not at all.

    Args:
        folder: A folder that is new or empty; one that holds nothing but an empty repository counts as empty.
        name: The site's name; the folder's when empty.
        package: This package, as the site asks for it.

    Returns:
        The paths of its files, relative to the folder and in order.

    Raises:
        UnwritableError: Something stands in the way, or the name cannot be one.
        UnreadableError: The folder cannot be written.
    """
    files: dict[str, str | bytes] = {**render_new_site(_checked(name or folder.resolve().name), package.requirement)}
    try:
        if package.archive is not None:
            files[f"{WHEELS}/{package.archive.name}"] = package.archive.read_bytes()
        _refuse_full(folder)
        _put(folder.resolve(), files)
    except OSError as error:
        if error.errno in _TAKEN:
            _refuse_full(folder)
        raise UnreadableError(f"cannot be written: {error.strerror}", Location(path=str(folder))) from error
    return tuple(sorted(files))


def render_new_site(name: str, requirement: str) -> Mapping[str, str]:
    """Render the files of a new site.

    Args:
        name: Its name.
        requirement: What it asks pip for, as lines of a file of requirements.

    Returns:
        Text by path. Files of the folder of templates whose name ends in `.j2` are templates, the others stay as they
        are, and the schema of the front matter is added.
    """
    values = {
        # Every string of JSON is one of YAML.
        "site_name": json.dumps(name, ensure_ascii=False),
        "heading": escape_markdown(name),
        "cards": not load_fonts().missing(name),
        "requirement": requirement,
        "explainer_fields": _yaml(explainer_fields()),
        "person_fields": _yaml(person_fields()),
    }
    environment = Environment(  # noqa: S701 - YAML and Markdown, to which no rule of HTML applies
        loader=FileSystemLoader(_FOLDER), undefined=StrictUndefined, keep_trailing_newline=True
    )
    files = {}
    for path in sorted(file.relative_to(_FOLDER).as_posix() for file in _FOLDER.rglob("*") if file.is_file()):
        if path.endswith(_TEMPLATE):
            files[path.removesuffix(_TEMPLATE)] = environment.get_template(path).render(values)
        else:
            files[path] = (_FOLDER / path).read_text("utf-8")
    files[_SCHEMA] = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return files


def _yaml(fields: list[dict[str, Any]]) -> str:
    """Return fields as YAML at the depth at which the template has them."""
    text = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return "\n".join(f"      {line}" for line in text.splitlines())


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise UnwritableError("the site needs a name; give it with --name")
    if found := _UNPRINTABLE.search(name):
        raise UnwritableError(
            f"the name of the site holds the character U+{ord(found.group()):04X}, which cannot be shown; leave it out"
        )
    return name


def _refuse_full(folder: Path) -> None:
    """Tell what stands in the way."""
    standing = next((place for place in (folder, *folder.parents) if os.path.lexists(place)), None)
    if standing is None:
        return
    if not standing.is_dir():
        raise UnwritableError("is no folder; name one that is new or empty", Location(path=str(standing)))
    if standing != folder:
        return
    present = sorted(entry.name for entry in folder.iterdir() if not _HARMLESS.fullmatch(entry.name))
    if present:
        more = f" and {len(present) - 1} more" if len(present) > 1 else ""
        raise UnwritableError(
            f"is not empty: it holds '{present[0]}'{more}; name a folder that is new or empty",
            Location(path=str(folder)),
        )


def _put(folder: Path, files: Mapping[str, str | bytes]) -> None:
    if _can_be_replaced(folder):
        try:
            _make(folder, files)
        except PermissionError:
            # A folder may be writable where the one that it lies in is not.
            if not folder.exists():
                raise
        else:
            return
    _fill(folder, files)


def _can_be_replaced(folder: Path) -> bool:
    """Return whether a folder made beside it can take its place: not if somebody works in it, or it is mounted."""
    if not folder.exists():
        return True
    return not (any(folder.iterdir()) or Path.cwd().is_relative_to(folder) or folder.is_mount())


def _make(folder: Path, files: Mapping[str, str | bytes]) -> None:
    staged = begin_staging(folder)
    try:
        _write(staged, files)
        if folder.exists():
            staged.chmod(stat.S_IMODE(folder.stat().st_mode))
        # Only a folder that is still empty can be replaced.
        staged.rename(folder)
    finally:
        discard_staging(staged)


def _fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Move the finished files into a folder that must stay itself."""
    staged = begin_staging(folder / "site")
    moved: list[Path] = []
    try:
        _write(staged, files)
        for entry in _in_order(staged):
            _move(entry, folder / entry.name)
            moved.append(folder / entry.name)
    except BaseException:
        for entry in moved:
            entry.rename(staged / entry.name)
        raise
    finally:
        discard_staging(staged)


def _in_order(staged: Path) -> Iterator[Path]:
    """Give what is to be moved; the site's settings come first, so that of two runs at once only one has them."""
    yield staged / NAMES[0]
    yield from sorted(entry for entry in staged.iterdir() if entry.name != NAMES[0])


def _move(entry: Path, target: Path) -> None:
    """Move a file or folder to where nothing is yet."""
    if entry.is_dir():
        entry.rename(target)
        return
    try:
        target.hardlink_to(entry)
        entry.unlink()
    except OSError as error:
        if error.errno not in _NO_LINKS or target.exists():
            raise
        entry.rename(target)


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())

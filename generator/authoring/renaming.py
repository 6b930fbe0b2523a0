"""Renaming: one id becomes another wherever a site names it, and every other byte stays."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.authoring.former_edits import FIELD, former_edits
from generator.authoring.rename_edits import SECTIONS, Rename, Renamed, has_id, page_edits
from generator.files.load import Loaded, display_path_of, display_path_of_locks, is_markdown, load_site
from generator.files.lock import LockedQuotation
from generator.files.lock_file import lock_path
from generator.files.old_lock import OLD_NAME
from generator.files.text_file import decode
from generator.files.writing import write_text
from generator.front_matter.nodes import read_front_matter
from generator.front_matter.schema import id_problem
from generator.markdown.author_text import Edit, apply_edits
from generator.model.errors import Location, UnreadableError, UnwritableError
from generator.model.issue import Severity
from generator.model.suggestion import did_you_mean
from generator.site.settings import Settings

_END = re.compile("\r\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of a file.

    Args:
        path: The file.
        shown: Its path as messages show it.
        before: Its text; line ends as they are.
        after: Its text from now on.
        places: Line and column of each change, counted from 1.
        target: Where the file goes; its own path where it stays.
    """

    path: Path
    shown: str
    before: str
    after: str
    places: tuple[tuple[int, int], ...]
    target: Path


def plan_rename(settings: Settings, old: str, new: str) -> tuple[Rename, tuple[Change, ...]]:
    """Plan the renaming of an id; nothing is written.

    Args:
        settings: Where the site's files stand.
        old: The id, such as "ada", "person:ada" or, of one page alone, "quotation:soup.md#hot".
        new: The id from now on; of a topic, its name.

    Returns:
        What is renamed, and what becomes of each file that names it.

    Raises:
        UnreadableError: Front matter has errors, by which the change could not be proven.
        UnwritableError: Nothing has the id, or several things have; or the new one is taken, or cannot be an id.
    """
    loaded = load_site(settings)
    _refuse_broken(loaded)
    pages = {path: _text(settings.content / path, display_path_of(settings, path)) for path in _markdown(settings)}
    rename = _settle(loaded, pages, old, new)
    changes = [*_page_changes(settings, rename, pages), *_locks(settings, rename, loaded)]
    changes = _with_person_file(changes, settings, rename, loaded)
    for change in changes:
        _prove(change)
    return rename, tuple(changes)


def carry_out(changes: tuple[Change, ...]) -> None:
    """Write what was planned: all of it, or on a failure nothing.

    Args:
        changes: What becomes of the files.

    Raises:
        UnreadableError: A file cannot be written; those that were are as before.
        UnwritableError: A file is not as it was when the change was planned.
    """
    for change in changes:
        if change.path.read_bytes().decode("utf-8") != change.before:
            raise UnwritableError("was changed meanwhile; nothing was written", Location(path=change.shown))
    done: list[Change] = []
    try:
        for change in changes:
            write_text(change.target, change.after)
            done.append(change)
    except UnreadableError:
        for change in done:
            write_text(change.path, change.before)
        for change in done:
            if change.target != change.path:
                change.target.unlink()
        raise
    for change in changes:
        if change.target != change.path:
            change.path.unlink()


def _markdown(settings: Settings) -> list[str]:
    """Return the paths of all pages, ordinary ones and people's files included."""
    files = (file for file in sorted(settings.content.rglob("*")) if file.is_file() and is_markdown(file.name))
    return [file.relative_to(settings.content).as_posix() for file in files]


def _refuse_broken(loaded: Loaded) -> None:
    wrong = next((i for i in loaded.issues if i.severity is Severity.ERROR and is_markdown(i.location.path)), None)
    if wrong:
        raise UnreadableError(f"{wrong.message}; mend this first (`explainer check` lists all)", wrong.location)


def _text(path: Path, shown: str) -> str:
    data = path.read_bytes()
    _, issues = decode(data, shown)
    if issues:
        raise UnreadableError(issues[0].message, issues[0].location)
    return data.decode("utf-8")


def _settle(loaded: Loaded, pages: dict[str, str], old: str, new: str) -> Rename:
    """Find out what is meant, and refuse what cannot be done."""
    named, _, rest = old.partition(":") if old.split(":", 1)[0] in {*Renamed} else ("", "", old)
    only, _, name = rest.rpartition("#") if "#" in rest else ("", "", rest)
    kinds = [Renamed(named)] if named else [kind for kind in Renamed if not (only and kind is Renamed.TOPIC)]
    data = {path: read_front_matter(_plain(text), path).data or {} for path, text in pages.items()}
    if only and only not in pages:
        raise UnwritableError(
            f"there is no page '{only}'; {did_you_mean(only, pages, 'write its path below the content folder')}"
        )
    found = {
        kind: frozenset(path for path in data if has_id(data[path], kind, name) and only in {"", path})
        for kind in kinds
    }
    shared = name in loaded.people_files and Renamed.PERSON in kinds and not only
    meant = [kind for kind in kinds if found[kind] or (kind is Renamed.PERSON and shared)]
    if not meant:
        raise UnwritableError(f"nothing on this site has the id '{name}'{f' on {only}' if only else ''}")
    if len(meant) > 1:
        ways = " or ".join(f"`{kind}:{rest}`" for kind in meant)
        raise UnwritableError(f"'{name}' is the id of {' and '.join(f'a {kind}' for kind in meant)}; write {ways}")
    kind = meant[0]
    touched = frozenset(pages) if kind is Renamed.PERSON and shared else found[kind]
    if kind is not Renamed.TOPIC and (problem := id_problem(new)):
        raise UnwritableError(f"'{new}' cannot be an id; {problem}")
    holders = [path for path in sorted(touched) if has_id(data[path], kind, new)]
    clashes = kind is Renamed.PERSON and (
        new in loaded.people_files or any(new in (data[path].get("experts") or {}) for path in touched)
    )
    if kind is not Renamed.TOPIC and (holders or clashes):
        where = f" on {holders[0]}" if holders else ""
        article = "an" if kind is Renamed.EVENT else "a"
        raise UnwritableError(f"there is {article} {kind} '{new}'{where} already")
    if kind is not Renamed.TOPIC:
        _refuse_former(data, touched, SECTIONS[kind], name, new)
    if not new.strip() or new == name:
        raise UnwritableError(f"'{new}' is no other name than '{name}'")
    return Rename(kind=kind, old=name, new=new, pages=touched)


def _refuse_former(data: dict[str, dict[str, Any]], pages: frozenset[str], section: str, name: str, new: str) -> None:
    """Refuse an id whose addresses lead to another entry that had it before."""
    for path in sorted(pages):
        for other, entry in (data[path].get(section) or {}).items():
            if other == name or not isinstance(entry, dict):
                continue
            former = entry.get(FIELD) or []
            if new in ([former] if isinstance(former, str) else former):
                raise UnwritableError(f"'{new}' was the id of '{other}' on {path}, and its addresses lead there")


def _page_changes(settings: Settings, rename: Rename, pages: dict[str, str]) -> Iterator[Change]:
    for path, text in pages.items():
        plain = _plain(text)
        edits = [*page_edits(plain, path, rename), *former_edits(plain, path, rename)]
        if edits:
            file = settings.content / path
            yield _change(file, display_path_of(settings, path), text, edits, target=file)


def _with_person_file(changes: list[Change], settings: Settings, rename: Rename, loaded: Loaded) -> list[Change]:
    """Move the person's own file, which is named after the id."""
    if rename.kind is not Renamed.PERSON or rename.old not in loaded.people_files:
        return changes
    shown = loaded.people_files[rename.old].path
    file = settings.root / shown
    text = _text(file, shown)
    plain, path = _plain(text), file.relative_to(settings.content).as_posix()
    edits = [*page_edits(plain, path, rename), *former_edits(plain, path, rename, own_file=True)]
    own = _change(file, shown, text, edits, target=file)
    target = file.with_name(f"{rename.new}{file.suffix}")
    return [*(change for change in changes if change.path != file), replace(own, target=target)]


def _locks(settings: Settings, rename: Rename, loaded: Loaded) -> Iterator[Change]:
    """Rename the evidence of quotations, whose files are named after page and id."""
    if rename.kind is not Renamed.QUOTATION:
        return
    if loaded.lock.is_old:
        raise UnwritableError(f"there is a {OLD_NAME} of an earlier version; run `explainer lock` first")
    field = re.compile(rf'"quotation":\s*({re.escape(json.dumps(rename.old, ensure_ascii=False))})')
    for path, entry in loaded.lock.files.items():
        if not isinstance(entry, LockedQuotation) or entry.quotation != rename.old or entry.page not in rename.pages:
            continue
        file, shown = settings.locks / path, f"{display_path_of_locks(settings)}/{path}"
        text = _text(file, shown)
        found = field.search(text)
        assert found is not None, "the file was read as the lock of this quotation"
        edits = [Edit(found.start(1), found.end(1), json.dumps(rename.new, ensure_ascii=False))]
        target = settings.locks / lock_path(replace(entry, quotation=rename.new))
        yield _change(file, shown, text, edits, target=target)


def _plain(text: str) -> str:
    return _END.sub("\n", text.lstrip("\ufeff"))


def _change(file: Path, shown: str, text: str, edits: list[Edit], *, target: Path) -> Change:
    """Carry edits of a text with line feeds over to one with other line ends, which no edit touches."""
    mark = len(text) - len(text.lstrip("\ufeff"))
    # Where a pair of characters ends a line, all that follows stands one further.
    pairs = [match.start() - number - mark for number, match in enumerate(re.finditer("\r\n", text))]

    def typed(at: int) -> int:
        return at + mark + bisect_left(pairs, at)

    edits = sorted(edits)
    line_end = next(iter(_END.findall(text)), "\n")
    moved = [Edit(typed(edit.start), typed(edit.end), edit.text.replace("\n", line_end)) for edit in edits]
    plain = _plain(text)
    places = tuple((plain.count("\n", 0, e.start) + 1, e.start - plain.rfind("\n", 0, e.start)) for e in edits)
    return Change(path=file, shown=shown, before=text, after=apply_edits(text, moved), places=places, target=target)


def _prove(change: Change) -> None:
    """Make sure that the file reads as before, and that nobody's file stands where it goes."""
    if change.target != change.path and change.target.exists():
        raise UnwritableError("is there already, and is not overwritten", Location(path=str(change.target)))
    if is_markdown(change.shown):
        before, after = (read_front_matter(_plain(text), change.shown) for text in (change.before, change.after))
        if [issue.code for issue in before.issues] != [issue.code for issue in after.issues]:
            raise UnwritableError(
                "the new id does not fit into the front matter as it is written", Location(path=change.shown)
            )

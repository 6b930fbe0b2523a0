"""Silent edits: facts of a published page that were changed or taken back without a correction that says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.edtf import Edtf
from generator.errors import Location
from generator.evidence.comparison import TEXT, Difference, Thing, Turn, compare_pages
from generator.evidence.manifest import Manifest, PageRecord
from generator.evidence.recording import record_page
from generator.evidence.wording import word_diff
from generator.issue import Issue, Severity
from generator.lock import Lock
from generator.model import Explainer, Site

_FACTS: Mapping[Thing, frozenset[str]] = {
    Thing.QUOTATION: frozenset({"words", "speaker", "role", "source", "date"}),
    Thing.OPINION: frozenset({"person", "position"}),
    Thing.EVENT: frozenset({"date", "title"}),
    Thing.SOURCE: frozenset({TEXT}),
}
"""What counts as a fact, by what it is of."""
_SECTIONS = {Thing.QUOTATION: "quotes", Thing.OPINION: "experts", Thing.EVENT: "timeline", Thing.SOURCE: "sources"}
_FIELDS = {"words": "text", **{name: name for name in ("speaker", "source", "position", "title")}, TEXT: "file"}
_PROSE = frozenset({"words", "position", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """A changed fact with the page as it was and as it is."""

    difference: Difference
    published: PageRecord
    explainer: Explainer


def check_silent_edits(
    site: Site, published: Manifest, shown: Mapping[str, str], lock: Lock | None = None
) -> tuple[Issue, ...]:
    """Check that every fact that was published still stands, or that a correction says what became of it.

    A correction counts if it was not published yet, is of the published page's date or later, and names what was
    changed (or its speaker or person), or nothing, which means the page as a whole.

    Args:
        site: The site as it is now.
        published: The evidence that was published.
        shown: Path of each published page as messages show it, by its path below the content folder.
        lock: The lock of the site's sources; None where there is none.

    Returns:
        An error for each fact that was changed or removed in silence. What is new is none.
    """
    issues: list[Issue] = []
    for page in published.pages:
        explainer = site.explainers.get(page.path)
        if explainer is None:
            issues.append(_removed(page, Location(path=shown[page.path])))
        elif explainer.draft:
            issues.append(_removed(page, explainer.places.value("draft")))
        else:
            issues += _page(page, explainer, lock)
    return tuple(issues)


def _removed(page: PageRecord, place: Location) -> Issue:
    return _error(
        place,
        f"the page “{page.title}” was published, and is no explainer of the site any more",
        "keep it with a correction that says what was wrong; who has linked to it finds nothing otherwise",
    )


def _page(page: PageRecord, explainer: Explainer, lock: Lock | None) -> Iterator[Issue]:
    now = record_page(explainer, {}, lock, own=())
    for difference in compare_pages(page, now):
        if not _is_fact(difference):
            continue
        edit = _Edit(difference=difference, published=page, explainer=explainer)
        if not _is_told(edit, now):
            yield _issue(edit)


def _is_fact(difference: Difference) -> bool:
    if difference.field == TEXT and not (difference.before and difference.after):
        return False
    if difference.turn is Turn.CHANGED:
        return difference.field in _FACTS.get(difference.thing, ())
    return difference.turn is Turn.REMOVED and difference.thing in _FACTS and difference.thing is not Thing.SOURCE


def _is_told(edit: _Edit, now: PageRecord) -> bool:
    known = set(edit.published.corrections)
    since = edit.published.updated or edit.published.published
    names = {"", edit.difference.id, *_named(edit)}
    return any(note.of in names and note not in known and _is_since(note.date, since) for note in now.corrections)


def _named(edit: _Edit) -> Iterator[str]:
    """Yield the ids of the people whose change a correction may name instead."""
    page, name = edit.explainer, edit.difference.id
    if edit.difference.thing is Thing.QUOTATION and edit.difference.field in {"speaker", "role"}:
        yield page.quotes[name].speaker
    if edit.difference.thing is Thing.OPINION and edit.difference.turn is Turn.CHANGED:
        yield page.experts[name].person


def _is_since(date: Edtf, published: Edtf | None) -> bool:
    return published is None or date.latest >= published.earliest


def _issue(edit: _Edit) -> Issue:
    difference, places = edit.difference, edit.explainer.places
    section, since = _SECTIONS[difference.thing], edit.published.updated or edit.published.published
    newer = f" of {since} or later" if since else ""
    name = f"{difference.thing} '{difference.id}'"
    if difference.turn is Turn.REMOVED:
        message = f"{name} was published, and is gone: {difference.before}"
        return _error(places.key(section), message, f"add to `corrections:` one{newer} without `of:` that says why")
    is_prose = difference.field in _PROSE and difference.before and difference.after
    told = (
        word_diff(difference.before, difference.after)
        if is_prose
        else f"was {difference.before or 'not given'}, is {difference.after or 'not given'}"
    )
    return _error(
        _place(edit, section),
        f"{name}: its {difference.field} changed since it was published, and no correction says so: {told}",
        f"add to `corrections:` one{newer} with `of: {difference.id}`, or undo the change",
    )


def _place(edit: _Edit, section: str) -> Location:
    difference, page = edit.difference, edit.explainer
    field = _FIELDS.get(difference.field, "")
    if difference.field == "date":
        field = "said" if difference.thing is Thing.QUOTATION else "date"
    where = (section, difference.id, field)
    if difference.field == "role":
        where = ("people", page.quotes[difference.id].speaker, "role")
    if where in page.places.values:
        return page.places.value(*where)
    return page.places.key(section, difference.id)


def _error(place: Location, message: str, help_text: str) -> Issue:
    return Issue(code="silent-edit", severity=Severity.ERROR, location=place, message=message, help=help_text)

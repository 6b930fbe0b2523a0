"""Silent edits: facts of a published page that were changed or taken back without a correction that says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.evidence.comparison import TEXT, Difference, Thing, Turn, compare_pages
from generator.evidence.manifest import CorrectionRecord, Manifest, PageRecord
from generator.evidence.recording import record_page
from generator.evidence.renamed import under_new_ids
from generator.evidence.wording import folded, word_diff
from generator.files.lock import NO_LOCK, Lock
from generator.model.concern import person_of
from generator.model.edtf import Edtf
from generator.model.errors import Location
from generator.model.explainer import Explainer, Site
from generator.model.issue import Issue
from generator.site.page_url import page_url

_FACTS: Mapping[Thing, frozenset[str]] = {
    Thing.QUOTATION: frozenset({"words", "translation", "speaker", "role", "source", "date"}),
    Thing.OPINION: frozenset({"person", "question", "position", "quotations"}),
    Thing.EVENT: frozenset({"date", "title"}),
    Thing.SOURCE: frozenset({"title", "publisher", "author", "date", TEXT}),
    Thing.PERSON: frozenset({"role", "affiliation"}),
    Thing.PAGE: frozenset({"date of publication"}),
}
"""What counts as a fact, by what it is of."""
_LASTING = frozenset({Thing.QUOTATION, Thing.OPINION, Thing.EVENT})
"""What may not be taken back in silence; a source that nothing is quoted from any more may."""
_SECTIONS = {
    Thing.QUOTATION: "quotes",
    Thing.OPINION: "experts",
    Thing.EVENT: "timeline",
    Thing.SOURCE: "sources",
    Thing.PERSON: "people",
}
_FIELDS = {"words": "text", "quotations": "quotes", TEXT: "file"}
"""Names of fields in front matter, where they differ from the words for them."""
_DATES = {Thing.QUOTATION: "said", Thing.EVENT: "date", Thing.SOURCE: "published"}
_PROSE = frozenset({"words", "translation", "question", "position", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """A changed fact with the page as it was and as it is."""

    difference: Difference
    published: PageRecord
    explainer: Explainer


def check_silent_edits(
    site: Site, published: Manifest, shown: Mapping[str, str], lock: Lock = NO_LOCK
) -> tuple[Issue, ...]:
    """Check that every fact that was published still stands, or that a correction says what became of it.

    A correction counts if it was not published yet, is of the published page's date or later, and names what was
    changed, or its speaker or person. What is gone has no name any more: there one of the page as a whole counts.
    Nothing makes up for a correction that is gone.

    Args:
        site: The site as it is now.
        published: The evidence that was published.
        shown: Path of each published page as messages show it, by its path below the content folder.
        lock: The lock of the site's sources.

    Returns:
        An error for each fact that was changed or removed in silence. What is new is none.
    """
    issues: list[Issue] = []
    moved = {page_url(path): explainer for path, explainer in site.explainers.items()}
    for page in published.pages:
        explainer = site.explainers.get(page.path) or moved.get(page_url(page.path))
        if explainer is None:
            issues.append(_removed(page, Location(path=shown[page.path])))
        elif explainer.draft:
            issues.append(_removed(page, explainer.places.value("draft")))
        else:
            issues += _page(page, explainer, lock)
    return tuple(issues)


def _removed(page: PageRecord, place: Location) -> Issue:
    return Issue.error(
        "silent-edit",
        place,
        f"the page “{page.title}” was published, and is no explainer of the site any more",
        "keep it as one, with a correction that says what was wrong; who has linked to it finds no evidence otherwise",
    )


def _page(page: PageRecord, explainer: Explainer, lock: Lock) -> Iterator[Issue]:
    now = record_page(explainer, {}, lock, own=())
    page = under_new_ids(page, now)
    for difference in compare_pages(page, now):
        if not _is_fact(difference) or _is_told_of_words(difference, page):
            continue
        edit = _Edit(difference=difference, published=page, explainer=explainer)
        if not _is_told(edit, now):
            yield _issue(edit)
    yield from _corrections_taken_back(page, now, explainer)


def _corrections_taken_back(page: PageRecord, now: PageRecord, explainer: Explainer) -> Iterator[Issue]:
    """Yield an error for each published correction that is gone or reads otherwise.

    One of an entry that is gone cannot name it any more, and then stands for the page.
    """
    stated = (explainer.sources, explainer.people, explainer.quotes, explainer.experts, explainer.timeline)
    entries = {name for section in (*stated, explainer.questions, explainer.glossary) for name in section}
    standing = {(_said(note), note.of) for note in now.corrections}
    for note in page.corrections:
        expected = {(_said(note), note.of)} | (set() if note.of in entries else {(_said(note), "")})
        if not standing & expected:
            yield Issue.error(
                "silent-edit",
                explainer.places.key("corrections"),
                f"the {note.kind} of {note.date} was published, and does not stand so any more: {note.text}",
                "put it back as it was; what it got wrong is told in a further one",
            )


def _said(note: CorrectionRecord) -> tuple[str, str, str]:
    """Return what a correction says, but for differences of typing."""
    return str(note.date), note.kind, folded(note.text)


def _is_fact(difference: Difference) -> bool:
    if difference.field == TEXT and not (difference.before and difference.after):
        return False
    if difference.turn is Turn.CHANGED:
        return difference.field in _FACTS.get(difference.thing, ())
    return difference.turn is Turn.REMOVED and difference.thing in _LASTING


def _is_told_of_words(difference: Difference, page: PageRecord) -> bool:
    """Tell whether the change of a person is one of quotations, each of which is told by itself."""
    speakers = {quotation.speaker for quotation in page.quotations} - {opinion.person for opinion in page.opinions}
    return difference.thing is Thing.PERSON and difference.id in speakers


def _is_told(edit: _Edit, now: PageRecord) -> bool:
    known = {_said(note) for note in edit.published.corrections}
    since = edit.published.updated or edit.published.published
    is_of_page = edit.difference.turn is Turn.REMOVED or edit.difference.thing is Thing.PAGE
    names = {""} if is_of_page else {edit.difference.id, *_named(edit)}
    return any(
        note.of in names and _said(note) not in known and _is_since(note.date, since) for note in now.corrections
    )


def _named(edit: _Edit) -> Iterator[str]:
    """Yield the ids of the people whose change a correction may name instead."""
    page, name = edit.explainer, edit.difference.id
    if edit.difference.thing is Thing.QUOTATION and edit.difference.field in {"speaker", "role"}:
        yield person_of(page.quotes[name])
    if edit.difference.thing is Thing.OPINION and edit.difference.turn is Turn.CHANGED:
        yield person_of(page.experts[name])


def _is_since(date: Edtf, published: Edtf | None) -> bool:
    return published is None or date.latest >= published.earliest


def _issue(edit: _Edit) -> Issue:
    difference, places = edit.difference, edit.explainer.places
    since = edit.published.updated or edit.published.published
    newer = f" of {since} or later" if since else ""
    if difference.thing is Thing.PAGE:
        return Issue.error(
            "silent-edit",
            places.value("published"),
            f"the page's {difference.field} changed since it was published, and no correction says so: "
            f"was {difference.before or 'not given'}, is {difference.after or 'not given'}",
            f"undo the change, or add to `corrections:` one{newer} without `of:` that says why",
        )
    section = _SECTIONS[difference.thing]
    name = f"{difference.thing} '{difference.id}'"
    if difference.turn is Turn.REMOVED:
        message = f"{name} was published, and is gone: {difference.before}"
        help_text = f"add to `corrections:` one{newer} without `of:` that says why"
        return Issue.error("silent-edit", places.key(section), message, help_text)
    is_prose = difference.field in _PROSE and difference.before and difference.after
    told = (
        word_diff(difference.before, difference.after)
        if is_prose
        else f"was {difference.before or 'not given'}, is {difference.after or 'not given'}"
    )
    if difference.field == TEXT:
        told = "the words of the source are others than those that readers were shown to have been verified in"
    return Issue.error(
        "silent-edit",
        _place(edit, section),
        f"{name}: its {difference.field} changed since it was published, and no correction says so: {told}",
        f"add to `corrections:` one{newer} with `of: {difference.id}`, or undo the change",
    )


def _place(edit: _Edit, section: str) -> Location:
    difference, page = edit.difference, edit.explainer
    field = _FIELDS.get(difference.field, difference.field)
    if difference.field == "date":
        field = _DATES[difference.thing]
    where = (section, difference.id, field)
    if difference.field == "role" and where not in page.places.values:
        where = ("people", page.quotes[difference.id].speaker, "role")
    if where in page.places.values:
        return page.places.value(*where)
    return page.places.key(section, difference.id)

"""Pages written from drafts: a new one, or more entries in one that is there."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.authoring.additions import add_entries
from generator.authoring.entries import Entry, Value
from generator.authoring.new_page import render_new_page
from generator.authoring.proposal import Proposal, propose
from generator.drafting.draft import Draft
from generator.drafting.extract import extract
from generator.files.load import display_path_of, load_site
from generator.files.reading import read_article
from generator.files.text_file import decode
from generator.files.writing import write_new_text, write_text
from generator.model.article import Article, Kind
from generator.model.errors import Location, UnreadableError, UnwritableError
from generator.model.issue import Severity
from generator.model.slug import make_slug, make_unique
from generator.site.settings import Settings

_FOLDER = "explainers"
_RESERVED = frozenset({"index", "readme"})
"""Names that MkDocs gives a meaning of its own."""
_NOUNS = {"people": "person", "quotes": "quotation", "experts": "expert opinion", "timeline": "event"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A page that was written.

    Args:
        path: Where, relative to the site's folder.
        summary: What went into it, in words.
        remarks: What the author should know besides.
    """

    path: str
    summary: str
    remarks: tuple[str, ...] = ()


def write_new_page(settings: Settings, title: str, sources: Sequence[Path], published: date | None = None) -> Written:
    """Write a new explainer with all that its sources hold.

    Args:
        settings: Where the site's files stand.
        title: Its headline.
        sources: Files in a folder of seeds.
        published: Day of publication of the one source that does not say it itself.

    Returns:
        What was written.

    Raises:
        UnreadableError: A source is not in a folder of seeds, or cannot be read.
        UnwritableError: The page is there already, or it is not clear which source a day belongs to.
    """
    name = make_unique(make_slug(title, ""), _RESERVED)
    if not make_slug(title, ""):
        raise UnwritableError("the page needs a title, in words that readers will see")
    page = settings.content / _FOLDER / f"{name}.md"
    display_path = display_path_of(settings, page.relative_to(settings.content).as_posix())
    if page.exists():
        raise UnwritableError(f"there is a page '{display_path}' already; `explainer draft {display_path}` adds to it")
    read = {path: (_seed_name(settings, path), read_article(path)) for path in sources}
    dateless = [path for path, (_, article) in read.items() if article.published is None]
    if published is not None and len(dateless) != 1:
        raise UnwritableError(
            f"--published is for the one source that says no day of its own, and here are {len(dateless)}"
        )
    entries: list[Entry] = []
    drafts: dict[str, Draft] = {}
    for name, article in read.values():
        dated = replace(article, published=article.published or published)
        draft = extract(dated)
        identifier = make_unique(_source_id(name, article), drafts)
        drafts[identifier] = draft
        entries.append(_source(identifier, name, article, draft))
    loaded = load_site(settings)
    proposal = propose(drafts, loaded.site.people)
    language = next((draft.language for draft in drafts.values()), settings.language)
    write_new_text(page, render_new_page(title.strip(), language, entries, proposal))
    return Written(path=display_path, summary=_summary(proposal), remarks=_remarks(proposal, drafts))


def add_to_page(settings: Settings, path: Path) -> Written:
    """Add to a page what its sources hold and it does not.

    Args:
        settings: Where the site's files stand.
        path: The page.

    Returns:
        What was added.

    Raises:
        UnreadableError: The page is not there, is no explainer, or its front matter has errors.
        UnwritableError: Its front matter is written in a way that nothing can be added to.
    """
    if not path.is_file() or not path.resolve().is_relative_to(settings.content.resolve()):
        raise UnreadableError(f"there is no page '{path}' in {settings.content}")
    relative = path.resolve().relative_to(settings.content.resolve()).as_posix()
    display_path = display_path_of(settings, relative)
    loaded = load_site(settings)
    wrong = [i for i in loaded.issues if i.location.path == display_path and i.severity is Severity.ERROR]
    if wrong:
        raise UnreadableError(
            f"{wrong[0].message}; mend this first (`explainer check {display_path}` lists all)", wrong[0].location
        )
    explainer = loaded.site.explainers.get(relative)
    if explainer is None or not explainer.sources:
        raise UnreadableError(
            "the page names no `sources:` from which anything could be drafted", Location(path=display_path)
        )
    drafts = {source.id: extract(source.article) for source in explainer.sources.values() if source.article}
    absent = [source.id for source in explainer.sources.values() if source.article is None]
    proposal = propose(drafts, loaded.site.people, explainer)
    remarks = (*_remarks(proposal, drafts), *(f"the text of source '{name}' is not here" for name in absent))
    if proposal.empty:
        return Written(path=display_path, summary="nothing to add", remarks=remarks)
    data = path.read_bytes()
    _, issues = decode(data, display_path)
    if issues:
        raise UnreadableError(issues[0].message, issues[0].location)
    write_text(path, add_entries(data.decode("utf-8"), proposal.sections, display_path))
    return Written(path=display_path, summary=f"added {_summary(proposal)}", remarks=remarks)


def _seed_name(settings: Settings, path: Path) -> str:
    """Return the name by which a page calls a source: its path in its folder of seeds."""
    if not path.is_file():
        raise UnreadableError(f"there is no source '{path}'")
    place = path.parent.resolve() / path.name
    for folder in (folder.resolve() for folder in settings.seeds):
        if place.is_relative_to(folder):
            return place.relative_to(folder).as_posix()
    seeds = os.path.relpath(settings.seeds[0])
    raise UnreadableError(f"'{path}' is not in the seeds folder {seeds}; `explainer source add {path}` puts it there")


def _source_id(name: str, article: Article) -> str:
    return make_slug(article.publisher or Path(name).stem, "source")


def _source(identifier: str, name: str, article: Article, draft: Draft) -> Entry:
    """Write down of a source what its own file does not say."""
    fields: list[tuple[str, Value]] = [("file", name)]
    if draft.article.published is not None and article.published is None:
        fields.append(("published", str(draft.article.published)))
    if draft.kind is not article.kind and draft.kind is not Kind.ARTICLE:
        fields.append(("kind", str(draft.kind)))
    if not article.language and Path(name).suffix == ".txt":
        fields.append(("language", draft.language))
    missing = [word for word in ("publisher", "title", "url") if not getattr(article, word)]
    comment = f"if you know them, add {', '.join(f'`{word}:`' for word in missing)}" if missing else ""
    return Entry(id=identifier, fields=tuple(fields), comment=comment)


def _summary(proposal: Proposal) -> str:
    counted = [_count(len(entries), _NOUNS[name]) for name, entries in proposal.sections.items() if entries]
    return f"{', '.join(counted)}, each to confirm" if counted else "no entries"


def _count(number: int, noun: str) -> str:
    plural = {"person": "people"}.get(noun, f"{noun}s")
    return f"{number} {noun if number == 1 else plural}"


def _remarks(proposal: Proposal, drafts: dict[str, Draft]) -> tuple[str, ...]:
    remarks = [f"source '{source}': {notice.message}" for source, draft in drafts.items() for notice in draft.notices]
    if proposal.left_out:
        left = _count(proposal.left_out, "quotation")
        remarks.append(f"left out: {left} of single words or without a speaker; `explainer draft SOURCE` shows them")
    return tuple(remarks)

"""Loading a site: its pages, its people and the texts of its sources."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.files.lock import NO_LOCK, Lock
from generator.files.lock_file import text_path
from generator.files.lock_folder import load_lock
from generator.files.reading import SUFFIXES, read_article
from generator.files.text_file import decode
from generator.front_matter import parse_page, parse_person
from generator.model.article import Article
from generator.model.edtf import parse_edtf
from generator.model.errors import Location, UnreadableError
from generator.model.explainer import Explainer, Person, Site, Source
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean
from generator.site.page_url import INDEXES, page_url
from generator.site.settings import Settings

PEOPLE = "people"
_ODD = frozenset('#?%<>"')
"""Signs that mean something else in addresses."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The ends of the names that MkDocs takes for pages; ours end in the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A site as its folders hold it.

    Args:
        site: The explainers and the shared people.
        people_files: The file of each shared person, by id.
        lock: The lock of its sources.
        pages: Text of each page below the content folder, ordinary ones included, by path.
        drafts: Paths of the pages among them that are not yet meant for readers.
        issues: What is wrong with the files.
    """

    site: Site
    people_files: Mapping[str, Location] = field(default_factory=dict)
    lock: Lock = NO_LOCK
    pages: Mapping[str, str] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()


def load_site(settings: Settings) -> Loaded:
    """Load a site.

    Args:
        settings: Where its files stand.

    Returns:
        The site and the Issues of its files; a page that cannot be read has one and is left out.

    Raises:
        UnreadableError: There is no content folder.
    """
    if not settings.content.is_dir():
        raise UnreadableError(f"there is no content folder '{settings.content}'; MkDocs' setting docs_dir names it")
    issues = list(_published_seeds(settings))
    lock, found = load_lock(settings.locks, display_path_of_locks(settings))
    issues += found
    texts = dict(_read_pages(settings, issues))
    issues += _same_address(settings, texts)
    people, people_files = _people(settings, texts, issues)
    shelf = _Shelf(settings, lock)
    explainers: dict[str, Explainer] = {}
    drafts: set[str] = set()
    for path, text in texts.items():
        if is_person_page(path):
            continue
        parsed = parse_page(text, path, display_path_of(settings, path), people, settings.language)
        issues += parsed.issues
        is_draft = parsed.draft or settings.held_back.match_file(path)
        drafts |= {path} if is_draft else set()
        if parsed.explainer is not None:
            explainers[path] = shelf.with_texts(replace(parsed.explainer, draft=is_draft), issues)
    site = Site(explainers=explainers, people=people)
    return Loaded(
        site=site,
        people_files=people_files,
        lock=lock,
        pages=texts,
        drafts=frozenset(drafts),
        issues=tuple(issues),
    )


def _same_address(settings: Settings, paths: Iterable[str]) -> Iterator[Issue]:
    """Find pages of one address, of which readers would see one."""
    taken: dict[str, str] = {}
    for path in paths:
        if is_person_page(path):
            continue
        other = taken.setdefault(page_url(path, folders=settings.page_folders), path)
        if other != path:
            yield Issue.error(
                "bad-page-path",
                Location(path=display_path_of(settings, path)),
                f"this page and {display_path_of(settings, other)} have one address",
                "give one of them another name",
            )


def is_person_page(path: str) -> bool:
    """Tell whether a page below the content folder is a person's file, which is data and no page of its own.

    An index.md among them is the author's own page about people.
    """
    page = PurePosixPath(path)
    return page.parts[0] == PEOPLE and page.stem not in INDEXES


def is_markdown(name: str) -> bool:
    """Tell whether MkDocs takes a file of this name for a page."""
    return name.lower().endswith(_MARKDOWN)


def _published_seeds(settings: Settings) -> Iterator[Issue]:
    """Warn of source texts in the folder of the pages, from which MkDocs publishes every file as it is."""
    for folder in settings.seeds:
        if folder.is_dir() and folder.resolve().is_relative_to(settings.content.resolve()):
            display_path = os.path.relpath(folder, settings.root).replace(os.sep, "/")
            yield Issue.warning(
                "seeds-published",
                Location(path=display_path),
                "this folder of source texts lies among the pages, so that their full texts are published",
                "move it beside the folder of the pages, and name it in the plugin's option `seeds`",
            )


def own_sources(site: Site, settings: Settings) -> frozenset[str]:
    """Return the files of sources whose text lies in the site's own folder of texts, not in one that stays outside."""
    sources = (source for explainer in site.explainers.values() for source in explainer.sources.values())
    files = {source.file for source in sources if source.article is not None}
    return frozenset(name for name in files if (settings.seeds[0] / name).is_file())


def display_path_of(settings: Settings, path: str) -> str:
    """Return a page's path as messages show it: relative to the folder of mkdocs.yml."""
    return (PurePosixPath(os.path.relpath(settings.content, settings.root).replace(os.sep, "/")) / path).as_posix()


def display_path_of_locks(settings: Settings) -> str:
    """Return the path of the folder of lock files as messages show it."""
    return os.path.relpath(settings.locks, settings.root).replace(os.sep, "/")


def _read_pages(settings: Settings, issues: list[Issue]) -> Iterator[tuple[str, str]]:
    files = {file.relative_to(settings.content).as_posix(): file for file in _markdown_files(settings, issues)}
    for name, file in sorted(files.items()):
        if settings.excluded.match_file(name) or _stands_back(name, files):
            continue
        path = _printable(name)
        display_path = display_path_of(settings, path)
        place = Location(path=display_path)
        if path != name:
            issues.append(Issue.error("bad-page-path", place, "this file's name is not UTF-8", "give it another name"))
            continue
        if problem := _misplaced(file, settings, place):
            issues.append(problem)
            continue
        try:
            data = file.read_bytes()
        except OSError as error:
            issues.append(_unreadable(error, place))
            continue
        text, found = decode(data, display_path)
        issues += found
        if not found and not text.strip():
            issues.append(Issue.warning("empty-file", place, "this page is empty", "write it, or delete the file"))
        if not found:
            yield path, text


def _stands_back(name: str, files: Container[str]) -> bool:
    """Tell whether a page is a README beside an index, which MkDocs leaves out, as it says itself."""
    page = PurePosixPath(name)
    return page.stem == "README" and page.with_name("index.md").as_posix() in files


def _markdown_files(settings: Settings, issues: list[Issue]) -> Iterator[Path]:
    """Yield the Markdown files below the content folder, and the links to folders, which are not followed."""

    def tell(error: OSError) -> None:
        path = Path(os.fsdecode(error.filename)).relative_to(settings.content).as_posix()
        issues.append(_unreadable(error, Location(path=display_path_of(settings, _printable(path)))))

    for parent, folders, names in os.walk(settings.content, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (link for name in folders if (link := Path(parent, name)).is_symlink())
        yield from (Path(parent, name) for name in names if is_markdown(name) and not name.startswith("."))


def _printable(path: str) -> str:
    """Return a path that can be printed, where a name in the folder is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _misplaced(file: Path, settings: Settings, place: Location) -> Issue | None:
    """Tell why a page cannot be read where it stands, if so."""
    try:
        leads_out = file.is_symlink() and not file.resolve().is_relative_to(settings.content.resolve())
    except (OSError, RuntimeError):
        return Issue.error("bad-page-path", place, "this link leads back to itself", "put the page itself there")
    if leads_out:
        return Issue.error(
            "bad-page-path",
            place,
            "this page is a link that leads out of the content folder",
            "put the page itself there",
        )
    if file.is_symlink() and file.is_dir():
        return Issue.error("bad-page-path", place, "this folder is a link", "put the folder itself there")
    if file.exists() and not file.is_file():
        return Issue.error("unreadable-page", place, "this page is no ordinary file")
    if odd := sorted(set(file.relative_to(settings.content).as_posix()) & _ODD):
        message = f"a page whose name has '{odd[0]}' in it cannot be linked to"
        return Issue.error("bad-page-path", place, message, "give it a name of letters, digits and hyphens")
    if file.suffix.lower() != ".md":
        message = f"a page whose name ends in {file.suffix} would be published unchecked"
        return Issue.error("bad-page-path", place, message, f"call it {file.stem}.md")
    return None


def _unreadable(error: OSError, place: Location) -> Issue:
    reason = (error.strerror or "unknown error").lower()
    return Issue.error("unreadable-page", place, f"this page cannot be read: {reason}")


def _people(
    settings: Settings, texts: Mapping[str, str], issues: list[Issue]
) -> tuple[dict[str, Person], dict[str, Location]]:
    """Read the shared people, and where the file of each stands."""
    people: dict[str, Person] = {}
    files: dict[str, Location] = {}
    for path, text in texts.items():
        if not is_person_page(path):
            continue
        person, found = parse_person(text, path, display_path_of(settings, path))
        issues += found
        if person is None:
            continue
        place = Location(path=display_path_of(settings, path))
        if person.id in people:
            message = f"there are two files of person '{person.id}'; this one is not used"
            issues.append(Issue.error("duplicate-key", place, message, "give it another name"))
        people.setdefault(person.id, person)
        files.setdefault(person.id, place)
    return people, files


class _Shelf:
    """The source texts of a site; each is read once, however many pages cite it."""

    def __init__(self, settings: Settings, lock: Lock) -> None:
        self._settings = settings
        self._lock = lock
        self._folders = [folder for folder in settings.seeds if folder.is_dir()]
        self._read: dict[str, Article | UnreadableError] = {}

    def with_texts(self, explainer: Explainer, issues: list[Issue]) -> Explainer:
        """Return a page whose sources have their texts, as far as these are at hand."""
        sources: dict[str, Source] = {}
        for source in explainer.sources.values():
            sources[source.id] = source
            if not source.file:
                continue
            place = explainer.places.value("sources", source.id, "file")
            try:
                found = self._find(source.file, place)
            except OSError as error:
                reason = (error.strerror or "unknown error").lower()
                message = f"the source '{source.file}' cannot be read: {reason}"
                found = Issue.error("unreadable-source", place, message)
            if isinstance(found, Issue):
                issues.append(found)
            elif found is not None:
                sources[source.id] = self._with_text(source, found, place, explainer, issues)
        return replace(explainer, sources=sources)

    def _with_text(
        self, source: Source, file: Path, place: Location, explainer: Explainer, issues: list[Issue]
    ) -> Source:
        if source.file not in self._read:
            try:
                self._read[source.file] = read_article(file, display_path=source.file)
            except UnreadableError as error:
                self._read[source.file] = error
        article = self._read[source.file]
        if isinstance(article, UnreadableError):
            issues.append(Issue.error("unreadable-source", place, f"the source cannot be used: {article}"))
            return source
        return _filled(
            source, article, explainer.language, kind_stated=("sources", source.id, "kind") in explainer.places.keys
        )

    def _find(self, name: str, place: Location) -> Path | Issue | None:
        """Find a source's file; None where it is not here but locked."""
        pure = PurePosixPath(name)
        if pure.is_absolute() or "\\" in name or ":" in name or ".." in pure.parts:
            return Issue.error(
                "bad-source-path",
                place,
                f"'{name}' leads out of the seeds folder",
                "name a file in the seeds folder, such as article.txt",
            )
        if pure.suffix.lower() not in SUFFIXES:
            return Issue.error(
                "bad-source-path",
                place,
                f"'{name}' is no kind of file that can be read",
                f"use {', '.join(sorted(SUFFIXES))}",
            )
        for folder in self._folders:
            file = folder / pure
            if not file.exists() and not file.is_symlink():
                continue
            steps = [folder.joinpath(*pure.parts[: count + 1]) for count in range(len(pure.parts))]
            if any(step.is_symlink() for step in steps):
                return Issue.error(
                    "bad-source-path",
                    place,
                    f"'{name}' is a link to another place",
                    "put the file itself there",
                )
            if not file.is_file():
                return Issue.error("bad-source-path", place, f"'{name}' is no file", "name a file in the seeds folder")
            return file
        if name in self._lock.texts or text_path(name) in self._lock.damaged:
            return None
        return Issue.error(
            "missing-source",
            place,
            f"there is no file '{name}' in the seeds folder",
            did_you_mean(name, self._names, f"put the source's text there, or its lock, {self._lock_of(name)}"),
        )

    def _lock_of(self, name: str) -> str:
        return PurePosixPath(display_path_of_locks(self._settings), text_path(name)).parent.as_posix()

    @cached_property
    def _names(self) -> list[str]:
        return [
            file.relative_to(folder).as_posix()
            for folder in self._folders
            for file in folder.rglob("*")
            if file.suffix.lower() in SUFFIXES and not file.is_dir()
        ]


def _filled(source: Source, article: Article, language: str, *, kind_stated: bool) -> Source:
    """Join what the page says of a source with what its file says of itself; the page wins."""
    published = source.published
    if published is None and article.published is not None:
        published = parse_edtf(article.published.isoformat())
    full = replace(
        source,
        kind=source.kind if kind_stated else article.kind,
        title=source.title or article.title,
        publisher=source.publisher or article.publisher,
        author=source.author or article.author,
        url=source.url or article.url,
        published=published,
        language=source.language or article.language or language,
        license=source.license or article.license,
    )
    joined = replace(
        article,
        kind=full.kind,
        title=full.title,
        publisher=full.publisher,
        author=full.author,
        url=full.url,
        language=full.language,
        license=full.license,
        published=published.day if published else None,
    )
    return replace(full, article=joined)

"""Added files: all that a site has beside its author's own files, which keep their places."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.build.built_site import Built
from generator.build.render_context import card_style
from generator.cards.cache import FOLDER, cached_png
from generator.cards.deck import draw_picture
from generator.files.load import is_markdown
from generator.render.templates import load_templates
from generator.render.theme import theme_assets
from generator.site.accent import make_accent
from generator.site.page_url import page_url
from generator.site.settings import Settings


@dataclass(frozen=True, slots=True)
class AddedFile:
    """A file that we add to a site.

    Args:
        path: Where it stands below the content folder.
        content: Its text, or its bytes.
        in_navigation: Whether it is a page that an automatic navigation shows.
    """

    path: str
    content: str | bytes
    in_navigation: bool = False


def added_files(built: Built, settings: Settings, *, taken: Container[str], drafts: bool) -> Iterator[AddedFile]:
    """Give the files that we add to a site: lists, style sheets and scripts, evidence, feeds, embeds and cards.

    Args:
        built: The site.
        settings: Where its files stand.
        taken: The places, as `published_place` gives them, of files that there are already; none is replaced.
        drafts: Whether the cards of drafts are among them, as a preview needs.

    Yields:
        Each file whose place is free.
    """
    for file in _all_files(built, settings, drafts=drafts):
        if published_place(file.path, settings) not in taken:
            yield file


def published_place(path: str, settings: Settings) -> str:
    """Return where a file of the content folder stands in the finished site: a page becomes HTML."""
    if not is_markdown(path):
        return path
    address = page_url(PurePosixPath(path).with_suffix(".md").as_posix(), folders=settings.page_folders)
    return address if address.endswith(".html") else f"{address}index.html"


def _all_files(built: Built, settings: Settings, *, drafts: bool) -> Iterator[AddedFile]:
    for page in built.generated:
        yield AddedFile(page.path, page.text, page.in_navigation)
    for path, text in {**theme_assets(make_accent(settings.accent)), **built.files}.items():
        yield AddedFile(path, text)
    style = card_style(settings, load_templates(settings.overrides))
    for path, deck in built.decks.items():
        if drafts or not built.site.explainers[path].draft:
            for picture in deck.pictures:
                png = cached_png(draw_picture(picture, style), style.fonts.all, settings.root / FOLDER)
                yield AddedFile(picture.path, png)

"""A source as a reader sees it in the list of sources."""

from generator.markdown.plain_text import plain
from generator.model.explainer import Source
from generator.model.foreign import foreign_language
from generator.render.page_data import PageData
from generator.render.passage import web_url
from generator.render.placed import Placed
from generator.render.views import Link, SourceView


def source_view(placed: Placed[Source], page: PageData) -> SourceView:
    """Say what a reader sees of a source, with links back to each place that cites it."""
    source = placed.thing
    back = [Link(f"#{citation.anchor}", str(number)) for number, citation in enumerate(placed.citations, start=1)]
    return SourceView(
        anchor=placed.anchor,
        former=placed.former,
        kind=page.phrases[f"kind_{source.kind}"],
        author=plain(source.author) if source.title or source.publisher else "",
        title=plain(source.title or source.publisher or source.author or source.id),
        publisher=plain(source.publisher) if source.title else "",
        language=foreign_language(source, page.explainer.language),
        published=page.known_when(source.published),
        retrieved=page.known_when(source.retrieved),
        url=web_url(source.url),
        archived=web_url(source.archived),
        page=page.surroundings.sources.get(source.id, ""),
        back=back,
    )

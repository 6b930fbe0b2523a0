"""A quotation as a reader sees it."""

from generator.markdown.plain_text import paragraphs, plain
from generator.model.anchors import anchor
from generator.model.explainer import Quotation
from generator.model.foreign import foreign_language
from generator.render.page_data import PageData
from generator.render.page_links import note_links
from generator.render.passage import web_url
from generator.render.placed import Placed
from generator.render.proof_view import proof_view
from generator.render.role import role_then
from generator.render.views import QuotationView
from generator.wording.translation import translated_from

_SHORT_LENGTH = 120


def quotation_view(
    placed: Placed[Quotation], page: PageData, *, unfolded: bool = False, box: str = ""
) -> QuotationView:
    """Say what a reader sees of a quotation.

    Args:
        placed: The quotation at its place.
        page: Its page.
        unfolded: Whether the sentences around it are shown unfolded.
        box: Id of the person in whose box it stands; empty where it stands in none.

    Returns:
        The quotation with its proof.
    """
    quotation, explainer = placed.thing, page.explainer
    source = explainer.sources.get(quotation.source)
    speaker = explainer.people.get(quotation.speaker)
    own, translation = list(paragraphs(quotation.text)), list(paragraphs(quotation.translation))
    shown = translation or own
    in_own_box = bool(box) and quotation.speaker == box
    language = foreign_language(source, explainer.language)
    return QuotationView(
        anchor=placed.anchor,
        former=placed.former,
        length="short" if sum(map(len, shown)) <= _SHORT_LENGTH else "long",
        paragraphs=shown,
        original=own if translation else (),
        translated=translated_from(language, explainer.language, page.phrases) if translation else "",
        language=language,
        cite=web_url(source.url) if source else "",
        speaker=plain(speaker.name) if speaker else "",
        person="" if in_own_box else page.surroundings.people.get(quotation.speaker, ""),
        role=role_then(quotation, speaker),
        said=page.known_when(quotation.said),
        title=plain(source.title) if source else "",
        publisher=plain(source.publisher or source.author) if source else "",
        published=page.known_when(source.published) if source else None,
        note=page.line(placed.values["note"]),
        corrections=list(note_links(quotation, page)),
        proof=proof_view(quotation, source, page.outcome(quotation.id), page.phrases, explainer.language),
        unfolded=unfolded,
        embed=page.surroundings.embeds.get(anchor("quote", quotation.id), ""),
        own=in_own_box,
    )

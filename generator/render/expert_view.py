"""An expert's opinion as a reader sees it."""

from generator.markdown.plain_text import plain
from generator.model.anchors import anchor, heading_id
from generator.model.explainer import ExpertOpinion, Person
from generator.render.page_data import PageData
from generator.render.page_links import note_links, quotation_links
from generator.render.passage import web_url
from generator.render.placed import Placed
from generator.render.quotation_view import quotation_view
from generator.render.role import role_of
from generator.render.views import ExpertView, Link


def expert_view(placed: Placed[ExpertOpinion], page: PageData) -> ExpertView:
    """Say what a reader sees of an expert's opinion, with those of its quotations that stand nowhere else."""
    expert = placed.thing
    person = page.explainer.people.get(expert.person) or Person(id=expert.person, name=expert.person)
    return ExpertView(
        anchor=placed.anchor,
        former=placed.former,
        label=heading_id(placed.anchor) if placed.anchor else "",
        name=plain(person.name),
        href=page.surroundings.people.get(person.id, ""),
        role=role_of(person),
        question=plain(expert.question),
        position=plain(expert.position),
        summary=page.html(placed.values["summary"]),
        corrections=list(note_links(expert, page)),
        interests=plain(expert.interests or person.interests),
        biography=page.html(placed.values["biography"]),
        same_as=[Link(url, _host(url)) for address in person.same_as if (url := web_url(address))],
        quotations=[quotation_view(quotation, page, box=expert.person) for quotation in placed.quotations],
        links=list(quotation_links(placed.elsewhere, page)),
        embed=page.surroundings.embeds.get(anchor("expert", expert.id), ""),
    )


def _host(url: str) -> str:
    return url.split("/", 3)[2].removeprefix("www.")

"""Placement: what stands where, settled before anything is rendered."""

import random
from dataclasses import replace

import lxml.html  # type: ignore[import-untyped]  # it has no types of its own
import pytest

from generator.markdown.citations import Citations
from generator.model.explainer import ExpertOpinion, Explainer, Question
from generator.render.body import read_body
from generator.render.components import Components
from generator.render.page import render_page
from generator.render.placement import Placement, place_page
from generator.render.templates import load_templates
from tests.support.render_samples import full_page, make_page, make_page_data, verify_all

CITED = "[@paper]"


def citing_page(text: str = "") -> Explainer:
    """Make a page each of whose Markdown values cites the source."""
    page = full_page(text)
    ada = ExpertOpinion(id="ada", person="ada", summary=f"No {CITED}", quotes=("nothing", "close"))
    return replace(
        page,
        people={name: replace(person, biography=f"Born {CITED}") for name, person in page.people.items()},
        quotes={name: replace(quotation, note=f"Loud {CITED}") for name, quotation in page.quotes.items()},
        experts={"ada": ada, "again": replace(ada, id="again")},
        timeline={name: replace(event, text=f"Long {CITED}") for name, event in page.timeline.items()},
        questions={"why": Question(id="why", question="Why?", answer=f"So {CITED}", sources=("paper",))},
        glossary={"harbour": f"A place {CITED}", "ship": f"A thing {CITED}"},
        unknown=tuple(replace(fact, answer=f"Never {CITED}") for fact in page.unknown),
    )


def place(page: Explainer) -> Placement:
    citations = Citations(page.sources, "Source {number}: {name}")
    body = read_body(page, citations)
    return place_page(page, body.directives.found, citations, cited=body.cited)


BODIES = [
    "",
    f"Text {CITED} and {CITED}.",
    "::: expert ada\n\n::: quote close\n\n::: expert ada",
    f"::: timeline\n\nText {CITED}\n\n::: timeline\n    only: plan\n\n::: experts\n\n::: quote pay\n\n::: quote pay",
]


@pytest.mark.parametrize("body", BODIES)
def test_every_citation_and_thing_has_one_address_and_every_source_leads_back(body: str) -> None:
    page = citing_page(body)
    rendered = render_page(page, verify_all(page), templates=load_templates())
    tree = lxml.html.fromstring(rendered.markdown)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    cited = [name for name in ids if name.startswith("cite-")]
    assert cited
    back = [href.removeprefix("#") for href in tree.xpath("//a/@href") if href.startswith("#cite-")]
    assert sorted(back) == sorted(cited)


@pytest.mark.parametrize("body", BODIES)
def test_components_are_the_same_in_any_order_and_any_number_of_times(body: str) -> None:
    page = citing_page(body)
    placement = place(page)
    parts = Components(page=make_page_data(page), templates=load_templates())
    jobs = [
        *((parts.quotation, one) for one in placement.quotations),
        *((parts.quotation, one.quotation) for one in placement.directives if one.quotation),
        *((parts.experts, one.experts) for one in placement.directives),
        *((parts.timeline, one.events) for one in placement.directives),
        (parts.experts, placement.experts),
        (parts.timeline, placement.events),
        (parts.questions, placement.questions),
        (parts.known, placement.known),
        (parts.unknown, placement.unknown),
        (parts.glossary, placement.glossary),
        (parts.sources, placement.sources),
        (parts.corrections, placement.corrections),
        (parts.key_points, placement.key_points),
        (parts.header, placement.standfirst),
    ]
    in_order = [make(thing) for make, thing in jobs]  # type: ignore[operator]
    shuffled = random.Random(1).sample(range(len(jobs)), len(jobs))
    later = {number: jobs[number][0](jobs[number][1]) for number in shuffled}  # type: ignore[operator]
    assert [later[number] for number in range(len(jobs))] == in_order


def test_the_same_page_has_the_same_placement() -> None:
    assert place(citing_page(BODIES[3])) == place(citing_page(BODIES[3]))


def test_an_experts_box_holds_what_stands_nowhere_else() -> None:
    placement = place(citing_page("::: quote close"))
    first, second = placement.experts
    assert [placed.thing.id for placed in first.quotations] == ["nothing"]
    assert first.elsewhere == ("close",)
    assert (second.quotations, second.elsewhere) == ((), ("nothing", "close"))
    assert [placed.thing.id for placed in placement.quotations] == ["pay"]


def test_what_a_directive_places_again_has_no_second_address() -> None:
    placement = place(make_page("::: timeline\n    only: plan\n\n::: timeline"))
    first, second = placement.directives
    assert (first.again, second.again) == ((), ("plan",))
    assert [event.anchor for event in first.events] == ["event-plan"]
    assert [event.anchor for event in second.events] == ["", "event-hearing"]
    assert placement.events == ()


def test_a_body_that_is_left_out_places_and_cites_nothing() -> None:
    page = make_page(f"::: quote close\n\nText {CITED}")
    citations = Citations(page.sources, "")
    body = read_body(page, citations)
    placement = place_page(page, body.directives.found, citations, cited=body.cited, has_body=False)
    assert (placement.directives, placement.body_anchors) == ((), ())
    assert [len(source.citations) for source in placement.sources] == [len(page.timeline["hearing"].sources)]
    assert "close" not in {placed.thing.id for placed in placement.quotations}

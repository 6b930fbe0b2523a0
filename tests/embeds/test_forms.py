"""What an embed shows of a part, and what is left out of one that is too long."""

from dataclasses import replace

import pytest

from generator.embeds.forms import part_forms
from generator.embeds.part import Part
from generator.model.edtf import parse_edtf
from generator.model.explainer import Correction, Event, Explainer
from generator.render.components import Components
from generator.render.templates import load_templates
from tests.support.render_samples import make_page, make_page_data

ALL = ("", "quote-nothing", "quote-close", "quote-pay", "expert-ada", "timeline")
UPDATE = Correction(date=parse_edtf("2025-04-09"), text="There is news.")


def forms(name: str, page: Explainer | None = None) -> list[Part]:
    page = page or make_page()
    return [form(components(page)) for form in part_forms(name, page)]


def components(page: Explainer) -> Components:
    return Components(page=make_page_data(page), templates=load_templates())


@pytest.mark.parametrize(
    ("name", "concerning"),
    [
        ("quote-close", {"close", "bob", "paper"}),
        ("expert-ada", {"ada", "nothing", "paper"}),
        ("timeline", {"hearing", "plan", "paper", "close", "bob"}),
        ("", set()),
    ],
)
def test_a_part_shows_the_corrections_that_concern_it(name: str, concerning: set[str]) -> None:
    page = make_page()
    for of in (*page.quotes, *page.people, *page.sources, *page.timeline):
        note = Correction(date=parse_edtf("2025-04-09"), text="A name was wrong.", of=of)
        made = forms(name, replace(page, corrections=(note,)))
        assert {"A name was wrong." in part.notes for part in made if not part.more} == {of in concerning}


def test_a_quotation_is_named_by_its_words() -> None:
    part = forms("quote-close")[0]
    assert part.title == "Bob Sample: “\u2068We will close it\u2069”"
    assert "<mark>We will close it</mark>" in part.html


def test_an_expert_shows_all_that_is_quoted() -> None:
    part = forms("expert-ada")[0]
    assert "<blockquote" in part.html
    assert part.title == "Ada Example: no"


def test_the_timeline_leads_to_its_first_event() -> None:
    part = forms("timeline")[0]
    assert part.anchor == "event-plan"
    assert part.title == "Timeline: Who may close the harbour?"


@pytest.mark.parametrize("name", ALL)
def test_each_form_leaves_out_no_less_than_the_one_before(name: str) -> None:
    page = make_page()
    made = forms(
        name,
        replace(
            page,
            experts={"ada": replace(page.experts["ada"], summary="She doubts it.")},
            timeline={
                "early": Event(id="early", date=parse_edtf("2024"), title="A thought"),
                "hearing": replace(page.timeline["hearing"], text="It was long."),
            },
            corrections=(UPDATE, UPDATE),
        ),
    )
    lengths = [(len(part.html), len(part.notes), len(part.quotations)) for part in made]
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) == len(set(lengths)), "no form is made for nothing"
    assert [part.shortened for part in made] == [
        (part.html, part.notes) != (made[0].html, made[0].notes) for part in made
    ]


def test_words_speakers_and_verdicts_are_never_left_out() -> None:
    shortest = forms("quote-close")[-1]
    html = shortest.html
    assert "<mark>" not in html
    assert (shortest.lead, shortest.quotations) == ("Bob Sample, mayor", ())
    for text in ("We will close it", "Bob Sample", "Verified: these words stand in the source"):
        assert text in html


def test_fewer_events_are_the_last_resort_and_turning_points_stay() -> None:
    page = make_page()
    events = {
        f"e{day}": Event(id=f"e{day}", date=parse_edtf(f"2025-04-{day}"), title=f"Day {day}", key=day == 28)
        for day in range(10, 30)
    }
    made = forms("timeline", replace(page, timeline=events))
    shown = [[name for name in events if f"Day {name[1:]}<" in part.html] for part in made]
    assert [len(names) for names in shown] == [20, 20, 20, 20, *range(20, 0, -1)]
    assert [part.more for part in made[4:7]] == ["", "… and 1 more on the page", "… and 2 more on the page"]
    assert shown[-3] == ["e10", "e11", "e28"]
    assert {part.anchor for part in made} == {"event-e10"}


@pytest.mark.parametrize("name", ALL)
def test_of_many_corrections_of_the_page_the_newest_stays_with_those_of_the_part(name: str) -> None:
    newest = replace(UPDATE, date=parse_edtf("2025-05"), text="There is no news.")
    own = replace(UPDATE, text="A name was wrong.", of="paper")
    page = replace(make_page(), corrections=(UPDATE, UPDATE, own, UPDATE, newest))
    *whole, last = (part for part in forms(name, page) if not part.more)
    assert {part.notes.count("There is") for part in whole} == {4}
    assert {part.older for part in whole} == {""}
    assert (last.notes.count("There is news."), last.notes.count("There is no news.")) == (0, 1)
    assert ("A name was wrong." in last.notes) == bool(name)
    assert last.older == "… and 3 more on the page"

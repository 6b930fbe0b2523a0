"""Which parts of a page have embeds, and what is left out of those that are too long."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from render_samples import make_page, verify_all

from generator.embeds.part import LEVELS, Part, make_part, part_names
from generator.model import Explainer
from generator.render.citations import Citations
from generator.render.components import Components
from generator.render.markup import FieldMarkup
from generator.render.phrases import page_phrases
from generator.render.proof import Outcome
from generator.render.templates import load_templates
from generator.verdict import Status, Verdict

ALL = ("", "quote-nothing", "quote-close", "quote-pay", "expert-ada", "timeline")


def outcomes(page: Explainer, **statuses: Status) -> Mapping[str, Outcome]:
    verdicts = verify_all(page) | {name: Verdict(status=status) for name, status in statuses.items()}
    return {name: Outcome(verdict) for name, verdict in verdicts.items()}


def part(name: str, level: int = 0) -> Part:
    page = make_page()
    citations = Citations(page.sources, "Source {number}: {name}")
    components = Components(
        explainer=page,
        verdicts=verify_all(page),
        locked={},
        templates=load_templates(),
        phrases=page_phrases("en"),
        citations=citations,
        markup=FieldMarkup(citations),
    )
    return make_part(name, components, level)


def test_everything_that_is_proven_has_an_embed() -> None:
    page = make_page()
    assert tuple(part_names(page, outcomes(page))) == ALL


def test_words_that_could_not_be_verified_have_none_nor_has_what_shows_them() -> None:
    page = make_page()
    names = tuple(part_names(page, outcomes(page, nothing=Status.UNCHECKABLE)))
    assert names == ("", "quote-close", "quote-pay", "timeline")
    names = tuple(part_names(page, outcomes(page, close=Status.UNCHECKABLE)))
    assert names == ("", "quote-nothing", "quote-pay", "expert-ada")


@pytest.mark.parametrize("status", [Status.ABSENT, Status.MISATTRIBUTED, Status.NOT_A_QUOTATION, Status.AMBIGUOUS])
def test_a_page_with_a_quotation_that_failed_has_none(status: Status) -> None:
    page = make_page()
    assert tuple(part_names(page, outcomes(page, pay=status))) == ()


def test_a_page_that_is_a_draft_or_holds_one_has_none() -> None:
    page = make_page()
    drafts = (
        replace(page, draft=True),
        replace(page, quotes={**page.quotes, "pay": replace(page.quotes["pay"], draft=True)}),
        replace(page, experts={"ada": replace(page.experts["ada"], draft=True)}),
        replace(page, timeline={**page.timeline, "plan": replace(page.timeline["plan"], draft=True)}),
    )
    for draft in drafts:
        assert tuple(part_names(draft, outcomes(draft))) == ()


@pytest.mark.parametrize(
    ("name", "concerning"),
    [
        ("quote-close", {"close", "bob", "paper"}),
        ("expert-ada", {"ada", "nothing", "paper"}),
        ("timeline", {"hearing", "plan", "paper", "close", "bob"}),
        ("", set()),
    ],
)
def test_whose_corrections_a_part_shows(name: str, concerning: set[str]) -> None:
    assert part(name).concerning == concerning


def test_a_quotation_is_named_by_its_words() -> None:
    made = part("quote-close")
    assert made.title == "Bob Sample: “\u2068We will close it\u2069”"
    assert "<mark>We will close it</mark>" in made.html


def test_an_expert_shows_all_that_is_quoted() -> None:
    made = part("expert-ada")
    assert "<blockquote" in made.html
    assert made.title == "Ada Example: no"


def test_the_timeline_leads_to_its_first_event() -> None:
    made = part("timeline")
    assert made.anchor == "event-plan"
    assert made.title == "Timeline: Who may close the harbour?"


@pytest.mark.parametrize("name", ALL)
def test_each_level_leaves_out_no_less_than_the_one_before(name: str) -> None:
    made = [part(name, level) for level in range(LEVELS)]
    lengths = [len(one.html) for one in made]
    assert lengths == sorted(lengths, reverse=True)
    assert not made[0].shortened
    assert made[-1].shortened == (lengths[-1] < lengths[0])


def test_words_speakers_and_verdicts_are_never_left_out() -> None:
    html = part("quote-close", LEVELS - 1).html
    assert "<mark>" not in html
    for text in ("We will close it", "Bob Sample", "Verified: these words stand in the source"):
        assert text in html
    html = part("timeline", LEVELS - 1).html
    for text in ("A hearing", "April 7, 2025", "A plan"):
        assert text in html

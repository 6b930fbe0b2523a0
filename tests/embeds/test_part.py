"""Which parts of a page have embeds."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.embeds.part import part_names
from generator.model.explainer import Explainer, Person
from generator.model.outcome import Outcome
from generator.model.verdict import Status, Verdict
from tests.support.render_samples import make_page, verify_all

ALL = ("", "quote-nothing", "quote-close", "quote-pay", "expert-ada", "timeline")


def outcomes(page: Explainer, **statuses: Status) -> Mapping[str, Outcome]:
    return verify_all(page) | {name: Outcome(Verdict(status=status)) for name, status in statuses.items()}


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
        replace(page, people={**page.people, "bob": replace(page.people["bob"], draft=True)}),
    )
    for draft in drafts:
        assert tuple(part_names(draft, outcomes(draft))) == ()


def test_a_draft_whom_a_page_does_not_name_is_nothing_to_it() -> None:
    page = make_page()
    stranger = Person(id="eve", name="Eve Else", draft=True)
    assert tuple(part_names(replace(page, people={**page.people, "eve": stranger}), outcomes(page))) == ALL

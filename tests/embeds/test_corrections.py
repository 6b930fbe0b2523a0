"""Which corrections an embed must show."""

from dataclasses import replace

import pytest

from generator.embeds.corrections import concerned_corrections, without_older
from generator.model.edtf import parse_edtf
from generator.model.explainer import Correction
from tests.support.render_samples import make_page

NAMES = {"close", "bob", "paper"}


@pytest.mark.parametrize(("of", "found"), [("close", True), ("bob", True), ("paper", True), ("pay", False)])
def test_a_correction_of_what_is_shown(of: str, *, found: bool) -> None:
    page = make_page(corrections=(Correction(date=parse_edtf("2025-04-09"), text="x", of=of),))
    assert concerned_corrections(page, NAMES) == ([0] if found else [])


@pytest.mark.parametrize(
    ("published", "date", "found"),
    [
        ("2025-04-08", "2025-04-09", True),
        ("2025-04-08", "2025-04-08", True),
        ("2025-04-08", "2025-04-07", False),
        ("2025-04", "2025-04-09", True),
        (None, "2020", True),
    ],
)
def test_a_correction_of_the_page_as_a_whole(published: str | None, date: str, *, found: bool) -> None:
    note = Correction(date=parse_edtf(date), text="x")
    page = make_page(published=parse_edtf(published) if published else None, corrections=(note,))
    assert concerned_corrections(page, NAMES) == ([0] if found else [])


def test_the_newest_comes_first() -> None:
    old = Correction(date=parse_edtf("2025-04-09"), text="x", of="close")
    page = make_page(corrections=(old, replace(old, date=parse_edtf("2025-05"))))
    assert concerned_corrections(page, NAMES) == [1, 0]


def test_of_the_whole_page_the_newest_is_enough() -> None:
    days = [parse_edtf(f"2025-04-1{day}") for day in range(4)]
    notes = tuple(Correction(date=day, text="x", of=of) for day, of in zip(days, ("close", "", "", "pay"), strict=True))
    assert without_older(make_page(corrections=notes), [3, 2, 1, 0]) == [3, 2, 0]

"""Dates that say how sure they are."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import parse_edtf
from generator.model.edtf_refusals import EdtfError
from tests.support.places import DATA

DATES = yaml.safe_load((DATA / "edtf.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", DATES["dates"], ids=lambda case: case["date"])
def test_bounds_and_html(case: dict[str, str | None]) -> None:
    date = parse_edtf(str(case["date"]))
    assert str(date) == case["date"]
    assert (shown(date.earliest), shown(date.latest)) == (case["earliest"], case["latest"])
    assert date.html == case["html"]


def shown(moment: tuple[float, int, int, int]) -> str:
    year, month, day, second = moment
    if year in {float("-inf"), float("inf")}:
        return "-" if year < 0 else "+"
    return f"{year:04}-{month:02}-{day:02}" + (
        f"T{second // 3600:02}:{second % 3600 // 60:02}:{second % 60:02}" if second not in {0, 86_399} else ""
    )


@pytest.mark.parametrize("case", DATES["refused"], ids=lambda case: case["date"] or "nothing")
def test_what_is_refused_says_why_and_what_would_be_right(case: dict[str, str]) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(case["date"])
    assert case["message"] in str(caught.value)
    assert case.get("help", "") in caught.value.help


def test_order_is_by_first_then_last_moment() -> None:
    texts = [
        "2025-03-15",
        "2025-03",
        "../2025-02",
        "2025",
        "2025-03-15T08:00:00Z",
        "2025-03-15T09:00:00+02:00",
        "2024-24",
        "-0044",
        "Y-20000",
    ]
    ordered = sorted(map(parse_edtf, texts), key=lambda date: date.sort_key)
    assert [str(date) for date in ordered] == [
        "Y-20000",
        "-0044",
        "2024-24",
        "2025",
        "../2025-02",
        "2025-03",
        "2025-03-15",
        "2025-03-15T09:00:00+02:00",
        "2025-03-15T08:00:00Z",
    ]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2025-03", "2025-03-15", True),
        ("2025-03-14", "2025-03-15", False),
        ("2025-03-14~", "2025-03-15", True),
        ("2025-03~", "2025-05", False),
        ("2025-03~", "2025-04-02", True),
        ("202X", "2029-12-31", True),
        ("2025-04/..", "2031", True),
        ("2025-04/..", "2025-03", False),
        ("2024~", "2025-06", True),
        ("2025-21", "2025-06", False),
        ("2025-21~", "2025-08", True),
        ("202X~", "2035", True),
        ("2025-03-31~", "2025-04-01T20:00:00", True),
        ("2025-03-15", "2025-03-16T02:00:00Z", True),
        ("2025-03-15T23:00:00", "2025-03-16T04:00:00Z", True),
        ("2025-03-15", "2025-03-17T02:00:00Z", False),
        ("2025-03-15T10:00:00Z", "2025-03-15T12:00:00+02:00", True),
        ("2025-03-15T10:00:00Z", "2025-03-15T10:00:00-04:00", False),
        ("../2025-03", "2025-04/..", False),
        ("../2025-03~", "2025-04/..", True),
    ],
)
def test_whether_two_dates_may_be_one_events(one: str, other: str, *, both: bool) -> None:
    assert parse_edtf(one).may_equal(parse_edtf(other)) is both
    assert parse_edtf(other).may_equal(parse_edtf(one)) is both


def test_a_date_is_not_the_interval_of_that_day_alone() -> None:
    date, interval = parse_edtf("2025-03-15"), parse_edtf("2025-03-15/2025-03-15")
    assert date != interval
    assert date.may_equal(interval)
    assert (date.day is None, interval.day is None) == (False, True)


@pytest.mark.parametrize("text", ["Y" + "9" * 5000, "9" * 5000, "/" * 5000, "2025-03~" * 1000])
def test_no_text_is_too_long_to_be_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse_edtf(text)


@given(st.text() | st.text(alphabet="0123456789-/.X~?%TZ:+YE[]{} marchs", max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    assert parse_edtf(str(date)) == date
    assert date.earliest <= date.latest
    assert date.may_equal(date)

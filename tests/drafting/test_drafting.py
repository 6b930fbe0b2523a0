"""Drafting: what is found in an article, from cases in data files."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import Article, Draft, Kind, extract
from generator.authoring.draft_report import render_draft_json
from generator.authoring.new_page import render_new_page
from generator.authoring.proposal import propose
from generator.front_matter import parse_page
from generator.model.edtf import parse_edtf
from tests.support.places import DATA

FOLDER = DATA / "drafting"
CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("??.yaml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]


def drafted(language: str, case: dict[str, Any]) -> Draft:
    return extract(
        Article(
            text=case["text"],
            published=case.get("published"),
            kind=Kind(case.get("kind", "article")),
            language=language,
        )
    )


@pytest.mark.parametrize(("language", "case"), CASES)
def test_quotations_have_their_speakers(language: str, case: dict[str, Any]) -> None:
    draft = drafted(language, case)
    assert draft.kind == case.get("found_kind", case.get("kind", "article"))
    found = [(q.text, q.speaker, q.said) for q in draft.quotations]
    expected = case["quotations"]
    assert [speaker for _, speaker, _ in found] == [row[1] for row in expected], found
    for (words, _, said), (beginning, _, *day) in zip(found, expected, strict=True):
        assert words.startswith(beginning)
        assert said == str(day[0] if day else said)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_people_have_their_roles(language: str, case: dict[str, Any]) -> None:
    draft = drafted(language, case)
    people = {person.name: person for person in draft.people}
    for name, (role, affiliation) in case.get("people", {}).items():
        assert (people[name].role, people[name].affiliation) == (role, affiliation)
    if "experts" in case:
        assert [person.name for person in draft.people if person.expert] == case["experts"]
    assert [notice.code for notice in draft.notices if notice.code != "unresolved-dates"] == case.get("notices", [])


DATES = yaml.load((FOLDER / "dates.yaml").read_text("utf-8"), Loader=yaml.SafeLoader)


@pytest.mark.parametrize("case", DATES, ids=[case["text"][:50] for case in DATES])
def test_dates_have_their_values(case: dict[str, Any]) -> None:
    article = Article(text=case["text"], published=case.get("published"), language=case["language"])
    found = extract(article).dates
    assert [(mention.text, mention.date) for mention in found] == [(text, str(day)) for text, day in case["dates"]]
    assert all(article.text[mention.start : mention.end] == mention.text for mention in found)
    assert all(parse_edtf(mention.date) for mention in found if mention.date)
    assert all(mention.reason for mention in found)


PIECES = (
    *["“", "”", '"', "‘", "’", "'", "«", "»", "„", "(", ")", "[", "]", "…", "—", ":", ";", ",", ".", "?", "!"],
    *(" said ", " told ", " Ada Example", " Bo Sample, a professor at Ladle College,", " she ", " according to "),
    *("\n", "\n\n", "Q: ", "SMITH: ", "Image: ", "Sources\n", " Anna Berg", " Karl Berg", " Berg", " the board"),
    *(" on Sunday", " last month", " in May", " 2025", " April 5, 2024", "’08", " two years ago", " a year later"),
    *(" will", " sagte ", " am 3. Mai", " a déclaré", " explique-t-elle", "l’avocate", " dijo ", " hace dos años"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map("".join)
DAYS = st.one_of(st.none(), st.dates())
TAGS = st.sampled_from(["", "en", "de", "fr", "es", "xx"])


@given(TEXTS, DAYS, TAGS, st.sampled_from(Kind))
def test_a_draft_of_any_text_points_into_it(text: str, published: date | None, language: str, kind: Kind) -> None:
    draft = extract(Article(text=text, published=published, language=language, kind=kind, author="Ada Example"))
    for quotation in draft.quotations:
        assert text[quotation.start : quotation.end] == quotation.text != ""
        assert not any(quotation.evidence_span) or text[slice(*quotation.evidence_span)] == quotation.evidence
        assert not quotation.said or parse_edtf(quotation.said)
    for mention in draft.dates:
        assert text[mention.start : mention.end] == mention.text
        assert mention.sentence[0] <= mention.start < mention.sentence[1] <= len(text)
        assert not mention.date or parse_edtf(mention.date)
    for person in draft.people:
        assert person.name
        assert not any(person.evidence_span) or text[slice(*person.evidence_span)] == person.evidence
    for event in draft.events:
        assert text[event.start : event.end].strip()
        assert parse_edtf(event.date)
        assert event.title
    assert "\n" not in render_draft_json(draft, "soup.txt")


@given(TEXTS, DAYS, TAGS)
def test_a_page_of_any_text_can_be_read(text: str, published: date | None, language: str) -> None:
    draft = extract(Article(text=text, published=published, language=language))
    page = render_new_page("Soup", "en", [], propose({"soup": draft}, {}))
    codes = {issue.code for issue in parse_page(page, "soup.md", "soup.md", {}).issues}
    assert codes <= {"unknown-source", "unused-person"}


EVENTS = yaml.safe_load((FOLDER / "events.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", EVENTS, ids=[case["text"][:50] for case in EVENTS])
def test_events_are_condensed_to_titles(case: dict[str, Any]) -> None:
    draft = extract(Article(text=case["text"], published=date(2024, 5, 8), language=case.get("language", "en")))
    assert [[event.date, event.title] for event in draft.events] == case["events"]
    assert all(event.reason for event in draft.events)

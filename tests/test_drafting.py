"""Drafting: what is found in an article, from cases in data files."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import Article, Draft, Kind, extract
from generator.edtf import parse_edtf

FOLDER = Path(__file__).parent / "data" / "drafting"
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

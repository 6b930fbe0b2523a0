"""Prose: words in quotation marks in the author's own text."""

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.model.article import Article
from generator.model.edtf import parse_edtf
from generator.model.explainer import Correction, Event, ExpertOpinion, Known, Question, Source, Unknown
from generator.model.issue import Issue, Severity
from generator.render.page import Rendered, render_page
from generator.render.templates import load_templates
from tests.support.places import DATA
from tests.support.render_samples import PAPER, make_page, verify_all

CASES = yaml.safe_load((DATA / "render" / "prose.yaml").read_text("utf-8"))
CLAIMS = yaml.safe_load((DATA / "render" / "claims.yaml").read_text("utf-8"))
TEMPLATES = load_templates()


def render(text: str = "", **fields: Any) -> Rendered:
    page = make_page(text, **fields)
    return render_page(page, verify_all(page), templates=TEMPLATES)


def warnings(rendered: Rendered) -> list[Issue]:
    return [issue for issue in rendered.issues if issue.code == "unverified-quotation"]


def words_in(issue: Issue) -> str:
    """Return the words that a message names between its outermost marks."""
    return re.split("” (?:stands|is|in) ", issue.message)[0].removeprefix("“")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_words_in_marks(case: dict[str, Any]) -> None:
    rendered = render(case["text"], allow_quotes=tuple(case.get("allowed", ())))
    found = warnings(rendered)
    assert [f"{i.location.line}:{i.location.column} {words_in(i)}" for i in found] == case["warned"]
    assert all(issue.severity is Severity.WARNING for issue in found)
    assert "{.scare}" not in rendered.markdown


def test_values_of_the_front_matter_are_prose() -> None:
    rendered = render(standfirst="A “one”.", key_points=("A “two”, a “third”{.scare}.",))
    assert [issue.message.split("”")[0] for issue in warnings(rendered)] == ["“one", "“two"]
    assert "{.scare}" not in rendered.markdown


def test_without_the_text_of_a_source_nothing_is_said() -> None:
    away = Source(id="away", title="Locked")
    assert not warnings(render("A “word”.", sources={"paper": PAPER, "away": away}))
    assert not warnings(render("A “word”.", sources={"paper": replace(PAPER, article=None)}))


def test_without_a_source_nothing_is_said() -> None:
    assert not warnings(render("A “word”.", sources={}))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Mayor: “We will open it”"},
        {"kicker": "“We will open it”"},
        {"standfirst": "A &ldquo;We will open it&rdquo;."},
        {"key_points": ("He said:\n\n> We will open it",)},
        {"known": (Known(text="“We will open it”"),)},
        {"unknown": (Unknown(text="What else?", answer="“We will open it”"),)},
        {"glossary": {"harbour": "“We will open it”"}},
        {"experts": {"ada": ExpertOpinion(id="ada", person="ada", position="“We will open it”")}},
        {"experts": {"ada": ExpertOpinion(id="ada", person="ada", question="“We will open it”?")}},
        {"experts": {"ada": ExpertOpinion(id="ada", person="ada", summary="“We will open it”?")}},
        {"timeline": {"a": Event(id="a", date=parse_edtf("2025"), title="“We will open it”")}},
        {"timeline": {"a": Event(id="a", date=parse_edtf("2025"), title="A", text="“We will open it”")}},
        {"questions": {"a": Question(id="a", question="Who said “We will open it”?", answer="Nobody.")}},
        {"corrections": (Correction(date=parse_edtf("2025-04-09"), text="He never said “We will open it”."),)},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_every_value_that_is_prose_is_checked(fields: dict[str, Any]) -> None:
    (issue,) = warnings(render(**fields))
    assert words_in(issue).strip("?") == "We will open it"


def test_a_headline_is_told_of_no_mark_that_it_would_print() -> None:
    (issue,) = warnings(render(title="Mayor: “We will open it”"))
    assert "scare" not in issue.help
    assert not warnings(render(title="Mayor: “We will open it”", allow_quotes=("we will open it",)))


@pytest.mark.parametrize("case", CLAIMS, ids=lambda case: case["text"][:40])
def test_text_that_poses_as_a_verdict(case: dict[str, Any]) -> None:
    rendered = render(case["text"], language=case.get("language", "en"))
    found = [issue for issue in rendered.issues if issue.code == "verdict-in-prose"]
    told = [f"{i.location.line}:{i.location.column} {i.message.split('“', 1)[1].rsplit('” in ', 1)[0]}" for i in found]
    assert told == case["warned"]


def test_a_page_that_quotes_nobody_has_no_verdict_to_pose_as() -> None:
    assert not render("He said so ✓", sources={}, quotes={}, experts={}, timeline={}).issues


def excused(text: str, **fields: Any) -> list[str]:
    rendered = render(text, quotes={}, experts={}, timeline={}, **fields)
    return [issue.message for issue in rendered.issues if issue.code == "excused-quotation"]


def test_words_excused_although_somebody_says_them() -> None:
    told = ["“We will close it” is excused as nobody's words, but Bob Sample says them in source 'paper'"]
    assert excused("The “We will close it”{.scare} plan.") == told
    assert excused("The “We will close it” plan.", allow_quotes=("we will close it",)) == told
    assert excused("> We will close it {.scare}") == told


def test_words_that_may_be_excused() -> None:
    assert excused("The “harbour”{.scare} plan, “a law professor”{.scare}, “we will open it”{.scare}.") == []
    assert excused("The “nothing that would”{.scare} plan.") != []


def test_words_that_the_page_quotes_with_their_speaker_may_be_excused() -> None:
    rendered = render("The “We will close it”{.scare} plan.")
    assert "excused-quotation" not in {issue.code for issue in rendered.issues}


def test_few_words_that_a_source_sets_off_as_somebodys() -> None:
    article = Article(text="“Lunacy,” said Bob Sample.\n\n“The lunacy of it is not mine,” said Ada Example.")
    sources = {"paper": replace(PAPER, article=article)}
    assert excused("It is “lunacy”{.scare}.", sources=sources) != []
    assert excused("It is “mine”{.scare}.", sources=sources) == []


@pytest.mark.parametrize(
    "words",
    [
        "We will … pay",
        "We will [not] pay for the harbour",
        "[W]e will close it",
        "we will close it",
        "harbour,” said Bob",
    ],
)
def test_words_that_stand_in_a_source_in_whatever_form(words: str) -> None:
    assert not warnings(render(f"> {words}"))

"""Front matter: values with their places, and the model that they make."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.front_matter import ParsedPage, json_schema, parse_page, parse_person
from generator.front_matter.nodes import read_front_matter
from generator.front_matter.schema import PageFields
from generator.model.explainer import Explainer, Person, PersonType

WHOLE = """\
---
title: Is soup legal?
standfirst: Two cooks were asked.
byline: Desk
published: 2025-04-08
updated: 2025-04-09
kicker: Food
language: en-GB
topics: [soup, law]
key_points: ["**Yes**, says one."]
sources:
  broth: {file: broth.txt, kind: transcript, publisher: The Daily Broth, title: Soup, author: Bo Sample,
          published: 2025-04-07, url: https://example.org/soup, archived: https://example.org/a, retrieved: 2025-04-08, language: en}
people:
  ada: {name: Ada Example, role: cook, affiliation: Ladle College, interests: none, same_as: https://example.org/ada}
  agency: {name: Soup Agency, type: organisation}
quotes:
  hot: {text: Soup is hot, translation: La soupe est chaude, speaker: ada, source: broth, said: 2025-04, note: Said twice.}
experts:
  ada: {question: Is it legal?, position: Yes, summary: She says so., interests: none, quotes: [hot]}
  again: {person: agency, position: No}
timeline:
  opened: {date: 2025-03~, title: The kitchen opens, text: At noon., sources: [broth], quotes: [hot], key: true}
questions:
  legal: {question: Is it legal?, answer: "**Yes**.", sources: [broth]}
known: [Soup is hot., {text: Stew is not., as_of: 2025-04-08, sources: [broth]}]
unknown: [{text: Who pays?, asked: 2025-04-01, review_by: 2025-05-01, answered: 2025-04-09, answer: The town., sources: [broth]}]
glossary: {ladle: A deep spoon.}
corrections: [{date: 2025-04-09, kind: clarification, text: Made clearer., of: hot}]
allow_quotes: scare
draft: true
hide: [toc]
---

The body.
"""


def explainer(text: str, people: dict[str, Person] | None = None) -> Explainer:
    parsed = parse_page(text, "soup.md", "content/soup.md", people or {})
    assert parsed.issues == ()
    assert parsed.explainer is not None
    return parsed.explainer


def test_every_field_is_read() -> None:
    page = explainer(WHOLE)
    stated = set(PageFields.model_fields)
    assert all(getattr(page, name) for name in stated), [name for name in stated if not getattr(page, name)]
    assert page.byline == ("Desk",)
    assert page.allow_quotes == ("scare",)
    assert page.experts["again"].person == "agency"
    assert page.experts["ada"].person == "ada"
    assert page.people["agency"].type is PersonType.ORGANISATION
    assert page.known[0].text == "Soup is hot."
    assert str(page.timeline["opened"].date) == "2025-03~"
    assert page.host == {"hide": ["toc"]}
    assert page.body == "\nThe body.\n"
    assert WHOLE.split("\n")[page.body_line] == "The body."


def test_values_keep_their_places() -> None:
    page = explainer(WHOLE)
    lines = WHOLE.split("\n")
    expected: dict[tuple[str | int, ...], str] = {
        ("quotes", "hot", "text"): "Soup is hot",
        ("timeline", "opened", "date"): "2025-03~",
        ("known", 1, "text"): "Stew is not.",
        ("title",): "Is soup legal?",
    }
    for path, text in expected.items():
        place = page.places.value(*path)
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 : place.column - 1 + place.length] == text
    nearest = page.places.value("quotes", "hot", "no-such-field")
    assert nearest == page.places.value("quotes", "hot")


@pytest.mark.parametrize("word", ["NO", "12:30:45", "0777", "1.0", "2025-03-15", "on", "1e3", "0x1F"])
def test_scalars_stay_the_text_that_was_written(word: str) -> None:
    assert explainer(f"---\ntitle: {word}\nstandfirst: {word}\n---\n").standfirst == word


def test_a_page_without_fields_of_ours_is_an_ordinary_page() -> None:
    for text in (
        "Just text.\n",
        "---\ntitle: Soup\ntags: [a]\n---\n",
        "---\ntitle: x\nlayout: wide\n---\n",
        "---\n---\nBody",
    ):
        assert parse_page(text, "a.md", "content/a.md", {}) == ParsedPage()


def test_the_pages_own_entry_wins_field_by_field() -> None:
    shared = {"ada": Person(id="ada", name="Ada Example", role="cook", affiliation="Ladle College")}
    page = explainer(
        "---\ntitle: Soup\npeople:\n  ada: {name: Ada Example, role: head cook}\nexperts:\n  ada: {}\n---\n",
        shared,
    )
    assert page.people["ada"] == Person(id="ada", name="Ada Example", role="head cook", affiliation="Ladle College")


def test_the_pages_own_entry_need_not_repeat_the_name() -> None:
    shared = {"ada": Person(id="ada", name="Ada Example", role="cook")}
    page = explainer("---\ntitle: Soup\npeople:\n  ada: {role: head cook}\nexperts:\n  ada:\n---\n", shared)
    assert page.people["ada"] == Person(id="ada", name="Ada Example", role="head cook")


@pytest.mark.parametrize("identifier", ["no-authority", "a_1", "2025", "größe", "हिन्दी", "عربي", "e\u0301te\u0301"])
def test_ids_are_words_of_any_script(identifier: str) -> None:
    page = explainer(f"---\ntitle: Soup\ntimeline:\n  {identifier}: {{date: 2025, title: Soup}}\n---\n")
    assert list(page.timeline) == [identifier]


def test_settings_of_the_theme_are_what_mkdocs_would_read() -> None:
    page = explainer(
        "---\ntitle: Soup\nstandfirst: Hot.\ncomments: false\nsearch: {exclude: true, boost: 2}\n"
        "tags: [2025, true]\ndescription: Yes\n---\n"
    )
    assert page.host == {
        "comments": False,
        "search": {"exclude": True, "boost": 2},
        "tags": ["2025", "true"],
        "description": "Yes",
    }


@pytest.mark.parametrize("text", ["---\n\nJust a rule.\n", "\n---\n\nJust a rule.\n", "-----\nA rule.\n-----\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert parse_page(text, "a.md", "content/a.md", {}) == ParsedPage()
    assert read_front_matter(text, "content/a.md").body == text


def test_a_body_begins_where_it_stands_behind_blank_lines() -> None:
    page = explainer("\n\n----\ntitle: Soup\nstandfirst: Hot.\n---\nThe body.\n")
    assert page.body == "The body.\n"
    assert page.body_line == 7
    assert page.places.value("title").line == 4


def test_an_alias_may_repeat_a_value() -> None:
    page = explainer("---\ntitle: &t Soup\nstandfirst: *t\nkey_points: &k [Hot.]\ntopics: *k\n---\n")
    assert page.standfirst == "Soup"
    assert page.topics == ("Hot.",)


@pytest.mark.parametrize(
    "entries",
    [
        "timeline:\n" + "".join(f"  e{n}: {{date: soon, title: x}}\n" for n in range(2000)),
        "people:\n" + "".join(f"  -{n}: {{name: x}}\n" for n in range(2000)),
        "known:\n" + "".join("  - {text: x, asof: 2025}\n" for n in range(2000)),
    ],
    ids=["dates", "ids", "items"],
)
def test_many_mistakes_are_all_told(entries: str) -> None:
    assert len(parse_page(f"---\ntitle: Soup\n{entries}---\n", "a.md", "content/a.md", {}).issues) == 2000


def test_a_persons_file_has_a_biography() -> None:
    person, issues = parse_person(
        "---\nname: Ada Example\nrole: cook\n---\n\nShe *cooks*.\n", "people/ada.md", "content/people/ada.md"
    )
    assert issues == ()
    assert person == Person(id="ada", name="Ada Example", role="cook", biography="She *cooks*.")


def test_what_is_sound_is_kept_beside_what_is_not() -> None:
    text = "---\ntitle: Soup\ntimeline:\n" + "".join(
        f"  e{n}: {{date: 20{n}, title: Event {n}}}\n" for n in range(10, 30)
    )
    parsed = parse_page(text.replace("date: 2015", "date: soon") + "---\n", "a.md", "content/a.md", {})
    assert len(parsed.issues) == 1
    assert parsed.explainer is not None
    assert len(parsed.explainer.timeline) == 19


@pytest.mark.parametrize(
    ("yaml_text", "code"),
    [
        ("standfirst: " + "[" * 100_000, "too-complex"),
        ("a: " * 3, "bad-yaml"),
        ("".join(f"{' ' * n}k{n}:\n" for n in range(60)), "too-complex"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
            "too-complex",
        ),
        ("standfirst: &a [*a]", "recursive-alias"),
        ("standfirst: " + "x" * 600_000, "too-complex"),
    ],
    ids=["brackets", "colons", "nesting", "alias-bomb", "recursion", "size"],
)
def test_hostile_yaml_gets_one_clear_issue(yaml_text: str, code: str) -> None:
    front = read_front_matter(f"---\ntitle: Soup\n{yaml_text}\n---\nBody.\n", "content/a.md")
    assert [issue.code for issue in front.issues] == [code]


def test_the_json_schema_names_every_field_with_a_description() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(PageFields.model_fields)
    for name, definition in {"page": schema, **schema["$defs"]}.items():
        for field, value in definition.get("properties", {}).items():
            assert value.get("description"), f"{name}.{field}"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(PageFields.model_fields)), VALUES, max_size=5))
@settings(deadline=None)
def test_no_values_raise(data: dict[str, object]) -> None:
    parsed = parse_page(f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\nBody.\n", "a.md", "content/a.md", {})
    assert parsed.explainer is not None or parsed.issues or not data.keys() - {"title", "draft", "language"}


@given(st.text(st.characters(), max_size=200))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    parse_page(text, "a.md", "content/a.md", {})
    parse_page(f"---\n{text}\n---\n", "a.md", "content/a.md", {})

"""Authoring: entries as YAML, pages from drafts, and additions that leave every byte of a page."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import extract
from generator.authoring.additions import add_entries
from generator.authoring.authoring import add_to_page, write_new_page
from generator.authoring.entries import Entry, block_lines, brace_line
from generator.authoring.proposal import propose
from generator.authoring.source_text import render_source
from generator.build.built_site import build_site
from generator.files.reading import markdown_text, read_article
from generator.front_matter.nodes import read_front_matter
from generator.front_matter.schema import id_problem
from generator.model.article import Article, Kind
from generator.model.errors import ExplainerError
from generator.model.explainer import Person
from generator.model.slug import make_slug, make_unique
from generator.text.paragraphs import find_paragraphs
from tests.support.sites import write_site

ARTICLE = """\
“Soup is hot and it is cheap,” said Ada Example, a professor at Ladle College. “Stew is neither.”
Mayor Bo Sample opened the kitchen on Friday. “We waited for nine years,” he said.
"""
PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"))


# -- slugs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Why is soup so dear?", "why-is-soup-so-dear"),
        ("L’été à Besançon", "lete-a-besancon"),
        ("Ö, ß & Ł", "o-ß-ł"),
        ("スープは熱い", "スープは熱い"),
        ("…", "page"),
        ("a" * 80, "a" * 60),
        ("soup " * 20, "-".join(["soup"] * 12)),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert make_slug(text, "page") == slug


@given(PRINTABLE)
def test_a_slug_is_an_id(text: str) -> None:
    assert id_problem(make_slug(text, "page")) == ""


def test_slugs_are_unique() -> None:
    assert make_unique("soup", {"soup", "soup-2"}) == "soup-3"


# -- entries -------------------------------------------------------------------------------------------------------

ENTRY = st.builds(
    lambda key, text, items, comment: Entry(
        id=make_slug(key, "id"), fields=(("text", text), ("items", items), ("draft", True)), comment=comment
    ),
    PRINTABLE,
    PRINTABLE,
    st.lists(PRINTABLE, max_size=3),
    PRINTABLE,
)


@given(ENTRY, st.integers(0, 6), st.integers(1, 4))
@example(Entry(id="a", fields=(("text", "b"), ("items", ["0:?"]), ("draft", True))), 2, 2)
def test_an_entry_reads_back_as_it_was(entry: Entry, indent: int, step: int) -> None:
    lines = block_lines(entry, indent, step)
    assert all("\n" not in line and "\r" not in line for line in lines)
    for text in ("\n".join(lines), brace_line(entry)):
        head = f"---\nquotes:\n{text}\n---\n" if text != brace_line(entry) else f"---\nquotes: {{{text}}}\n---\n"
        if indent == 0 and "{" not in head.split("\n")[1]:
            continue
        front = read_front_matter(head, "page.md")
        assert front.issues == ()
        assert front.data is not None
        (found,) = front.data["quotes"].values()
        fields = dict(entry.fields)
        assert (found["text"] or "") == fields["text"]
        assert [item or "" for item in found["items"]] == list(fields["items"])  # type: ignore[arg-type]
        assert found["draft"] == "true"


# -- proposals -----------------------------------------------------------------------------------------------------


def test_a_page_can_be_built_from_what_is_proposed(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/soup.txt": ARTICLE})
    written = write_new_page(settings, "Is soup hot?", [tmp_path / "seeds/soup.txt"], date(2024, 5, 6))
    assert written.path == "content/explainers/is-soup-hot.md"
    page = tmp_path / written.path
    issues = build_site(settings).issues
    assert {issue.code for issue in issues} == {"unconfirmed-draft"}
    assert {str(issue.severity) for issue in issues} == {"warning"}
    page.write_text(page.read_text("utf-8").replace("draft: true", "draft: false", 1).replace("    draft: true\n", ""))
    confirmed = build_site(settings)
    assert confirmed.issues == ()
    explainer = confirmed.site.explainers["explainers/is-soup-hot.md"]
    assert {(q.text, q.speaker) for q in explainer.quotes.values()} == {
        ("Soup is hot and it is cheap. Stew is neither.", "example"),
        ("We waited for nine years", "sample"),
    }
    assert list(explainer.experts) == ["example"]
    assert [(str(event.date), event.title) for event in explainer.timeline.values()] == [
        ("2024-05-03", "Mayor Bo Sample opened the kitchen")
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "“If it fails,” said Ada Example, “I will go.”", "If it fails, I will go."),
        ("en", "“It failed,” said Ada Example. “I will go.”", "It failed. I will go."),
        ("en", "“Did it fail?” asked Ada Example. “I will go.”", "Did it fail? I will go."),
        ("de", "„Wenn es scheitert“, sagte Ada Example, „gehe ich heim.“", "Wenn es scheitert, gehe ich heim."),
        ("de", "„Es ist gescheitert“, sagte Ada Example. „Ich gehe.“", "Es ist gescheitert. Ich gehe."),
    ],
)
def test_an_interrupted_speech_keeps_its_sentences(language: str, text: str, words: str) -> None:
    (quotation,) = propose({"soup": extract(Article(text=text, language=language))}, {}).quotes
    assert dict(quotation.fields)["text"] == words


def test_people_whom_all_pages_share_are_recognised() -> None:
    shared = {"bo": Person(id="bo", name="Bo Sample"), "other": Person(id="other", name="Ada Exemplary")}
    proposal = propose({"soup": extract(Article(text=ARTICLE))}, shared)
    assert [entry.id for entry in proposal.people] == ["example"]
    assert {dict(entry.fields)["speaker"] for entry in proposal.quotes} == {"bo", "example"}


def test_a_page_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/explainers/soup.md": "mine"})
    with pytest.raises(ExplainerError, match=r"there is a page 'content/explainers/soup\.md' already"):
        write_new_page(settings, "Soup!", [])
    assert (tmp_path / "content/explainers/soup.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("title", "source", "message"),
    [
        (" ", "seeds/broth.txt", "the page needs a title"),
        ("Soup", "seeds/bread.txt", "there is no source"),
        ("Soup", "elsewhere.txt", "is not in the seeds folder"),
    ],
)
def test_what_cannot_be_drafted_is_said(title: str, source: str, message: str, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"elsewhere.txt": ARTICLE})
    with pytest.raises(ExplainerError, match=message):
        write_new_page(settings, title, [tmp_path / source])
    assert not (tmp_path / "content/explainers").exists()


def test_a_transcript_that_says_nothing_of_itself_gets_its_kind(tmp_path: Path) -> None:
    turns = "ADA: Is soup hot at all?\nBO: It is as hot as it was.\n" * 4
    settings = write_site(tmp_path, {"seeds/talk.txt": turns})
    write_new_page(settings, "Talk", [tmp_path / "seeds/talk.txt"])
    assert "    kind: transcript\n" in (tmp_path / "content/explainers/talk.md").read_text()
    assert {issue.code for issue in build_site(settings).issues} == {"unconfirmed-draft"}


# -- additions -----------------------------------------------------------------------------------------------------

OWN = """\
---
title: Is soup hot?  # mine
sources: {soup: {file: soup.txt}}   # one line
people:
    bo:   {name: "Bo Sample"}

    # below the people
quotes:
    waited:
        text: >-
            We waited
            for nine years

        speaker: bo
        source: soup

known: ['Soup is hot']
---
# My words

Bye.
"""


def test_only_what_is_missing_is_added(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/soup.txt": ARTICLE, "content/soup.md": OWN.replace("\n", "\r\n")})
    page = tmp_path / "content/soup.md"
    added = add_to_page(settings, page)
    assert added.summary == "added 1 person, 1 quotation, 1 expert opinion, each to confirm"
    after = page.read_bytes().decode()
    assert _without(after, OWN.replace("\n", "\r\n"))
    assert after.count("\r\n") == after.count("\n")
    assert {issue.code for issue in build_site(settings).issues} == {"unconfirmed-draft"}
    assert add_to_page(settings, page).summary == "nothing to add"
    assert page.read_bytes().decode() == after


def test_an_event_whose_title_was_written_anew_is_not_added_again(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/soup.txt": ARTICLE})
    write_new_page(settings, "Soup", [tmp_path / "seeds/soup.txt"], date(2024, 5, 6))
    page = tmp_path / "content/explainers/soup.md"
    page.write_text(page.read_text("utf-8").replace("Mayor Bo Sample opened the kitchen", "At last, soup"))
    assert add_to_page(settings, page).summary == "nothing to add"


def test_a_page_that_is_a_link_is_written_where_it_lies(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/soup.txt": ARTICLE, "content/own/soup.md": OWN})
    page, link = tmp_path / "content/own/soup.md", tmp_path / "content/soup.md"
    link.symlink_to("own/soup.md")
    page.chmod(0o640)
    add_to_page(settings, link)
    assert link.is_symlink()
    assert "draft: true" in page.read_text("utf-8")
    assert page.stat().st_mode & 0o777 == 0o640


def test_comments_stay_with_the_entry_that_they_are_of() -> None:
    entry = Entry(id="new", fields=(("text", "b"),))
    braces = "---\nquotes: {a: {text: b},  # mine\n}\n---\n"
    block = "---\nquotes:\n  a:\n    text: b\n    # mine\n# of the next\nknown: []\n---\n"
    assert add_entries(braces, {"quotes": (entry,)}, "p.md") == (
        "---\nquotes: {\n  new: {text: b},a: {text: b},  # mine\n}\n---\n"
    )
    assert add_entries(block, {"quotes": (entry,)}, "p.md") == (
        "---\nquotes:\n  a:\n    text: b\n    # mine\n  new:\n    text: b\n# of the next\nknown: []\n---\n"
    )


def _without(after: str, before: str) -> bool:
    """Tell whether a text is another with whole lines added."""
    lines = iter(after.splitlines(keepends=True))
    return all(line in lines for line in before.splitlines(keepends=True))


SECTION = st.sampled_from(["people", "quotes", "experts", "timeline"])
WRITTEN = st.sampled_from(
    [
        "{name}:\n",
        "{name}: {{}}\n",
        "{name}: {{ }}  # none yet\n",
        "{name}:\n  one: {{text: a}}\n",
        "{name}:\n    one:\n      text: >-\n        words\n        # words too\n\n      # a comment\n\n",
        '{name}: {{one: {{text: "a, b"}},\n  two: {{text: c}},}} # tail\n',
        "{name}:\n  one:\n    text: |+\n      words\n\n\n",
        "{name}:\n  one:\n    text: 'it''s\n      long'\n    items:\n    - a\n    - b\n",
        '"{name}":\n  "one": {{text: ü}}\n',
        "",
    ]
)
BETWEEN = st.sampled_from(["", "\n", "# a comment\n", "hide: [toc]\n", "known:\n- a\n- b\n"])


@given(
    st.lists(st.tuples(SECTION, WRITTEN, BETWEEN), max_size=4, unique_by=lambda part: part[0]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["", "\nBody\n", "Body", "\n---\nrule\n"]),
    st.lists(st.tuples(SECTION, ENTRY), max_size=3, unique_by=lambda part: part[0]),
)
def test_every_byte_of_a_page_stays(
    parts: list[tuple[str, str, str]], end: str, mark: str, body: str, added: list[tuple[str, Entry]]
) -> None:
    between = dict.fromkeys(part[2] for part in parts if part[2] in {"hide: [toc]\n", "known:\n- a\n- b\n"})
    head = "".join(text.format(name=name) + ("" if gap in between else gap) for name, text, gap in parts)
    before = mark + ("---\ntitle: x\n" + head + "".join(between) + "---\n" + body).replace("\n", end)
    sections = {name: (Entry(id=f"new-{entry.id}", fields=entry.fields),) for name, entry in added}
    after = add_entries(before, sections, "page.md")
    assert _is_subsequence(before, after)
    front = read_front_matter(after.removeprefix("\ufeff").replace("\r\n", "\n"), "page.md")
    assert front.issues == ()
    for name, entries in sections.items():
        assert front.data is not None
        assert entries[0].id in front.data[name]


def _is_subsequence(before: str, after: str) -> bool:
    rest = iter(after)
    return all(char in rest for char in before)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("timeline:\n- a\n", "page.md:3: nothing can be added to 'timeline'"),
        ("timeline: none\n", "page.md:3: nothing can be added to 'timeline'"),
        ("a: &a {b: {title: c}}\ntimeline: *a\n", "page.md:4: nothing can be added to 'timeline'"),
    ],
)
def test_a_section_to_which_nothing_can_be_added_is_named(front: str, message: str) -> None:
    entry = Entry(id="new", fields=(("title", "x"),))
    with pytest.raises(ExplainerError, match=message):
        add_entries(f"---\ntitle: x\n{front}---\n", {"timeline": (entry,)}, "page.md")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("# Only words\n", "names no `sources:`"),
        ("---\ntitle: Soup\nstandfirst: x\n---\n", "names no `sources:`"),
        ("---\ntitle: Soup\nsources: {soup: {file: soup.txt}\n---\n", "mend this first"),
    ],
)
def test_a_page_that_cannot_be_added_to_stays(page: str, message: str, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/soup.txt": ARTICLE, "content/soup.md": page})
    with pytest.raises(ExplainerError, match=message):
        add_to_page(settings, tmp_path / "content/soup.md")
    assert (tmp_path / "content/soup.md").read_text() == page


# -- sources -------------------------------------------------------------------------------------------------------


@given(st.lists(PRINTABLE, min_size=1, max_size=4))
def test_the_words_of_a_source_read_back_from_its_file(paragraphs: list[str]) -> None:
    lines = [" ".join("".join(c for c in line if c.isprintable()).split()) for line in paragraphs]
    text = "\n".join(line for line in lines if line)
    body = read_front_matter(render_source(Article(text=text)), "x.md").body
    assert markdown_text(body) == "\n".join(" ".join(text[start:end].split()) for start, end in find_paragraphs(text))


def test_the_metadata_of_a_source_read_back_from_its_file(tmp_path: Path) -> None:
    article = Article(
        text="Soup is *hot*.\n# No heading",
        title='Soup: "hot"?',
        publisher="The Daily Broth",
        author="Ada Example, Bo Sample",
        published=date(2024, 5, 6),
        url="https://broth.example/soup",
        language="en-GB",
        kind=Kind.STATEMENT,
    )
    (tmp_path / "soup.md").write_text(render_source(article, date(2024, 5, 7)), "utf-8")
    assert read_article(tmp_path / "soup.md") == article
    assert yaml.safe_load((tmp_path / "soup.md").read_text().split("---")[1])["retrieved"] == date(2024, 5, 7)


def test_a_person_known_by_another_name_is_not_proposed_anew() -> None:
    ada = Person(id="ada", name="Ada Merrow", aliases=("Ada Example",))
    proposal = propose({"broth": extract(Article(text=ARTICLE))}, {"ada": ada})
    assert "ada" not in {entry.id for entry in proposal.people}
    assert not any(entry.id.startswith("example") for entry in proposal.people)
    assert ("speaker", "ada") in proposal.quotes[0].fields

"""Renaming: one id becomes another wherever a site names it, and every other byte stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring import renaming
from generator.authoring.renaming import carry_out, plan_rename
from generator.build.built_site import build_site
from generator.cli import main
from generator.evidence.comparison import compare
from generator.evidence.site_manifest import site_manifest
from generator.files.lock_folder import load_lock
from generator.files.writing import write_text
from generator.model.errors import ExplainerError, Location, UnreadableError
from generator.site.settings import Settings
from tests.support.locks import lock_site, lock_texts
from tests.support.sites import write_site

SOUP = """---
title: Soup  # hot, ada
topics: [hot]
sources: {broth: {file: broth.txt}}  # broth
people:
    ada:   {name: "Ada Example", role: hot cook}
quotes:
  "hot": {text: Soup is hot, speaker: 'ada', source: broth, note: "See [@broth; @broth] and [it](#quote-hot)."}
experts:
  ada: {question: Is it hot?, quotes: [hot]}
timeline:
  noon:
    date: 2025-04
    title: hot
    sources:
    - broth
    quotes: hot
corrections: [{date: 2025-04-09, text: hot, of: hot}, {date: 2025-04-09, text: ada, of: ada}]
---
Soup is hot [@broth]: see [it](#quote-hot), [her](#expert-ada), [then](#event-noon) and [where](stew.md#quote-hot).

::: quote hot
::: expert ada
::: timeline
    only: noon

`[@broth]` and `::: quote hot`

    ::: quote hot
"""
STEW = """---
title: Stew
sources: {pot: {file: broth.txt}}
people: {ada: {name: Ada Example}}
quotes: {hot: {text: Soup is hot, speaker: ada, source: pot}}
---
As [elsewhere](soup.md#quote-hot) [@pot].
"""


def site(tmp_path: Path, **more: str | bytes) -> Settings:
    pages: dict[str, str | bytes] = {"content/soup.md": SOUP, "content/stew.md": STEW}
    return write_site(tmp_path, {**pages, **more})


def read(settings: Settings, name: str) -> str:
    return (settings.content / name).read_bytes().decode()


def rename(settings: Settings, old: str, new: str) -> None:
    carry_out(plan_rename(settings, old, new)[1])


def problems(settings: Settings) -> list[str]:
    return sorted(issue.code for issue in build_site(settings).issues)


EXPECTED = {
    ("source:broth", "stock"): [
        ("{broth: {file: broth.txt}", "{stock: {file: broth.txt, former_ids: [broth]}"),
        ("source: broth, ", "source: stock, "),
        ("[@broth; @broth]", "[@stock; @stock]"),
        ("    - broth", "    - stock"),
        ("hot [@broth]:", "hot [@stock]:"),
    ],
    ("quotation:soup.md#hot", "warm"): [
        ('"hot": {', '"warm": {'),
        ('[it](#quote-hot)."}', '[it](#quote-hot).", former_ids: [hot]}'),
        ("quotes: [hot]", "quotes: [warm]"),
        ("quotes: hot", "quotes: warm"),
        ("text: hot, of: hot}", "text: hot, of: warm}"),
        ("[it](#quote-hot)", "[it](#quote-warm)"),
        ("\n::: quote hot\n:::", "\n::: quote warm\n:::"),
    ],
    ("person:ada", "example"): [
        ("    ada:   {", "    example:   {"),
        ("hot cook}", "hot cook, former_ids: [ada]}"),
        ("quotes: [hot]}", "quotes: [hot], former_ids: [ada]}"),
        ("'ada'", "'example'"),
        ("  ada: {question", "  example: {question"),
        ("of: ada}", "of: example}"),
        ("#expert-ada", "#expert-example"),
        ("::: expert ada", "::: expert example"),
    ],
    ("event:noon", "midday"): [
        ("  noon:\n", "  midday:\n    former_ids: [noon]\n"),
        ("#event-noon", "#event-midday"),
        ("only: noon", "only: midday"),
    ],
    ("topic:hot", "hot: food"): [("topics: [hot]", 'topics: ["hot: food"]')],
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("names", "pairs"), EXPECTED.items(), ids=[old for old, _ in EXPECTED])
def test_every_other_byte_stays(names: tuple[str, str], pairs: list[tuple[str, str]], end: str, tmp_path: Path) -> None:
    settings = site(tmp_path, **{"content/soup.md": ("\ufeff" + SOUP).replace("\n", end).encode()})
    before = problems(settings)
    rename(settings, *names)
    expected = SOUP
    for old, new in pairs:
        expected = expected.replace(old, new)
    assert read(settings, "soup.md") == ("\ufeff" + expected).replace("\n", end)
    assert problems(settings) == before
    if names[0].startswith("topic:"):  # a name that needed quotation marks keeps them
        return
    rename(settings, f"{names[0].split(':')[0]}:{names[1]}", names[0].partition(":")[2].rpartition("#")[2])
    assert read(settings, "soup.md") == ("\ufeff" + SOUP).replace("\n", end)


def test_old_addresses_lead_to_the_new_ones(tmp_path: Path) -> None:
    settings = site(tmp_path)
    before = site_manifest(settings)
    for old, new in (("quotation:soup.md#hot", "warm"), ("source:broth", "stock"), ("event:noon", "midday")):
        rename(settings, old, new)
    rename(settings, "person:ada", "example")
    built = build_site(settings)
    for old in ("quote-hot", "source-broth", "event-noon", "expert-ada"):
        assert built.pages["soup.md"].count(f'id="{old}"') == 1
    for old, new in (("quote-hot", "quote-warm"), ("expert-ada", "expert-example")):
        assert f'content="0; url=../{new}/"' in built.files[f"embed/soup/{old}/index.html"]
        assert "<blockquote" in built.files[f"embed/soup/{new}/index.html"]
    after = site_manifest(settings)
    assert compare(before, after) == compare(after, before) == ()


@pytest.mark.parametrize("former", ["[cook]", "cook"])
def test_the_id_that_another_thing_had_is_refused(former: str, tmp_path: Path) -> None:
    more = SOUP.replace("hot cook}", f"hot cook}}\n    bo: {{name: Bo Example, former_ids: {former}}}")
    settings = site(tmp_path, **{"content/soup.md": more})
    with pytest.raises(ExplainerError, match="'cook' was the id of 'bo'"):
        plan_rename(settings, "person:ada", "cook")


def test_one_former_id_has_one_owner(tmp_path: Path) -> None:
    settings = site(tmp_path, **{"content/soup.md": SOUP.replace("hot cook}", "hot cook, former_ids: [ada]}")})
    assert "bad-id" in problems(settings)


def test_links_of_other_pages_follow(tmp_path: Path) -> None:
    settings = site(
        tmp_path, **{"content/sub/index.md": "# Home\n\n[Soup](../soup.md#quote-hot) `[a](../soup.md#quote-hot)`"}
    )
    rename(settings, "quotation:soup.md#hot", "warm")
    assert read(settings, "stew.md") == STEW.replace("soup.md#quote-hot", "soup.md#quote-warm")
    assert read(settings, "sub/index.md") == "# Home\n\n[Soup](../soup.md#quote-warm) `[a](../soup.md#quote-hot)`"
    assert "stew.md#quote-hot" in read(settings, "soup.md")


def test_a_person_with_a_file_is_renamed_everywhere(tmp_path: Path) -> None:
    shared = STEW.replace("people: {ada: {name: Ada Example}}\n", "")
    person = "---\nname: Ada Example\n---\nA cook.\n"
    settings = write_site(tmp_path, {"content/stew.md": shared, "content/people/ada.md": person})
    rename(settings, "ada", "ada-example")
    assert not (settings.content / "people" / "ada.md").exists()
    assert read(settings, "people/ada-example.md") == person.replace("---\n", "---\nformer_ids: [ada]\n", 1)
    assert read(settings, "stew.md") == shared.replace("speaker: ada", "speaker: ada-example")
    assert problems(settings) == ["single-source"] or problems(settings) == []


def test_the_evidence_of_a_quotation_keeps_its_day(tmp_path: Path) -> None:
    settings = site(tmp_path)
    lock_site(settings)
    before = lock_texts(settings)["broth.txt/soup--hot.json"]
    rename(settings, "soup.md#hot", "warm")
    (settings.seeds[0] / "broth.txt").unlink()
    lock, issues = load_lock(settings.locks, "locks")
    assert issues == []
    assert sorted(key[1:] for key in lock.quotations) == [("soup.md", "warm"), ("stew.md", "hot")]
    assert lock_texts(settings)["broth.txt/soup--warm.json"] == before.replace('"hot"', '"warm"')
    assert "uncheckable" not in problems(settings)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hot", "warm", "'hot' is the id of a quotation and a topic; write `quotation:hot` or `topic:hot`"),
        ("cold", "warm", "nothing on this site has the id 'cold'"),
        ("noon", "no on", "'no on' cannot be an id"),
        ("noon", "noon", "there is an event 'noon'"),
        ("tea.md#hot", "warm", "there is no page 'tea.md'"),
        ("source:broth", "pot", ""),
        ("person:ada", "ada", "there is a person 'ada'"),
    ],
)
def test_what_cannot_be_renamed(old: str, new: str, message: str, tmp_path: Path) -> None:
    settings = site(tmp_path)
    if not message:
        assert plan_rename(settings, old, new)[1]
        return
    with pytest.raises(ExplainerError) as caught:
        plan_rename(settings, old, new)
    assert message in str(caught.value)
    assert (read(settings, "soup.md"), read(settings, "stew.md")) == (SOUP, STEW)


def test_a_dry_run_shows_the_places_and_writes_nothing(tmp_path: Path) -> None:
    settings = site(tmp_path)
    done = CliRunner().invoke(main, ["rename", "event:noon", "midday", "--dry-run", "--site", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "content/soup.md:12:3",
        "content/soup.md:13:5",
        "content/soup.md:20:73",
        "content/soup.md:25:11",
        "event 'noon' would become 'midday' in 1 file",
    ]
    assert read(settings, "soup.md") == SOUP


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path) -> None:
    settings = site(tmp_path)
    changes = plan_rename(settings, "person:ada", "example")[1]
    (settings.content / "stew.md").write_text(STEW + "\nMore.\n")
    with pytest.raises(ExplainerError, match="changed meanwhile"):
        carry_out(changes)
    assert read(settings, "soup.md") == SOUP


def test_a_write_that_fails_half_way_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = site(tmp_path, **{"content/people/ada.md": "---\nname: Ada Example\n---\n"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    written: list[Path] = []

    def write_two(path: Path, text: str) -> None:
        if len(written) == 2:
            written.append(path)
            raise UnreadableError("cannot be written: the disk is full", Location(path=str(path)))
        written.append(path)
        write_text(path, text)

    monkeypatch.setattr(renaming, "write_text", write_two)
    with pytest.raises(UnreadableError, match="the disk is full"):
        rename(settings, "person:ada", "ada-example")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert len(written) > 3, "what was written is written back"

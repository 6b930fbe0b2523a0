"""A lock file: its name, its text, and what is told of one that is damaged."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.files.lock import LockedQuotation, LockedText
from generator.files.lock_file import lock_path, parse_entry, quotation_path, render_entry, text_path
from generator.model.errors import UnreadableError
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars, Selector, Status

HASH = "ab" * 32
HOT = LockedQuotation(
    source="broth.txt",
    page="soup.md",
    quotation="hot",
    sha256=HASH,
    rules="3",
    verified_on=date(2025, 4, 8),
    callout=HASH,
    verdict=Status.ALTERED,
    selector=Selector(exact=HASH, prefix=HASH, suffix=HASH),
    unique=True,
    alterations=(
        Alteration(
            kind=AlterationKind.OMITTED,
            description="left out: “is”",
            lost=("not",),
            particulars=Particulars(form=AlterationForm.OMITTED, taken="is"),
        ),
    ),
)
TEXT = LockedText(source="broth.txt", sha256=HASH, words=14)


@pytest.mark.parametrize("entry", [HOT, TEXT])
def test_it_reads_as_it_was_written(entry: LockedQuotation | LockedText) -> None:
    path = lock_path(entry)
    text = render_entry(entry)
    assert parse_entry(text, path, path) == entry
    assert render_entry(parse_entry(text, path, path)) == text


@pytest.mark.parametrize(
    ("source", "page", "quotation", "expected"),
    [
        ("broth.txt", "soup.md", "hot", "broth.txt/soup--hot.json"),
        ("a/b.txt", "explainers/soup.md", "q_1", "a--b.txt/explainers--soup--q_1.json"),
        ("broth.html", "soup.md", "hot", "broth.html/soup--hot.json"),
    ],
)
def test_names_are_those_of_source_page_and_quotation(source: str, page: str, quotation: str, expected: str) -> None:
    assert quotation_path(source, page, quotation) == expected
    assert text_path(source) == f"{expected.split('/', maxsplit=1)[0]}/text.json"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Broth.txt", "broth.txt"),
        ("a/b.txt", "a--b.txt"),
        ("a/b.txt", "a-/b.txt"),
        ("brühe.txt", "bruhe.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
        ("broth.txt", "broth.md"),
        ("x" * 300 + "a.txt", "x" * 300 + "b.txt"),
    ],
)
def test_two_sources_never_have_one_folder(one: str, other: str) -> None:
    assert text_path(one).casefold() != text_path(other).casefold()


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "..", ".hidden.txt", "con.txt", "NUL", "a\\b.txt", "~"])
def test_no_name_leads_out_or_is_a_device(name: str) -> None:
    folder, _ = text_path(name).split("/")
    assert not folder.startswith(".")
    assert folder.split(".")[0] not in {"con", "nul"}
    assert "\\" not in folder


@given(st.lists(st.text(min_size=1), min_size=3, max_size=3))
@example([".", ".", "."])
def test_any_name_makes_two_steps_that_every_file_system_takes(names: list[str]) -> None:
    path = quotation_path(*names)
    steps = path.split("/")
    assert len(steps) == 2
    assert all(step.isascii() and step == step.lower() and 0 < len(step) < 150 for step in steps)
    assert not any(step.startswith(".") for step in steps)


def changed(**fields: object) -> str:
    return json.dumps({**json.loads(render_entry(HOT)), **fields}, indent=2)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no JSON"),
        ("[]", 1, "holds no lock"),
        ('{\n  "version": 2,\n  "source": }', 3, "no JSON"),
        (changed(version=1), 2, "'version' of this lock file cannot be 1"),
        (changed(verified_on="tomorrow"), 8, "'verified_on' of this lock file cannot be \"tomorrow\""),
        (changed(verdict="absent"), 10, "'verdict' of this lock file cannot be \"absent\""),
        (changed(unique="yes"), 16, "'unique' of this lock file cannot be \"yes\""),
        (changed(sha256="abc"), 6, "'sha256' of this lock file cannot be \"abc\""),
        (changed(colour="red"), 37, "'colour' is nothing that a lock file has"),
        (changed(selector={"exact": HASH, "prefix": HASH}), 11, "'selector.suffix' is missing in this lock file"),
        (changed(quotation="cold"), None, "belongs into broth.txt/soup--cold.json"),
        (changed(source="../../etc/passwd"), None, "belongs into etc-passwd~"),
    ],
)
def test_what_is_damaged_is_told_with_its_line(text: str, line: int | None, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_entry(text, "broth.txt/soup--hot.json", "seeds/locks/broth.txt/soup--hot.json")
    assert message in str(caught.value)
    assert caught.value.location is not None
    assert caught.value.location.line == line


def test_the_line_of_an_entry_in_a_list_is_told() -> None:
    twice = replace(HOT, alterations=HOT.alterations * 2)
    text = render_entry(twice)
    assert text.count('"kind": "omitted"') == 2
    head, _, tail = text.rpartition('"kind": "omitted"')
    with pytest.raises(UnreadableError) as caught:
        parse_entry(f'{head}"kind": "forgotten"{tail}', lock_path(twice), "x.json")
    assert caught.value.location is not None
    assert caught.value.location.line == head.count("\n") + 1


def test_conflict_markers_are_told_as_such() -> None:
    text = render_entry(TEXT).replace(
        '  "words": 14', '<<<<<<< HEAD\n  "words": 14\n=======\n  "words": 15\n>>>>>>> other'
    )
    with pytest.raises(UnreadableError, match=r"x\.json:5: a merge left its conflict in this lock file"):
        parse_entry(text, "broth.txt/text.json", "x.json")

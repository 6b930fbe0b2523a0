"""The comparison: every fact that changed is told, and nothing else."""

import json
from pathlib import Path

import pytest

from generator.evidence.comparison import compare
from generator.evidence.comparison_report import render_differences, render_json
from generator.evidence.manifest import Manifest
from tests.support.evidence_samples import PAGE, built_site, changed, manifest_of


def told(tmp_path: Path, *pairs: tuple[str, str]) -> list[str]:
    old = manifest_of(built_site(tmp_path))
    new = manifest_of(built_site(tmp_path, changed(PAGE, *pairs)))
    return [line.strip() for line in render_differences(compare(old, new)).splitlines()[1:-1]]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("text: Soup is hot", "text: Soup is cold", "quotation 'hot': the words changed: Soup is [-hot-] {+cold+}"),
        ("speaker: ada", "speaker: bo", "quotation 'hot': now said by Bo Sample, before by Ada Example"),
        ("role: cook", "role: chef", "quotation 'hot': the role was cook, Merrow Kitchen, and is now chef, Merrow Kitchen"),
        (", said: 2025-04-07", "", "quotation 'hot': the date is no longer given; it was: 2025-04-07"),
        ("speaker: bo, source: broth", "speaker: bo, source: broth, said: 2025", "quotation 'stew': the date is given now: 2025"),
        ("position: It is hot", "position: It is not hot", "expert opinion 'ada': the position changed: It is {+not+} hot"),
        ("date: 2025-03~", "date: 2025-04", "event 'opened': the date was 2025-03~, and is now 2025-04"),
        ("The kitchen opens", "The kitchen closes", "event 'opened': the title changed: The kitchen [-opens-] {+closes+}"),
        ("publisher: The Daily Broth", "publisher: The Evening Broth", "source 'broth': the publisher was The Daily Broth, and is now The Evening Broth"),
        ("title: Is soup hot?", "title: Was soup hot?", "the page: the title changed: [-Is-] {+Was+} soup hot?"),
        ("updated: 2025-04-09\n", "updated: 2025-04-10\n", "the page: the date of the last change was 2025-04-09, and is now 2025-04-10"),
        ("name: Bo Sample", "name: Bo Simple", "person 'bo': the name was Bo Sample, and is now Bo Simple"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(old: str, new: str, line: str, tmp_path: Path) -> None:
    assert line in told(tmp_path, (old, new))


def test_what_is_new_and_what_is_gone_is_told(tmp_path: Path) -> None:
    lines = told(tmp_path, ("  stew:", "  ragout:"), ("of: stew", "of: ragout"))
    assert lines == [
        "quotation 'stew' is gone: “Stew is cold … it is dear” (Bo Sample)",
        "quotation 'ragout' is new: “Stew is cold … it is dear” (Bo Sample)",
        "correction of 2025-04-09 is gone: update of 'stew': We added the stew.",
        "correction of 2025-04-09 is new: update of 'ragout': We added the stew.",
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("Stew is cold …", "Stew is cold ..."), ("{text: Soup is hot,", '{text: "Soup  is hot",')]
)
def test_typing_makes_no_difference(old: str, new: str, tmp_path: Path) -> None:
    before, after = (manifest_of(built_site(tmp_path, page)) for page in (PAGE, changed(PAGE, (old, new))))
    assert render_differences(compare(before, after)) == "nothing differs\n"


def test_pages_come_and_go(tmp_path: Path) -> None:
    whole = manifest_of(built_site(tmp_path))
    assert (
        render_differences(compare(whole, Manifest()))
        == "soup.md\n  the page is gone: Is soup hot?\n1 difference on 1 page\n"
    )
    assert "the page is new: Is soup hot?" in render_differences(compare(Manifest(), whole))
    assert compare(whole, whole) == ()


def test_differences_for_machines(tmp_path: Path) -> None:
    old = manifest_of(built_site(tmp_path))
    new = manifest_of(built_site(tmp_path, changed(PAGE, ("text: Soup is hot", "text: Soup is cold"))))
    data = json.loads(render_json(compare(old, new)))
    assert data["version"] == 1
    assert data["differences"][0] == {
        "page": "soup.md",
        "thing": "quotation",
        "id": "hot",
        "turn": "changed",
        "field": "words",
        "before": "Soup is hot",
        "after": "Soup is cold",
        "diff": "Soup is [-hot-] {+cold+}",
    }

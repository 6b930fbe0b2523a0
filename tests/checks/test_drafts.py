"""Drafts: what concerns them alone, and entries that nobody has confirmed."""

from generator.checks.drafts import gather_unconfirmed, mark_drafts
from generator.model.errors import Location
from generator.model.issue import Issue


def issue(path: str, line: int, code: str = "unconfirmed-draft") -> Issue:
    return Issue.warning(code, Location(path=path, line=line), f"line {line}")


def test_only_what_concerns_a_draft_alone_is_marked() -> None:
    found = [issue("soup.md", 1), issue("soup.md", 2, "bad-page-path"), issue("stew.md", 3)]
    assert [marked.of_draft for marked in mark_drafts(found, {"soup.md"})] == [True, False, False]


def test_entries_are_gathered_by_page() -> None:
    found = [issue("a.md", 1), issue("b.md", 2), issue("b.md", 3, "absent"), issue("b.md", 4)]
    gathered = list(gather_unconfirmed(found))
    assert gathered[0] is found[0]
    assert (str(gathered[1].location), gathered[1].message) == (
        "b.md",
        "2 entries are drafts that nobody has confirmed",
    )
    assert gathered[2] is found[2]
    assert len(gathered) == 3

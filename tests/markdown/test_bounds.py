"""Bounds: what is refused as too slow, and where."""

from pathlib import Path

import pytest

from generator.build.checked_site import check
from generator.markdown.bounds import DEEPEST, MOST_BLOCKS, MOST_CITATIONS, slow_text
from generator.markdown.layout import read_layout
from tests.support.places import ROOT
from tests.support.render_samples import body
from tests.support.sites import write_site

SIZE = 80_000


@pytest.mark.parametrize(
    "piece",
    ["[@", "[@b; ", "[", "![", "[a](", "[a][", "*[a]: b\n", "[^a]:\n", "<a ", "<a \n", "</", "<?", "<!--\n", "<![CDATA[", "[a]: <b", ": a\n", ": \n", "a\n\n"],
)  # fmt: skip
def test_what_is_slow_is_refused_where_it_becomes_so(piece: str) -> None:
    text = f"Soup is hot.\n\n{piece * (SIZE // len(piece))}"
    (issue,) = slow_text(body(text), read_layout(text))
    assert issue.code == "slow-text"
    assert issue.location.line == (12 if piece != "a\n\n" else 10 + 2 * MOST_BLOCKS)


def test_very_many_citations_are_refused() -> None:
    text = "[@a]\n" * MOST_CITATIONS
    assert not list(slow_text(body(text), read_layout(text)))
    text += "Soup [@a].\n"
    (issue,) = slow_text(body(text), read_layout(text))
    assert (issue.location.line, issue.location.column) == (MOST_CITATIONS + 10, 6)


def test_deep_quotations_are_refused() -> None:
    text = f"{'>' * DEEPEST} a\n"
    assert not list(slow_text(body(text), read_layout(text)))
    text = f"a\n\n>{text}"
    assert [issue.location.line for issue in slow_text(body(text), read_layout(text))] == [12]


@pytest.mark.parametrize(
    "piece",
    ["a b < c [d](e) [f]\n", "- [a](b.md)\n", "<b>a</b> ", "[a]: b\n\n", "a\n: b\n\n", "```\n[[[[<a\n```\n\n", "`[` "],
)
def test_what_people_write_is_not_slow(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert not list(slow_text(body(text), read_layout(text)))


def test_our_own_pages_are_not_slow() -> None:
    for path in (ROOT / "content").rglob("*.md"):
        text = path.read_text("utf-8")
        assert not list(slow_text(body(text), read_layout(text)))


def test_a_slow_page_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pages = {"soup.md": "---\ntitle: Soup\nkey_points: [Hot]\n---\n\nHot.\n\n", "index.md": "# Home\n\nHot.\n\n"}
    settings = write_site(tmp_path, {f"content/{name}": f"{text}{'[@' * 20_000}\n" for name, text in pages.items()})
    slow_value = f"---\ntitle: Soup\nkey_points: ['{'[@' * 20_000}']\n---\n"
    write_site(tmp_path, {"content/stew.md": slow_value})
    told = [f"{issue.location} {issue.code}" for issue in check(settings)]
    assert "content/index.md:5:1 slow-text" in told
    assert "content/soup.md:8:1 slow-text" in told
    assert "content/stew.md:3:14 slow-text" in told

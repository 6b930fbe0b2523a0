"""Citations: numbered links to the list of sources."""

import re

import pytest

from generator.markdown.author_text import Edit, apply_edits
from generator.markdown.body_html import render_body
from generator.markdown.citations import Citation, Citations, without_citations
from generator.markdown.layout import read_layout
from generator.model.explainer import Source
from generator.model.issue import Issue
from tests.support.render_samples import PAPER, Case, body, read_cases

LINK = re.compile(r'(?:, )?<a id="cite-[\w-]+" href="#source-[\w-]+" aria-label="Source ([^"]*)">\d</a>')


def citations(name: str = "") -> Citations:
    note = Source(id="note", title=name)
    return Citations({"paper": PAPER, "note": note}, "Source {number}: {name}")


def replaced(text: str) -> tuple[list[Edit], list[Issue]]:
    author, layout = body(text), read_layout(text)
    cited = citations().cited(author, layout)
    return citations().edits(author, layout, [f"cite-{name}-{number}" for number, name in enumerate(cited)])


@pytest.mark.parametrize("case", read_cases("citations.md"), ids=lambda case: case.title)
def test_places(case: Case) -> None:
    edits, issues = replaced(case.given)
    assert not issues
    plain = apply_edits(case.given, edits).replace("&#58;", "").replace("&#44;", ",")
    plain = LINK.sub(r"^\1^", plain)
    assert re.sub(r'<sup class="ex-citation">|</sup>', "", plain) == case.expected


def test_a_page_without_a_list_of_sources_shows_no_citation() -> None:
    text = "[@paper]: open [@note](so they say).\n\n- [@paper] shut"
    assert without_citations(text) == ": open(so they say).\n\n-  shut"


@pytest.mark.parametrize("text", ["[@paper]: open", "[@paper](see there)", "[@paper][^1]\n\n[^1]: [@note]: open."])
def test_no_citation_reaches_the_reader_raw(text: str) -> None:
    edits, _ = replaced(text)
    html = render_body(apply_edits(text, edits))
    assert "[@" not in html
    assert html.count('class="ex-citation"') == text.count("[@")


def test_unknown_source() -> None:
    text = "Open.\n\nShut [@paper; @papr]."
    edits, (issue,) = replaced(text)
    assert not edits
    assert (issue.location.line, issue.location.column, issue.location.length) == (12, 16, 4)
    assert issue.code == "unknown-source"
    assert issue.help == "did you mean 'paper'?"


def test_unreadable_citation() -> None:
    text = "Open [@paper, p. 3]."
    _, (issue,) = replaced(text)
    assert issue.code == "bad-citation"
    assert (issue.location.line, issue.location.column) == (10, 6)


def test_each_place_has_its_own_anchor_to_come_back_to() -> None:
    text = "Open [@paper; @note] and shut [@paper]."
    author, layout = body(text), read_layout(text)
    assert citations().cited(author, layout) == ("paper", "note", "paper")
    edits, _ = citations().edits(author, layout, ("cite-1", "cite-2", "cite-3"))
    html = apply_edits(text, edits)
    assert re.findall(r'id="(cite-\d)" href="#source-(\w+)"', html) == [
        ("cite-1", "paper"),
        ("cite-2", "note"),
        ("cite-3", "paper"),
    ]


def test_nothing_in_a_name_is_markdown_or_html() -> None:
    name = '*a* `b` [c](d) <i>"e"</i> {.f} http://x.example &amp; ![g](h)'
    html = render_body(f"It is open {citations(name).render([Citation('note', 'cite-note-1')])}.")
    assert html.startswith('<p>It is open <sup class="ex-citation"><a ')
    assert html.endswith('">2</a></sup>.</p>')
    assert html.count("<") == 6

"""Markup: Markdown values of the front matter."""

import pytest

from generator.markdown.citations import Citations
from generator.markdown.markup import FieldMarkup, MarkdownValue, RenderedValue, without_paragraph
from tests.support.render_samples import FILE, PAPER

CITATIONS = Citations({"paper": PAPER}, "Source {number}: {name}")


def render(text: str, *anchors: str, raw_html: bool = False) -> RenderedValue:
    return FieldMarkup(CITATIONS, raw_html=raw_html).render(MarkdownValue(text, FILE, anchors))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("[a](https://a.example)", '<p><a href="https://a.example">a</a></p>'),
        ("- a\n- b", "<ul>&#10;<li>a</li>&#10;<li>b</li>&#10;</ul>"),
        ("a\n\nb", "<p>a</p>&#10;<p>b</p>"),
        ("    a\n\n    b", "<pre><code>a&#10;&#10;b&#10;</code></pre>"),
        ("# a", "a"),
        ("", ""),
        ("a <script>b</script>", "<p>a &lt;script&gt;b&lt;/script&gt;</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("/// html | script", "<p>/// html | script</p>"),
        ("{{ 7*7 }} {% raw %}", "<p>{{ 7*7 }} {% raw %}</p>"),
    ],
)
def test_markdown_becomes_html_on_one_line(text: str, html: str) -> None:
    assert render(text).html == html


def test_a_single_paragraph_can_stand_without_its_element() -> None:
    assert without_paragraph(render("a *b*").html) == "a <em>b</em>"
    assert without_paragraph(render("a\n\n    b").html) == "<p>a</p>&#10;<pre><code>b&#10;</code></pre>"
    assert without_paragraph(render("a\n\nb").html) == "<p>a</p>&#10;<p>b</p>"


def test_citations() -> None:
    html = render("a [@paper]", "cite-paper-7").html
    assert '<a id="cite-paper-7" href="#source-paper" aria-label="Source 1: The Paper, Harbour hearing">1</a>' in html


def test_html_is_told_and_shown_or_sanitised() -> None:
    strict = render('<b onclick="x" id="quote-a">a</b>')
    trusting = render('<b onclick="x" id="quote-a">a</b><script>b</script>', raw_html=True)
    assert {issue.code for issue in strict.issues} == {"html-in-content"}
    assert {issue.location for issue in strict.issues} == {FILE}
    assert trusting.html == "<p><b>a</b></p>"
    assert not trusting.issues


def test_unsafe_addresses_are_told_and_taken_out() -> None:
    strict = render("[a](javascript:x)")
    assert strict.html == "<p><a>a</a></p>"
    assert [issue.code for issue in strict.issues] == ["unsafe-url"]

"""Markup: Markdown values of the front matter."""

import pytest

from generator.markdown.citations import Citations
from generator.markdown.markup import FieldMarkup
from tests.support.render_samples import FILE, PAPER


def markup(*, raw_html: bool = False) -> FieldMarkup:
    return FieldMarkup(Citations({"paper": PAPER}, "Source {number}: {name}"), None, raw_html)


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
    assert markup().render(text, FILE) == html


def test_a_single_paragraph_can_stand_without_its_element() -> None:
    assert markup().render_inline("a *b*", FILE) == "a <em>b</em>"
    assert markup().render_inline("a\n\n    b", FILE) == "<p>a</p>&#10;<pre><code>b&#10;</code></pre>"
    assert markup().render_inline("a\n\nb", FILE) == "<p>a</p>&#10;<p>b</p>"


def test_citations() -> None:
    html = markup().render("a [@paper]", FILE)
    assert '<a id="cite-paper-1" href="#source-paper" aria-label="Source 1: The Paper, Harbour hearing">1</a>' in html


def test_html_is_told_and_shown_or_sanitised() -> None:
    strict, trusting = markup(), markup(raw_html=True)
    strict.render('<b onclick="x" id="quote-a">a</b>', FILE)
    assert {issue.code for issue in strict.issues} == {"html-in-content"}
    assert {issue.location for issue in strict.issues} == {FILE}
    assert trusting.render('<b onclick="x" id="quote-a">a</b><script>b</script>', FILE) == "<p><b>a</b></p>"
    assert not trusting.issues


def test_unsafe_addresses_are_told_and_taken_out() -> None:
    strict = markup()
    assert strict.render("[a](javascript:x)", FILE) == "<p><a>a</a></p>"
    assert [issue.code for issue in strict.issues] == ["unsafe-url"]

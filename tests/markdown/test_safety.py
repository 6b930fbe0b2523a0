"""Safety: what no author's body may put on a page."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build.checked_site import check
from generator.markdown.body_html import Extensions, render_body
from generator.markdown.safety import find_unsafe, find_unsafe_in_page, is_safe_url
from generator.model.issue import Issue, Severity
from generator.render.page import render_page
from generator.render.templates import load_templates
from generator.site.site_file import load_settings
from tests.support.payloads import payloads
from tests.support.places import DATA
from tests.support.render_samples import make_page, verify_all
from tests.support.running import things_that_run
from tests.support.sites import SITE_FILE, write_site

CASES = yaml.safe_load((DATA / "render" / "unsafe.yaml").read_text("utf-8"))
TEMPLATES = load_templates()
SAFETY = DATA / "safety"


@pytest.fixture(scope="module")
def every_extension() -> Extensions:
    return load_settings(SAFETY / "mkdocs.yml").extensions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_unsafe_bodies(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    rendered = render_page(page, verify_all(page), templates=TEMPLATES)
    errors = [issue for issue in rendered.issues if issue.severity is Severity.ERROR]
    told = [f"{i.location.line}:{i.location.column} {i.code} {named(i)}" for i in errors]
    if case["issue"]:
        assert len(told) == 1
        assert told[0].startswith(case["issue"])
    else:
        assert not told
        assert case["text"].split("\n", 1)[0] in rendered.markdown


@pytest.mark.parametrize("case", [case for case in CASES if case["issue"]], ids=lambda case: case["text"][:40])
def test_an_unsafe_body_is_left_out(case: dict[str, Any]) -> None:
    page = make_page(f"Before.\n\n{case['text']}")
    rendered = render_page(page, verify_all(page), templates=TEMPLATES)
    assert "Before." not in rendered.markdown
    assert 'id="quote-nothing"' in rendered.markdown


def test_the_owner_may_let_html_through() -> None:
    page = make_page('<div style="color: red">Text.</div>\n\n::: quote close')
    rendered = render_page(page, verify_all(page), templates=TEMPLATES, raw_html=True)
    assert '<div style="color: red">' in rendered.markdown
    assert not rendered.issues


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example",
        "HTTP://a.example",
        "mailto:a@a.example",
        "a.md",
        "../a/#b:c",
        "/a?b=c:d",
        "#a",
        "",
    ],
)
def test_safe_addresses(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        " \n javascript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "javascript&#58;x",
        "javascript%3Ax",
        "%6a%61vascript:x",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "view-source:x",
    ],
)
def test_unsafe_addresses(url: str) -> None:
    assert not is_safe_url(url)


def named(issue: Issue) -> str:
    return issue.message.split("'")[1]


def test_ordinary_use_of_every_extension_is_safe(every_extension: Extensions) -> None:
    html = render_body((SAFETY / "ordinary.md").read_text("utf-8"), every_extension)
    assert 'class="twemoji"' in html or 'class="emojione"' in html
    assert find_unsafe(html, comments=True) == ()
    assert find_unsafe_in_page(html) == ()


def test_the_options_of_a_site_count() -> None:
    fence = "``` { .py onclick=x }\na\n```"
    assert find_unsafe(render_body(fence)) == ()
    assert find_unsafe(render_body(fence, {"pymdownx.highlight": {"use_pygments": False}}))


def test_formulas_for_mathjax_are_safe(every_extension: Extensions) -> None:
    html = render_body("$a$\n\n$$\na\n$$", {**every_extension, "pymdownx.arithmatex": {}})
    assert html.count('<script type="math/tex') == 2
    assert find_unsafe_in_page(html) == ()
    assert find_unsafe_in_page(html.replace("<script ", "<script src=a.js "))


@pytest.mark.parametrize("part", range(4))
def test_nothing_that_runs_is_let_through(part: int, every_extension: Extensions) -> None:
    """Every fortieth payload; the browser's test tries more of them."""
    texts = list(dict.fromkeys(payloads()))[part * 10 :: 40]
    assert len(texts) > 150
    pages = [(text, render_body(text, every_extension)) for text in texts]
    let_through = [(text, html) for text, html in pages if not find_unsafe_in_page(html)]
    assert len(let_through) < len(pages)
    assert not [(text, html) for text, html in let_through if things_that_run(html)]


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>a</p>",
        "<script>x</script>",
        "<svg><script>x</script></svg>",
        "<svg><image href=x /></svg>",
        '<svg><path fill="url(https://a.example/)" /></svg>',
        "<svg><use xlink:href='data:x'></use></svg>",
        "<p style='position:fixed'>a</p>",
        "<div style='width:50%;position:fixed'>a</div>",
        "<p data-md-component=search>a</p>",
        "<a href='data:image/png;base64,AA=='>a</a>",
        "<img src='data:image/svg+xml;base64,AA=='>",
        "<input type=text>",
        "<html onclick=x>",
        "<body onclick=x>",
        "a</div>",
        "</div>a",
        "a<!-- b",
        "<textarea>",
    ],
)
def test_unsafe_pages(html: str) -> None:
    assert find_unsafe_in_page(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<p>b",
        "<!-- a -->",
        "<td style='text-align: left;'>a</td>",
        "<div style='width:50.00%'>a</div>",
        "<img src='data:image/png;base64,AA=='>",
        "<autoref identifier=a>b</autoref>",
    ],
)
def test_safe_pages(html: str) -> None:
    assert find_unsafe_in_page(html) == ()


def test_an_extension_of_the_site_is_looked_through(tmp_path: Path) -> None:
    pages = {
        "content/soup.md": "---\ntitle: Soup\nkey_points: [Hot]\n---\n\nIt is ==hot=={: onclick=x }.\n",
        "content/index.md": "# Home\n\n:smile:{: onmouseover=x }\n\n<b>Bold</b>\n",
    }
    emoji = "  - pymdownx.emoji: {emoji_generator: !!python/name:material.extensions.emoji.to_svg }\n"
    site_file = f"{SITE_FILE}markdown_extensions:\n  - pymdownx.mark\n{emoji}  - site.own\n"
    write_site(tmp_path, {**pages, "mkdocs.yml": site_file})
    told = [f"{issue.location} {issue.code}" for issue in check(load_settings(tmp_path / "mkdocs.yml"))]
    assert told == ["content/index.md:3:11 unsafe-attribute", "content/soup.md:6:17 unsafe-attribute"]
    raw = site_file.replace("[explainer]", "[explainer: {raw_html: true}]")
    write_site(tmp_path, {**pages, "mkdocs.yml": raw})
    assert not check(load_settings(tmp_path / "mkdocs.yml"))

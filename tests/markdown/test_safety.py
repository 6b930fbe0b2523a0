"""Safety: what no author's body may put on a page."""

from typing import Any

import pytest
import yaml

from generator.markdown.safety import is_safe_url
from generator.model.issue import Issue, Severity
from generator.render.page import render_page
from generator.render.templates import load_templates
from tests.support.places import DATA
from tests.support.render_samples import make_page, verify_all

CASES = yaml.safe_load((DATA / "render" / "unsafe.yaml").read_text("utf-8"))
TEMPLATES = load_templates()


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

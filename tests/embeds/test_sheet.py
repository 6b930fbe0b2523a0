"""The style sheet of an embed, cut from the theme's."""

import re

import pytest

from generator.embeds.sheet import COMPONENTS, Sheets, load_sheets, parse_rules, render_rules, select_rules
from generator.render.theme import style_sheet
from generator.site.accent import make_accent

ACCENT = make_accent("#1d4f91")


def squeezed(css: str) -> str:
    return re.sub(r"\s|;(?=\s*\})|0(?=\.\d)", "", css)


def test_parsing_loses_nothing() -> None:
    css = style_sheet(ACCENT, COMPONENTS)
    long = re.sub(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b", r"#\1\2\3", css)
    assert squeezed(render_rules(parse_rules(css))) == squeezed(long)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("@layer x{.a{color:red}.b{color:red}}", "@layer x{.a{color:red}}"),
        ("@layer x{.a,.b{color:red}}", "@layer x{.a{color:red}}"),
        ("@layer x{:is(.a,.b) p{color:red}}", "@layer x{.a p{color:red}}"),
        ("@layer x{.a:is(:lang(ar),:lang(he)){color:red}}", "@layer x{.a:is(:lang(ar),:lang(he)){color:red}}"),
        ("@layer x{.a:has(> .b){color:red}}", ""),
        ("@layer x{.a ul{color:red}}", ""),
        ("@layer x{.a > p + p{color:red}}", "@layer x{.a>p+p{color:red}}"),
        ("@layer x{.a [id]:target{color:red}}", ""),
        (".a{color:red}", ""),
        ("@layer x, y;", "@layer x, y;"),
        ("@media print{@layer x{.a{color:red}}.a{color:blue}}", "@media print{@layer x{.a{color:red}}}"),
        ("@layer x{.a{--spare:1px;color:red}}", "@layer x{.a{color:red}}"),
        ("@layer x{.a{--one:var(--two);--two:1px}}", ""),
        ("@layer x{:root{--c:#fff}.a{color:var(--c)}}", "@layer x{:root{--c:#fff}.a{color:var(--c)}}"),
        (
            '@layer x{[data-md-color-scheme="slate"]{color:red}}',
            "@layer x{@media (prefers-color-scheme:dark){:root{color:red}}}",
        ),
        ('@layer x{:root,[data-md-color-scheme="default"]{color:red}}', "@layer x{:root{color:red}}"),
    ],
)
def test_only_what_is_needed_is_kept(given: str, kept: str) -> None:
    assert render_rules(select_rules(parse_rules(given), {"a", "p"})) == kept


def test_a_sheet_asks_nobody_and_uses_what_it_defines() -> None:
    names = frozenset({"p", "blockquote", "ex-block", "ex-embed", "ex-quotation", "ex-quotation__words", "ex-proof"})
    sheets = load_sheets(ACCENT)
    sheet = sheets.render(names)
    assert sheet is sheets.render(names)
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "md-typeset" not in sheet
    assert set(re.findall(r"(--ex-[\w-]+):", sheet)) == set(re.findall(r"var\((--ex-[\w-]+)", sheet))
    assert sheet.count("{") == sheet.count("}")
    assert "prefers-color-scheme:dark" in sheet
    assert "#1d4f91" in sheet


def test_nothing_is_left_for_a_page_of_no_elements() -> None:
    assert "{" not in Sheets(parse_rules("@layer x{.a{color:red}}")).render(frozenset())

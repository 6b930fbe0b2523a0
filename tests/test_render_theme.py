"""The theme: its files, and templates that an owner may replace."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.render.templates import load_templates, render_partial
from generator.render.theme import stylesheets, theme_folder

CLASS = re.compile(r"\.(ex-[\w-]+)")


def css() -> str:
    return "\n".join((theme_folder() / name).read_text("utf-8") for name in stylesheets())


def test_every_style_sheet_is_listed_and_stands_there() -> None:
    standing = {path.relative_to(theme_folder()).as_posix() for path in theme_folder().glob("assets/css/*.css")}
    assert standing == set(stylesheets())


def test_no_style_sheet_asks_anybody_else() -> None:
    assert "url(" not in css()
    assert "@import" not in css()
    assert "!important" not in css()


def test_every_class_is_one_of_a_template() -> None:
    used = "\n".join(path.read_text("utf-8") for path in theme_folder().glob("partials/*.j2"))
    styled = set(CLASS.findall(css())) - {"ex-block", "ex-citation"}
    for name in styled:
        base = re.split(r"--", name)[0]
        assert base in used, name


def test_every_token_is_defined() -> None:
    sheet = css()
    assert set(re.findall(r"var\((--ex-[\w-]+)\)", sheet)) <= set(re.findall(r"(--ex-[\w-]+):", sheet))


def test_braces_are_balanced() -> None:
    for name in stylesheets():
        text = re.sub(r"/\*.*?\*/", "", (theme_folder() / name).read_text("utf-8"), flags=re.DOTALL)
        assert text.count("{") == text.count("}"), name


def test_an_owner_may_replace_a_partial(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "key_points.html.j2").write_text("<p>\n  {{ points[0] }}\n</p>\n", "utf-8")
    templates = load_templates([tmp_path])
    assert render_partial(templates, "key_points", points=["<b>"]) == "<p> &lt;b&gt; </p>"
    assert "ex-glossary" in render_partial(templates, "glossary", terms=[])


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render_partial(load_templates(), "key_points")

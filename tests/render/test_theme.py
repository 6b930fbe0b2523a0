"""The theme: its files, and templates that an owner may replace."""

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.embeds.sheet import Rule, parse_rules
from generator.model.explainer import CorrectionKind
from generator.model.issue import Severity
from generator.render.templates import load_templates, render_partial
from generator.render.theme import COMPONENTS, RECORD_COMPONENTS, style_sheet, theme_assets, theme_folder
from generator.site.accent import make_accent

CLASS = re.compile(r"\.(ex-[\w-]+)")
NAME = re.compile(r"(?<![\w-])(ex-[\w-]+)((?<=--)\{\{)?")
STATES = ("verified", "altered", "failed", "unchecked")
MODIFIERS: dict[str, Sequence[str]] = {
    "ex-quotation--": ("short", "long", *STATES),
    "ex-proof--": STATES,
    "ex-proof__corrected--": [*CorrectionKind],
    "ex-corrections__note--": [*CorrectionKind],
    "ex-header__proof--": ("verified", "partly"),
    "ex-cards__proof--": ("verified", "partly"),
    "ex-ledger__status--": STATES,
    "ex-facts--": ("known", "unknown"),
    "ex-problems__issue--": [*Severity],
}
"""The values of those modifiers that a template fills in."""
ACCENT = make_accent("#1d4f91")
VERDICT = re.compile(r"var\(--ex-(?:verified|altered|failed)\)|[✓✗]")
OF_A_VERDICT = {"quotation", "proof", "header", "ledger", "cards", "problems"}
"""Components that tell what verification or the check of a page found; what an author writes has no sign of it."""
OF_THE_BODY = {"ex-block", "ex-citation", "ex-term", "ex-page", "ex-empty", "ex-evidence"}
"""Classes that Python writes, or a template of pages."""


def css() -> str:
    return "".join(text for path, text in theme_assets(ACCENT).items() if path.endswith(".css"))


def test_every_style_sheet_is_listed_and_stands_there() -> None:
    assert {path.stem for path in theme_folder().glob("assets/css/*.css")} == {*COMPONENTS, *RECORD_COMPONENTS}


def test_no_style_sheet_asks_anybody_else() -> None:
    assert "url(" not in css()
    assert "@import" not in css()
    assert "!important" not in css()


def classes(path: Path) -> Iterator[str]:
    """Give the whole names of all classes in a template; a modifier that is filled in has each of its values."""
    for name, filled in NAME.findall(path.read_text("utf-8")):
        yield from (f"{name}{value}" for value in MODIFIERS[name]) if filled else [name]


def test_every_class_is_one_of_a_template() -> None:
    used = {name for path in theme_folder().glob("partials/**/*.j2") for name in classes(path)}
    assert set(CLASS.findall(css())) - OF_THE_BODY - used == set()


def test_every_class_of_a_component_has_the_name_of_its_file() -> None:
    for path in theme_folder().glob("partials/*.html.j2"):
        name = path.name.removesuffix(".html.j2").replace("_", "-")
        blocks = {re.split("__|--", found)[0] for found in classes(path)}
        assert blocks <= {f"ex-{name}", "ex-empty", "ex-date"}, name


def test_sizes_are_those_of_the_scale_or_relative_to_the_words_around() -> None:
    for path in theme_folder().glob("assets/css/**/*.css"):
        sizes = re.findall(r"font(?:-size)?: ([^;]+);", path.read_text("utf-8"))
        assert [
            size for size in sizes if not re.fullmatch(r"var\(--ex-[a-z]+\)|inherit|revert-layer|[\d.]+(em|%)", size)
        ] == []


def test_nothing_casts_a_shadow() -> None:
    assert "shadow" not in css()


def test_every_token_is_defined() -> None:
    sheet = css()
    assert set(re.findall(r"var\((--ex-[\w-]+)\)", sheet)) <= set(re.findall(r"(--ex-[\w-]+):", sheet))


def test_every_token_is_used() -> None:
    sheet = css()
    assert set(re.findall(r"(--ex-[\w-]+):", sheet)) <= set(re.findall(r"var\((--ex-[\w-]+)\)", sheet))


def test_colours_and_signs_of_a_verdict_stand_where_a_verdict_is_told() -> None:
    sheets = theme_folder().glob("assets/css/**/*.css")
    assert {path.stem for path in sheets if VERDICT.search(path.read_text("utf-8"))} == OF_A_VERDICT


def test_outside_the_layers_material_is_told_and_rolled_back_alone() -> None:
    rules = parse_rules(css())
    assert [said for said in unlayered(rules) if not (said[0].startswith("--md-") or said[1] == "revert-layer")] == []


def unlayered(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        if not rule.prelude.startswith(("@layer", "@property")):
            yield from rule.declarations
            yield from unlayered(rule.rules)


def test_braces_are_balanced() -> None:
    for name in (*COMPONENTS, *RECORD_COMPONENTS):
        text = (theme_folder() / "assets" / "css" / f"{name}.css").read_text("utf-8")
        assert text.count("{") == text.count("}"), name


def test_the_style_sheet_holds_the_owners_accent_and_no_comment() -> None:
    sheet = style_sheet(make_accent("#8c1d40"))
    assert "--ex-accent-light: #8c1d40" in sheet
    assert "/*" not in sheet
    assert sheet.startswith("@layer ex.tokens")


def test_the_scripts_are_light() -> None:
    assets = theme_assets(ACCENT)
    scripts = "".join(text for path, text in assets.items() if path.endswith(".js"))
    assert len(gzip.compress(scripts.encode())) <= 2048


def test_the_scripts_hold_no_comment_and_all_their_code() -> None:
    for path, text in theme_assets(ACCENT).items():
        if path.endswith(".js"):
            assert not re.search(r"^\s*//", text, re.MULTILINE)
            assert text.count("{") == text.count("}") > 0


def test_an_owner_may_replace_a_partial(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "key_points.html.j2").write_text("<p>\n  {{ points[0] }}\n</p>\n", "utf-8")
    templates = load_templates([tmp_path])
    assert render_partial(templates, "key_points", points=["<b>"]) == "<p> &lt;b&gt; </p>"
    assert "ex-glossary" in render_partial(templates, "glossary", terms=[])


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render_partial(load_templates(), "key_points")

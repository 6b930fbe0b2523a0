"""mkdocs.yml as the command line reads it."""

from pathlib import Path

import pytest

from generator.model.errors import SettingsError
from generator.site.site_file import find_site_file, load_settings


def settings_of(text: str, folder: Path, **environment: str):  # type: ignore[no-untyped-def]
    (folder / "mkdocs.yml").write_text(text)
    return load_settings(folder / "mkdocs.yml", environment)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - search\n  - explainer:\n      seeds: [texts]\n      raw_html: true\n",
        "plugins:\n  explainer: {seeds: texts, raw_html: true}\n",
    ],
)
def test_both_forms_of_plugins(plugins: str, tmp_path: Path) -> None:
    found = settings_of(f"docs_dir: content\ntheme: {{name: material, language: de}}\n{plugins}", tmp_path)
    assert (found.content, found.seeds, found.language, found.raw_html) == (
        tmp_path / "content",
        (tmp_path / "texts",),
        "de",
        True,
    )


def test_what_is_not_said_has_mkdocs_defaults_and_its_tags_do_no_harm(tmp_path: Path) -> None:
    found = settings_of(
        "site_name: !ENV [NAME, x]\nemoji: !!python/name:material.extensions.emoji.twemoji\nplugins: [explainer]\n",
        tmp_path,
    )
    assert (found.content, found.seeds, found.raw_html) == (tmp_path / "docs", (tmp_path / "seeds",), False)


def test_further_seed_folders_from_the_environment(tmp_path: Path) -> None:
    found = settings_of("site_name: x\n", tmp_path, EXPLAINER_SEEDS="../more:/far")
    assert found.seeds == (tmp_path / "seeds", tmp_path / "../more", Path("/far"))


@pytest.mark.parametrize(
    ("text", "message"),
    [("a: [", "this is no YAML"), ("- a", "must be a mapping"), ("", "must be a mapping")],
)
def test_a_broken_site_file(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=message):
        settings_of(text, tmp_path)


def test_the_file_is_found_from_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_site_file(tmp_path / "a" / "b") == tmp_path / "mkdocs.yml"
    with pytest.raises(SettingsError, match=r"no mkdocs\.yml"):
        find_site_file(Path("/"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("seeds: 5", "'seeds' cannot be '5'"),
        ('raw_html: "no"', "'raw_html' cannot be 'no'"),
        ("sedes: x", "no option 'sedes'; did you mean 'seeds'"),
    ],
)
def test_an_option_that_does_not_fit(options: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=message):
        settings_of(f"plugins:\n  - explainer:\n      {options}\n", tmp_path)


def test_inherited_settings_and_environment_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE_DOCS", "pages")
    (tmp_path / "base.yml").write_text("docs_dir: !ENV [NOT_SET, EXAMPLE_DOCS, content]\ntheme: {language: de}\n")
    found = settings_of("INHERIT: base.yml\nplugins: [explainer]\n", tmp_path)
    assert (found.content, found.language) == (tmp_path / "pages", "de")


def test_inherited_mappings_are_joined_as_mkdocs_joins_them(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: content\ntheme: {name: material, language: de}\nplugins: {explainer: {seeds: texts}}\n"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: base.yml\ntheme: {font: false}\nplugins: {explainer: {raw_html: true}}\n"
    )
    settings = load_settings(tmp_path / "mkdocs.yml", {})
    assert (settings.language, settings.seeds, settings.raw_html) == ("de", (tmp_path / "texts",), True)


def test_what_a_site_says_to_machines(tmp_path: Path) -> None:
    found = settings_of(
        "site_url: https://a.example/b\nsite_description: It is.\nplugins:\n  - explainer:\n      json_ld: false\n"
        "      feeds: https://old.example\n      organisation: {name: Desk, same_as: [https://s.example/]}\n",
        tmp_path,
    )
    assert (found.site_url, found.site_description) == ("https://a.example/b/", "It is.")
    assert (found.outputs.json_ld, found.outputs.feeds, found.outputs.llms) == (False, True, True)
    assert found.outputs.identity == "https://old.example/"
    assert found.outputs.organisation.same_as == ("https://s.example/",)
    assert settings_of("site_url: ''\n", tmp_path).site_url == ""
    assert not settings_of("plugins:\n  - explainer: {feeds: false}\n", tmp_path).outputs.feeds


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("feeds: sometimes", "'feeds' cannot be 'sometimes'; write true, false"),
        ("organisation: {nmae: x}", "no 'nmae'; did you mean 'name'"),
        ("organisation: {url: desk}", "'url' of the option 'organisation' must be a web address, not 'desk'"),
        ("organisation: {name: 5}", "'name' of the option 'organisation' must be a text, not '5'"),
    ],
)
def test_what_machines_cannot_be_told(options: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=message):
        settings_of(f"plugins:\n  - explainer:\n      {options}\n", tmp_path)

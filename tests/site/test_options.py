"""Options of the plugin: one list for MkDocs, the command line and the record."""

from dataclasses import replace
from pathlib import Path

from generator.catalogue.addresses import Section
from generator.plugin import ExplainerPlugin
from generator.site.options import OPTIONS, SECTIONS, Host, make_settings
from generator.site.settings import Settings


def mkdocs_options() -> dict[str, object]:
    """Return what MkDocs makes of a plugin without options."""
    plugin = ExplainerPlugin()
    assert plugin.load_config({}) == ([], [])
    return dict(plugin.config)


def test_mkdocs_and_the_command_line_know_the_same_options() -> None:
    assert mkdocs_options() == {name: option.default for name, option in OPTIONS.items()}
    assert all(isinstance(option.default, option.kinds) for option in OPTIONS.values())


def test_mkdocs_refuses_what_an_option_cannot_be() -> None:
    errors, _ = ExplainerPlugin().load_config({"cards": "yes"})
    assert [name for name, _ in errors] == ["cards"]


def test_defaults_are_those_of_the_settings(tmp_path: Path) -> None:
    stated = make_settings(tmp_path, Host(docs_dir="content"), mkdocs_options(), {})
    assert stated == make_settings(tmp_path, Host(docs_dir="content"), {}, {})
    assert replace(stated, sections={}) == Settings(
        root=tmp_path, content=tmp_path / "content", seeds=(tmp_path / "seeds",)
    )


def test_the_lists_of_the_record_are_named_alike() -> None:
    assert tuple(section.value for section in Section) == SECTIONS

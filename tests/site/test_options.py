"""Options of the plugin: one list for MkDocs, the command line and the record."""

from pathlib import Path

from generator.catalogue.addresses import Section
from generator.plugin import ExplainerConfig
from generator.site.options import OPTIONS, SECTIONS, Host, make_settings


def test_mkdocs_and_the_command_line_know_the_same_options() -> None:
    config = ExplainerConfig()
    assert set(config) == set(OPTIONS)
    assert all(isinstance(config[name], OPTIONS[name]) for name in OPTIONS)


def test_defaults_are_those_of_the_settings(tmp_path: Path) -> None:
    config = ExplainerConfig()
    stated = make_settings(tmp_path, Host(docs_dir="content"), {name: config[name] for name in OPTIONS}, {})
    assert stated == make_settings(tmp_path, Host(docs_dir="content"), {}, {})


def test_the_lists_of_the_record_are_named_alike() -> None:
    assert tuple(section.value for section in Section) == SECTIONS

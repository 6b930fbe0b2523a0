"""mkdocs.yml as the command line reads it, without MkDocs."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pathspec.gitignore import GitIgnoreSpec

from generator.model.errors import Location, SettingsError
from generator.site.markdown_extensions import read_extensions
from generator.site.options import Host, make_settings, plugin_options
from generator.site.settings import Settings

_DEEPEST = 10
NAMES = ("mkdocs.yml", "mkdocs.yaml")


class _TolerantLoader(yaml.SafeLoader):
    """A YAML loader that takes tags for nothing, but for !ENV, since no other could be in a setting that we read."""


def _environment_value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Read `!ENV NAME` or `!ENV [NAME, …, default]` as MkDocs does."""
    if isinstance(node, yaml.SequenceNode):
        *names, last = (loader.construct_object(item, deep=True) for item in node.value)
        found = [os.environ[str(name)] for name in [*names, last] if str(name) in os.environ]
        return found[0] if found else last if names else None
    return os.environ.get(str(loader.construct_object(node))) if isinstance(node, yaml.ScalarNode) else None


_TolerantLoader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_TolerantLoader.add_constructor("!ENV", _environment_value)


def find_site_file(folder: Path) -> Path:
    """Find mkdocs.yml in a folder or the nearest folder above it.

    Args:
        folder: Where to begin.

    Returns:
        The file's path.

    Raises:
        SettingsError: There is none.
    """
    start = folder.resolve()
    for place in (start, *start.parents):
        for name in NAMES:
            if (place / name).is_file():
                return place / name
    raise SettingsError(f"no mkdocs.yml in {folder} or above it; go to your site's folder or name it with --site")


def _read(site_file: Path, depth: int = 0) -> dict[str, Any]:
    """Read mkdocs.yml, and below it the file that it inherits from."""
    try:
        data = yaml.load(site_file.read_text("utf-8"), Loader=_TolerantLoader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise SettingsError(f"this is no YAML: {error.problem}", Location(path=site_file.name, line=line)) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise SettingsError(f"cannot be read: {error}", Location(path=site_file.name)) from error
    if not isinstance(data, dict):
        raise SettingsError("must be a mapping of settings", Location(path=site_file.name))
    parent = data.get("INHERIT")
    if isinstance(parent, str) and depth < _DEEPEST:
        return _merged(_read(site_file.parent / parent, depth + 1), data)
    return data


def _merged(parent: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Join settings with those that they inherit, as MkDocs does: mappings key by key, all else as a whole."""
    merged = dict(parent)
    for key, value in own.items():
        inherited = merged.get(key)
        if isinstance(inherited, dict) and isinstance(value, dict):
            merged[key] = _merged(inherited, value)
        else:
            merged[key] = value
    return merged


def load_settings(site_file: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Load a site's settings from its mkdocs.yml.

    Args:
        site_file: Path of mkdocs.yml.
        environment: Environment variables; EXPLAINER_SEEDS may name further folders of source texts.

    Returns:
        The settings.

    Raises:
        SettingsError: The file cannot be read, or has an option of the plugin that does not exist or fit.
    """
    data = _read(site_file)
    if not isinstance(data.get("docs_dir") or "", str):
        raise SettingsError("'docs_dir' must be the name of a folder", Location(path=site_file.name))
    options = plugin_options(data.get("plugins"))
    theme = data.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    host = Host(
        docs_dir=str(data.get("docs_dir") or "docs"),
        language=str(theme.get("language") or "en"),
        site_name=str(data.get("site_name") or ""),
        page_folders=data.get("use_directory_urls") is not False,
        custom_dir=str(theme.get("custom_dir") or ""),
        site_url=str(data.get("site_url") or ""),
        site_description=str(data.get("site_description") or ""),
        exclude_docs=_patterns(data, "exclude_docs", site_file),
        draft_docs=_patterns(data, "draft_docs", site_file),
        extensions=read_extensions(data.get("markdown_extensions")),
    )
    return make_settings(site_file.parent, host, options, environment)


def _patterns(data: Mapping[str, Any], name: str, site_file: Path) -> GitIgnoreSpec | None:
    stated = data.get(name)
    if stated is None:
        return None
    if not isinstance(stated, str):
        raise SettingsError(f"'{name}' must be text, with a pattern on each line", Location(path=site_file.name))
    try:
        return GitIgnoreSpec.from_lines(stated.splitlines())
    except ValueError as error:
        raise SettingsError(f"'{name}' cannot be read: {error}", Location(path=site_file.name)) from error

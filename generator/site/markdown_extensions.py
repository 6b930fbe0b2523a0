"""Markdown extensions: those that a site's own settings switch on, with their options."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Any

_LIBRARIES = ("markdown.extensions.", "pymdownx.", "material.extensions.")


def read_extensions(stated: Any) -> dict[str, dict[str, Any]]:
    """Read the setting `markdown_extensions` in either of its forms.

    Args:
        stated: The setting; what only Python code can say in it is None.

    Returns:
        The options of each extension of an installed library, by name and in order. An extension of the site's own
        is left out, since it would be run to be read, and so is an option that only code can say.
    """
    entries = [stated] if isinstance(stated, dict) else stated if isinstance(stated, list) else []
    pairs = [pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    return {str(name): _options(options) for name, options in pairs if of_library(str(name))}


def _options(stated: Any) -> dict[str, Any]:
    options = stated if isinstance(stated, Mapping) else {}
    return {str(name): value for name, value in options.items() if not _has_code(value)}


def _has_code(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_has_code(item) for item in value.values())
    return any(_has_code(item) for item in value) if isinstance(value, list) else value is None


def of_library(name: str) -> bool:
    """Tell whether an extension is one of an installed library, and no code of the site's own."""
    return name.startswith(_LIBRARIES) or name in _registered()


@lru_cache(maxsize=1)
def _registered() -> frozenset[str]:
    return frozenset(entry.name for entry in entry_points(group="markdown.extensions"))

"""Body HTML: an author's Markdown as MkDocs will render it, to see what would come of it."""

from collections.abc import Mapping
from typing import Any

from markdown import Markdown

from generator.model.errors import Location, SettingsError

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "pymdownx.blocks.html",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "tables",
    "toc",
)
"""The Markdown extensions that finished pages may use."""

OPTIONS: dict[str, dict[str, Any]] = {"pymdownx.tabbed": {"alternate_style": True}}
"""The options that they need."""


Extensions = Mapping[str, Mapping[str, Any]]
"""Names of Markdown extensions in order, with the options of each."""

NO_EXTENSIONS: Extensions = {}

_OF_HOST = frozenset({"material.extensions.preview", "pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets"})
"""Extensions that read other files or ask MkDocs, and so are left to MkDocs."""


def render_body(text: str, extensions: Extensions = NO_EXTENSIONS) -> str:
    """Render Markdown with the extensions of a site and those that the guide asks sites to enable.

    Args:
        text: The Markdown.
        extensions: The site's own extensions, with the options of each.

    Returns:
        Its HTML, not sanitised.

    Raises:
        SettingsError: An extension is not installed, or cannot have its options.
    """
    own = {name: dict(options) for name, options in extensions.items() if name not in _OF_HOST}
    options = {**OPTIONS, **own}
    names = dict.fromkeys([*own, *EXTENSIONS])
    try:
        markdown = Markdown(extensions=list(names), extension_configs=options)
    except (AttributeError, ImportError, KeyError, TypeError, ValueError) as error:
        message = f"the Markdown extensions cannot be used: {error}"
        raise SettingsError(message, Location(path="mkdocs.yml")) from error
    return markdown.convert(text)

"""Body HTML: an author's Markdown as MkDocs will render it, to see what would come of it."""

from markdown import Markdown

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

OPTIONS = {"pymdownx.tabbed": {"alternate_style": True}}
"""The options that they need."""


def render_body(text: str) -> str:
    """Render Markdown with the extensions that the guide asks sites to enable.

    Args:
        text: The Markdown.

    Returns:
        Its HTML, not sanitised.
    """
    markdown = Markdown(
        extensions=["pymdownx.highlight", *EXTENSIONS],
        extension_configs={"pymdownx.highlight": {"use_pygments": False}, **OPTIONS},
    )
    return markdown.convert(text)

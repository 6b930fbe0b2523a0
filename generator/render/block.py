"""Blocks: HTML of ours that stands in an author's Markdown, safe from Markdown's own rules."""

from markupsafe import Markup

_FENCE = "///"


def render_block(html: Markup, *, first: str = "", indent: str = "") -> str:
    """Render HTML as a raw block of Markdown (pymdownx.blocks.html).

    Args:
        html: Sanitised HTML on one line, so that no rule for the beginnings of lines can touch it.
        first: What stands before the block on its first line; `indent` when empty.
        indent: What every other line begins with: spaces, or marks of a block quote.

    Returns:
        The block, without a line end, to stand between two blank lines.
    """
    lines = [f"{_FENCE} html | div.ex-block", "    markdown: html", "", f"{html}", "", _FENCE]
    rows = [f"{indent}{line}".rstrip(" ") for line in lines]
    return "\n".join([f"{first or indent}{lines[0]}", *rows[1:]])

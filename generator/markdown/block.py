"""Blocks: HTML of ours that stands in an author's Markdown, safe from Markdown's own rules."""

from markupsafe import Markup

from generator.wording.direction import text_direction

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
    head = [f"{_FENCE} html | div.ex-block", "    markdown: html"]
    # The extension needs blank lines where a block begins the item of a list, and none in a definition.
    inner = ["", f"{html}", ""] if first.strip(" >") else [f"{html}"]
    rows = [f"{indent}{line}".rstrip(" ") for line in (*head[1:], *inner, _FENCE)]
    return "\n".join([f"{first or indent}{head[0]}", *rows])


def render_foreign(markdown: str, language: str) -> str:
    """Render Markdown of ours in another language than the page's as a block that says so.

    Args:
        markdown: The Markdown.
        language: BCP 47 tag of its language.

    Returns:
        The block, without a line end, to stand between two blank lines.
    """
    attributes = f"    attrs: {{lang: {language}, dir: {text_direction(language)}}}"
    return "\n".join([f"{_FENCE} html | div", attributes, "", markdown.strip("\n"), "", _FENCE])

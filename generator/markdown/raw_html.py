"""Raw HTML in an author's text: shown as text, never obeyed, unless the site's owner trusts it."""

import re

from generator.markdown.author_text import AuthorText, Edit
from generator.markdown.layout import CodeKind, Layout
from generator.model.issue import Issue

HARMLESS = ("br", "wbr", "kbd", "sub", "sup", "mark", "small", "ins", "del")

_LESS = re.compile(
    rf"<(?:(?P<kept>(?:/?(?:{'|'.join(HARMLESS)})|(?:br|wbr) ?/)>"
    r"|https?://[^<>\s\"'`]+>"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+>)"
    r"|(?P<tag>[A-Za-z/!?][^<>\n]{0,60}>?))?"
)


def neutralise(author: AuthorText, layout: Layout, *, also_code: bool = False) -> tuple[list[Edit], list[Issue]]:
    """Turn every `<` of a text that Markdown might take for HTML into text.

    Nothing is recognised as harmful: every `<` is escaped but those of code, of autolinks and of
    the tags in HARMLESS without attributes. Comments are left out, as their authors mean them to be.

    Args:
        author: The text.
        layout: Its layout.
        also_code: Whether code is escaped like the rest, for a text whose code is not certain.

    Returns:
        What takes their places, and a warning for each tag that is shown as text.
    """
    edits: list[Edit] = []
    issues: list[Issue] = []
    for match in _LESS.finditer(author.text):
        code = layout.code_at(match.start())
        if code and code.kind is CodeKind.COMMENT:
            if code.start == match.start():
                edits.append(Edit(code.start, code.end, ""))
        elif match["kept"] and code is None:
            continue
        elif also_code or not _stays(author.text, match.start(), code.kind if code else None):
            edits.append(Edit(match.start(), match.start() + 1, "&lt;"))
            if match["tag"] and (code is None or code.kind is CodeKind.PREFORMATTED):
                issues.append(_issue(author, match))
    return edits, issues


def _stays(text: str, offset: int, code: CodeKind | None) -> bool:
    """Tell whether a `<` may stay since it is code for Markdown too.

    At the beginning of a line, Markdown looks for HTML before it looks for inline code.
    """
    if code is CodeKind.INLINE:
        return bool(text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t>"))
    return code is CodeKind.BLOCK


def _issue(author: AuthorText, match: re.Match[str]) -> Issue:
    return Issue.warning(
        "html-in-content",
        author.at(match.start(), len(match.group())),
        f"HTML is shown as text: '{match.group()}'",
        "write it in Markdown, or in backticks to show it; the setting `raw_html: true` lets it through",
    )

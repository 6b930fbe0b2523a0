"""Problems: what a preview shows in the place of a page that cannot be published."""

from collections.abc import Sequence

from generator.issue import Issue
from generator.render.block import render_block
from generator.render.templates import load_templates, render_partial
from generator.report import excerpt, render_summary


def render_problems(issues: Sequence[Issue]) -> str:
    """Render the Issues of a page as a page of their own.

    Args:
        issues: What is wrong, in order.

    Returns:
        Markdown that shows each Issue with its place, its line and a caret, and what would be right.
    """
    rows = [
        {
            "severity": issue.severity.value,
            "code": issue.code,
            "place": str(issue.location),
            "message": issue.message,
            "excerpt": [row.replace(" ", "\u00a0") for row in excerpt(issue.location)],
            "details": issue.details,
            "help": issue.help,
        }
        for issue in issues
    ]
    html = render_partial(load_templates(), "problems", summary=render_summary(issues), issues=rows)
    return f"---\ntitle: Problems on this page\nhide: [toc]\n---\n\n{render_block(html)}\n"

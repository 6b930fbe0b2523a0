"""Problems: what a preview shows in the place of a page that cannot be published."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.markdown.block import render_block
from generator.model.issue import Issue
from generator.render.head import FENCE
from generator.render.templates import load_templates, render_partial
from generator.wording.issue_words import excerpt, render_count


def render_problems(issues: Sequence[Issue], page: str = "") -> str:
    """Render the Issues of a page above the page, as far as it could be rendered.

    Args:
        issues: What is wrong, in order.
        page: The finished page, front matter included; empty where there is none.

    Returns:
        Markdown that shows each Issue with its place, its line and a caret, and what would be right.
    """
    html = render_problem_box(issues)
    _, head, body = page.split(f"{FENCE}\n", 2) if page else ("", _HEAD, "")
    return f"{FENCE}\n{head}{FENCE}\n\n{render_block(html)}\n\n{body}"


def render_problem_box(issues: Sequence[Issue]) -> Markup:
    """Render the Issues of a page as HTML that stands in its place."""
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
    return render_partial(load_templates(), "problems", summary=render_count(issues), issues=rows)


_HEAD = "title: Problems on this page\nhide: [toc]\n"

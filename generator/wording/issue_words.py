"""Issues in words: how many there are, and the line of a place with a caret below it."""

from collections.abc import Sequence

from rich.cells import cell_len

from generator.model.errors import Location
from generator.model.issue import Issue, Severity

_WIDTH = 100
_NEAR = 2 * _WIDTH


def render_summary(issues: Sequence[Issue]) -> str:
    """Say how many Issues there are, in how many files; those of drafts apart."""
    drafts = [issue for issue in issues if issue.of_draft]
    published = [issue for issue in issues if not issue.of_draft]
    told = render_count(published) if published else "no problems found"
    return f"{told}; in drafts: {render_count(drafts)}" if drafts else told


def render_count(issues: Sequence[Issue]) -> str:
    """Say how many errors and warnings there are among some Issues, in how many files."""
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    warnings = len(issues) - errors
    files = len({issue.location.path for issue in issues})
    counted = [_count(errors, "error"), _count(warnings, "warning")]
    return f"{', '.join(part for part in counted if part)} in {_count(files, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def excerpt(location: Location) -> tuple[str, ...]:
    """Return the line of a place with its number, and a caret line below it; nothing where there is no line.

    Args:
        location: The place. A tab is shown as four spaces, a long line cut around the column.
    """
    if location.line is None or not location.text.strip():
        return ()
    column = location.column or 1
    text, start, end = location.text, column - 1, column - 1 + location.length
    # Of a line that is very long no more is looked at than can be shown.
    near = (text[max(0, start - _NEAR) : start], text[start:end][:_NEAR], text[end : end + _NEAR])
    before, marked, after = (part.replace("\t", "    ") for part in near)
    if cell_len(before) > _WIDTH // 2:
        before = "…" + before[-_WIDTH // 2 :]
    marked = marked[:_WIDTH]
    if cell_len(before + marked + after) > _WIDTH + 20:
        after = after[: max(0, _WIDTH - len(before) - len(marked))] + "…"
    gutter = f"  {location.line} | "
    rows = [f"{gutter}{before}{marked}{after}".rstrip()]
    if location.column is not None:
        pad = " " * (len(gutter) - 2) + "| " + " " * cell_len(before)
        rows.append(pad + "^" * max(1, cell_len(marked.rstrip())))
    return tuple(rows)

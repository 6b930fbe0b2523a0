"""Reports of drafts: a table for people, a line of JSON for machines."""

import json
from dataclasses import asdict
from typing import Any, TextIO

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.drafting.draft import Draft

_WIDTH = 110


def render_draft_json(draft: Draft, source: str) -> str:
    """Render a draft as one line of JSON: every find with its offsets and evidence, and the text that they point into.

    Args:
        draft: The draft.
        source: Name of the file that it is of.
    """
    found = asdict(draft)
    article: dict[str, Any] = found.pop("article")
    told = {name: article[name] for name in ("title", "publisher", "author", "url") if article[name]}
    published = str(draft.article.published) if draft.article.published else None
    data = {"source": source, **told, "published": published, **found, "text": draft.article.text}
    return json.dumps(data, ensure_ascii=False, default=str)


def write_draft(draft: Draft, source: str, stream: TextIO) -> None:
    """Write a draft as tables: quotations with speaker and evidence, people, events, and what to look at.

    Args:
        draft: The draft.
        source: Name of the file that it is of.
        stream: Where to; on a terminal the tables are as wide as it is.
    """
    console = Console(file=stream, highlight=False, width=None if stream.isatty() else _WIDTH)
    console.print(Text(_heading(draft, source), style="bold"))
    if draft.quotations:
        console.print(_quotations(draft))
    if draft.people:
        console.print(_people(draft))
    if draft.events:
        console.print(_events(draft))
    for notice in draft.notices:
        console.print(Text(f"note[{notice.code}]: {notice.message}", style="yellow"))


def _heading(draft: Draft, source: str) -> str:
    published = f", published {draft.article.published}" if draft.article.published else ""
    found = {
        "quotations": draft.quotations,
        "people": draft.people,
        "dates": draft.dates,
        "events": draft.events,
    }
    counted = ", ".join(f"{name} {len(items)}" for name, items in found.items())
    return f"{source} ({draft.kind}, {draft.language}{published}): {counted}"


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=SIMPLE, expand=True, show_edge=False, pad_edge=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def _quotations(draft: Draft) -> Table:
    table = _table(("quotation", 6), ("speaker", 3), ("evidence", 4))
    for quotation in draft.quotations:
        words = " ".join(quotation.text.split())
        lead = "… " if quotation.continues else ""
        said = f" (said {quotation.said})" if quotation.said else ""
        how = f"{quotation.strength}: {quotation.evidence}{said}" if quotation.strength else "nobody is named"
        table.add_row(Text(f"{lead}“{words}”"), Text(quotation.speaker or "–"), Text(how))
    return table


def _people(draft: Draft) -> Table:
    table = _table(("person", 3), ("role", 3), ("affiliation", 3), ("speaks as", 4))
    for person in draft.people:
        part = "expert" if person.expert else "party" if person.speaks else "not quoted"
        table.add_row(Text(person.name), Text(person.role), Text(person.affiliation), Text(f"{part} ({person.reason})"))
    return table


def _events(draft: Draft) -> Table:
    table = _table(("date", 2), ("event", 6), ("why", 5))
    for event in draft.events:
        table.add_row(Text(event.date), Text(event.title), Text(event.reason))
    return table

"""A new page: everything that its sources hold, as front matter to edit."""

from collections.abc import Mapping, Sequence

from generator.authoring.entries import Entry, Value, block_lines, field_lines
from generator.authoring.proposal import Proposal

_STEP = 2
_COMMENTS = {
    "sources": "Where everything on this page comes from; `file` is in the seeds folder.",
    "people": "Who speaks. Compare names and roles with the source, then delete `draft: true`.",
    "quotes": "Words as they stand in the source. The comment tells how it names the speaker.",
    "experts": "Those who were asked for what they know. Put the question, and their answer in a few words.",
    "timeline": "What happened when, in the source's order of words: write the titles anew.",
}
_BODY = """
<!-- Your own words go here. [@{source}] cites a source; a line `::: quote ID` places a quotation.
What you do not place stands below in sections of its own. -->
"""


def render_new_page(title: str, language: str, sources: Sequence[Entry], proposal: Proposal) -> str:
    """Render a new page.

    Args:
        title: Its headline.
        language: BCP 47 tag of its language.
        sources: Its sources.
        proposal: What their drafts hold.

    Returns:
        The whole file: front matter in the order of the guide, and a body that says what goes there.
    """
    lines = [
        "---",
        *_fields({"title": title}),
        'standfirst: ""  # one or two sentences below the headline',
        "byline: []  # who writes this page",
        "published:  # the day on which it goes out, such as 2025-03-15",
        "updated:",
        *_fields({"language": language}),
        "topics: []",
        "key_points: []  # the short version, a sentence each",
    ]
    for name, entries in {"sources": tuple(sources), **proposal.sections}.items():
        lines += ["", *_section(name, entries)]
    lines += ["", "known: []", "unknown: []  # what the sources leave open", "glossary: {}", "corrections: []", ""]
    lines += ["draft: true  # delete it when the page is ready for readers", "---"]
    body = _BODY.format(source=sources[0].id) if sources else ""
    return "\n".join(lines) + "\n" + body


def _fields(fields: Mapping[str, Value]) -> list[str]:
    return [line for name, value in fields.items() for line in field_lines(name, value, 0, _STEP)]


def _section(name: str, entries: Sequence[Entry]) -> list[str]:
    if not entries:
        return [f"{name}: {{}}"]
    lines = [f"# {_COMMENTS[name]}", f"{name}:"]
    for entry in entries:
        lines += block_lines(entry, _STEP, _STEP)
    return lines

"""Citations: `[@id]` in an author's text becomes a numbered link to the entry in the list of sources."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.markdown.author_text import AuthorText, Edit
from generator.markdown.layout import Layout
from generator.markdown.plain_text import plain
from generator.model.anchors import anchor
from generator.model.explainer import Source
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean

# The space before a citation goes, be it a line end, since its number is raised and stands close to the words.
# As with Pandoc it may be followed by anything; only `[@name](address)` remains a link, as people write to accounts.
_CITATION = re.compile(
    r"(?:(?<=\S)(?:[ \t]+|[ \t]*\n[ \t]*))?(?<!\\)\[(?P<items>@[^\[\]\n]*)\]"
    r"(?!\([ \t]*<?(?:[a-z][a-z0-9+.-]*://|mailto:|\.{0,2}/|#|[^\s()\[\]]+\.(?:md|html)\b))"
)
_NO_PROSE = re.compile(r"[ \t>]*(?:#|:::|///|!!!|\?\?\?|===|[-*+][ \t]*$|\d+\.[ \t]*$|\|)")
_MARKER = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)]|:|\[\^[^\[\]]+\]:)?")
_ITEMS = re.compile(r"@[\w-]+(?:[ \t]*;[ \t]*@[\w-]+)*")
_ID = re.compile(r"@(?P<id>[\w-]+)")
_LINK = re.compile(r"!?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\](?:\(|\[(?![@^])[^\[\]\n]*\])")
_ACTIVE = re.compile(r"[^\w \-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a source.

    Args:
        source: The source's id.
        anchor: Where the citation stands on the page, so that the list of sources links back to it.
    """

    source: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Citations:
    """The numbers of a page's sources, and how they are cited.

    Args:
        sources: The page's sources in the order of their numbers, with the name that is read out for each.
        label: How a citation is read out: "Source {number}: {name}" in the page's language.
    """

    sources: Mapping[str, Source]
    label: str

    def number(self, source: str) -> int:
        """Return a source's number in the list, counted from 1."""
        return list(self.sources).index(source) + 1

    def cited(self, author: AuthorText, layout: Layout) -> tuple[str, ...]:
        """Return the ids of the sources that a text cites, in order, each as often as it is cited.

        Args:
            author: The text.
            layout: Its layout.
        """
        return tuple(name for _, names in self._find(author, layout)[0] for name in names)

    def edits(self, author: AuthorText, layout: Layout, anchors: Sequence[str]) -> tuple[list[Edit], list[Issue]]:
        """Replace the citations of a text by links.

        Args:
            author: The text.
            layout: Its layout; what stands in code or in a link is left alone.
            anchors: The anchor of each source that it cites, as `cited` names them.

        Returns:
            What takes their places, and what is wrong with them.
        """
        found, issues = self._find(author, layout)
        left = iter(anchors)
        edits = [
            Edit(_start(author.text, match), match.end(), self.render([Citation(name, next(left)) for name in names]))
            for match, names in found
        ]
        return edits, issues

    def _find(self, author: AuthorText, layout: Layout) -> tuple[list[tuple[re.Match[str], list[str]]], list[Issue]]:
        """Find the citations of a text with the ids of their sources, and what is wrong with others."""
        found: list[tuple[re.Match[str], list[str]]] = []
        issues: list[Issue] = []
        links = [match.span() for match in _LINK.finditer(author.text)] if "[@" in author.text else []
        starts = [start for start, _ in links]
        for match in _CITATION.finditer(author.text):
            bracket = match.start("items") - 1
            before = bisect_left(starts, bracket) - 1
            if layout.code_at(bracket) or (before >= 0 and bracket < links[before][1]):
                continue
            if not _ITEMS.fullmatch(match["items"].strip()):
                issues.append(_unreadable(author, match))
                continue
            unknown = list(self._unknown(author, match))
            issues += unknown
            if not unknown:
                found.append((match, [item["id"] for item in _ID.finditer(match["items"])]))
        return found, issues

    def render(self, citations: Sequence[Citation]) -> str:
        """Render numbered links to sources as HTML that may stand in Markdown and in a page alike."""
        return f'<sup class="ex-citation">{", ".join(map(self._link, citations))}</sup>'

    def _link(self, citation: Citation) -> str:
        number = self.number(citation.source)
        label = self.label.format(number=number, name=source_name(self.sources[citation.source]))
        return (
            f'<a id="{citation.anchor}" href="#{anchor("source", citation.source)}"'
            f' aria-label="{_inert(label)}">{number}</a>'
        )

    def _unknown(self, author: AuthorText, match: re.Match[str]) -> Iterator[Issue]:
        for item in _ID.finditer(author.text, *match.span("items")):
            if item["id"] not in self.sources:
                yield Issue.error(
                    "unknown-source",
                    author.at(item.start("id"), len(item["id"])),
                    f"citation '[@{item['id']}]' names no source of this page",
                    did_you_mean(
                        item["id"],
                        self.sources,
                        "name a source of `sources:`; for the characters themselves, write `\\[@`",
                    ),
                )


def _start(text: str, match: re.Match[str]) -> int:
    """Return where a citation begins: with the space before it, unless that parts it from what is no prose."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    bracket = match.start("items") - 1
    parted = "\n" in text[match.start() : bracket] and _NO_PROSE.match(line)
    return bracket if parted or _MARKER.fullmatch(line) else match.start()


def without_citations(text: str) -> str:
    """Return an author's text without its citations, for a page that has no list of sources."""
    return _CITATION.sub(lambda match: text[match.start() : _start(text, match)], text)


def source_name(source: Source) -> str:
    """Return the name by which a source is read out: publisher and title, or else its id."""
    return ", ".join(part for part in (source.publisher or source.author, source.title) if part) or source.id


def _inert(text: str) -> str:
    """Escape a text for an attribute within Markdown, so that Markdown finds nothing in it either."""
    return _ACTIVE.sub(lambda match: f"&#{ord(match.group())};", plain(text))


def _unreadable(author: AuthorText, match: re.Match[str]) -> Issue:
    shown = match.group().lstrip()
    return Issue.error(
        "bad-citation",
        author.at(match.end() - len(shown), len(shown)),
        f"citation '{shown}' cannot be read",
        "write `[@id]`, or `[@id; @id]` for several; for the characters themselves, write `\\[@`",
    )

"""The body of a page: the author's Markdown, made safe and with its citations and directives carried out."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.markdown.author_text import AuthorText, Edit, apply_edits
from generator.markdown.block import render_block
from generator.markdown.body_html import NO_EXTENSIONS, Extensions, render_body
from generator.markdown.bounds import slow_text
from generator.markdown.citations import Citations
from generator.markdown.directives import Component, Directive, Directives, parse_directives
from generator.markdown.layout import Layout, read_layout
from generator.markdown.plain_text import unprintable_edits
from generator.markdown.prose import ProseCheck, scare_edits
from generator.markdown.raw_html import neutralise
from generator.markdown.safety import Danger, find_unsafe, unsafe_issues
from generator.markdown.terms import term_edits
from generator.markdown.unclosed import unclosed_block
from generator.model.anchors import page_anchors
from generator.model.explainer import Explainer
from generator.model.issue import Issue, Severity
from generator.render.components import Components
from generator.render.placement import PlacedDirective, Placement

_MADE_BY_TAGS = frozenset({Danger.ELEMENT, Danger.STRAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a page as its author wrote it.

    Args:
        author: The text.
        layout: Its layout.
        directives: What it places.
        cited: Ids of the sources that its text cites, in order.
    """

    author: AuthorText
    layout: Layout
    directives: Directives
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeBody:
    """The body of a page, ready for what it places.

    Args:
        edits: What is to be replaced in it, but for directives.
        issues: What is wrong with it.
        is_safe: Whether it may stand on the page.
    """

    edits: tuple[Edit, ...]
    issues: tuple[Issue, ...]
    is_safe: bool = True


def read_body(explainer: Explainer, citations: Citations) -> Body:
    """Read the body of a page.

    Args:
        explainer: The page.
        citations: How its sources are cited.

    Returns:
        The body with its directives and citations.
    """
    place = replace(explainer.places.file, line=explainer.body_line)
    author = AuthorText(explainer.body.replace("\r\n", "\n"), place, in_body=True)
    layout = read_layout(author.text)
    return Body(
        author=author,
        layout=layout,
        directives=parse_directives(author, layout, explainer),
        cited=citations.cited(author, layout),
    )


def secure_body(
    body: Body,
    placement: Placement,
    citations: Citations,
    prose: ProseCheck,
    *,
    raw_html: bool,
    extensions: Extensions = NO_EXTENSIONS,
) -> SafeBody:
    """Link citations and terms in a body, neutralise its HTML, and find what is wrong with it.

    Args:
        body: The body.
        placement: What stands where on its page.
        citations: How the page's sources are cited.
        prose: Checks the quotations in the page's prose.
        raw_html: Whether HTML in it reaches the page as it is.
        extensions: The site's own Markdown extensions, with the options of each.

    Returns:
        What is to be replaced, and what is wrong.
    """
    author, layout = body.author, body.layout
    if slow := tuple(slow_text(author, layout)):
        return SafeBody(edits=(), issues=slow, is_safe=False)
    edits, issues = citations.edits(author, layout, placement.body_anchors)
    edits += [*scare_edits(author, layout), *unprintable_edits(author.text)]
    issues += [*prose.check(author, layout), *prose.values()]
    if not raw_html:
        anchors = page_anchors(prose.explainer)
        neutral, unsafe = _safe_edits(body, [*edits, *_cleared(body.directives)], anchors, extensions)
        stopping = [*unsafe, *unclosed_block(author, layout)]
        issues += stopping
        if any(issue.severity is Severity.ERROR for issue in stopping):
            return SafeBody(edits=(), issues=tuple(issues), is_safe=False)
        edits += neutral
    edits += term_edits(author, layout, prose.explainer.glossary)
    return SafeBody(edits=tuple(edits), issues=tuple(issues))


def render_directives(body: Body, safe: SafeBody, placement: Placement, components: Components) -> str:
    """Carry out the directives of a body.

    Args:
        body: The body.
        safe: What else is to be replaced in it.
        placement: What stands where on its page.
        components: Renders the parts of the page.

    Returns:
        The Markdown of the body.
    """
    text = body.author.text
    placed = [
        Edit(one.directive.start, one.directive.end, _between_blanks(_html(one, components), one.directive, text))
        for one in placement.directives
    ]
    gone = [Edit(start, end, "") for start, end in body.directives.broken]
    return apply_edits(text, [*placed, *gone, *safe.edits])


def repetitions(body: Body, placement: Placement) -> Iterator[Issue]:
    """Yield a warning for each directive that places what is placed already."""
    for placed in placement.directives:
        if placed.again:
            directive = placed.directive
            listed = ", ".join(f"'{name}'" for name in placed.again)
            start = directive.start + len(directive.first)
            yield Issue.warning(
                "placed-twice",
                body.author.at(start, directive.end - start),
                f"{_NOUNS[directive.component]} {listed} is placed on this page already",
                "place it once and link to it elsewhere; only the first place has its address",
            )


_NOUNS = {
    Component.QUOTE: "quotation",
    Component.EXPERT: "expert",
    Component.EXPERTS: "expert",
    Component.TIMELINE: "event",
}


def _cleared(directives: Directives) -> Iterator[Edit]:
    for directive in directives.found:
        yield Edit(directive.start, directive.end, "")
    for start, end in directives.broken:
        yield Edit(start, end, "")


def _safe_edits(
    body: Body, edits: Iterable[Edit], anchors: Container[str], extensions: Extensions
) -> tuple[list[Edit], list[Issue]]:
    """Neutralise HTML in the body, and try on the outcome whether anything unsafe is left.

    Should Markdown take for HTML what the layout takes for code, code is escaped as well.
    """
    author, known = body.author, list(edits)
    for also_code in (False, True):
        neutral, issues = neutralise(author, body.layout, also_code=also_code)
        findings = find_unsafe(render_body(apply_edits(author.text, [*known, *neutral]), extensions), anchors)
        if not any(finding.danger in _MADE_BY_TAGS for finding in findings):
            break
    return neutral, [*issues, *unsafe_issues(author, findings)]


def _between_blanks(html: Markup, directive: Directive, text: str) -> str:
    """Put a block between two blank lines, but never two on one side, since footnotes end there."""
    block = render_block(html, first=directive.first, indent=directive.indent)
    blank = directive.indent.rstrip()
    above = text[text.rfind("\n", 0, max(0, directive.start - 1)) + 1 : directive.start]
    end = text.find("\n", directive.end + 1)
    below = text[directive.end + 1 : end if end >= 0 else None]
    is_item = directive.first != directive.indent
    before = f"{blank}\n" if above.strip(" \t>\n") and not is_item else ""
    after = f"\n{blank}" if below.strip(" \t>") else ""
    return f"{before}{block}{after}"


def _html(placed: PlacedDirective, components: Components) -> Markup:
    directive = placed.directive
    if placed.quotation is not None:
        return components.quotation(placed.quotation, unfolded=directive.open)
    if directive.component is Component.EXPERT:
        return components.expert(*placed.experts)
    if directive.component is Component.EXPERTS:
        return components.experts(placed.experts)
    if directive.component is Component.PULL:
        return components.pull(directive.id)
    return components.timeline(placed.events)

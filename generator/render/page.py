"""Pages: an Explainer becomes ordinary Markdown."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment
from markupsafe import Markup

from generator.markdown.author_text import AuthorText, Edit, apply_edits
from generator.markdown.block import render_block
from generator.markdown.body_html import render_body
from generator.markdown.citations import Citations
from generator.markdown.directives import Component, Directive, Directives, parse_directives
from generator.markdown.layout import Layout, read_layout
from generator.markdown.markup import FieldMarkup
from generator.markdown.plain_text import escape_markdown, unprintable_edits
from generator.markdown.prose import ProseCheck, scare_edits
from generator.markdown.raw_html import neutralise
from generator.markdown.safety import Danger, find_unsafe, unsafe_issues
from generator.markdown.terms import term_edits
from generator.markdown.unclosed import unclosed_block
from generator.model.anchors import page_anchors
from generator.model.explainer import Event, ExpertOpinion, Explainer
from generator.model.issue import Issue, Severity
from generator.model.outcome import Outcome
from generator.render.components import Components
from generator.render.surroundings import Surroundings
from generator.render.viewer import Viewer
from generator.wording.phrases import page_phrases

_STOPPING = frozenset({"unclosed-block"})
# As Python-Markdown reads headlines: no space is needed behind the mark, and a line of "=" makes one of the line above.
_HEADLINE = re.compile(r"#(?!#)[ \t]*[^\s#]|=+[ \t]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page as Markdown that MkDocs with Material builds by itself, and what is wrong with its text.

    Args:
        markdown: The Markdown, without front matter.
        proof: How many of its quotations are verified, in words; empty where it has none.
        proof_state: "verified" where all are, else "partly".
        issues: What is wrong.
    """

    markdown: str
    proof: str = ""
    proof_state: str = ""
    issues: tuple[Issue, ...] = ()


def render_page(
    explainer: Explainer,
    outcomes: Mapping[str, Outcome],
    *,
    templates: Environment,
    surroundings: Surroundings | None = None,
    raw_html: bool = False,
    evidence: str = "",
) -> Rendered:
    """Render an explainer.

    Args:
        explainer: The page.
        outcomes: What is known of each quotation, by id; one without an outcome is shown as not verified.
        templates: The theme's partials, from `load_templates`.
        surroundings: What the rest of the site adds to the page.
        raw_html: Whether HTML in the author's body reaches the page as it is.
        evidence: Address of the page's evidence, relative to its Markdown file; empty where there is none.

    Returns:
        The Markdown, without front matter: headline, header and key points, the body with all its
        directives and citations carried out, and in sections of their own what the body does not
        place. A body that would put something unsafe on the page is left out and its Issues are errors.
    """
    phrases = page_phrases(explainer.language)
    citations = Citations(explainer.sources, phrases["source_label"])
    markup = FieldMarkup(citations, ProseCheck(explainer), raw_html)
    author = AuthorText(
        explainer.body.replace("\r\n", "\n"),
        replace(explainer.places.file, line=explainer.body_line),
        in_body=True,
    )
    layout = read_layout(author.text)
    directives = parse_directives(author, layout, explainer)
    viewer = Viewer(
        explainer=explainer,
        outcomes=outcomes,
        phrases=phrases,
        citations=citations,
        markup=markup,
        surroundings=surroundings or Surroundings(),
        elsewhere={d.id for d in directives.found if d.component is Component.QUOTE},
    )
    components = Components(viewer=viewer, templates=templates)
    top = list(_top(components, layout))
    body, issues = _body(author, layout, directives, components)
    parts = [*top, body, *_sections(components, directives, evidence)]
    proof, proof_state = components.viewer.summary()
    return Rendered(
        markdown="\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n",
        proof=proof,
        proof_state=proof_state,
        issues=tuple(dict.fromkeys([*directives.issues, *issues, *markup.issues])),
    )


def _top(components: Components, layout: Layout) -> Iterator[str]:
    explainer = components.viewer.explainer
    if components.viewer.surroundings.trail:
        yield render_block(components.trail())
    if not any(_HEADLINE.match(line.text) for line in layout.lines):
        if explainer.kicker:
            yield render_block(components.kicker())
        yield f"# {escape_markdown(explainer.title)}"
    if header := components.header():
        yield render_block(header)
    if explainer.key_points:
        yield _section(components.viewer.phrases["in_short"], "in-short", components.key_points())


def _section(heading: str, name: str, html: Markup) -> str:
    return f"## {heading} {{#{name}}}\n\n{render_block(html)}"


def _body(
    author: AuthorText,
    layout: Layout,
    directives: Directives,
    components: Components,
) -> tuple[str, list[Issue]]:
    """Carry out everything in the body, and leave it out if it would be unsafe."""
    cited = dict(components.viewer.citations.counts)
    edits, issues = components.viewer.citations.edits(author, layout)
    edits += [*scare_edits(author, layout), *unprintable_edits(author.text)]
    if prose := components.viewer.markup.prose:
        issues += [*prose.check(author, layout), *prose.values()]
    if not components.viewer.markup.raw_html:
        anchors = page_anchors(components.viewer.explainer)
        neutral, unsafe = _safe_edits(author, layout, [*edits, *_cleared(directives)], anchors)
        issues += [*unsafe, *unclosed_block(author, layout)]
        if any(issue.severity is Severity.ERROR for issue in issues if issue.code in _STOPPING or issue in unsafe):
            components.viewer.citations.counts = cited
            return "", issues
        edits += neutral
    placed, twice = _place(author, directives.found, components)
    edits += term_edits(author, layout, components.viewer.explainer.glossary)
    gone = [Edit(start, end, "") for start, end in directives.broken]
    return apply_edits(author.text, [*placed, *gone, *edits]), [*issues, *twice]


def _cleared(directives: Directives) -> Iterator[Edit]:
    for directive in directives.found:
        yield Edit(directive.start, directive.end, "")
    for start, end in directives.broken:
        yield Edit(start, end, "")


def _safe_edits(
    author: AuthorText, layout: Layout, edits: Iterable[Edit], anchors: Container[str]
) -> tuple[list[Edit], list[Issue]]:
    """Neutralise HTML in the body, and try on the outcome whether anything unsafe is left.

    Should Markdown take for HTML what the layout takes for code, code is escaped as well.
    """
    known = list(edits)
    for also_code in (False, True):
        neutral, issues = neutralise(author, layout, also_code=also_code)
        findings = find_unsafe(render_body(apply_edits(author.text, [*known, *neutral])), anchors)
        if not any(finding.danger is Danger.ELEMENT for finding in findings):
            break
    return neutral, [*issues, *unsafe_issues(author, findings)]


def _place(
    author: AuthorText, directives: Iterable[Directive], components: Components
) -> tuple[list[Edit], list[Issue]]:
    """Render what the directives place."""
    edits: list[Edit] = []
    issues: list[Issue] = []
    placed: set[tuple[Component, str]] = set()
    for directive in directives:
        things = _things(directive, components.viewer.explainer)
        kind = _kind(directive.component)
        if again := [name for name in things if (kind, name) in placed]:
            issues.append(_twice(author, directive, again))
        placed |= {(kind, name) for name in things}
        block = render_block(_html(directive, components), first=directive.first, indent=directive.indent)
        edits.append(Edit(directive.start, directive.end, _between_blanks(block, directive, author.text)))
    return edits, issues


def _between_blanks(block: str, directive: Directive, text: str) -> str:
    """Put a block between two blank lines, but never two on one side, since footnotes end there."""
    blank = directive.indent.rstrip()
    above = text[text.rfind("\n", 0, max(0, directive.start - 1)) + 1 : directive.start]
    end = text.find("\n", directive.end + 1)
    below = text[directive.end + 1 : end if end >= 0 else None]
    is_item = directive.first != directive.indent
    before = f"{blank}\n" if above.strip(" \t>\n") and not is_item else ""
    after = f"\n{blank}" if below.strip(" \t>") else ""
    return f"{before}{block}{after}"


def _things(directive: Directive, explainer: Explainer) -> list[str]:
    if directive.component is Component.TIMELINE:
        return [event.id for event in _events(directive, explainer)]
    if directive.component is Component.EXPERTS:
        return [expert.id for expert in _experts(directive, explainer)]
    return [] if directive.component is Component.PULL else [directive.id]


def _kind(component: Component) -> Component:
    """Return what a component places: several experts are experts."""
    return Component.EXPERT if component is Component.EXPERTS else component


def _html(directive: Directive, components: Components) -> Markup:
    explainer = components.viewer.explainer
    if directive.component is Component.QUOTE:
        return components.quotation(explainer.quotes[directive.id], unfolded=directive.open)
    if directive.component is Component.EXPERT:
        return components.expert(explainer.experts[directive.id])
    if directive.component is Component.EXPERTS:
        return components.experts(_experts(directive, explainer))
    if directive.component is Component.PULL:
        return components.pull(directive.id)
    return components.timeline(_events(directive, explainer))


def _experts(directive: Directive, explainer: Explainer) -> list[ExpertOpinion]:
    return [expert for expert in explainer.experts.values() if not directive.only or expert.id in directive.only]


def _events(directive: Directive, explainer: Explainer) -> list[Event]:
    """Choose the events of a timeline: those that may have happened between its dates."""
    return [
        event
        for event in explainer.timeline.values()
        if (not directive.only or event.id in directive.only)
        and (directive.since is None or event.date.latest >= directive.since.earliest)
        and (directive.until is None or event.date.earliest <= directive.until.latest)
    ]


def _twice(author: AuthorText, directive: Directive, names: list[str]) -> Issue:
    listed = ", ".join(f"'{name}'" for name in names)
    noun = {Component.QUOTE: "quotation", Component.EXPERT: "expert", Component.TIMELINE: "event"}[
        _kind(directive.component)
    ]
    start = directive.start + len(directive.first)
    return Issue.warning(
        "placed-twice",
        author.at(start, directive.end - start),
        f"{noun} {listed} is placed on this page already",
        "place it once and link to it elsewhere; only the first place has its address",
    )


def _sections(components: Components, directives: Directives, evidence: str) -> Iterator[str]:
    """Give what the body does not place, in sections of their own."""
    explainer, phrases = components.viewer.explainer, components.viewer.phrases
    placed = {(_kind(d.component), name) for d in directives.found for name in _things(d, explainer)}
    experts = [e for e in explainer.experts.values() if (Component.EXPERT, e.id) not in placed]
    boxes = components.experts(experts) if experts else Markup()
    said = [quotation for quotation in explainer.quotes.values() if quotation.id not in components.viewer.elsewhere]
    events = [e for e in explainer.timeline.values() if (Component.TIMELINE, e.id) not in placed]
    if said:
        yield _section(phrases["what_was_said"], "what-was-said", _joined(map(components.quotation, said)))
    if boxes:
        yield _section(phrases["what_experts_say"], "what-experts-say", boxes)
    if events:
        yield _section(phrases["timeline"], "timeline", components.timeline(events))
    if explainer.questions:
        yield _section(phrases["questions"], "questions", components.questions())
    if explainer.known:
        yield _section(phrases["known"], "known", components.known())
    if explainer.unknown:
        yield _section(phrases["unknown"], "unknown", components.unknown())
    if explainer.glossary:
        yield _section(phrases["glossary"], "glossary", components.glossary())
    # Corrections may cite sources, so they are rendered before the list that links back to each citation.
    corrections = components.corrections() if explainer.corrections else Markup()
    if explainer.sources:
        yield _section(phrases["sources"], "sources", components.sources())
        if evidence:  # as Markdown, so that MkDocs makes its address right for every form of URLs
            yield f"[{phrases['evidence']}]({evidence})\n{{: .ex-evidence }}"
    if corrections:
        yield _section(phrases["corrections"], "corrections", corrections)
    if components.viewer.surroundings.related:
        yield render_block(components.related())


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup(" ").join(parts)

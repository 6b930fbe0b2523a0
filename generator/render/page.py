"""Pages: an Explainer becomes ordinary Markdown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.markdown.block import render_block
from generator.markdown.body_html import NO_EXTENSIONS, Extensions
from generator.markdown.citations import Citations
from generator.markdown.layout import Layout
from generator.markdown.markup import FieldMarkup
from generator.markdown.plain_text import escape_markdown
from generator.markdown.prose import ProseCheck
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.model.outcome import Outcome
from generator.render.body import read_body, render_directives, repetitions, secure_body
from generator.render.components import Components
from generator.render.page_data import PageData
from generator.render.placement import Placement, place_page
from generator.render.proof_summary import proof_summary
from generator.render.surroundings import Surroundings
from generator.wording.phrases import page_phrases

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
    extensions: Extensions = NO_EXTENSIONS,
    evidence: str = "",
) -> Rendered:
    """Render an explainer.

    Args:
        explainer: The page.
        outcomes: What is known of each quotation, by id; one without an outcome is shown as not verified.
        templates: The theme's partials, from `load_templates`.
        surroundings: What the rest of the site adds to the page.
        raw_html: Whether HTML in the author's body reaches the page as it is.
        extensions: The site's own Markdown extensions, with the options of each.
        evidence: Address of the page's evidence, relative to its Markdown file; empty where there is none.

    Returns:
        The Markdown, without front matter: headline, header and key points, the body with all its
        directives and citations carried out, and in sections of their own what the body does not
        place. A body that would put something unsafe on the page is left out and its Issues are errors.
    """
    phrases = page_phrases(explainer.language)
    citations = Citations(explainer.sources, phrases["source_label"])
    prose = ProseCheck(explainer)
    markup = FieldMarkup(citations, prose, raw_html)
    body = read_body(explainer, citations)
    placement = place_page(explainer, body.directives.found, citations, cited=body.cited)
    safe = secure_body(body, placement, citations, prose, raw_html=raw_html, extensions=extensions)
    if not safe.is_safe:
        placement = place_page(explainer, body.directives.found, citations, has_body=False)
    values = {value: markup.render(value) for value in placement.values}
    page = PageData(
        explainer=explainer,
        outcomes=outcomes,
        phrases=phrases,
        citations=citations,
        html=lambda value: values[value].html,
        surroundings=surroundings or Surroundings(),
    )
    components = Components(page=page, templates=templates)
    parts = [
        *_top(components, placement, body.layout),
        render_directives(body, safe, placement, components) if safe.is_safe else "",
        *_sections(components, placement, evidence),
    ]
    proof, proof_state = proof_summary(page)
    issues = [*body.directives.issues, *safe.issues, *repetitions(body, placement)]
    issues += [issue for value in placement.values for issue in values[value].issues]
    return Rendered(
        markdown="\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n",
        proof=proof,
        proof_state=proof_state,
        issues=tuple(dict.fromkeys(issues)),
    )


def _top(components: Components, placement: Placement, layout: Layout) -> Iterator[str]:
    page = components.page
    if page.surroundings.trail:
        yield render_block(components.trail())
    if not any(_HEADLINE.match(line.text) for line in layout.lines):
        if page.explainer.kicker:
            yield render_block(components.kicker())
        yield f"# {escape_markdown(page.explainer.title)}"
    if header := components.header(placement.standfirst):
        yield render_block(header)
    if placement.key_points:
        yield _section(page.phrases["in_short"], "in-short", components.key_points(placement.key_points))


def _section(heading: str, name: str, html: Markup) -> str:
    return f"## {heading} {{#{name}}}\n\n{render_block(html)}"


def _sections(components: Components, placement: Placement, evidence: str) -> Iterator[str]:
    """Give what the body does not place, in sections of their own."""
    phrases = components.page.phrases
    if placement.quotations:
        html = _joined(map(components.quotation, placement.quotations))
        yield _section(phrases["what_was_said"], "what-was-said", html)
    if placement.experts:
        yield _section(phrases["what_experts_say"], "what-experts-say", components.experts(placement.experts))
    if placement.events:
        yield _section(phrases["timeline"], "timeline", components.timeline(placement.events))
    if placement.questions:
        yield _section(phrases["questions"], "questions", components.questions(placement.questions))
    if placement.known:
        yield _section(phrases["known"], "known", components.known(placement.known))
    if placement.unknown:
        yield _section(phrases["unknown"], "unknown", components.unknown(placement.unknown))
    if placement.glossary:
        yield _section(phrases["glossary"], "glossary", components.glossary(placement.glossary))
    if placement.sources:
        yield _section(phrases["sources"], "sources", components.sources(placement.sources))
        if evidence:  # as Markdown, so that MkDocs makes its address right for every form of URLs
            yield f"[{phrases['evidence']}]({evidence})\n{{: .ex-evidence }}"
    if placement.corrections:
        yield _section(phrases["corrections"], "corrections", components.corrections(placement.corrections))
    if components.page.surroundings.related:
        yield render_block(components.related())


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup(" ").join(parts)

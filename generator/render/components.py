"""Components: the parts of a page as HTML, each a view in the theme's partial for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.markdown.markup import MarkdownValue
from generator.markdown.plain_text import plain
from generator.model.explainer import Correction, Event, ExpertOpinion, Known, Question, Quotation, Source, Unknown
from generator.render.correction_view import correction_view
from generator.render.expert_view import expert_view
from generator.render.fact_view import known_view, unknown_view
from generator.render.header_view import header_view
from generator.render.page_data import PageData
from generator.render.placed import Placed
from generator.render.pull_view import pull_view
from generator.render.question_view import question_view
from generator.render.quotation_view import quotation_view
from generator.render.source_view import source_view
from generator.render.templates import render_partial
from generator.render.timeline_view import year_views


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """Renders the parts of one page; each can be rendered at any time, and as often as one likes.

    Args:
        page: What they are made from.
        templates: The theme's partials.
    """

    page: PageData
    templates: Environment

    def quotation(self, placed: Placed[Quotation], *, unfolded: bool = False) -> Markup:
        """Render a quotation with its proof."""
        return self._partial("quotation", quotation=quotation_view(placed, self.page, unfolded=unfolded))

    def trail(self) -> Markup:
        """Render the way back."""
        return self._partial("trail", trail=self.page.surroundings.trail)

    def related(self) -> Markup:
        """Render links to explainers that share something with this one."""
        return self._partial("related", related=self.page.surroundings.related)

    def pull(self, words: str) -> Markup:
        """Render words of the page in large type, with their speaker where they are quoted."""
        return self._partial("pull", pull=pull_view(words, self.page))

    def expert(self, placed: Placed[ExpertOpinion]) -> Markup:
        """Render an expert's opinion with those quotations that stand nowhere else."""
        return self._partial("expert", expert=expert_view(placed, self.page))

    def experts(self, placed: Iterable[Placed[ExpertOpinion]]) -> Markup:
        """Render experts' opinions side by side."""
        return self._partial("experts", experts=[expert_view(expert, self.page) for expert in placed])

    def timeline(self, placed: Iterable[Placed[Event]]) -> Markup:
        """Render events by year."""
        embed = self.page.surroundings.embeds.get("timeline", "")
        return self._partial("timeline", years=year_views(placed, self.page), level="h3", embed=embed)

    def questions(self, placed: Iterable[Placed[Question]]) -> Markup:
        """Render questions and answers."""
        return self._partial("questions", questions=[question_view(question, self.page) for question in placed])

    def kicker(self) -> Markup:
        """Render the few words above the headline."""
        return self._partial("kicker", kicker=plain(self.page.explainer.kicker))

    def key_points(self, points: Iterable[MarkdownValue]) -> Markup:
        """Render the short version."""
        return self._partial("key_points", points=[*map(self.page.line, points)])

    def known(self, placed: Iterable[Placed[Known]]) -> Markup:
        """Render what is known."""
        return self._partial("facts", kind="known", facts=[known_view(fact, self.page) for fact in placed])

    def unknown(self, placed: Iterable[Placed[Unknown]]) -> Markup:
        """Render what is not known."""
        return self._partial("facts", kind="unknown", facts=[unknown_view(fact, self.page) for fact in placed])

    def glossary(self, placed: Iterable[Placed[str]]) -> Markup:
        """Render terms with their meanings."""
        terms = [(term.anchor, plain(term.thing), self.page.line(term.values["meaning"])) for term in placed]
        return self._partial("glossary", terms=terms)

    def sources(self, placed: Iterable[Placed[Source]]) -> Markup:
        """Render the list of sources."""
        return self._partial("sources", sources=[source_view(source, self.page) for source in placed])

    def corrections(self, placed: Iterable[Placed[Correction]]) -> Markup:
        """Render change notes."""
        return self._partial("corrections", corrections=[correction_view(note, self.page) for note in placed])

    def header(self, standfirst: MarkdownValue, *, timed: bool = True) -> Markup:
        """Render what stands above the body; empty where there is nothing to say."""
        view = header_view(standfirst, self.page, timed=timed)
        return self._partial("header", header=view) if view else Markup()

    def _partial(self, name: str, /, **values: object) -> Markup:
        return render_partial(self.templates, name, words=self.page.phrases, **values)

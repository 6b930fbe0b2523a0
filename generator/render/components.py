"""Components: the parts of a page as HTML, each a view in the theme's partial for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.markdown.plain_text import plain
from generator.model.explainer import Event, ExpertOpinion, Quotation
from generator.render.templates import render_partial
from generator.render.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """Renders the parts of one page.

    Args:
        viewer: Makes their views.
        templates: The theme's partials.
    """

    viewer: Viewer
    templates: Environment

    def quotation(self, quotation: Quotation, *, unfolded: bool = False) -> Markup:
        """Render a quotation with its proof."""
        return self._partial("quotation", quotation=self.viewer.quotation(quotation, unfolded=unfolded))

    def trail(self) -> Markup:
        """Render the way back."""
        return self._partial("trail", trail=self.viewer.surroundings.trail)

    def related(self) -> Markup:
        """Render links to explainers that share something with this one."""
        return self._partial("related", related=self.viewer.surroundings.related)

    def pull(self, words: str) -> Markup:
        """Render words of the page in large type, with their speaker where they are quoted."""
        return self._partial("pull", pull=self.viewer.pull(words))

    def expert(self, expert: ExpertOpinion) -> Markup:
        """Render an expert's opinion with those quotations that stand nowhere else."""
        return self._partial("expert", expert=self.viewer.expert(expert))

    def experts(self, experts: Sequence[ExpertOpinion]) -> Markup:
        """Render experts' opinions side by side."""
        return self._partial("experts", experts=[self.viewer.expert(expert) for expert in experts])

    def timeline(self, events: Sequence[Event]) -> Markup:
        """Render events by year."""
        embed = self.viewer.surroundings.embeds.get("timeline", "")
        return self._partial("timeline", years=self.viewer.years(events), level="h3", embed=embed)

    def questions(self) -> Markup:
        """Render the questions and answers."""
        questions = self.viewer.explainer.questions.values()
        return self._partial("questions", questions=[self.viewer.question(question) for question in questions])

    def kicker(self) -> Markup:
        """Render the few words above the headline."""
        return self._partial("kicker", kicker=plain(self.viewer.explainer.kicker))

    def key_points(self) -> Markup:
        """Render the short version."""
        return self._partial("key_points", points=self.viewer.key_points())

    def known(self) -> Markup:
        """Render what is known."""
        return self._partial("facts", kind="known", facts=[*self.viewer.known()])

    def unknown(self) -> Markup:
        """Render what is not known."""
        return self._partial("facts", kind="unknown", facts=[*self.viewer.unknown()])

    def glossary(self) -> Markup:
        """Render the terms with their meanings."""
        return self._partial("glossary", terms=self.viewer.glossary())

    def sources(self) -> Markup:
        """Render the list of sources; it comes after everything that cites them."""
        sources = self.viewer.explainer.sources.values()
        return self._partial("sources", sources=[self.viewer.source(source) for source in sources])

    def corrections(self, chosen: Iterable[int] | None = None) -> Markup:
        """Render the change notes, or some of them by their indexes."""
        return self._partial("corrections", corrections=self.viewer.corrections(chosen))

    def header(self) -> Markup:
        """Render what stands above the body; empty where there is nothing to say."""
        view = self.viewer.header()
        return self._partial("header", header=view) if view else Markup()

    def _partial(self, name: str, /, **values: object) -> Markup:
        return render_partial(self.templates, name, words=self.viewer.phrases, **values)

"""Page data: what the parts of one page are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.markdown.citations import Citation, Citations
from generator.markdown.markup import MarkdownValue, without_paragraph
from generator.model.edtf import Edtf
from generator.model.explainer import Explainer
from generator.model.outcome import UNVERIFIED, Outcome
from generator.render.surroundings import Surroundings
from generator.render.views import When
from generator.wording.date_words import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What the parts of one page are made from. None of it changes, so that each can be made at any time.

    Args:
        explainer: The page.
        outcomes: What is known of its quotations, by id.
        phrases: The words of the page's language.
        citations: How its sources are cited.
        html: Returns a Markdown value of the page as HTML.
        surroundings: What the rest of the site adds to the page.
    """

    explainer: Explainer
    outcomes: Mapping[str, Outcome]
    phrases: Mapping[str, str]
    citations: Citations
    html: Callable[[MarkdownValue], Markup]
    surroundings: Surroundings = field(default_factory=Surroundings)

    def outcome(self, quotation: str) -> Outcome:
        """Return what is known of a quotation, by its id."""
        return self.outcomes.get(quotation, UNVERIFIED)

    def line(self, value: MarkdownValue) -> Markup:
        """Return a Markdown value of one paragraph as HTML without the paragraph around it."""
        return without_paragraph(self.html(value))

    def cited(self, citations: tuple[Citation, ...]) -> Markup:
        """Return numbered links to sources."""
        return Markup(self.citations.render(citations)) if citations else Markup()  # noqa: S704 - escaped there

    def when(self, date: Edtf) -> When:
        """Return a date in words, with what HTML can say of it."""
        return When(words=date_words(date, self.explainer.language), html=date.html or "")

    def known_when(self, date: Edtf | None) -> When | None:
        """Return a date in words, if it is known."""
        return self.when(date) if date is not None else None

    def count(self, name: str, number: int) -> str:
        """Return a number of things in words, such as "3 quotations"."""
        return self.phrases[f"{name}_one" if number == 1 else f"{name}_other"].format(count=number)

"""What stands above the body of an explainer, as a reader sees it."""

from generator.markdown.markup import MarkdownValue
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.model.explainer import CorrectionKind, Explainer
from generator.render.page_data import PageData
from generator.render.proof_summary import proof_summary
from generator.render.reading_time import reading_minutes
from generator.render.views import HeaderView


def header_view(standfirst: MarkdownValue, page: PageData, *, timed: bool = True) -> HeaderView | None:
    """Say what a reader sees above the body.

    Args:
        standfirst: What stands under the headline.
        page: The page.
        timed: Whether the reading time is told.

    Returns:
        The header; None where there is nothing to say.
    """
    explainer = page.explainer
    proof, state = proof_summary(page)
    changed = [note.date for note in explainer.corrections if note.kind is CorrectionKind.CORRECTION]
    names = ", ".join(map(plain, explainer.byline))
    view = HeaderView(
        standfirst=page.line(standfirst),
        byline=page.phrases["byline"].format(names=names) if explainer.byline else "",
        published=page.known_when(explainer.published),
        updated=page.known_when(explainer.updated),
        corrected=page.when(max(changed, key=lambda date: date.sort_key)) if changed else None,
        corrections="corrections",
        reading=_reading(page) if timed else "",
        proof=proof,
        proof_state=state,
        methodology=page.surroundings.methodology,
    )
    told = (view.standfirst, view.byline, view.published, view.updated, view.corrected, view.proof)
    return view if any(told) else None


def _reading(page: PageData) -> str:
    minutes = reading_minutes(_texts(page.explainer))
    return page.phrases["reading_time"].format(minutes=minutes) if minutes else ""


def _texts(page: Explainer) -> list[str]:
    """Return what a reader reads of a page, all but what is folded."""
    body = "\n".join(line for line in page.body.splitlines() if not line.lstrip().startswith(":::"))
    texts = [words_of(body), *page.key_points, *page.glossary, *page.glossary.values()]
    texts += [*(fact.text for fact in page.known), *(f"{fact.text} {fact.answer}" for fact in page.unknown)]
    texts += [quotation.translation or quotation.text for quotation in page.quotes.values()]
    texts += [f"{expert.question} {expert.position} {expert.summary}" for expert in page.experts.values()]
    texts += [f"{event.title} {event.text}" for event in page.timeline.values()]
    texts += [f"{question.question} {question.answer}" for question in page.questions.values()]
    return texts

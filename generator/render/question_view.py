"""A question and its answer as a reader sees them."""

from generator.markdown.plain_text import plain
from generator.model.explainer import Question
from generator.render.page_data import PageData
from generator.render.placed import Placed
from generator.render.views import QuestionView


def question_view(placed: Placed[Question], page: PageData) -> QuestionView:
    """Say what a reader sees of a question and its answer."""
    return QuestionView(
        anchor=placed.anchor,
        question=plain(placed.thing.question),
        answer=page.html(placed.values["answer"]),
        citations=page.cited(placed.citations),
    )

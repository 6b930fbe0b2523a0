"""A pull quote as a reader sees it."""

from generator.markdown.plain_text import plain
from generator.markdown.pull import pulled_quotation
from generator.render.page_data import PageData
from generator.render.views import PullView


def pull_view(words: str, page: PageData) -> PullView:
    """Say what a reader sees of words of the page in large type; their speaker is named where they are quoted."""
    quotation = pulled_quotation(words, page.explainer)
    speaker = page.explainer.people.get(quotation.speaker) if quotation else None
    marked = f"{page.phrases['open_mark']}{plain(words)}{page.phrases['close_mark']}" if quotation else plain(words)
    return PullView(words=marked, speaker=plain(speaker.name) if speaker else "")

"""Search entries: quotations as results of their own in the index of Material's search."""

from collections.abc import Iterator

from markupsafe import escape

from generator.markdown.plain_text import paragraphs, plain, shorten
from generator.model.anchors import anchor
from generator.model.explainer import Explainer
from generator.wording.phrases import page_phrases

_TITLE_LENGTH = 80


def search_entries(explainer: Explainer, url: str) -> Iterator[dict[str, str]]:
    """Give an entry for each quotation of a page.

    Args:
        explainer: The page.
        url: Its address below the site's own.

    Yields:
        Location, title and text, as Material's search plugin 9.x keeps them: the title names the
        speaker and the first words, the text is the whole, and the location is its anchor.
    """
    phrases = page_phrases(explainer.language)
    for quotation in explainer.quotes.values():
        speaker = explainer.people.get(quotation.speaker)
        words = " ".join(paragraphs(quotation.text))
        translation = " ".join(paragraphs(quotation.translation))
        quoted = f"{phrases['open_mark']}{shorten(words, _TITLE_LENGTH)}{phrases['close_mark']}"
        yield {
            "location": f"{url}#{anchor('quote', quotation.id)}",
            "title": str(escape(f"{plain(speaker.name)}: {quoted}" if speaker else quoted)),
            "text": f"<p>{escape(words)}</p>" + (f"<p>{escape(translation)}</p>" if translation else ""),
        }

"""Topics: what the site's explainers are about."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.catalogue.addresses import Section
from generator.catalogue.entries import TopicEntry
from generator.catalogue.frame import Frame, SitePage
from generator.markdown.plain_text import plain
from generator.render.views import Link


def topics_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of topics, each with its explainers."""
    return frame.listing(
        Section.TOPICS,
        frame.record.topics,
        lambda shown, here: [part for topic in shown for part in _topic(frame, topic, here)],
        empty=frame.phrases["no_topics"],
    )


def _topic(frame: Frame, topic: TopicEntry, here: str) -> Iterator[Markup | str]:
    yield frame.heading(topic.name, topic.slug)
    links = [Link(frame.addresses.explainer(page, here), plain(page.title)) for page in topic.explainers]
    yield frame.html("links", links=links)
    if files := frame.extras.files(Section.TOPICS, topic.slug, here):
        yield frame.html("files", files=files)

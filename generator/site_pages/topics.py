"""Topics: what the site's explainers are about."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.render.plain_text import plain
from generator.render.views import Link
from generator.site_pages.addresses import Section
from generator.site_pages.frame import Frame, SitePage


def topics_pages(frame: Frame) -> Iterator[SitePage]:
    """Make the list of topics, each with its explainers."""
    for number, count, shown in frame.paged(frame.record.topics):
        slug = str(number) if number > 1 else ""
        here = frame.addresses.path(Section.TOPICS, slug)
        parts: list[Markup | str] = []
        for topic in shown:
            links = [Link(frame.addresses.explainer(page, here), plain(page.title)) for page in topic.explainers]
            parts += [frame.heading(topic.name, topic.slug), frame.html("links", links=links)]
            if files := frame.extras.files(Section.TOPICS, topic.slug, here):
                parts.append(frame.html("files", files=files))
        if not shown:
            parts.append(frame.html("empty", told=frame.phrases["no_topics"]))
        parts.append(frame.pager(Section.TOPICS, here, number, count))
        yield frame.page(Section.TOPICS, frame.phrases["topics"], parts, slug=slug)

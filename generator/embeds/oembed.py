"""oEmbed (oembed.com, version 1.0): what a system is told that wants to show an embed."""

import json
from collections.abc import Iterable

from generator.embeds.views import FrameView
from generator.markdown.plain_text import plain

_CACHE_AGE = 3600
"""For how many seconds others may keep an answer, so that a correction does not come too late."""


def oembed_answer(view: FrameView, frame: str, *, byline: Iterable[str], site_name: str, site_url: str) -> str:
    """Write the answer for an embed.

    Args:
        view: Its frame.
        frame: The frame as HTML.
        byline: The authors of its page.
        site_name: The site's name.
        site_url: The site's address.

    Returns:
        JSON in which nothing is empty.
    """
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": ", ".join(map(plain, byline)),
        "provider_name": plain(site_name),
        "provider_url": site_url,
        "cache_age": _CACHE_AGE,
        "html": frame,
        "width": view.width,
        "height": view.height,
    }
    return json.dumps({key: value for key, value in answer.items() if value != ""}, ensure_ascii=False) + "\n"

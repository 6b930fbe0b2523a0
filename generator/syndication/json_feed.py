"""JSON Feed: a feed by the rules of JSON Feed 1.1 (jsonfeed.org)."""

import json

from generator.syndication.feed import Entry, Feed
from generator.syndication.web import Web
from generator.syndication.when import rfc3339

MEDIA_TYPE = "application/feed+json"


def json_feed_text(feed: Feed, web: Web) -> str:
    """Return a feed as JSON Feed 1.1.

    Args:
        feed: The feed.
        web: Where the site stands.

    Returns:
        The document; its entries are plain text.
    """
    top = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": web.file(feed.json),
        "description": feed.description,
        "authors": [{"name": feed.author}],
        "language": feed.language,
    }
    document = {key: value for key, value in top.items() if value}
    return json.dumps(document | {"items": [*map(_item, feed.entries)]}, ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.text,
        "date_published": rfc3339(entry.published) if entry.published is not None else "",
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": name} for name in entry.authors],
        "tags": [*entry.topics],
        "language": entry.language,
    }
    return {key: value for key, value in item.items() if value}

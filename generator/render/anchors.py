"""Anchors: the ids of a page's parts, which are their addresses for good."""

import re

_OUTSIDE = re.compile(r"[^\w-]+")


def anchor(kind: str, name: str | int) -> str:
    """Return the anchor of a part of the page.

    Args:
        kind: What it is: "quote", "expert", "event", "source", "correction" or "cite".
        name: Its id, or its number.

    Returns:
        The anchor, safe in an HTML attribute, in CSS and in a link.
    """
    return f"{kind}-{_OUTSIDE.sub('-', str(name)) or '-'}"

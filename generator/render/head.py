"""Heads: the front matter of a finished page, as MkDocs and its theme read it."""

import html
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import yaml

from generator.markdown.citations import without_citations
from generator.markdown.plain_text import plain, without_markup
from generator.model.explainer import Explainer
from generator.wording.direction import text_direction

FENCE = "---"
"""The line before and behind front matter."""

_NO_TAG = str.maketrans({"<": "‹", ">": "›"})


def render_head(
    explainer: Explainer,
    *,
    card: tuple[str, str] | None = None,
    oembed: str = "",
    data: Mapping[str, object] | None = None,
) -> str:
    """Render the front matter of a finished page.

    Args:
        explainer: The page.
        card: Path on the site of the picture that a shared link shows, and what it shows; None where there is none.
        oembed: Path on the site of the page's oEmbed answer; empty where there is none.
        data: What our template puts into the page for machines, as it is.

    Returns:
        The fields that MkDocs and Material read, between lines of three hyphens. Material prints
        titles and descriptions as they are, here and on other pages, and takes tags out of some of
        them after undoing their escapes; so angle brackets become ‹ and ›, and all else is escaped.
    """
    fields: dict[str, Any] = {"title": _printed(explainer.title)}
    if explainer.standfirst:
        fields["description"] = _printed(without_markup(without_citations(explainer.standfirst)))
    if explainer.topics:
        fields["tags"] = [_printed(topic) for topic in explainer.topics]
    fields["explainer"] = {
        "language": explainer.language,
        "direction": text_direction(explainer.language),
    }
    if card:
        path, alt = card
        fields["explainer"]["card"] = {"path": quote(path), "alt": _printed(alt)}
    if oembed:
        fields["explainer"]["oembed"] = quote(oembed)
    fields["explainer"] |= data or {}
    fields["hide"] = ["navigation"]
    fields |= {key: _safe(value) for key, value in explainer.host.items()}
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"{FENCE}\n{text}{FENCE}\n"


def render_plain_head(
    title: str, *, language: str, searched: bool = True, data: Mapping[str, object] | None = None
) -> str:
    """Render the front matter of a page that the site itself makes.

    Args:
        title: Its title.
        language: BCP 47 tag of its language.
        searched: Whether the search finds it.
        data: What our template puts into the page for machines, as it is.

    Returns:
        The fields that MkDocs and our template read, between lines of three hyphens.
    """
    own = {"language": language, "direction": text_direction(language), "record": True, **(data or {})}
    fields: dict[str, Any] = {"title": _printed(title), "explainer": own, "hide": ["navigation"]}
    if not searched:
        fields["search"] = {"exclude": True}
    return f"{FENCE}\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1_000_000)}{FENCE}\n"


def _printed(text: str) -> str:
    return html.escape(" ".join(plain(text).split()).translate(_NO_TAG))


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return _printed(value)
    if isinstance(value, Mapping):
        return {_printed(str(key)): _safe(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_safe(inner) for inner in value]
    return value

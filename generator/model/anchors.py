"""Anchors: the ids of a page's parts, which are their addresses for good."""

import re

from generator.model.explainer import Explainer

_OUTSIDE = re.compile(r"[^\w+#*@%$€=<>-]+")
_SIGN = re.compile(r"[^\w-]")


def anchor(kind: str, name: str | int) -> str:
    """Return the anchor of a part of the page.

    Args:
        kind: What it is: "quote", "expert", "event", "question", "glossary", "source", "correction" or "cite".
        name: Its id, its number, or a term, in which signs that tell terms apart become their code points.

    Returns:
        The anchor, safe in an HTML attribute, in CSS and in a link.
    """
    plain = _OUTSIDE.sub("-", str(name)) or "-"
    return f"{kind}-{_SIGN.sub(lambda sign: f'-{ord(sign.group()):x}', plain)}"


def page_anchors(explainer: Explainer) -> frozenset[str]:
    """Return the anchors of a page's quotations, experts, events, questions, terms, sources and corrections."""
    entries = {
        "quote": explainer.quotes,
        "expert": explainer.experts,
        "event": explainer.timeline,
        "question": explainer.questions,
        "glossary": explainer.glossary,
        "source": explainer.sources,
    }
    found = {anchor(kind, name) for kind, names in entries.items() for name in names}
    labelled = [*(("expert", name) for name in explainer.experts), *(("event", name) for name in explainer.timeline)]
    found |= {heading_id(anchor(kind, name)) for kind, name in labelled}
    return frozenset(found | {anchor("correction", number) for number, _ in enumerate(explainer.corrections, start=1)})


def heading_id(mark: str) -> str:
    """Return the id of the heading of a part of the page, by the part's anchor."""
    return f"heading-{mark}"

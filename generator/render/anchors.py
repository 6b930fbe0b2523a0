"""Anchors: the ids of a page's parts, which are their addresses for good."""

import re

from generator.model import Explainer

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
    found |= {expert_label(name) for name in explainer.experts}
    found |= {f"{anchor('event', name)}-name" for name in explainer.timeline}
    return frozenset(found | {anchor("correction", number) for number, _ in enumerate(explainer.corrections, start=1)})


def expert_label(name: str) -> str:
    """Return the id of the heading of an expert's box."""
    return f"{anchor('expert', name)}-name"

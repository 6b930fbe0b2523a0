"""Anchors: the ids of a page's parts, which are their addresses for good."""

import re

from generator.model.explainer import Event, ExpertOpinion, Explainer, Quotation, Source

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


def former(kind: str, thing: Quotation | ExpertOpinion | Event | Source) -> tuple[str, ...]:
    """Return the anchors that a part of the page had under its former ids, which still lead to it."""
    return tuple(anchor(kind, name) for name in thing.former_ids)


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
    found |= {mark for quotation in explainer.quotes.values() for mark in former("quote", quotation)}
    found |= {mark for expert in explainer.experts.values() for mark in former("expert", expert)}
    found |= {mark for event in explainer.timeline.values() for mark in former("event", event)}
    found |= {mark for source in explainer.sources.values() for mark in former("source", source)}
    labelled = [*(("expert", name) for name in explainer.experts), *(("event", name) for name in explainer.timeline)]
    found |= {heading_id(anchor(kind, name)) for kind, name in labelled}
    return frozenset(found | {anchor("correction", number) for number, _ in enumerate(explainer.corrections, start=1)})


def heading_id(mark: str) -> str:
    """Return the id of the heading of a part of the page, by the part's anchor."""
    return f"heading-{mark}"

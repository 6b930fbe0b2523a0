"""Concern: which corrections tell of a part of a page, wherever that part is shown."""

from generator.model.explainer import Event, ExpertOpinion, Explainer, Quotation


def person_of(part: Quotation | ExpertOpinion) -> str:
    """Return the id of the person whose words or whose view a part gives; empty where it names none."""
    return part.speaker if isinstance(part, Quotation) else part.person


def concerning(explainer: Explainer, part: Quotation | ExpertOpinion | Event) -> frozenset[str]:
    """Name the entries of a page whose corrections concern a part of it.

    Args:
        explainer: The page.
        part: The part.

    Returns:
        Ids: the part's own; of a quotation, its speaker's, its source's, and those of the expert opinions that give
        it; of an expert opinion, its person's; of an event, those of the sources that it rests on.
    """
    match part:
        case Quotation():
            given = {expert.id for expert in explainer.experts.values() if part.id in expert.quotes}
            found = {part.id, person_of(part), part.source, *given}
        case ExpertOpinion():
            found = {part.id, person_of(part)}
        case Event():
            found = {part.id, *part.sources}
    return frozenset(found - {""})

"""Related explainers: those that share people, sources or topics."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.entries import Record
from generator.model.explainer import Explainer

_PERSON, _SOURCE, _TOPIC = 3, 3, 2
_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An explainer that shares something with another: the names of people and of topics."""

    explainer: Explainer
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def related_explainers(record: Record) -> dict[str, tuple[Related, ...]]:
    """Find for each explainer those that share most with it.

    Args:
        record: The record of the site.

    Returns:
        At most three explainers by page path, that which shares most first; newer ones first among equals.
    """
    places = {page.path: place for place, page in enumerate(record.explainers)}
    shared: dict[str, dict[str, tuple[int, list[str], list[str]]]] = {path: {} for path in places}

    def join(pages: Sequence[Explainer], weight: int, person: str = "", topic: str = "") -> None:
        # What nearly everybody shares tells nothing, and would cost the square of the site.
        if len(pages) > max(_MOST * 10, len(places) // 4):
            return
        for one in pages:
            for other in pages:
                if one.path != other.path:
                    points, people, topics = shared[one.path].setdefault(other.path, (0, [], []))
                    shared[one.path][other.path] = (
                        points + weight,
                        [*people, person] if person else people,
                        [*topics, topic] if topic else topics,
                    )

    for person in record.people:
        join(person.explainers, _PERSON, person=person.person.name)
    for source in record.sources:
        join(source.explainers, _SOURCE)
    for topic in record.topics:
        join(topic.explainers, _TOPIC, topic=topic.name)
    found: dict[str, tuple[Related, ...]] = {}
    for path, others in shared.items():
        best = sorted(others.items(), key=lambda item: (-item[1][0], places[item[0]]))[:_MOST]
        found[path] = tuple(
            Related(explainer=record.explainers[places[other]], people=tuple(people), topics=tuple(topics))
            for other, (_, people, topics) in best
        )
    return found

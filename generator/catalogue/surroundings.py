"""Surroundings of each explainer, from the record of the site."""

from generator.catalogue.addresses import Addresses, Section
from generator.catalogue.related import Related
from generator.markdown.plain_text import plain
from generator.model.explainer import Explainer
from generator.render.surroundings import RelatedView, Surroundings
from generator.render.views import Link
from generator.wording.phrases import page_phrases


def make_surroundings(explainer: Explainer, addresses: Addresses, related: tuple[Related, ...]) -> Surroundings:
    """Return what the rest of the site adds to an explainer.

    Args:
        explainer: The page.
        addresses: Where the things of the record stand.
        related: The explainers that share most with it.

    Returns:
        The way back, related explainers, and the pages of its people and sources, as links from the page.
    """
    here = explainer.path
    phrases = page_phrases(explainer.language)
    trail = [Link(addresses.home(here), phrases["home"])]
    if listing := addresses.section(Section.EXPLAINERS, here):
        trail.append(Link(listing, phrases["explainers"]))
    return Surroundings(
        trail=trail if addresses.page(here) else (),
        related=[
            RelatedView(
                link=Link(addresses.explainer(entry.explainer, here), plain(entry.explainer.title)),
                about=_about(entry, phrases["shares"]),
            )
            for entry in related
        ],
        people={name: href for name in explainer.people if (href := addresses.person(explainer, name, here))},
        methodology=addresses.section(Section.METHODOLOGY, here),
        sources={name: href for name in explainer.sources if (href := addresses.source(explainer, name, here))},
    )


def _about(entry: Related, shares: str) -> str:
    names = [plain(name) for name in dict.fromkeys([*entry.people, *entry.topics])]
    return shares.format(names=", ".join(names)) if names else ""

"""Published texts: somebody else's articles that stand in the site's own folder, where everybody can read them."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.files.load import own_sources
from generator.model.explainer import Explainer, Site, Source
from generator.model.issue import Issue
from generator.site.settings import SEEDS_VARIABLE, Settings


def check_published_texts(site: Site, settings: Settings) -> Iterator[Issue]:
    """Warn of texts of somebody else that are committed with the site, and nothing says that they may be.

    Args:
        site: The site with the source texts that are at hand.
        settings: Where its files stand, and who publishes it.

    Yields:
        One warning for each source of each page.
    """
    own = own_sources(site, settings)
    for explainer in site.explainers.values():
        for source in explainer.sources.values():
            if source.file in own and not source.license and _is_others(source, explainer, settings):
                yield Issue.warning(
                    "published-text",
                    explainer.places.key("sources", source.id),
                    f"the text of source '{source.id}' is {_owner(source)} and stands in the site's own folder, "
                    "without a licence",
                    "say in `license:` of the source why it may be published, such as CC BY 4.0 or public domain; "
                    f"or move the text to a folder that {SEEDS_VARIABLE} names, and run `explainer lock`",
                )


def _is_others(source: Source, explainer: Explainer, settings: Settings) -> bool:
    """Tell whether a source says of itself that it is somebody else's; of one that says nothing, nobody knows."""
    organisation = settings.outputs.organisation
    ours = {name.casefold() for name in (settings.site_name, organisation.name, *explainer.byline)}
    if source.publisher:
        return source.publisher.casefold() not in ours
    if source.url:
        return _host(source.url) not in {_host(settings.site_url), _host(organisation.url)}
    return bool(source.author) and source.author.casefold() not in ours


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _owner(source: Source) -> str:
    return f"by {source.publisher or source.author}" if source.publisher or source.author else f"from {source.url}"

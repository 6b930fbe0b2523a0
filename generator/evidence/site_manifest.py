"""The manifest of a whole site, straight from its folders."""

from generator.checking import check_quotations
from generator.evidence.manifest import Manifest
from generator.evidence.recording import record_site
from generator.load import load_site, own_sources
from generator.settings import Settings


def site_manifest(settings: Settings) -> Manifest:
    """Make the manifest of a site as its folders hold it; no page is rendered.

    Args:
        settings: Where its files stand.

    Returns:
        The evidence of its published explainers.

    Raises:
        UnreadableError: There is no content folder.
    """
    loaded = load_site(settings)
    verdicts = check_quotations(loaded.site, loaded.lock).verdicts
    return record_site(loaded.site, verdicts, loaded.lock, own=own_sources(loaded.site, settings))

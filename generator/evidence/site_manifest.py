"""The manifest of a whole site, straight from its folders."""

from generator.checks.quotations import check_quotations
from generator.evidence.manifest import Manifest
from generator.evidence.recording import record_site
from generator.files.load import display_path_of, load_site, own_sources
from generator.model.errors import UnreadableError
from generator.model.issue import Severity
from generator.site.settings import Settings


def site_manifest(settings: Settings) -> Manifest:
    """Make the manifest of a site as its folders hold it; no page is rendered.

    Args:
        settings: Where its files stand.

    Returns:
        The evidence of its published explainers.

    Raises:
        UnreadableError: There is no content folder, or a page cannot be read.
    """
    loaded = load_site(settings)
    known = {display_path_of(settings, path) for path in loaded.site.explainers}
    for issue in loaded.issues:
        if issue.severity is Severity.ERROR and issue.location.path not in known:
            raise UnreadableError(f"{issue.message}; `explainer check` tells more", issue.location)
    outcomes, _ = check_quotations(loaded.site, loaded.lock)
    return record_site(loaded.site, outcomes, loaded.lock, own=own_sources(loaded.site, settings))

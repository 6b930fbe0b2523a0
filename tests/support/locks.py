"""Locks of small sites, written as `explainer lock` writes them."""

from datetime import date

from generator.build.built_site import build_site
from generator.files.lock import make_lock
from generator.files.lock_folder import Renewal, plan_renewal, write_renewal
from generator.site.settings import Settings

DAY = date(2025, 4, 8)


def lock_site(settings: Settings, day: date = DAY) -> Renewal:
    """Write the lock of a site whose pages are sound, and return what was changed."""
    built = build_site(settings)
    renewal = plan_renewal(
        make_lock(built.site, built.outcomes, day, built.lock), built.lock, built.site, is_whole=True
    )
    write_renewal(renewal, settings.locks)
    return renewal


def lock_texts(settings: Settings) -> dict[str, str]:
    """Return the text of each lock file, by its path below the folder of locks."""
    files = (file for file in settings.locks.rglob("*") if file.is_file())
    return {file.relative_to(settings.locks).as_posix(): file.read_text("utf-8") for file in files}

"""Explainer pages whose every quotation is proven."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.article import Article, Kind
    from generator.build import Built, build_site
    from generator.checked_site import check
    from generator.drafting.draft import Draft
    from generator.drafting.extract import extract
    from generator.exporting import export
    from generator.load import Loaded, load_site
    from generator.reading import read_article
    from generator.settings import Settings
    from generator.site_file import load_settings
    from generator.verdict import Verdict
    from generator.verification.verify import verify

_PLACES = {
    "Article": "article",
    "Built": "build",
    "Draft": "drafting.draft",
    "Kind": "article",
    "Loaded": "load",
    "Settings": "settings",
    "Verdict": "verdict",
    "build_site": "build",
    "check": "checked_site",
    "export": "exporting",
    "extract": "drafting.extract",
    "load_settings": "site_file",
    "load_site": "load",
    "read_article": "reading",
    "verify": "verification.verify",
}

__all__ = [
    "Article",
    "Built",
    "Draft",
    "Kind",
    "Loaded",
    "Settings",
    "Verdict",
    "build_site",
    "check",
    "export",
    "extract",
    "load_settings",
    "load_site",
    "read_article",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that the command line starts at once."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)

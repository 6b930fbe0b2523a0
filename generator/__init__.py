"""Explainer pages whose every quotation is proven."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.build.built_site import Built, build_site
    from generator.build.checked_site import check
    from generator.build.export import export
    from generator.drafting.draft import Draft
    from generator.drafting.extract import extract
    from generator.files.load import Loaded, load_site
    from generator.files.reading import read_article
    from generator.model.article import Article, Kind
    from generator.model.verdict import Verdict
    from generator.site.settings import Settings
    from generator.site.site_file import load_settings
    from generator.verification.verify import verify

_PLACES = {
    "Article": "model.article",
    "Built": "build.built_site",
    "Draft": "drafting.draft",
    "Kind": "model.article",
    "Loaded": "files.load",
    "Settings": "site.settings",
    "Verdict": "model.verdict",
    "build_site": "build.built_site",
    "check": "build.checked_site",
    "export": "build.export",
    "extract": "drafting.extract",
    "load_settings": "site.site_file",
    "load_site": "files.load",
    "read_article": "files.reading",
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

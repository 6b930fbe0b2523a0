"""The theme: where its templates and style sheets stand."""

from pathlib import Path

# In the order of the cascade; `explainer.css` names the layers and comes first.
STYLESHEETS = tuple(
    f"assets/css/{name}.css"
    for name in (
        "explainer",
        "tokens",
        "header",
        "quotation",
        "proof",
        "expert",
        "timeline",
        "facts",
        "sources",
        "corrections",
        "cards",
        "problems",
        "print",
    )
)


def theme_folder() -> Path:
    """Return the folder of the theme: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / "theme"


def stylesheets() -> tuple[str, ...]:
    """Return the style sheets that a page needs, in order, as paths below the theme's folder."""
    return STYLESHEETS

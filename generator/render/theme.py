"""The theme: its folders, and the files that every page of a site needs."""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.accent import Accent

STYLE_SHEET = "assets/explainer.css"
COMPONENTS = (
    "layers",
    "tokens",
    "page",
    "trail",
    "header",
    "key-points",
    "quotation",
    "proof",
    "pull",
    "expert",
    "timeline",
    "facts",
    "questions",
    "glossary",
    "sources",
    "corrections",
    "related",
    "cards",
    "index",
    "ledger",
    "links",
    "person",
    "source",
    "filter",
    "pager",
    "sections",
    "problems",
    "print",
)
"""The style sheets in the order of the cascade; `layers` names the layers and comes first."""

_SCRIPTS = {
    "assets/explainer.js": "explainer.js",
    # Material's worker looks for the words of languages beside its own folder, so ours stands in it too.
    "assets/javascripts/workers/explainer-search.js": "explainer-search.js",
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"\s*\n\s*")


def theme_folder() -> Path:
    """Return the folder of the theme: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / "theme"


def overrides_folder() -> Path:
    """Return the folder of the templates that take the place of Material's."""
    return theme_folder() / "overrides"


def theme_assets(accent: Accent) -> Mapping[str, str]:
    """Return the style sheet and the scripts of a site.

    Args:
        accent: The colour that the site's owner chose.

    Returns:
        Text by path below the site's folder.
    """
    scripts = theme_folder() / "assets" / "js"
    return {
        STYLE_SHEET: style_sheet(accent),
        **{path: _script(scripts / name) for path, name in _SCRIPTS.items()},
    }


def _script(path: Path) -> str:
    """Read a script without its indentation and the comments that fill a line; what else it holds stays."""
    return _INDENT.sub("\n", _COMMENT_LINE.sub("", path.read_text("utf-8")))


def style_sheet(accent: Accent) -> str:
    """Join the style sheets of all components, without their comments and indentation."""
    folder = theme_folder() / "assets" / "css"
    sheets = [(folder / f"{name}.css").read_text("utf-8") for name in COMPONENTS]
    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    sheets.insert(1, environment.get_template("accent.css.j2").render(accent=accent))
    return "".join(_INDENT.sub("\n", _COMMENT.sub("", sheet)).lstrip() for sheet in sheets)

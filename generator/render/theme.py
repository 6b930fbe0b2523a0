"""The theme: its folders, and the files that every page of a site needs."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.accent import Accent

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
    "problems",
    "print",
)
"""The style sheets of every page in the order of the cascade; `layers` names the layers and comes first."""

RECORD_STYLE_SHEET = "assets/explainer-record.css"
RECORD_COMPONENTS = ("index", "ledger", "links", "files", "person", "source", "filter", "pager", "sections")
"""Those of the pages that the record of a site makes; no other page loads them."""

_SCRIPTS = {
    "assets/explainer.js": "explainer.js",
    "assets/explainer-record.js": "explainer-record.js",
    # Material's worker looks for the words of languages beside its own folder, so ours stands in it too.
    "assets/javascripts/workers/explainer-search.js": "explainer-search.js",
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)
# Space around these means nothing in our style sheets; around a colon it may tell a selector from another.
_SPACE = re.compile(r"\s*([{};,])\s*")
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
    """Return the style sheets and the scripts of a site.

    Args:
        accent: The colour that the site's owner chose.

    Returns:
        Text by path below the site's folder.
    """
    scripts = theme_folder() / "assets" / "js"
    return {
        STYLE_SHEET: style_sheet(accent),
        RECORD_STYLE_SHEET: "".join(map(_sheet, RECORD_COMPONENTS)),
        **{path: _script(scripts / name) for path, name in _SCRIPTS.items()},
    }


def _script(path: Path) -> str:
    """Read a script without its indentation and the comments that fill a line; what else it holds stays."""
    return _INDENT.sub("\n", _COMMENT_LINE.sub("", path.read_text("utf-8")))


def style_sheet(accent: Accent, components: Sequence[str] = COMPONENTS) -> str:
    """Join style sheets, without their comments and indentation.

    Args:
        accent: The colour that the site's owner chose.
        components: Their names in the order of the cascade, `layers` first; those that every page needs if not given.
    """
    folder = theme_folder() / "assets" / "css"
    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    layers, *others = map(_sheet, components)
    return "".join([layers, environment.get_template("accent.css.j2").render(accent=accent), "\n", *others])


def _sheet(name: str) -> str:
    text = (theme_folder() / "assets" / "css" / f"{name}.css").read_text("utf-8")
    return _SPACE.sub(r"\1", _COMMENT.sub("", text)).replace(";}", "}").lstrip()

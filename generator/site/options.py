"""Options of the plugin: what they may be, and the settings that follow from them."""

import os
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pathspec.gitignore import GitIgnoreSpec

from generator.model.errors import Location, SettingsError
from generator.model.suggestion import did_you_mean
from generator.site.accent import DEFAULT as DEFAULT_ACCENT
from generator.site.accent import is_colour
from generator.site.settings import ALWAYS_EXCLUDED, NOTHING, SEEDS_VARIABLE, Organisation, Outputs, Settings

PLUGIN = "explainer"
_PLACE = Location(path="mkdocs.yml")
_SECTION_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the plugin.

    Args:
        name: Its name in mkdocs.yml.
        meaning: What it does, in the words of the guide.
        kinds: What its value may be.
        default: Its value where mkdocs.yml gives none.
    """

    name: str
    meaning: str
    _: KW_ONLY
    kinds: tuple[type, ...]
    default: Any


_TABLE = (
    Option(
        "seeds",
        "The folders of the source texts, in the order in which they are searched. The first holds the lock.",
        kinds=(str, list),
        default=["seeds"],
    ),
    Option(
        "raw_html",
        "Whether HTML in your Markdown reaches the page. If not, it is shown as text, and a page that would hold "
        "scripts and the like is not published.",
        kinds=(bool,),
        default=False,
    ),
    Option(
        "accent",
        "The colour of links and rules: see [the look](look.md).",
        kinds=(str,),
        default=DEFAULT_ACCENT,
    ),
    Option(
        "csp",
        "Whether pages carry a Content-Security-Policy: see [the look](look.md).",
        kinds=(bool,),
        default=False,
    ),
    Option(
        "cards",
        "Whether pages have pictures for links to them: see [cards](look.md#cards).",
        kinds=(bool,),
        default=True,
    ),
    Option(
        "cards_quotations",
        "Whether verified quotations have such pictures as well.",
        kinds=(bool,),
        default=False,
    ),
    Option(
        "cards_fonts",
        "Font files for writing that the fonts of the pictures lack.",
        kinds=(str, list),
        default=[],
    ),
    Option(
        "pages",
        "Lists that make themselves, turned off or renamed: see [pages that make themselves](record.md).",
        kinds=(dict,),
        default={},
    ),
    Option(
        "json_ld",
        "Whether pages carry [linked data](machines.md).",
        kinds=(bool,),
        default=True,
    ),
    Option(
        "feeds",
        "Whether there are [feeds](machines.md), or the web address that their ids begin with.",
        kinds=(bool, str),
        default=True,
    ),
    Option(
        "calendar",
        "Whether there are [calendars and tables](machines.md) of events.",
        kinds=(bool,),
        default=True,
    ),
    Option(
        "llms",
        "Whether there is an [`llms.txt`](machines.md).",
        kinds=(bool,),
        default=True,
    ),
    Option(
        "organisation",
        "Who [publishes](machines.md) the site: `name`, `url`, `logo` and `same_as`.",
        kinds=(dict,),
        default={},
    ),
    Option(
        "embeds",
        "Whether quotations, expert boxes and timelines can be [embedded](embedding.md).",
        kinds=(bool,),
        default=True,
    ),
)

OPTIONS: Mapping[str, Option] = {option.name: option for option in _TABLE}
"""The options of the plugin by name, in the order of the guide. MkDocs, the command line and the guide go by it."""


SECTIONS = ("explainers", "people", "quotations", "sources", "timeline", "topics", "corrections", "methodology")
"""The lists that the record of a site makes."""

ORGANISATION = ("name", "url", "logo", "same_as")
"""What the option `organisation` says."""


def plugin_options(plugins: Any) -> Mapping[str, Any]:
    """Return the options of our plugin from the `plugins` setting, in either of its forms.

    Args:
        plugins: The setting.

    Returns:
        The options by name.

    Raises:
        SettingsError: There is no such option, or it cannot have this value.
    """
    entries = list(plugins.items()) if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        entries = [pair for entry in plugins if isinstance(entry, dict) for pair in entry.items()]
    found = next((options for name, options in entries if name == PLUGIN), None) or {}
    if not isinstance(found, dict):
        raise SettingsError(f"the options of the plugin '{PLUGIN}' must be a mapping", _PLACE)
    for name, value in found.items():
        if name not in OPTIONS:
            help_text = did_you_mean(str(name), OPTIONS, f"its options are {', '.join(OPTIONS)}")
            raise SettingsError(f"the plugin '{PLUGIN}' has no option '{name}'; {help_text}", _PLACE)
        if not isinstance(value, OPTIONS[name].kinds) or (name == "accent" and not is_colour(str(value))):
            raise SettingsError(f"the option '{name}' cannot be '{value}'", _PLACE)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What MkDocs' own settings say that concerns us.

    Args:
        docs_dir: Folder of the pages, relative to that of mkdocs.yml or absolute.
        language: The theme's language.
        site_name: The site's name.
        page_folders: Whether each page has a folder of its own (use_directory_urls).
        custom_dir: The site's own folder of templates; empty where there is none.
        site_url: The site's web address; empty where there is none.
        site_description: What the site is.
        exclude_docs: The pages that it leaves out; None where that is not told.
        draft_docs: The pages that it shows in a preview alone; None where that is not told.
        extensions: The Markdown extensions that it switches on, with the options of each.
    """

    docs_dir: str
    language: str = "en"
    site_name: str = ""
    page_folders: bool = True
    custom_dir: str = ""
    site_url: str = ""
    site_description: str = ""
    exclude_docs: GitIgnoreSpec | None = None
    draft_docs: GitIgnoreSpec | None = None
    extensions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def make_settings(
    root: Path, host: Host, options: Mapping[str, Any], environment: Mapping[str, str] = os.environ
) -> Settings:
    """Make settings from what mkdocs.yml says, for the plugin and the command line alike.

    Args:
        root: Folder of mkdocs.yml.
        host: What MkDocs' own settings say.
        options: The plugin's options by name, as OPTIONS lists them.
        environment: Environment variables.

    Returns:
        The settings.

    Raises:
        SettingsError: An option cannot have its value.
    """
    chosen = _chosen(options)
    private = tuple(root / folder for folder in environment.get(SEEDS_VARIABLE, "").split(os.pathsep) if folder)
    return Settings(
        root=root,
        content=root / host.docs_dir,
        seeds=(*(root / str(folder) for folder in _listed(chosen["seeds"] or OPTIONS["seeds"].default)), *private),
        private_seeds=private,
        language=host.language,
        overrides=(root / host.custom_dir,) if host.custom_dir else (),
        raw_html=chosen["raw_html"],
        accent=chosen["accent"] or DEFAULT_ACCENT,
        site_name=host.site_name,
        page_folders=host.page_folders,
        sections=section_names(chosen["pages"]),
        cards=chosen["cards"],
        card_quotations=chosen["cards_quotations"],
        card_fonts=tuple(root / str(path) for path in _listed(chosen["cards_fonts"])),
        site_url=_site_url(host.site_url),
        site_description=host.site_description,
        outputs=make_outputs(chosen),
        embeds=chosen["embeds"],
        csp=chosen["csp"],
        excluded=ALWAYS_EXCLUDED + host.exclude_docs if host.exclude_docs else ALWAYS_EXCLUDED,
        held_back=host.draft_docs or NOTHING,
        extensions=host.extensions,
    )


def _chosen(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the value of every option: the one that is given, or else its default."""
    given = {name: value for name, value in options.items() if value is not None}
    return {name: given.get(name, option.default) for name, option in OPTIONS.items()}


def _listed(value: str | list[Any]) -> list[Any]:
    return [value] if isinstance(value, str) else value


def _site_url(url: str) -> str:
    """Return a web address with the slash at its end that MkDocs puts there; empty for one that no site can have."""
    return f"{url.rstrip('/')}/" if _is_web(url) and not set("?#") & set(url) else ""


def _is_web(url: object) -> bool:
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
    except ValueError:
        return False
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.netloc) and " " not in str(url)


def make_outputs(options: Mapping[str, Any]) -> Outputs:
    """Return what a site says to machines.

    Args:
        options: All options of the plugin by name.

    Returns:
        The choices; all is on that is not turned off.

    Raises:
        SettingsError: An option cannot have its value.
    """
    feeds = options["feeds"]
    if isinstance(feeds, str) and not _is_web(feeds):
        message = f"the option 'feeds' cannot be '{feeds}'; write true, false, or the web address that ids begin with"
        raise SettingsError(message, _PLACE)
    return Outputs(
        json_ld=options["json_ld"],
        feeds=bool(feeds),
        identity=_site_url(feeds) if isinstance(feeds, str) else "",
        calendar=options["calendar"],
        llms=options["llms"],
        organisation=_organisation(options["organisation"]),
    )


def _organisation(stated: Mapping[Any, Any]) -> Organisation:
    for name, value in stated.items():
        if name not in ORGANISATION:
            help_text = did_you_mean(str(name), ORGANISATION, f"it has {', '.join(ORGANISATION)}")
            message = f"the option 'organisation' has no '{name}'; {help_text}"
            raise SettingsError(message, _PLACE)
        values = value if name == "same_as" and isinstance(value, list) else [value]
        if not all(isinstance(item, str) if name == "name" else _is_web(item) for item in values):
            kind = "a text" if name == "name" else "a web address"
            message = f"'{name}' of the option 'organisation' must be {kind}, not '{value}'"
            raise SettingsError(message, _PLACE)
    same_as = stated.get("same_as") or []
    return Organisation(
        name=stated.get("name", ""),
        url=stated.get("url", ""),
        logo=stated.get("logo", ""),
        same_as=(same_as,) if isinstance(same_as, str) else tuple(same_as),
    )


def section_names(stated: Mapping[Any, Any]) -> dict[str, str]:
    """Return the names of the lists that the record makes.

    Args:
        stated: The plugin's option `pages`: false turns a list off, a text renames it.

    Returns:
        Name by the list's own name; empty where it is turned off.

    Raises:
        SettingsError: There is no such list, or it cannot have this name.
    """
    for section, name in stated.items():
        if section not in SECTIONS:
            help_text = did_you_mean(str(section), SECTIONS, f"its pages are {', '.join(SECTIONS)}")
            raise SettingsError(f"the option 'pages' has no page '{section}'; {help_text}", _PLACE)
        fits = isinstance(name, bool) or (isinstance(name, str | int) and _SECTION_NAME.fullmatch(str(name)))
        if not fits or str(name).casefold().rsplit("/", 1)[-1] in {"index", "readme", "404"}:
            message = f"the page '{section}' cannot be called '{name}'; use letters, digits and hyphens, or false"
            raise SettingsError(message, _PLACE)
    chosen = {section: stated.get(section, True) for section in SECTIONS}
    names = {
        section: section if name is True else "" if name is False else str(name) for section, name in chosen.items()
    }
    for section, name in names.items():
        for other, taken in names.items():
            if section != other and name and taken and f"{name}/".casefold().startswith(f"{taken}/".casefold()):
                message = f"the page '{section}' cannot be called '{name}', where '{other}' stands"
                raise SettingsError(message, _PLACE)
    return names

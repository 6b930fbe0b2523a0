"""Where a site's files stand and what its owner chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from generator.site.accent import DEFAULT as DEFAULT_ACCENT

SEEDS_VARIABLE = "EXPLAINER_SEEDS"


ALWAYS_EXCLUDED = GitIgnoreSpec.from_lines([".*", "/templates/"])
"""What MkDocs 1.6 leaves out by itself."""
NOTHING = GitIgnoreSpec.from_lines([])


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who publishes the site.

    Args:
        name: Its name; empty where the site's own name stands for it.
        url: Its web address.
        logo: Web address of its logo.
        same_as: Web addresses that stand for it elsewhere.
    """

    name: str = ""
    url: str = ""
    logo: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What a site says to machines.

    Args:
        json_ld: Whether pages carry linked data.
        feeds: Whether there are feeds.
        identity: Web address that the ids of entries and events begin with; empty for the site's own.
        calendar: Whether there are calendars and tables of events.
        llms: Whether there is an llms.txt.
        organisation: Who publishes the site.
    """

    json_ld: bool = True
    feeds: bool = True
    identity: str = ""
    calendar: bool = True
    llms: bool = True
    organisation: Organisation = Organisation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where a site's files stand and what its owner chose in mkdocs.yml.

    Args:
        root: Folder of mkdocs.yml; paths in messages are relative to it.
        content: Folder of the Markdown pages (MkDocs' docs_dir); `people/` lies in it.
        seeds: Folders of source texts, searched in this order; the first is the site's own and
            holds the folder of locks. Folders that do not exist are passed over.
        private_seeds: Those of them that EXPLAINER_SEEDS names, which are no part of the site.
        language: BCP 47 tag of pages that name none.
        overrides: Folders whose templates take the place of the theme's, as MkDocs' custom_dir does.
        raw_html: Whether HTML in the authors' Markdown reaches the page unsanitised.
        accent: The colour of links and rules, as #rrggbb.
        site_name: The site's name; the cards bear it.
        cards: Whether pages have cards, the pictures that a shared link shows.
        card_quotations: Whether each verified quotation has a card of its own.
        sections: Name of each list that the record makes, by its own name; empty for one that is turned off.
        page_folders: Whether each page has a folder of its own (MkDocs' use_directory_urls).
        links_from_files: Whether links in HTML lead from the Markdown file, as Zensical takes them.
        card_fonts: Font files for characters that the fonts of cards lack.
        site_url: The site's web address, with a slash at its end; empty where it is not known.
        site_description: What the site is, in a sentence.
        outputs: What it says to machines.
        embeds: Whether parts of pages have embeds.
        csp: Whether pages carry a Content-Security-Policy.
        excluded: The pages that MkDocs leaves out (its exclude_docs, and what it always leaves out).
        held_back: The pages that it shows in a preview alone (its draft_docs).
        extensions: The Markdown extensions that mkdocs.yml switches on, with the options of each.
    """

    root: Path
    content: Path
    seeds: tuple[Path, ...]
    private_seeds: tuple[Path, ...] = ()
    language: str = "en"
    overrides: tuple[Path, ...] = ()
    raw_html: bool = False
    accent: str = DEFAULT_ACCENT
    site_name: str = ""
    cards: bool = True
    card_quotations: bool = False
    card_fonts: tuple[Path, ...] = ()
    embeds: bool = True
    csp: bool = False
    sections: Mapping[str, str] = field(default_factory=dict)
    page_folders: bool = True
    links_from_files: bool = False
    site_url: str = ""
    site_description: str = ""
    outputs: Outputs = Outputs()
    excluded: GitIgnoreSpec = field(default_factory=lambda: ALWAYS_EXCLUDED)
    held_back: GitIgnoreSpec = field(default_factory=lambda: NOTHING)
    extensions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def locks(self) -> Path:
        """Return where the lock files of the site's sources stand."""
        return self.seeds[0] / "locks"

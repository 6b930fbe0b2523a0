"""Addresses of embeds: they follow the explainer's path and the anchors of its parts, which are for good."""

import posixpath
from collections.abc import Iterable, Mapping

from generator.site.page_url import page_url, relative_url

FOLDER = "embed"
TIMELINE = "timeline"
OEMBED = "oembed.json"
_INDEX = "index.html"


def embed_address(path: str, name: str = "") -> str:
    """Return the address of an embed below the site's own.

    Args:
        path: The explainer's path below the content folder, such as "explainers/tariffs.md".
        name: The anchor of the part, such as "quote-no-authority", or "timeline"; empty for the page's own embed.

    Returns:
        The address, such as "embed/explainers/tariffs/quote-no-authority/".
    """
    return posixpath.join(FOLDER, path.removesuffix(".md"), name, "")


def embed_file(address: str) -> str:
    """Return the path of an embed's file below the site's folder."""
    return f"{address}{_INDEX}"


def oembed_file(address: str) -> str:
    """Return the path of the oEmbed answer beside an embed."""
    return f"{address}{OEMBED}"


def embed_link(address: str, here: str, *, folders: bool) -> str:
    """Return how a page links to an embed.

    Args:
        address: The embed's address.
        here: The address of the page that links.
        folders: Whether links end in a slash (MkDocs' use_directory_urls) or name the file.

    Returns:
        The relative reference.
    """
    return relative_url(address if folders else embed_file(address), here)


def taken_files(pages: Iterable[str], explainers: Iterable[str], *, folders: bool) -> Mapping[str, str]:
    """Tell which files no embed of another page may be.

    Args:
        pages: The paths of all pages that the authors wrote.
        explainers: Those of the explainers, whose own embeds go before parts of other pages, such as the timeline of
            "soup.md" before the page "soup/timeline.md".
        folders: Whether each page has a folder of its own (MkDocs' use_directory_urls).

    Returns:
        Path of the page to which each file belongs, by the file's path below the site's folder.
    """
    embeds = {embed_file(embed_address(path)): path for path in explainers}
    return embeds | {_file(page_url(path, folders=folders)): path for path in pages}


def _file(address: str) -> str:
    return address if address.endswith(".html") else embed_file(address)

"""Addresses: where MkDocs puts a page, and how one page of a site links to another."""

import posixpath
from urllib.parse import quote

INDEXES = frozenset({"index", "README"})


def page_url(path: str, *, folders: bool = True) -> str:
    """Return the address of a page below the site's own, as MkDocs 1.6 makes it.

    Args:
        path: The page's path below the content folder, such as "explainers/tariffs.md".
        folders: Whether each page has a folder of its own (MkDocs' use_directory_urls).

    Returns:
        The address without percent signs, such as "explainers/tariffs/"; empty for the home page.
    """
    folder, name = posixpath.split(path.removesuffix(".md"))
    if name in INDEXES:
        return posixpath.join(folder, "" if folders else "index.html")
    name = f"{name}/" if folders else f"{name}.html"
    return posixpath.join(folder, name) if folder else name


def relative_url(target: str, here: str) -> str:
    """Return how a page links to another address of the site.

    Args:
        target: The other address below the site's own, such as "people/ada/"; an anchor may follow.
        here: The address of the page that links.

    Returns:
        The relative reference, with all that URLs do not hold written in percent signs.
    """
    address, mark, anchor = target.partition("#")
    if address == here and mark:
        return f"#{anchor}"
    relative = posixpath.relpath(address or ".", posixpath.dirname(here) or ".")
    if address.endswith("/") or not address:
        relative = "./" if relative == "." else f"{relative}/"
    return f"{quote(relative)}{mark}{anchor}"

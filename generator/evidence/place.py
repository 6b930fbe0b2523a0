"""Places: where the evidence of a page stands on the site, and where its page does."""

from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.site.page_url import INDEXES, page_url

NAME = "evidence.json"
"""The file's name, beside each page and at the site's root."""


def evidence_path(path: str) -> str:
    """Return where the evidence of a page stands, below the site's folder.

    With MkDocs' directory URLs that is the folder of the page's own address; without them, a folder beside the page
    that bears its name.

    Args:
        path: The page's path below the content folder, such as "explainers/soup.md".

    Returns:
        The path of the file, such as "explainers/soup/evidence.json"; of a page that is its folder's index, and so of
        the home page, the one in that folder.
    """
    return (_folder(path) / NAME).as_posix()


def evidence_link(path: str) -> str:
    """Return the address of a page's evidence as a link in its Markdown, relative to the page's file."""
    pure = PurePosixPath(path)
    return quote((_folder(path).relative_to(pure.parent) / NAME).as_posix())


def page_paths(path: str) -> tuple[str, str]:
    """Return where a page may stand below the site's folder: with directory URLs, and without.

    Args:
        path: Its path below the content folder.
    """
    return f"{page_url(path)}index.html", page_url(path, folders=False)


def site_root(place: str, paths: tuple[str, ...]) -> str:
    """Return the root of the site that an evidence file belongs to.

    Args:
        place: The file's path, with forward slashes, or its address.
        paths: The pages that it holds, by their paths below the content folder.

    Returns:
        The path or address, with a slash at the end where it is not empty.
    """
    own = evidence_path(paths[0]) if len(paths) == 1 else NAME
    if "://" in place:
        place = unquote(place.partition("?")[0].partition("#")[0])
    if place == own or place.endswith(f"/{own}"):
        return place.removesuffix(own)
    return place[: place.rfind("/") + 1]


def _folder(path: str) -> PurePosixPath:
    pure = PurePosixPath(path)
    return pure.parent if pure.stem in INDEXES else pure.with_suffix("")

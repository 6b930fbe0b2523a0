"""The web as the site stands in it: whole addresses where the site's own is known."""

from dataclasses import dataclass
from urllib.parse import quote, urljoin

from generator.catalogue.addresses import Addresses, Section
from generator.model.explainer import Explainer
from generator.site.page_url import INDEXES, relative_url

_OF_URLS = ":/?#[]@!$&'()*+,;=%~"
"""Signs that have a meaning in URLs (RFC 3986, section 2.2), and the percent sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """Where things of the site stand.

    Args:
        addresses: Where the record's things stand on the site.
        site_url: The site's address, with a slash at its end; empty where it is not known.
        identity: The address that ids begin with, so that they outlive a move of the site.
    """

    addresses: Addresses
    site_url: str = ""
    identity: str = ""

    def link(self, here: str, href: str) -> str:
        """Return a link from the page at `here` as a whole address, or as it is where the site's is not known."""
        return quote(urljoin(self.page(here), href), safe=_OF_URLS) if href and self.site_url else href

    def page(self, path: str) -> str:
        """Return the address of a page, by its path below the content folder."""
        return f"{self.site_url}{quote(self.addresses.page(path))}"

    def section(self, section: Section, here: str, slug: str = "") -> str:
        """Return the address of a list or of a page of it, as the page at `here` names it; empty where it is off."""
        return self.link(here, self.addresses.section(section, here, slug))

    def explainer(self, explainer: Explainer, here: str, kind: str = "", name: str | int = "") -> str:
        """Return the address of an explainer or of a part of it, as the page at `here` names it."""
        href = self.addresses.explainer(explainer, here, kind, name)
        return self.link(here, href)

    def from_file(self, explainer: Explainer, file: str, mark: str) -> str:
        """Return the address of a part of an explainer, as a file of the site names it."""
        address = f"{self.addresses.page(explainer.path)}#{mark}"
        return f"{self.site_url}{quote(address, safe='/#')}" if self.site_url else relative_url(address, file)

    def home(self, here: str) -> str:
        """Return the site's address, as the page at `here` names it."""
        return self.link(here, self.addresses.home(here))

    def file(self, path: str) -> str:
        """Return the address of a file, by its path below the site's folder."""
        return f"{self.site_url}{quote(path)}"

    def identifier(self, explainer: Explainer, mark: str) -> str:
        """Return an id of an explainer or of a part of it, which a move of the site need not change."""
        return f"{self.identity or self.site_url}{quote(self.addresses.page(explainer.path))}{mark}"


def page_folder(path: str) -> str:
    """Return the folder in which the files of a page stand, below the site's own and with a slash at its end.

    Args:
        path: The page's path below the content folder.

    Returns:
        The folder of the page's address; the home page's files have one of their own, since those of the whole
        site stand beside it.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return f"{folder or name}/" if name in INDEXES else f"{path.removesuffix('.md')}/"

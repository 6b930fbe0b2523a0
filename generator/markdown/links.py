"""Links: the addresses that HTML links to, as far as they are pages of the site."""

from html.parser import HTMLParser
from urllib.parse import urlsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def page_links(html: str) -> tuple[str, ...]:
    """Return the addresses that lead to a Markdown page of the site, such as "soup.md#sources"."""
    links = _Links()
    links.feed(html)
    links.close()
    return tuple(link for link in links.found if _is_page(link))


def _is_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and parts.path.lower().endswith(".md")

"""The view of a page: its article in a canonical form, and all else that can change what readers see of it."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.evidence.around import ReadFile, read_around, sha256
from generator.evidence.canonical import SITE, canonical, line_words
from generator.evidence.depth import check_depth
from generator.evidence.manifest import ArticleRecord
from generator.model.errors import UnreadableError

BLOCK_DIGITS = 8
"""Hexadecimal digits that are kept of the SHA-256 of each line of an article, to name the line that differs."""

_SAVED = re.compile(r"<!--\s*saved from url=", re.IGNORECASE)
_LOADED = frozenset(["script", "style"])


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a page shows of its article, and what can change it.

    Args:
        lines: The lines of the article's canonical form.
        around: What else in the page can change the view of it, in one line each.
        frame: The canonical form of all else: title, menus, header, footer.
        unread: The lines of `around` that are of style sheets and scripts that could not be read.
        saved: Whether a browser says in the page that it saved it.
    """

    lines: tuple[str, ...]
    around: tuple[str, ...]
    frame: str
    unread: tuple[str, ...] = ()
    saved: bool = False

    @property
    def words(self) -> str:
        """Return the words of the article."""
        return line_words("\n".join(self.lines))


def read_view(html: str, place: str, read: ReadFile) -> View:
    """Read the view of a finished page.

    Args:
        html: The page.
        place: Its path below the site's folder, such as "soup/index.html".
        read: Reads a style sheet or a script.

    Returns:
        The view.

    Raises:
        UnreadableError: It has no article, or several; or its elements are nested too deep.
    """
    html = html.removeprefix("\ufeff")
    check_depth(html)
    tree = LexborHTMLParser(html)
    pages = tree.css(".ex-page")
    article = _article(pages[0]) if len(pages) == 1 else None
    if article is None:
        raise UnreadableError(f"this page has {len(pages) or 'no'} articles of an explainer, and not one")
    base = urljoin(SITE, place)
    lines = tuple(canonical(article, base).split("\n"))
    around, unread = read_around(tree, article, base, read)
    article.decompose()
    # The root's own tag is among what holds the article.
    parts = (part for part in (tree.head, tree.body) if part is not None)
    frame = "\n".join(canonical(part, base, leave_out=_LOADED) for part in parts)
    return View(lines=lines, around=around, frame=frame, unread=unread, saved=bool(_SAVED.search(html[:4000])))


def record_view(view: View, place: str) -> ArticleRecord:
    """Return the record of a view: what binds evidence to a page.

    Args:
        view: The view.
        place: Path of the page below the site's folder.
    """
    return ArticleRecord(
        place=place,
        sha256=sha256("\n".join(view.lines)),
        words_sha256=sha256(view.words),
        blocks="".join(map(line_hash, view.lines)),
        around=view.around,
        frame_sha256=sha256(view.frame),
    )


def line_hash(line: str) -> str:
    """Return the first digits of the SHA-256 of a line."""
    return sha256(line)[:BLOCK_DIGITS]


def _article(page: LexborNode) -> LexborNode | None:
    node: LexborNode | None = page
    while node is not None and node.tag != "article":
        node = node.parent
    return node

"""Policy: a Content-Security-Policy that lets a finished page run what it holds, and nothing else."""

import base64
import hashlib
from html import escape
from html.parser import HTMLParser

_DATA_BLOCKS = frozenset({"application/json", "application/ld+json", "speculationrules"})
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'{styles}",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


class _Inline(HTMLParser):
    """Collects the scripts and styles that stand in a page, and finds where its policy may begin."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: dict[str, None] = {}
        self.styles: dict[str, None] = {}
        self.attributes: dict[str, None] = {}
        self.charset_end: tuple[int, int] | None = None
        self._kept: dict[str, None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and "charset" in values and self.charset_end is None:
            line, column = self.getpos()
            self.charset_end = line, column + len(self.get_starttag_text() or "")
        if style := values.get("style"):
            self.attributes[style] = None
        if tag == "script" and "src" not in values and (values.get("type") or "") not in _DATA_BLOCKS:
            self._kept = self.scripts
        elif tag == "style":
            self._kept = self.styles

    def handle_data(self, data: str) -> None:
        if self._kept is not None:
            self._kept[data] = None

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._kept = None


def with_policy(html: str) -> str:
    """Put a Content-Security-Policy (level 3) into a finished page.

    Args:
        html: The page as it will be published; what is changed afterwards breaks the policy.

    Returns:
        The page with a `meta` element behind that of its character set, which allows the site's own
        files and, by their SHA-256, the scripts and styles that stand in the page. A page that does
        not declare its character set is returned as it is.
    """
    inline = _Inline()
    inline.feed(html)
    inline.close()
    if inline.charset_end is None:
        return html
    scripts = "".join(f" {hash_source(text)}" for text in inline.scripts)
    styles = "".join(f" {hash_source(text)}" for text in [*inline.styles, *inline.attributes])
    if inline.attributes:
        styles += " 'unsafe-hashes'"
    policy = "; ".join(_DIRECTIVES).format(scripts=scripts, styles=styles)
    line, column = inline.charset_end
    lines = html.split("\n")
    row = lines[line - 1]
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=True)}">'
    lines[line - 1] = f"{row[:column]}{meta}{row[column:]}"
    return "\n".join(lines)


def hash_source(text: str) -> str:
    """Return how a policy names a script or a style that stands in the page: by its SHA-256."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"

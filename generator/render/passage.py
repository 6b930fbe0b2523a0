"""Passages: the address of exact words on another page (Scroll-to-Text-Fragment)."""

from urllib.parse import quote, urlsplit

from generator.model.verdict import Selector

LONGEST = 300
EDGE_WORDS = 5
CONTEXT_WORDS = 4


def web_url(url: str) -> str:
    """Return an address if it is one of the web, and nothing otherwise."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""


def passage_url(url: str, selector: Selector, text: str) -> str:
    """Return the address of a passage of a page.

    The fragment follows the draft "URL Fragment Text Directives": a long passage, or one that runs
    over paragraphs, is named by its first and last words; one that occurs more than once, by the
    words around it too.

    Args:
        url: The page's address.
        selector: The passage.
        text: The source's text; empty where it is not at hand and the passage is known to be unique.

    Returns:
        The address with a text fragment, or without one where the passage cannot be told apart.
    """
    plain = " ".join(text.split())
    directive = _directive(selector, plain)
    if not directive:
        return url
    return f"{url}:~:text={directive}" if "#" in url else f"{url}#:~:text={directive}"


def _directive(selector: Selector, text: str) -> str:
    exact = " ".join(selector.exact.split())
    if not exact:
        return ""
    target = _target(selector.exact, exact, text)
    if not text or (target and text.count(exact) == 1):
        return target
    prefix = _words_before(selector.prefix)
    suffix = _words_after(selector.suffix)
    if text.count(" ".join(part for part in (prefix, exact, suffix) if part)) != 1:
        return ""
    before = f"{_encoded(prefix)}-," if prefix else ""
    after = f",-{_encoded(suffix)}" if suffix else ""
    return f"{before}{_encoded(exact)}{after}" if _fits(selector.exact, exact) else ""


def _target(original: str, exact: str, text: str) -> str:
    """Name a passage by all its words, or by its first and last ones if those lead to nothing else."""
    if _fits(original, exact):
        return _encoded(exact)
    words = exact.split(" ")
    count = min(EDGE_WORDS, len(words) // 2)
    first, last = " ".join(words[:count]), " ".join(words[len(words) - count :])
    begin = text.find(first)
    ends_there = not text or text.find(last, begin + len(first)) == begin + len(exact) - len(last)
    unambiguous = not text or text.count(first) == 1
    return f"{_encoded(first)},{_encoded(last)}" if count and unambiguous and ends_there else ""


def _fits(original: str, exact: str) -> bool:
    return len(exact) <= LONGEST and "\n" not in original


def _words_before(text: str) -> str:
    """Return whole words just before a passage, of its own paragraph or the one before."""
    line = text.rstrip().rsplit("\n", 1)
    return " ".join(line[-1].split()[-CONTEXT_WORDS:] if len(line) > 1 else line[0].split()[1:][-CONTEXT_WORDS:])


def _words_after(text: str) -> str:
    """Return the whole words right after a passage, from its own paragraph or the next."""
    line = text.lstrip().split("\n", 1)
    return " ".join(line[0].split()[:CONTEXT_WORDS] if len(line) > 1 else line[0].split()[:-1][:CONTEXT_WORDS])


def _encoded(text: str) -> str:
    # The hyphen is part of the syntax of a text directive, so it is encoded as well.
    return quote(text, safe="").replace("-", "%2D")

"""The audit of views: whether the whole article of a page is the one that was published, and looks as it did."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.evidence.around import DATA, SIZED
from generator.evidence.canonical import line_words
from generator.evidence.finding import audit_issue
from generator.evidence.given import GivenPage
from generator.evidence.manifest import ArticleRecord
from generator.evidence.view import BLOCK_DIGITS, View, line_hash, record_view
from generator.model.issue import Issue, Severity

_MOST_TOLD = 8
_LONGEST = 160
_MOST_LINES = 5_000
"""Lines that are compared one by one; it takes the square of them."""
_SIZED_HELP = "scripts of themes size menus so; look whether it covers the article"
_SAVED_HELP = "a browser that saves a page writes its links and files anew; compare the page at its address"


def audit_view(recorded: ArticleRecord, given: GivenPage) -> Iterator[Issue]:
    """Compare the view of a finished page with its record.

    Args:
        recorded: The record.
        given: The page.

    Yields:
        What is not as recorded. Where a browser says that it saved the page, markup and style sheets are a warning,
        and the words are compared alone.
    """
    if given.view is None:
        yield audit_issue("article-differs", given.shown, given.no_view or "the page has no article")
        return
    found, view = record_view(given.view, recorded.place), given.view
    if found.words_sha256 != recorded.words_sha256 or (found.sha256 != recorded.sha256 and not view.saved):
        yield from _article(recorded, view, given.shown)
    if view.saved:
        message = "the page was saved by a browser: of its article, the words alone were compared"
        yield audit_issue("view-unchecked", given.shown, message, _SAVED_HELP, severity=Severity.WARNING)
        return
    yield from _around(recorded, view, given.shown)
    if found.frame_sha256 != recorded.frame_sha256:
        message = "what stands around the article, such as the page's title or menus, is not as it was published"
        help_text = "look for words there that contradict the page; they are no part of what is proven"
        yield audit_issue("frame-differs", given.shown, message, help_text, severity=Severity.WARNING)


def _article(recorded: ArticleRecord, view: View, place: str) -> Iterator[Issue]:
    """Name the lines of an article that were not published so."""
    before = [recorded.blocks[at : at + BLOCK_DIGITS] for at in range(0, len(recorded.blocks), BLOCK_DIGITS)]
    if max(len(before), len(view.lines)) > _MOST_LINES:
        message = f"it has {len(view.lines)} lines, and {len(before)} were published"
        yield audit_issue("article-differs", place, f"the article is not the one that was published: {message}")
        return
    changes = SequenceMatcher(None, before, [line_hash(line) for line in view.lines], autojunk=False).get_opcodes()
    told = [_change(view, *spans[1:]) for spans in changes if spans[0] != "equal"] or [
        "the record of its lines is wrong"
    ]
    for message in told[:_MOST_TOLD]:
        yield audit_issue("article-differs", place, f"the article is not the one that was published: {message}")
    if len(told) > _MOST_TOLD:
        message = f"the article is not the one that was published in {len(told) - _MOST_TOLD} places more"
        yield audit_issue("article-differs", place, message)


def _change(view: View, start: int, end: int, new_start: int, new_end: int) -> str:
    if new_start == new_end:
        return f"{end - start} {'line is' if end - start == 1 else 'lines are'} gone after {_quoted(view, new_start)}"
    verb = "is new" if start == end else "reads or is marked up otherwise"
    words = " ".join(filter(None, map(line_words, view.lines[new_start:new_end])))
    marked = "\n".join(view.lines[new_start:new_end])
    return f"“{_short(words or marked)}” {verb}, after {_quoted(view, new_start)}"


def _quoted(view: View, end: int) -> str:
    words = next(filter(None, map(line_words, reversed(view.lines[:end]))), "")
    return f"“{_short(words)}”" if words else "its beginning"


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _around(recorded: ArticleRecord, view: View, place: str) -> Iterator[Issue]:
    """Tell what can change the view and was not there, what was there and is gone, and what stands in another order."""
    gone, new = Counter(recorded.around) - Counter(view.around), Counter(view.around) - Counter(recorded.around)
    known = {_unhashed(line) for line in gone}
    unread = {line for line in new if line in view.unread and _unhashed(line) in known}
    for line in new.elements():
        if line in unread:
            yield _unchecked(place, f"a file that the page loads could not be read, and was not compared: {line}")
        elif line.startswith(SIZED):
            yield _unchecked(place, f"something beside the article has a size of its own: {line}", _SIZED_HELP)
        elif line.startswith(DATA):
            yield _unchecked(place, f"what the page tells its scripts is not as it was published: {line}")
        else:
            message = "the page has something that can change what readers see, and had not when it was published"
            yield audit_issue("view-differs", place, _short(f"{message}: {line}", 2 * _LONGEST))
    told = {_unhashed(line) for line in new}
    lost = [line for line in gone.elements() if _unhashed(line) not in told]
    for line in lost:
        message = f"the page no longer has what shaped it: {line}"
        yield audit_issue("view-differs", place, _short(message, 2 * _LONGEST))
    if not gone and not new and recorded.around != view.around:
        message = "style sheets and scripts stand in another order, and the last one counts most"
        yield audit_issue("view-differs", place, message)


def _unhashed(line: str) -> str:
    return line.rpartition(" ")[0]


def _unchecked(place: str, message: str, help_text: str = "") -> Issue:
    return audit_issue("view-unchecked", place, _short(message, 2 * _LONGEST), help_text, severity=Severity.WARNING)

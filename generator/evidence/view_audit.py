"""The audit of views: whether the whole article of a page is the one that was published, and looks as it did."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain

from generator.evidence.finding import audit_issue
from generator.evidence.given import GivenPage
from generator.evidence.manifest import ArticleRecord
from generator.evidence.view import BLOCK_DIGITS, View, line_hash, line_words, record_view
from generator.model.issue import Issue, Severity

_MOST_TOLD = 8
_LONGEST = 160
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
        message = "what stands around the article, such as its menus, is not as it was published"
        help_text = "look for words there that contradict the page; they are no part of what is proven"
        yield audit_issue("frame-differs", given.shown, message, help_text, severity=Severity.WARNING)


def _article(recorded: ArticleRecord, view: View, place: str) -> Iterator[Issue]:
    """Name the lines of an article that were not published so."""
    before = [recorded.blocks[at : at + BLOCK_DIGITS] for at in range(0, len(recorded.blocks), BLOCK_DIGITS)]
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


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _around(recorded: ArticleRecord, view: View, place: str) -> Iterator[Issue]:
    """Tell what can change the view and was not there, and what was there and is gone."""
    unread = {f"{what} {address}" for address in view.unread for what in ("style", "script")}
    before, after = Counter(recorded.around), Counter(view.around)
    gone = before - after
    for line in (after - before).elements():
        name = line.rpartition(" ")[0]
        if name in unread and any(known.rpartition(" ")[0] == name for known in gone):
            message = f"a file that the page loads could not be read, and was not compared: {name}"
            yield audit_issue("view-unchecked", place, message, severity=Severity.WARNING)
            gone = Counter({known: count for known, count in gone.items() if known.rpartition(" ")[0] != name})
            continue
        message = f"the page has something that can change what readers see, and had not when it was published: {line}"
        yield audit_issue("view-differs", place, _short(message) if len(message) > 2 * _LONGEST else message)
    for line in chain(gone.elements()):
        if line.rpartition(" ")[0] not in {known.rpartition(" ")[0] for known in after}:
            yield audit_issue("view-differs", place, f"the page no longer has what shaped it: {line}")

"""Listings: the site's explainers as cards on an ordinary page, such as the home page."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.front_matter.nodes import read_front_matter
from generator.markdown.author_text import AuthorText, Edit, apply_edits
from generator.markdown.citations import without_citations
from generator.markdown.directive_options import OptionReader
from generator.markdown.directives import option_lines, stray_issue
from generator.markdown.layout import Layout, Line, read_layout
from generator.markdown.plain_text import escape_markdown, plain, without_markup
from generator.model.article import LANGUAGE_TAG
from generator.model.errors import Location
from generator.model.explainer import Explainer
from generator.model.issue import Issue
from generator.wording.date_words import date_words
from generator.wording.phrases import page_phrases

_DIRECTIVE = re.compile(r":::[ \t]*explainers[ \t]*$")
_STRAY = re.compile(r"(?<![:：])[:：]{2,}[ \t]*explainers\b")
_OPTIONS = ("count", "topic")
_MOST = 24
"""How many cards a listing has where it may lead to the rest, so that no page grows with the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An explainer as a listing shows it.

    Args:
        explainer: The page.
        proof: How many of its quotations are verified, in words; empty where it has none.
        proof_state: "verified" where all are, else "partly".
    """

    explainer: Explainer
    proof: str
    proof_state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page whose listings are carried out, and what is wrong with them."""

    text: str
    issues: tuple[Issue, ...] = ()


def place_listings(
    text: str,
    path: str,
    display_path: str,
    listed: Sequence[Listed],
    *,
    templates: Environment,
    language: str,
    full: str = "",
) -> Listing | None:
    """Put the site's explainers where an ordinary page has a line `::: explainers`.

    Args:
        text: The whole page.
        path: Its path below the content folder.
        display_path: Its path as messages display it.
        listed: The explainers; drafts and pages that are not to be listed are left out, and the newest comes first.
        templates: The theme's partials, from `load_templates`.
        language: BCP 47 tag of the site's language.
        full: Path of the page that lists all explainers; without one, a listing shows all of them.

    Returns:
        The page with the cards, or None where it has no such line.
    """
    if ":::" not in text:
        return None
    front = read_front_matter(text, path)
    layout = read_layout(front.body)
    author = AuthorText(front.body, Location(path=display_path, line=front.body_line), in_body=True)
    stated = str((front.data or {}).get("language") or "")
    own_language = stated if LANGUAGE_TAG.fullmatch(stated) else language
    edits: list[Edit] = []
    issues: list[Issue] = []
    for line, beneath in _places(layout):
        options = OptionReader(author, "::: explainers", _OPTIONS, beneath)
        topics = {topic for entry in listed for topic in entry.explainer.topics}
        chosen = _choose(listed, options.known("topic", topics, "topic") if listed else "")
        count = options.number("count") or (_MOST if full else len(chosen))
        issues += options.issues
        cards = _render(chosen[:count], path, templates, own_language, full if len(chosen) > count else "")
        last = beneath[-1] if beneath else line
        edits.append(Edit(line.start, last.start + len(last.text), cards))
    issues += _strays(author, layout)
    if not edits and not issues:
        return None
    head = text[: len(text) - len(front.body)]
    return Listing(text=head + apply_edits(front.body, edits), issues=tuple(issues))


def _places(layout: Layout) -> Iterator[tuple[Line, list[Line]]]:
    """Give the lines of the directive, each with those of its options."""
    for index, line in enumerate(layout.lines):
        if _DIRECTIVE.match(line.text) and not layout.code_at(line.start):
            yield line, list(option_lines(layout.lines, index, 0))


def _strays(author: AuthorText, layout: Layout) -> Iterator[Issue]:
    """Find what reads as the directive and stands where none is carried out."""
    for line in layout.lines:
        stray = _STRAY.search(line.text)
        if stray and not _DIRECTIVE.match(line.text) and not layout.code_at(line.start + stray.start()):
            help_text = "write `::: explainers` alone on a line of its own, not in a list or a box"
            yield stray_issue(author, line.start + stray.start(), stray.group(), help_text)


def _choose(listed: Sequence[Listed], topic: str) -> list[Listed]:
    chosen = [entry for entry in listed if entry.explainer.listed and not entry.explainer.draft]
    chosen = [entry for entry in chosen if not topic or topic in entry.explainer.topics]
    chosen.sort(key=lambda entry: (entry.explainer.title, entry.explainer.path))
    chosen.sort(key=lambda entry: _date_key(entry.explainer), reverse=True)
    return chosen


def _render(chosen: Sequence[Listed], path: str, templates: Environment, language: str, full: str) -> str:
    cards = [
        {
            "kicker": Markup(escape_markdown(_kicker(entry.explainer))),  # noqa: S704 - escaped for Markdown
            "title": Markup(escape_markdown(entry.explainer.title)),  # noqa: S704 - as above
            "link": Markup(_link(entry.explainer.path, path)),  # noqa: S704 - a path of this site
            "standfirst": Markup(escape_markdown(without_markup(without_citations(entry.explainer.standfirst)))),  # noqa: S704 - as above
            "facts": [Markup(fact) for fact in _facts(entry, language)],  # noqa: S704 - as above
            "proof_state": entry.proof_state,
            "proof": Markup(escape_markdown(entry.proof)),  # noqa: S704 - as above
        }
        for entry in chosen
    ]
    words = page_phrases(language)
    more = Markup(_link(full, path)) if full else ""  # noqa: S704 - a path of this site
    return templates.get_template("partials/cards.md.j2").render(cards=cards, more=more, words=words).strip("\n")


def _date_key(explainer: Explainer) -> tuple[object, ...]:
    date = explainer.changed
    return (date is not None, date.sort_key if date is not None else ())


def _link(target: str, path: str) -> str:
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"<{relative}>" if re.search(r"[\s()<>]", relative) else relative


def _kicker(explainer: Explainer) -> str:
    return explainer.kicker or ", ".join(map(plain, explainer.topics[:1]))


def _facts(entry: Listed, language: str) -> list[str]:
    explainer = entry.explainer
    date = explainer.changed
    topics = explainer.topics if explainer.kicker else explainer.topics[1:]
    facts = [", ".join(map(plain, topics)), date_words(date, language) if date else ""]
    return [escape_markdown(fact) for fact in facts if fact]

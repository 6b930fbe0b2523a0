"""Given: what there is to check a manifest against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.evidence.showing import ShownPage
from generator.evidence.view import View
from generator.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """The text of a source as somebody gives it: the article, where it is from, and whether that is a live page."""

    article: Article
    shown: str
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """A finished page.

    Args:
        page: What it shows of its quotations.
        shown: Where it is from.
        view: The view of its article; None where it has none, or the evidence does not bind it.
        no_view: Why there is none, where there should be one.
    """

    page: ShownPage
    shown: str
    view: View | None = None
    no_view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What there is to check against.

    Args:
        texts: Texts by page path and source id.
        pages: Pages by path.
        missing: Why there is no text or page, by the same; an id of "" stands for the page itself.
        refused: Why a page that is there cannot be read, by its path.
    """

    texts: Mapping[tuple[str, str], GivenText]
    pages: Mapping[str, GivenPage]
    missing: Mapping[tuple[str, str], str]
    refused: Mapping[str, str] = field(default_factory=dict)

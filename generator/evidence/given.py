"""Given: what there is to check a manifest against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.evidence.showing import ShownPage
from generator.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """The text of a source as somebody gives it: the article, where it is from, and whether that is a live page."""

    article: Article
    shown: str
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """A finished page: what it shows and where it is from."""

    page: ShownPage
    shown: str


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

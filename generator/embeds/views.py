"""Views: the finished values that the templates of embeds show."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.render.views import Link, QuotationView


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """A frame that shows an embed: its address, what it shows in words, and its measures in CSS pixels."""

    src: str
    title: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeView:
    """What somebody pastes into a page: words that stand for themselves, and the frame.

    Args:
        lead: What the embed is, where its quotations do not say it.
        quotations: The quotations that it shows in full.
        language: BCP 47 tag of the page's language.
        link: The part on its page, and the page's headline.
        site: The site's name.
        frame: The frame.
    """

    lead: str
    quotations: Sequence[QuotationView]
    language: str
    link: Link
    site: str
    frame: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """What an embed shows.

    Args:
        notes: The corrections of what it shows.
        older: How many more of them the page shows, in words; empty where all are here.
        kicker: What stands above the headline, where that leads.
        part: The part of the page.
        is_page: Whether it stands for the page itself, whose headline leads.
        link: The part on its page, and the page's headline.
        site: The site's name.
        more: How much more the page shows, in words; empty where the part is whole.
        shortened: Whether something is left out that the page shows.
        code: What somebody pastes into a page, escaped as text; empty where the site's address is not known.
    """

    notes: Markup
    older: str
    kicker: Markup
    part: Markup
    is_page: bool
    link: Link
    site: str
    more: str
    shortened: bool
    code: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture for links to an embed: its path below the site's folder, or its whole address, and its words."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """The page at an address that an embed had: the language, what the embed shows, and where it stands now.

    Args:
        language: BCP 47 tag of its language.
        direction: "ltr" or "rtl".
        title: What the embed shows, in words.
        href: Relative reference to the embed.
        canonical: Whole address of the part on its page; empty where the site's is not known.
    """

    language: str
    direction: str
    title: str
    href: str
    canonical: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The page of an embed.

    Args:
        language: BCP 47 tag of its language.
        direction: "ltr" or "rtl".
        policy: Its Content-Security-Policy.
        title: What it shows, in words.
        base: Address of the explainer, which its links count from.
        canonical: Whole address of the part on its page; empty where the site's is not known.
        oembed: Whole address of the oEmbed answer.
        picture: The picture for links to it; None where there is none.
        style: Its style sheet.
        body: What it shows.
    """

    language: str
    direction: str
    policy: str
    title: str
    base: str
    canonical: str
    oembed: str
    picture: Picture | None
    style: Markup
    body: Markup

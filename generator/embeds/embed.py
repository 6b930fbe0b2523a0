"""An embed: a finished page for a frame, in the fullest form that others load in a moment."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.embeds.address import embed_file, oembed_file
from generator.embeds.forms import Form
from generator.embeds.part import Part
from generator.model.issue import Issue

LIMIT = 12_000
"""How many bytes an embed may have; of one that has more, something is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """A finished embed.

    Args:
        address: Where it stands below the site's own address.
        part: What it shows.
        html: Its page.
        answer: What oEmbed says of it; empty where the site's address is not known.
        moved: The pages that lead to it, by the addresses that it had under former ids.
    """

    address: str
    part: Part
    html: str
    answer: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Return how many bytes its page has."""
        return len(self.html.encode())

    @property
    def files(self) -> Mapping[str, str]:
        """Return the text of each of its files by their paths below the site's folder."""
        files = {embed_file(address): html for address, html in {**self.moved, self.address: self.html}.items()}
        answered = (*self.moved, self.address) if self.answer else ()
        return files | {oembed_file(address): self.answer for address in answered}


def fullest_embed(forms: Sequence[Form], make: Callable[[Form], Embed]) -> Embed:
    """Find the fullest form of an embed that is small enough.

    Args:
        forms: The forms, of which each leaves out more than the one before.
        make: Makes the embed of a form.

    Returns:
        The embed of the first form that is small enough; that of the last where none is.
    """
    made = cache(make)
    whole = made(forms[0])
    if whole.size <= LIMIT:
        return whole
    place = bisect_left(forms, -LIMIT, lo=1, key=lambda form: -made(form).size)
    return made(forms[min(place, len(forms) - 1)])


def size_issues(embeds: Iterable[Embed]) -> tuple[Issue, ...]:
    """Tell the author of the embeds that are too large, although everything is left out that may be."""
    return tuple(_issue(embed) for embed in embeds if embed.size > LIMIT)


def _issue(embed: Embed) -> Issue:
    return Issue.warning(
        "large-embed",
        embed.part.place,
        f"embed '{embed.address}' has {embed.size:,} bytes, more than {LIMIT:,}",
        "it is whole, since no more of it may be left out; give less here for it to load in a moment",
    )

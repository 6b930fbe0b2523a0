"""The web, as the commands on evidence reach it."""

from collections.abc import Callable


def fetch_given(url: str) -> bytes:
    """Fetch an evidence file whose address the author gave, or a page or a part of it that belongs to it."""
    from generator.evidence.json_form import LARGEST  # noqa: PLC0415
    from generator.files.fetching import ARTICLES, EVIDENCE, PARTS, fetch  # noqa: PLC0415

    return fetch(url, kinds={**PARTS, **ARTICLES, **EVIDENCE}, largest=LARGEST).data


def source_fetcher(place: str) -> Callable[[str], bytes]:
    """Return what fetches sources whose addresses an evidence file names, at no place of the author's own network.

    Args:
        place: The file's path or address.
    """
    from generator.files.fetching import fetch  # noqa: PLC0415

    return lambda url: fetch(url, named_in=place).data

"""What oEmbed says of an embed."""

import json

from generator.embeds.oembed import oembed_answer
from generator.embeds.views import FrameView

VIEW = FrameView(src="https://soup.example/embed/soup/", title="Soup “hot”", width=600, height=250)


def answer(**values: object) -> dict[str, object]:
    given = {"byline": ("Ada Example", "Bo\nSample"), "site_name": "Soup", "site_url": "https://soup.example/"}
    return dict(json.loads(oembed_answer(VIEW, "<iframe></iframe>", **{**given, **values})))  # type: ignore[arg-type]


def test_an_answer_holds_what_the_standard_asks_for() -> None:
    assert answer() == {
        "version": "1.0",
        "type": "rich",
        "title": "Soup “hot”",
        "author_name": "Ada Example, Bo Sample",
        "provider_name": "Soup",
        "provider_url": "https://soup.example/",
        "cache_age": 3600,
        "html": "<iframe></iframe>",
        "width": 600,
        "height": 250,
    }


def test_what_is_not_known_is_not_said() -> None:
    assert not {"author_name", "provider_name"} & answer(byline=(), site_name="").keys()

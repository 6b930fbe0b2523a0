"""Which form an embed takes."""

from dataclasses import replace
from typing import cast

import pytest
from markupsafe import Markup

from generator.embeds.embed import LIMIT, Embed, fullest_embed, size_issues
from generator.embeds.forms import Form
from generator.embeds.part import Part
from generator.model.errors import Location
from generator.render.components import Components

PLACE = Location(path="content/soup.md", line=9)
NONE = cast("Components", None)


def part(name: str) -> Part:
    return Part(name=name, place=PLACE, anchor="x", title="x", lead="", concerning=frozenset(), html=Markup())


def embed(size: int, answer: str = "") -> Embed:
    return Embed(address="embed/soup/x/", part=part("x"), html="é" * (size // 2) + "e" * (size % 2), answer=answer)


@pytest.mark.parametrize("small", [0, 1, 2, 7, 99, 100])
def test_the_fullest_form_that_is_small_enough(small: int) -> None:
    made: list[int] = []
    forms: list[Form] = [lambda _, number=number: part(str(number)) for number in range(100)]  # type: ignore[misc]

    def make(form: Form) -> Embed:
        made.append(int(form(NONE).name))
        return replace(embed(LIMIT + max(small - made[-1], 0)), part=part(str(made[-1])))

    found = fullest_embed(forms, make)
    assert int(found.part.name) == min(small, 99)
    assert len(made) == len(set(made)) < 10


def test_an_embed_that_stays_large_is_told() -> None:
    assert size_issues([embed(LIMIT)]) == ()
    (issue,) = size_issues([embed(LIMIT), embed(LIMIT + 345)])
    assert (issue.code, issue.severity, issue.location) == ("large-embed", "warning", PLACE)
    assert issue.message == "embed 'embed/soup/x/' has 12,345 bytes, more than 12,000"


def test_the_files_of_an_embed() -> None:
    assert set(embed(4).files) == {"embed/soup/x/index.html"}
    assert embed(4, "{}").files == {"embed/soup/x/index.html": "éé", "embed/soup/x/oembed.json": "{}"}

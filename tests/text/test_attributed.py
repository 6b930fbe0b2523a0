"""Who, by the text's own words, said what stands in its quotation marks."""

import pytest
import yaml

from generator.text.attributed import attribute
from generator.text.marks import find_segments
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "attribution.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_speaker_and_strength(case: dict[str, object]) -> None:
    found = [[a.speaker, str(a.strength) if a.strength else None] for a in attribute(str(case["text"]))]
    assert found == case["speakers"]


@pytest.mark.parametrize("tag", ["", "xx", "../../etc/passwd", "x" * 5000, "en\0", "EN-gb"])
def test_any_language_tag_is_read_as_some_language(tag: str) -> None:
    assert attribute("“Soup is hot,” said Ada Example.", tag)[0].speaker == "Ada Example"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_evidence_stands_in_the_text(case: dict[str, object]) -> None:
    text = str(case["text"])
    attributions = attribute(text)
    assert len(attributions) == len(find_segments(text))
    assert all(a.evidence and a.evidence in text for a in attributions if a.strength)

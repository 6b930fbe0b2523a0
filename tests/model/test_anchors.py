"""Anchors: readable, safe, and other ones for other terms."""

import pytest

from generator.model.anchors import anchor


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("quote", "no-authority", "quote-no-authority"),
        ("correction", 2, "correction-2"),
        ("glossary", "dry  dock", "glossary-dry-dock"),
        ("glossary", "U.S. law", "glossary-U-S-law"),
        ("glossary", "C++", "glossary-C-2b-2b"),
        ("glossary", "C#", "glossary-C-23"),
        ("glossary", "港湾法", "glossary-港湾法"),
        ("glossary", "’", "glossary--"),
    ],
)
def test_an_anchor(kind: str, name: str | int, expected: str) -> None:
    assert anchor(kind, name) == expected

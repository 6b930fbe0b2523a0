"""The table of rules: each rule's example is read by that rule, and each is needed by some text of the tests."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
import yaml

from generator.text.attributed import attribute
from generator.text.rules.rule import Rule
from generator.text.rules.table import RULES
from tests.support.places import DATA

PARTS = {part.name: getattr(RULES, part.name) for part in fields(RULES)}
ALL = [rule for rules in PARTS.values() for rule in rules]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_rules_example_is_what_it_finds(rule: Rule[..., Any]) -> None:
    example = rule.example
    found = attribute(example.text, example.language)[example.quotation]
    fired = found.rule.split("/")
    part = next(rules for rules in PARTS.values() if rule in rules)
    assert [other.name for other in part if other.name in fired] == [rule.name]
    assert (found.speaker, found.cue, found.strength) == (example.speaker, example.cue, example.strength)


def test_no_two_rules_share_a_name_or_an_example() -> None:
    assert len({rule.name for rule in ALL}) == len(ALL)
    assert len({rule.example.text for rule in ALL}) == len(ALL)


def test_every_rule_is_needed_by_a_text_of_the_tests() -> None:
    fired = {name for text, tag in texts() for found in attribute(text, tag) for name in found.rule.split("/")}
    assert {rule.name for rule in ALL} - fired == set()


def texts() -> Iterator[tuple[str, str]]:
    for path in [DATA / "attribution.yaml", *sorted((DATA / "drafting").glob("*.yaml"))]:
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield case["text"], case.get("language", path.stem if len(path.stem) == 2 else "en")

"""The sentences around a passage: prose, no heading, and nobody else's turn."""

import pytest
import yaml

from generator.model.article import Article, Kind
from generator.verification.context import find_context
from tests.support.places import DATA

CASES = yaml.safe_load((DATA / "context.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_context(case: dict[str, str]) -> None:
    kind, language = Kind(case.get("kind", "article")), case.get("language", "en")
    article = Article(text=case["text"], kind=kind, language=language)
    start = article.text.index(case["words"])
    found = find_context(article, start, start + len(case["words"]))
    assert found == (case["before"], case["after"])

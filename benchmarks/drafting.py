"""Measure drafting: its speed, and its figures on annotated articles beside those of a peer.

    python benchmarks/drafting.py [SCORE.PY]

The articles of the speed test are made here, of plainly invented people. SCORE.PY is a scorer with annotated
articles beside it; without one only the speed is told. The peer is textacy with spaCy's small English model, fed
paragraph by paragraph; where the two are not installed, the figures are ours alone.
"""

import importlib.util
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import generator
from generator import Article, extract

GIVEN = ("Ada", "Bo", "Cleo", "Dag", "Eli", "Fay")
FAMILY = ("Example", "Sample", "Placeholder", "Instance", "Specimen")
ROLES = ("a professor at Ladle College", "mayor of Merrow", "head of the Soup Agency", "a cook")
CUES = ("said", "told reporters on Friday", "wrote on X", "added", "warned last month")
WORDS = ["soup", "stew", "ladle", "pot", "broth", "kitchen", "bowl", "spoon", "salt", "fire", "water", "price"]
MODEL = "en_core_web_sm"


def main() -> None:
    """Print the speed, and the figures if there is a scorer."""
    print(f"speed    {speed():.0f} articles/s of 2,500 characters on one core, once the rules are loaded")
    if len(sys.argv) < 2:
        print("no scorer was given, so nothing is said of quality")
        return
    scorer = Path(sys.argv[1])
    subprocess.run([sys.executable, str(scorer), "all"], check=True)
    if not is_peer_here():
        print(f"peer     not installed here: textacy with {MODEL}")
        return
    errors: list[str] = []
    print("peer, textacy fed paragraph by paragraph:")
    load(scorer).score_quotes(scorer.parent, Peer(), errors)


def speed() -> float:
    """Return how many invented articles a second are drafted."""
    chance = random.Random(1)
    articles = [Article(text=invented(chance), published=date(2024, 5, 6), language="en") for _ in range(300)]
    extract(Article(text=invented(chance), language="en"))
    began = time.perf_counter()
    for article in articles:
        extract(article)
    return len(articles) / (time.perf_counter() - began)


def invented(chance: random.Random) -> str:
    """Make an article of about 2,500 characters."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < 2_500:
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        words = " ".join(chance.choices(WORDS, k=chance.randint(8, 20)))
        prose = " ".join(chance.choices(WORDS, k=chance.randint(10, 30)))
        paragraphs.append(f"The {prose} in {chance.randint(1990, 2023)}.")
        paragraphs.append(f"“We {words},” {name}, {chance.choice(ROLES)}, {chance.choice(CUES)}. “And {words}.”")
    return "\n".join(paragraphs)


def is_peer_here() -> bool:
    """Tell whether textacy and the model are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("textacy", MODEL))


def load(scorer: Path) -> ModuleType:
    """Load the scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation as the peer finds it."""

    start: int
    end: int
    speaker: str | None
    kind: str = "direct"
    speaker_mention: str | None = None


@dataclass(frozen=True, slots=True)
class PeerDraft:
    """What the peer finds in an article."""

    quotations: tuple[Found, ...]


class Peer:
    """The peer, as the scorer asks it."""

    Article = generator.Article

    def __init__(self) -> None:
        self._model: Any = importlib.import_module("spacy").load(MODEL)
        self._quotations: Any = importlib.import_module("textacy.extract").direct_quotations

    def extract(self, article: Article) -> PeerDraft:
        """Find the quotations of an article."""
        return PeerDraft(tuple(self._find(article.text)))

    def _find(self, text: str) -> Iterator[Found]:
        start = 0
        for line in text.split("\n"):
            try:
                for quotation in self._quotations(self._model(line)):
                    speaker = " ".join(token.text for token in quotation.speaker)
                    content = quotation.content
                    yield Found(start + content.start_char, start + content.end_char, speaker or None)
            except ValueError:  # textacy refuses text whose marks are not in pairs
                pass
            start += len(line) + 1


if __name__ == "__main__":
    main()

"""Measure how many callouts a second are verified, once an article is read.

    python benchmarks/verification.py

The article is made here, of plainly invented speeches; half of the callouts are right, half have one word changed.
"""

import random
import time

from generator.model.article import Article
from generator.verification.speech import read
from generator.verification.verify import verify

WORDS = [
    f"{start}{end}"
    for start in ("soup", "stew", "ladl", "pott", "brot", "kitch")
    for end in ("a", "e", "i", "o", "ed", "en", "ing", "al")
]


def main() -> None:
    """Print the speed of reading and of verifying."""
    chance = random.Random(1)
    speeches = [" ".join(chance.choices(WORDS, k=30)) for _ in range(40)]
    article = Article(
        text="\n".join(f"“{speech},” said Ada Example{number}." for number, speech in enumerate(speeches))
    )
    read(Article(text="“Soup,” she said."))
    began = time.perf_counter()
    read(article)
    print(f"reading  {len(article.text) / 1000 / (time.perf_counter() - began):,.0f} kB/s")
    callouts = [" ".join(speech.split()[5:25]) for speech in speeches] * 50
    for name, change in (("right", ""), ("wrong", " ladles")):
        began = time.perf_counter()
        verdicts = [
            verify(f"{callout}{change} {number % 7 if change else ''}", article)
            for number, callout in enumerate(callouts)
        ]
        seconds = time.perf_counter() - began
        accepted = sum(verdict.ok for verdict in verdicts)
        print(f"{name}    {len(callouts) / seconds:,.0f} callouts/s, {accepted} of {len(callouts)} accepted")


if __name__ == "__main__":
    main()

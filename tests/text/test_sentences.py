"""The sentences of a paragraph, which no abbreviation ends."""

import pytest

from generator.text.language import known_languages, read_language
from generator.text.sentences import find_sentences
from generator.text.tokens import read_tokens


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He met Maj. Smith there. He left.", "en", ["He met Maj. Smith there.", "He left."]),
        ("Adm. Sample met Supt. Specimen. He left.", "en", ["Adm. Sample met Supt. Specimen.", "He left."]),
        (
            "It was no. 5 on Dec. 6. It won in Dec. He left.",
            "en",
            ["It was no. 5 on Dec. 6.", "It won in Dec.", "He left."],
        ),
        ("Is it hot? No. He left.", "en", ["Is it hot?", "No.", "He left."]),
        ("Mme. Exemple est partie. M. Modèle reste.", "fr", ["Mme. Exemple est partie.", "M. Modèle reste."]),
        ("Es gab z.B. Suppe. Er ging.", "de", ["Es gab z.B. Suppe.", "Er ging."]),
        ("La Sra. Ejemplo vino. Él salió.", "es", ["La Sra. Ejemplo vino.", "Él salió."]),
    ],
)
def test_sentences(text: str, language: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in find_sentences(text, language=language)] == expected
    tokens = read_tokens(text, (0, len(text)), (), 0, read_language(language))
    starts = [start for start, _ in find_sentences(text, language=language)]
    assert [token.start for token in tokens if token.opens] == starts


@pytest.mark.parametrize("tag", sorted(known_languages()))
def test_every_language_has_abbreviations(tag: str) -> None:
    text = "Dr. Muster Modèle"
    assert find_sentences(text, language=tag) == ((0, len(text)),)

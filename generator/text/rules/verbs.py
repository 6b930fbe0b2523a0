"""Verbs and phrases that report what somebody said."""

from generator.text.language import Language
from generator.text.tokens import Token


def is_cue(language: Language, tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a reporting verb that somebody does: no noun, infinitive or passive.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        index: The token.
    """
    token = tokens[index]
    if (
        not reports(language, tokens, index)
        or token.possessive
        or (index and tokens[index - 1].possessive)
        or (token.capital and not token.opens)
    ):
        return False
    before = tokens[index - 1].text.lower() if index else ""
    if before in language.copulas and not is_participle(language, token):
        return False
    return before not in language.cue_blockers


def reports(language: Language, tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a reporting verb, or begins a phrase such as “shot back”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        index: The token.
    """
    lower = tokens[index].text.lower()
    return lower in language.cues or any(
        lower == phrase[0] and _has_phrase(tokens, index, phrase) for phrase in language.cue_phrases
    )


def is_participle(language: Language, token: Token) -> bool:
    """Tell whether a verb is a participle such as “saying”."""
    return token.text.endswith(language.participle_endings)


def is_finite_cue(language: Language, token: Token) -> bool:
    """Tell whether a token is a reporting verb, by its form alone, and no participle."""
    lower = token.text.lower()
    return lower in language.cues and not lower.endswith(language.participle_endings)


def count_phrase(language: Language, tokens: list[Token], index: int, *, behind: bool = False) -> int:
    """Return how many tokens a phrase such as “according to” has that begins at one; 0 where none does.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        index: The token.
        behind: Whether it stands behind what was said, where some languages have further phrases.
    """
    for phrase in (*language.attributors, *(language.attributors_behind if behind else ())):
        if tokens[index].text.lower() == phrase[0] and _has_phrase(tokens, index, phrase):
            return len(phrase)
    return 0


def _has_phrase(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.text.lower() for token in tokens[index : index + len(phrase)]) == phrase

"""Clauses: where the clause of a reporting verb begins and its subject ends, and whether the verb is denied."""

from generator.text.language import Language
from generator.text.rules.verbs import is_cue, is_finite_cue
from generator.text.tokens import Token


def find_subject_edge(language: Language, tokens: list[Token], start: int, verb: int) -> int:
    """Return the end index of a verb's subject, exclusive, before auxiliaries, adverbs and a bracket.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        start: Index where to look no further.
        verb: Index of the verb.
    """
    edge = verb
    while edge > start:
        before = tokens[edge - 1]
        adverb = before.text.endswith(language.adverb_endings) and not before.capital
        if not adverb and before.text.lower() not in language.auxiliaries | language.relatives:
            break
        edge -= 1
    return _before_bracket(tokens, start, edge)


def find_clause_start(language: Language, tokens: list[Token], start: int, edge: int) -> int:
    """Return the index of the first token of the clause that ends at one.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        start: Index where to look no further.
        edge: End index of the clause, exclusive.
    """
    named = False
    for index in range(edge - 1, start - 1, -1):
        token = tokens[index]
        if named and index < edge - 1 and is_finite_cue(language, token) and is_cue(language, tokens, index):
            return index + 1
        named = named or token.capital or language.is_role(token.text.lower())
        if token.segment is not None or (not token.wordlike and token.text in {",", ";", ":", "(", "–", "—", "."}):
            return index + 1
        if index < edge - 1 and _opens_clause(language, tokens, start, index):
            return index + 1
    return start


def _opens_clause(language: Language, tokens: list[Token], start: int, index: int) -> bool:
    """Tell whether a word such as “that” begins a clause, or “and” one behind another reporting verb."""
    lower = tokens[index].text.lower()
    if lower in language.clause_openers:
        return True
    joins_names = tokens[index - 1].capital and tokens[index + 1].capital
    return (
        lower in language.coordinators
        and not joins_names
        and any(is_finite_cue(language, token) for token in tokens[start:index])
    )


def is_denied(language: Language, tokens: list[Token], start: int, verb: int) -> bool:
    """Tell whether a reporting verb tells of nothing that was said: “never said”, “should have said”.

    Args:
        language: Data of the text's language.
        tokens: The paragraph.
        start: Index where the sentence begins.
        verb: Index of the verb.
    """
    index = verb - 1
    while index >= start:
        lower = tokens[index].text.lower()
        if language.is_negation(lower) or lower in language.unreal:
            return True
        between = language.auxiliaries | language.equating | language.copulas
        if lower not in between and not lower.endswith(language.adverb_endings):
            break
        index -= 1
    clause = find_clause_start(language, tokens, start, verb)
    opening = tokens[clause - 1].text.lower() if clause > start else ""
    return opening in language.conditional and any(
        token.text.lower() in language.conditional for token in tokens[clause:verb]
    )


def _before_bracket(tokens: list[Token], start: int, edge: int) -> int:
    """Return where a bracket begins that ends right before a token, as in “Jane Doe (Lab) said”."""
    if edge <= start or tokens[edge - 1].text != ")":
        return edge
    return next((i for i in range(edge - 2, start, -1) if tokens[i].text == "("), edge)

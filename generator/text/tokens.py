"""Tokens of one paragraph's narrative, with a placeholder for each quotation in it."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.text.abbreviations import read_abbreviations
from generator.text.language import Language
from generator.text.marks import Segment
from generator.text.paragraphs import Span

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_STOPS = frozenset(".!?…")


class Token(NamedTuple):
    """A word or punctuation mark of the narrative, or a whole quotation.

    Args:
        text: As printed, without a possessive ending; empty for a quotation.
        start: Offset of its first character.
        end: End offset, exclusive.
        segment: Which of the text's segments it stands for; None for narrative.
        possessive: Whether it carried a possessive ending.
        opens: Whether it begins a sentence.
    """

    text: str
    start: int
    end: int
    segment: int | None = None
    possessive: bool = False
    opens: bool = False

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def wordlike(self) -> bool:
        """Tell whether it is a word of the narrative."""
        return bool(self.text) and (self.text[0].isalnum() or self.text[0] in "#@")


def read_tokens(text: str, span: Span, segments: tuple[Segment, ...], first: int, language: Language) -> list[Token]:
    """Read one paragraph.

    Args:
        text: The whole text.
        span: Offsets of the paragraph.
        segments: The segments that stand in the paragraph.
        first: Number of the first of them within the whole text.
        language: Data of its language; its reporting verbs tell “Why?” X asked from two sentences.

    Returns:
        Its tokens in order; each sentence's first token says so.
    """
    tokens: list[Token] = []
    position = span[0]
    for number, segment in enumerate(segments, first):
        tokens += _narrative(text, position, segment.outer_start, language)
        tokens.append(Token("", segment.outer_start, segment.outer_end, segment=number))
        position = segment.outer_end
    tokens += _narrative(text, position, span[1], language)
    return _with_sentences(text, tokens, segments, first, language.cues)


def printed(tokens: list[Token], start: int, end: int) -> str:
    """Return tokens as they are printed, with spaces between them.

    Args:
        tokens: The paragraph.
        start: Index of the first token.
        end: End index, exclusive.
    """
    return " ".join(token.text for token in tokens[start:end])


@lru_cache
def _token_pattern(tag: str) -> re.Pattern[str]:
    return re.compile(
        r"(?:[A-Z]\.){1,4}(?=[\s\-A-Z,)'’]|$)"
        rf"|\b(?:{read_abbreviations(tag).words})\."
        r"|[#@]?[\w\u0300-\u036f]+(?:['’\-&./][\w\u0300-\u036f]+)*['’]?"
        r"|[^\w\s]"
    )


def _narrative(text: str, start: int, end: int, language: Language) -> list[Token]:
    tokens = []
    for match in _token_pattern(language.tag).finditer(text, start, end):
        word = match.group()
        if word.isalnum():
            tokens.append(Token(word, match.start(), match.end()))
            continue
        tokens += _parts(word, match.start(), language)
    return tokens


def _parts(word: str, start: int, language: Language) -> list[Token]:
    """Cut a word at an elided article and before a pronoun that hangs on: l’avocate, explique-t-il."""
    if language.elided and (elided := language.elided.match(word)):
        cut = elided.end() + 1
        return [Token(elided.group(), start, start + cut), *_parts(word[cut:], start + cut, language)]
    if language.enclitic and (hanging := language.enclitic.search(word)):
        cut = hanging.start()
        return [
            Token(word[:cut], start, start + cut),
            Token(hanging[1], start + hanging.start(1), start + len(word)),
        ]
    bare = _POSSESSIVE.sub("", word)
    return [Token(bare, start, start + len(word), possessive=bare != word)]


def _with_sentences(
    text: str, tokens: list[Token], segments: tuple[Segment, ...], first: int, cues: frozenset[str]
) -> list[Token]:
    opening = [0, *(i + 1 for i in range(len(tokens) - 1) if _breaks(text, tokens, i, segments, first, cues))]
    marked = list(tokens)
    for index in opening[: len(tokens)]:
        marked[index] = tokens[index]._replace(opens=True)
    return marked


def _breaks(
    text: str,
    tokens: list[Token],
    index: int,
    segments: tuple[Segment, ...],
    first: int,
    cues: frozenset[str],
) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if token.segment is None:
        return token.text in _STOPS and (following.capital or following.segment is not None or not following.wordlike)
    last = text[segments[token.segment - first].end - 1]
    if last not in _STOPS or (following.segment is None and not following.capital):
        return following.segment is not None and last in _STOPS
    if last == ".":
        return True
    ahead = tokens[index + 1 : index + 9]
    stop = next(
        (place for place, item in enumerate(ahead) if item.text in _STOPS or item.segment is not None),
        len(ahead),
    )
    return not any(item.text in cues for item in ahead[:stop])

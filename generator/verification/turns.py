"""Turns of a transcript: who speaks, line by line."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.verdict import Strength
from generator.text.abbreviations import read_abbreviations
from generator.text.attribution import Attribution
from generator.text.language import Language, read_language
from generator.text.paragraphs import Span, find_paragraphs
from generator.verification.brackets import find_brackets, is_direction, may_be_left_out
from generator.verification.passage import Passage

_CLOCK = r"(?:\d{1,3}(?::\d{2}){1,3}(?:[.,]\d+)?|\d{2,3}(?: \d{2}){2,3})"
"""A time of day or a time elapsed, days first: 9:05, 109:24:48, 04:13:24:48, 04 13 24 48."""
_TIME = rf"(?:\[{_CLOCK}\]|\({_CLOCK}\)|{_CLOCK})"
_LEAD = rf"(?:(?:>+|[-–—•*])\s*)?(?:{_TIME}\s+)?\**"
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’\-]+(?:\s+[A-ZÀ-Ý][A-ZÀ-Ý.'’\-]*){0,3}"
_LETTER = re.compile(rf"{_LEAD}(?P<name>[QA])\**[.:]\**\s+")
_TIGHT = re.compile(rf"{_LEAD}(?P<name>{_CAPITALS})[:：](?=\S)")
_DASHED = re.compile(
    rf"{_LEAD}(?P<name>[A-ZÀ-Ý][A-ZÀ-Ý.'’\-]+(?:\s+[A-ZÀ-Ý][A-ZÀ-Ý.'’\-]*){{1,3}})(?:\s+[—–-]\s+|\.\s+)"
)
_INLINE = re.compile(rf"(?<=[.!?…)\]”\"]\s)(?P<name>{_CAPITALS}):\s+")
_ALONE = re.compile(rf"\**{_CAPITALS}\**")
_NOT_A_NAME = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“\"][^”\"]*[”\"]")
_MOST_WORDS = 6


def find_turns(text: str, language: str = "en", *, bare: bool = False) -> tuple[Passage, ...]:
    """Find a transcript's turns, “NAME: …”; a line without a name goes on with the turn before.

    “Q:” and “A:”, and whatever else stands before a colon or alone in capitals without being a name, begin turns of
    somebody whom the transcript does not name there. A bracket that tells what was heard besides, such as
    “(Laughter.)”, is nobody's; other brackets are the turn's, as it is printed.

    Args:
        text: The whole text.
        language: BCP 47 tag of its language.
        bare: Whether to leave out the other brackets as well, where they may be left out.

    Returns:
        The runs of words of the turns, each as a passage; none where no line begins with a name.
    """
    data = read_language(language)
    passages: list[Passage] = []
    attribution: Attribution | None = None
    begun = False
    for start, end in find_paragraphs(text):
        for begin, stop, found in _turns(text, start, end, data):
            attribution = found or attribution
            begun = begun or found is not None
            if attribution is None:
                continue
            for first, last in _spoken(text, (begin, stop), data, bare=bare):
                passages.append(Passage(start=first, end=last, attribution=attribution, continues=not begun))
                begun = False
    return tuple(passages)


def _turns(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int, Attribution | None]]:
    """Cut a paragraph into turns; the first has no attribution of its own where the line begins with no name."""
    opening = _opening(text, start, end, language)
    if opening is None and _ALONE.fullmatch(text, start, end):
        yield end, end, Attribution(evidence=text[start:end])
        return
    begin, found = (opening.end(), _turn_of(opening, language)) if opening else (start, None)
    for inline in _INLINE.finditer(text, begin, end):
        yield begin, inline.start(), found
        begin, found = inline.end(), _turn_of(inline, language)
    yield begin, end, found


@lru_cache
def _named_pattern(tag: str) -> re.Pattern[str]:
    abbreviated = rf"(?:(?i:{read_abbreviations(tag).words})\.|(?:[A-ZÀ-Ý]\.)+)"
    return re.compile(
        rf"{_LEAD}(?P<name>(?:{abbreviated}\s?){{0,3}}[^\W\d_](?:[^\n:：.!?]|(?<!\w\w){abbreviated}){{0,70}}?)"
        rf"(?:\s*{_TIME})?\s*\**[:：]\**(?:\s+|(?<=：))"
    )


def _opening(text: str, start: int, end: int, language: Language) -> re.Match[str] | None:
    patterns = (_LETTER, _named_pattern(language.tag), _TIGHT, _DASHED)
    return next((found for pattern in patterns if (found := pattern.match(text, start, end))), None)


def _spoken(text: str, turn: Span, language: Language, *, bare: bool) -> Iterator[Span]:
    """Yield what stands between brackets that are nobody's."""
    begin, end = turn
    for first, last in find_brackets(text, *turn):
        bracket = text[first:last]
        if not is_direction(bracket, language) and not (bare and may_be_left_out(bracket, language)):
            continue
        if text[begin:first].strip():
            yield begin, first
        begin = last
    if text[begin:end].strip():
        yield begin, end


def _turn_of(turn: re.Match[str], language: Language) -> Attribution:
    evidence = turn.group().strip()
    speaker = " ".join(turn["name"].strip("* ").split())
    if len(speaker) == 1 or not _is_speaker(speaker, language):
        return Attribution(evidence=evidence)
    return Attribution(
        speaker=speaker,
        mention=speaker,
        strength=Strength.EXPLICIT,
        named=True,
        rule="turn",
        evidence=evidence,
        evidence_span=(turn.start(), turn.start() + len(evidence)),
    )


def _is_speaker(name: str, language: Language) -> bool:
    head = name.split(",", maxsplit=1)[0]
    words = [word for word in re.split(r"[\s.]+", _NOT_A_NAME.sub("", head)) if word]
    if not 0 < len(words) <= _MOST_WORDS or not words[0][0].isupper():
        return False
    small = language.determiners | language.conjunctions | language.prepositions | language.pronouns.keys()
    return words[0].lower() not in small and 2 * sum(word[0].isupper() for word in words) >= len(words)

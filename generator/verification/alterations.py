"""Alterations: what an editor changed, in words a reader understands."""

from itertools import pairwise

from generator.model.article import Kind
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars
from generator.text.language import Language
from generator.text.paragraphs import Span
from generator.text.sentences import find_sentences
from generator.text.words import is_word, split_words
from generator.verification.brackets import find_brackets, is_direction
from generator.verification.matching import EDITORIAL, Edit, EditKind, Match
from generator.verification.passage import Passage
from generator.verification.speech import Reading, Stream
from generator.wording.alteration_words import english_words

_CONTEXT_WORDS = 3


def describe_alterations(match: Match, reading: Reading, language: Language) -> tuple[Alteration, ...]:
    """Describe each change that a match made.

    Args:
        match: The match, over the reading's spoken words.
        reading: The article.
        language: Data of its language, for what counts as a negation.

    Returns:
        The alterations in order; lost negations and numbers are named as the source prints them.
    """
    found = [_describe(edit, reading, language) for edit in match.edits]
    found += _left_brackets(match, reading, language)
    cut = _cut_off(match, reading, language)
    return tuple(alteration for alteration in [*found, *cut] if alteration is not None)


_KINDS = {
    AlterationForm.INSERTED: AlterationKind.INSERTED,
    AlterationForm.CAPITAL: AlterationKind.CAPITAL,
    AlterationForm.REPLACED: AlterationKind.REPLACED,
    AlterationForm.OMITTED: AlterationKind.OMITTED,
    AlterationForm.BRACKET: AlterationKind.OMITTED,
    AlterationForm.JOINED: AlterationKind.JOINED,
    AlterationForm.BEFORE: AlterationKind.CUT,
    AlterationForm.AFTER: AlterationKind.CUT,
    AlterationForm.QUESTION: AlterationKind.CUT,
}


def _tell(particulars: Particulars, *, lost: tuple[str, ...] = (), gained: tuple[str, ...] = ()) -> Alteration:
    return Alteration(
        kind=_KINDS[particulars.form],
        description=english_words(particulars),
        lost=lost,
        gained=gained,
        particulars=particulars,
    )


def _describe(edit: Edit, reading: Reading, language: Language) -> Alteration | None:
    covered = _printed(reading, edit.start, edit.end)
    own = _own_words(edit, reading)
    lost = _lost(own, edit.text, language)
    gained = _gained(own, edit.text, language)
    if edit.kind is EditKind.INSERT:
        if edit.text.lower() in EDITORIAL:
            return None
        return _tell(Particulars(form=AlterationForm.INSERTED, put=edit.text), gained=gained)
    if edit.kind is EditKind.CAPITAL:
        return _tell(Particulars(form=AlterationForm.CAPITAL, taken=covered, put=edit.text))
    replaced = Particulars(form=AlterationForm.REPLACED, taken=covered, put=edit.text)
    if edit.kind is EditKind.SHAPE:
        return _tell(replaced)
    if edit.kind is EditKind.REPLACE:
        return _tell(replaced, lost=(*lost, *_meaning(own, edit.text, language)), gained=gained)
    return _omission(edit, reading, lost)


def _omission(edit: Edit, reading: Reading, lost: tuple[str, ...]) -> Alteration | None:
    stream = reading.spoken
    count = sum(is_word(word) for word in _own_words(edit, reading))
    before = _printed(reading, max(0, edit.start - _CONTEXT_WORDS), edit.start)
    after = _printed(reading, edit.end, min(len(stream.words), edit.end + _CONTEXT_WORDS))
    first, last = stream.passages[edit.start - 1], stream.passages[edit.end]
    joined = any(not reading.passages[number].continues for number in range(first + 1, last + 1))
    if not joined and not count:
        return None
    form = AlterationForm.JOINED if joined else AlterationForm.OMITTED
    return _tell(Particulars(form=form, before=before, after=after, count=count), lost=lost)


def _own_words(edit: Edit, reading: Reading) -> list[str]:
    """Return the words that an edit covers, without those of other speakers in between."""
    stream = reading.spoken
    home = reading.groups[stream.passages[edit.start]] if edit.start < edit.end else None
    if edit.kind is EditKind.OMIT:
        home = reading.groups[stream.passages[edit.start - 1]]
    return [stream.words[p] for p in range(edit.start, edit.end) if reading.groups[stream.passages[p]] == home]


def _left_brackets(match: Match, reading: Reading, language: Language) -> list[Alteration]:
    """Find the brackets of a transcript, other than stage directions, that stand between the quoted words."""
    if reading.article.kind is not Kind.TRANSCRIPT:
        return []
    stream, text = reading.spoken, reading.article.text
    numbers = sorted({stream.passages[position] for position in range(match.start, match.end)})
    found = []
    for one, other in pairwise(numbers):
        if other != one + 1 or not reading.passages[other].continues:
            continue
        for first, last in find_brackets(text, reading.passages[one].end, reading.passages[other].start):
            bracket = text[first:last]
            if not is_direction(bracket, language):
                printed = " ".join(bracket.split())
                lost = _lost(list(split_words(bracket).folded), "", language)
                found.append(_tell(Particulars(form=AlterationForm.BRACKET, taken=printed), lost=lost))
    return found


def _cut_off(match: Match, reading: Reading, language: Language) -> list[Alteration]:
    """Find negations in the part of the sentence that stands before or behind the quoted words."""
    stream = reading.spoken
    words = reading.words
    start, end = words.starts[stream.places[match.start]], words.ends[stream.places[match.end - 1]]
    found = []
    for low, high, form in (
        (*_head(reading, stream, match.start, start), AlterationForm.BEFORE),
        (*_tail(reading, stream, match.end, end), AlterationForm.AFTER),
    ):
        cut = [stream.words[p] for p in range(low, high)]
        lost = tuple(word for word in cut if language.is_negation(word))
        if lost:
            found.append(_tell(Particulars(form=form, taken=_printed(reading, low, high)), lost=lost))
    if _is_question(match, stream):
        found.append(_tell(Particulars(form=AlterationForm.QUESTION), lost=("?",)))
    return found


def _is_question(match: Match, stream: Stream) -> bool:
    """Tell whether the words end right before a question mark, which they leave out."""
    behind = match.end < len(stream.words) and stream.passages[match.end] == stream.passages[match.end - 1]
    return behind and stream.words[match.end] == "?"


def _head(reading: Reading, stream: Stream, position: int, start: int) -> tuple[int, int]:
    passage = reading.passages[stream.passages[position]]
    sentence = next((s for s in _sentences(reading, passage) if s[0] <= start < s[1]), None)
    low = position
    while (
        sentence
        and low > 0
        and stream.passages[low - 1] == stream.passages[position]
        and (reading.words.starts[stream.places[low - 1]] >= sentence[0])
    ):
        low -= 1
    return low, position


def _sentences(reading: Reading, passage: Passage) -> tuple[Span, ...]:
    article = reading.article
    return find_sentences(article.text, passage.start, passage.end, language=article.language)


def _tail(reading: Reading, stream: Stream, position: int, end: int) -> tuple[int, int]:
    passage = reading.passages[stream.passages[position - 1]]
    sentence = next((s for s in _sentences(reading, passage) if s[0] < end <= s[1]), None)
    high = position
    while (
        sentence
        and high < len(stream.words)
        and stream.passages[high] == stream.passages[position - 1]
        and (reading.words.ends[stream.places[high]] <= sentence[1])
    ):
        high += 1
    return position, high


def _lost(words: list[str], put_in: str, language: Language) -> tuple[str, ...]:
    kept = {word.casefold() for word in put_in.split()}
    return tuple(
        word
        for word in words
        if (language.is_negation(word) or any(char.isdigit() for char in word)) and word.casefold() not in kept
    )


def _meaning(words: list[str], put_in: str, language: Language) -> tuple[str, ...]:
    """Return the replaced words that carry meaning of their own; a pronoun, an article or a name does not."""
    if "[" in put_in:
        return ()
    light = language.auxiliaries | language.determiners | language.prepositions | language.conjunctions
    kept = {word.casefold() for word in put_in.split()}
    return tuple(
        word
        for word in words
        if word.isalpha()
        and word.islower()
        and word not in light
        and word not in language.pronouns
        and not language.is_negation(word)
        and word.casefold() not in kept
    )


def _gained(words: list[str], put_in: str, language: Language) -> tuple[str, ...]:
    had = {word.casefold() for word in words}
    added = (word for word in split_words(put_in).folded if is_word(word))
    return tuple(word for word in added if language.is_negation(word) and word.casefold() not in had)


def _printed(reading: Reading, start: int, end: int) -> str:
    """Return positions of the spoken stream as the source prints them, without narrative in between."""
    stream, words, text = reading.spoken, reading.words, reading.article.text
    runs: list[str] = []
    position = start
    while position < end:
        last = position
        while last + 1 < end and stream.passages[last + 1] == stream.passages[position]:
            last += 1
        runs.append(text[words.starts[stream.places[position]] : words.ends[stream.places[last]]])
        position = last + 1
    return " ".join(" ".join(runs).split())

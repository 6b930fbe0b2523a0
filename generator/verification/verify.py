"""Verifying a Quotation against an Article: never by similarity, always with the evidence."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.article import Article, Kind
from generator.model.verdict import AlterationKind, Selector, Status, Strength, Verdict
from generator.text.attribution import Attribution
from generator.text.language import Language, read_language
from generator.text.marks import find_segments
from generator.text.words import split_words
from generator.verification.alterations import describe_alterations
from generator.verification.callout import Element, counts_marks, counts_words, parse_callout
from generator.verification.context import find_context
from generator.verification.matching import EditKind, Match, Search, TooRepetitiveError, find_matches
from generator.verification.nearest import diff_words, find_nearest
from generator.verification.speakers import Sameness, compare_names
from generator.verification.speech import Reading, Stream, read

Names = tuple[str, ...]

LONGEST_CALLOUT = 10_000
MOST_MARKS = 40
SELECTOR_CONTEXT = 32
_SAYING = 3
"""Words from which on marks inside a speech hold what somebody else may have said, and no word that is set off."""


def verify(words: str, article: Article, *, speaker: str | Sequence[str] | None = None) -> Verdict:
    """Verify that words are a Speaker's, verbatim, in an article.

    Args:
        words: The callout's words; `…` omits, `[word]` inserts or replaces, `[T]he` changes case.
        article: The source.
        speaker: Name of the Speaker whose words they are said to be, or all the Speaker's names, the one that messages
            use first; None when nobody is named.

    Returns:
        The verdict, with the passage (or the nearest one) as offsets into `article.text`.
    """
    if len(words) > LONGEST_CALLOUT:
        return Verdict(status=Status.ABSENT, reason=f"these words are longer than {LONGEST_CALLOUT:,} characters")
    elements = parse_callout(words)
    if not counts_words(elements):
        return Verdict(status=Status.ABSENT, reason="there are no words to verify")
    if counts_marks(elements) > MOST_MARKS:
        return Verdict(status=Status.ABSENT, reason=f"these words have more than {MOST_MARKS} ellipses and brackets")
    try:
        return _read_both_ways(
            words, elements, article, (speaker,) if isinstance(speaker, str) else tuple(speaker or ())
        )
    except TooRepetitiveError:
        return Verdict(status=Status.ABSENT, reason="these words repeat themselves too often to be found for certain")


def _read_both_ways(words: str, elements: tuple[Element, ...], article: Article, names: Names) -> Verdict:
    """Look for words in a text as it is printed, and where they are not, in a transcript's turns without brackets."""
    printed = read(article)
    verdict = _verify(words, elements, printed, names)
    if verdict.ok or not printed.brackets:
        return verdict
    without = _verify(words, elements, read(article, bare=True), names)
    unfound = verdict.status in {Status.ABSENT, Status.NOT_A_QUOTATION}
    found = without.status in {Status.MISATTRIBUTED, Status.AMBIGUOUS}
    return without if without.ok or (unfound and found) else verdict


def _verify(words: str, elements: tuple[Element, ...], reading: Reading, names: Names) -> Verdict:
    language = read_language(reading.article.language)
    found = _find_spoken(elements, _spoken_search(reading), reading)
    turned = [_turned_around(match, reading, language) for match in found]
    matches = [match for match, negation in zip(found, turned, strict=True) if negation is None]
    if found and not matches:
        return _turned(found[0], reading, turned[0] or 0)
    if matches:
        return _doubted(_judge(matches, reading, names, language), reading)
    joined = _find_spoken(elements, _spliced_search(reading), reading)
    if joined:
        return _spliced(joined[0], reading)
    outside = find_matches(elements, _everything_search(reading))
    if outside:
        return _outside(outside[0], reading)
    return _absent(words, reading)


def _find_spoken(elements: tuple[Element, ...], search: Search, reading: Reading) -> list[Match]:
    return [match for match in find_matches(elements, search) if not _cuts_a_bracket(match, reading)]


def _spoken_search(reading: Reading) -> Search:
    return Search(
        words=reading.words,
        stream=reading.spoken,
        continues=lambda passage: reading.passages[passage].continues,
        speech=lambda passage: reading.groups[passage],
    )


def _spliced_search(reading: Reading) -> Search:
    return Search(
        words=reading.words,
        stream=reading.spoken,
        continues=lambda passage: reading.passages[passage].continues,
        speech=lambda _: 0,
    )


def _everything_search(reading: Reading) -> Search:
    return Search(
        words=reading.words,
        stream=reading.everything,
        continues=lambda _: False,
        speech=lambda _: 0,
    )


def _cuts_a_bracket(match: Match, reading: Reading) -> bool:
    """Tell whether words begin or end inside a bracket of a transcript, or are all in one: they may be nobody's."""
    start, end = _span(match, reading, reading.spoken)
    starts, ends, places = reading.words.starts, reading.words.ends, reading.spoken.places
    edges = [start, end]
    for edit in match.edits:
        if edit.kind is not EditKind.CAPITAL and match.start < edit.start and edit.end < match.end:
            edges += [ends[places[edit.start - 1]], starts[places[edit.end]]]
    return any(
        any(first < edge < last for edge in edges) or (first <= start and end <= last)
        for first, last in reading.brackets
    )


def _turned_around(match: Match, reading: Reading, language: Language) -> int | None:
    """Return the position of a negation without which the words say the opposite, or None.

    It stands directly before them, or directly behind a verb such as "is" that ends them.
    """
    stream, before, after = reading.spoken, match.start - 1, match.end
    inside = before >= 0 and stream.passages[before] == stream.passages[match.start]
    if inside and language.is_negation(stream.words[before]):
        return before
    if after < len(stream.words) and stream.passages[after] == stream.passages[after - 1]:
        verb = stream.words[after - 1].lower()
        if verb in language.negatable and language.is_negation(stream.words[after]):
            return after
    return None


def _turned(match: Match, reading: Reading, negation: int) -> Verdict:
    whole = Match(start=min(match.start, negation), end=max(match.end, negation + 1), edits=())
    place = reading.spoken.places[negation]
    word = reading.article.text[reading.words.starts[place] : reading.words.ends[place]]
    where, what = ("before", "begin") if negation < match.start else ("behind", "end")
    verdict = _at(*_span(whole, reading, reading.spoken), reading.article, Status.ABSENT)
    return replace(verdict, reason=f"the source has “{word}” directly {where} these words; {what} with it")


def _judge(matches: list[Match], reading: Reading, names: Names, language: Language) -> Verdict:
    attributions = [_attribution(match, reading) for match in matches]
    if not names:
        found = {a.speaker.casefold() for a in attributions if a.speaker}
        verdict = _verified(matches[0], attributions[0], reading, language)
        if len(found) > 1:
            listed = " and ".join(dict.fromkeys(f"“{a.speaker}”" for a in attributions if a.speaker))
            return replace(
                verdict,
                status=Status.AMBIGUOUS,
                reason=f"the source gives these words to {listed}; name the speaker",
            )
        return verdict
    speaker = names[0]
    compared = [compare_names(names, found, reading.article.language) for found in attributions]
    for wanted in (Sameness.SAME, Sameness.UNKNOWN):
        if wanted in compared:
            place = compared.index(wanted)
            return _verified(matches[place], attributions[place], reading, language)
    inferred = [i for i, a in enumerate(attributions) if a.strength is not Strength.EXPLICIT]
    place = inferred[0] if inferred else 0
    verdict = _verified(matches[place], attributions[place], reading, language)
    other = attributions[place].speaker
    if inferred:
        return replace(
            verdict,
            contradicted=True,
            reason=f"the source seems to give these words to {other}, not to {speaker}",
        )
    return replace(
        verdict,
        status=Status.MISATTRIBUTED,
        reason=f"the source gives these words to {other}, not to {speaker}",
    )


def _doubted(verdict: Verdict, reading: Reading) -> Verdict:
    """Doubt whose words those are that stand in quotation marks inside a speech: a Speaker may quote others there."""
    if not verdict.ok or verdict.contradicted or verdict.start is None or verdict.end is None:
        return verdict
    for passage in reading.passages:
        if not passage.start <= verdict.start < passage.end:
            continue
        for segment in find_segments(reading.article.text[passage.start : passage.end]):
            start, end = passage.start + segment.start, passage.start + segment.end
            words = reading.article.text[start:end].split()
            inner = (start, end) != (passage.start, passage.end) and len(words) >= _SAYING
            if inner and start <= verdict.start and verdict.end <= end:
                reason = "these words stand in quotation marks inside the speech, and may be somebody else's"
                return replace(verdict, contradicted=True, reason=reason)
    return verdict


def _attribution(match: Match, reading: Reading) -> Attribution:
    """Return whose words a match is: the passage's, or those of whom an issuer's text quotes there."""
    start, end = _span(match, reading, reading.spoken)
    for passage in reading.nested:
        inside = passage.start <= start and end <= passage.end
        reaches_in = passage.start < end and start < passage.end
        if inside or (reaches_in and match.edits):
            return passage.attribution
    return reading.passages[reading.spoken.passages[match.start]].attribution


def _verified(match: Match, found: Attribution, reading: Reading, language: Language) -> Verdict:
    alterations = describe_alterations(match, reading, language)
    altered = any(a.kind is not AlterationKind.CUT for a in alterations)
    verdict = _placed(match, reading, reading.spoken, Status.ALTERED if altered else Status.VERIFIED)
    return replace(
        verdict,
        alterations=alterations,
        speaker=found.speaker,
        strength=found.strength,
        evidence=found.evidence,
    )


def _spliced(match: Match, reading: Reading) -> Verdict:
    numbers = sorted(
        {reading.spoken.passages[p] for e in match.edits for p in (e.start - 1, e.end) if e.end > e.start}
        | {reading.spoken.passages[match.start]}
    )
    speakers = dict.fromkeys(reading.passages[number].attribution.speaker for number in numbers)
    verdict = _placed(match, reading, reading.spoken, Status.AMBIGUOUS)
    if None in speakers:
        return replace(
            verdict,
            reason="an ellipsis joins two quotations, and the source does not say that one person said both",
        )
    names = " and ".join(str(name) for name in speakers)
    return replace(verdict, status=Status.MISATTRIBUTED, reason=f"an ellipsis joins the words of {names}")


def _outside(match: Match, reading: Reading) -> Verdict:
    verdict = _placed(match, reading, reading.everything, Status.NOT_A_QUOTATION)
    if reading.article.kind is not Kind.TRANSCRIPT:
        reason = "the source has these words outside quotation marks, or some of them: they are the reporter's"
    elif reading.passages:
        reason = "the transcript has these words outside its speakers' turns or in brackets: they are nobody's"
    else:
        reason = "the transcript has no turns that can be read (NAME: words), so these words are nobody's"
    return replace(verdict, reason=reason)


def _absent(words: str, reading: Reading) -> Verdict:
    """Show the nearest passage: of what is spoken if that is as like as anything, else of the whole text."""
    pattern = split_words(words).folded
    streams = (reading.spoken, reading.everything)
    found = [(nearest, stream) for stream in streams if (nearest := find_nearest(pattern, stream.words, stream.index))]
    if not found:
        return Verdict(status=Status.ABSENT, reason="the source has none of these words")
    nearest, stream = max(found, key=lambda pair: pair[0].likeness)
    places = stream.places[nearest.first : nearest.last]
    article, source = reading.article, reading.words
    verdict = _at(source.starts[places[0]], source.ends[places[-1]], article, Status.ABSENT)
    diff = diff_words(words, article.text, source, places)
    return replace(verdict, diff=diff, reason="these words do not stand in the source")


def _span(match: Match, reading: Reading, stream: Stream) -> tuple[int, int]:
    return reading.words.starts[stream.places[match.start]], reading.words.ends[stream.places[match.end - 1]]


def _placed(match: Match, reading: Reading, stream: Stream, status: Status) -> Verdict:
    return _at(*_span(match, reading, stream), reading.article, status)


def _at(start: int, end: int, article: Article, status: Status) -> Verdict:
    text = article.text
    selector = Selector(
        exact=text[start:end],
        prefix=text[max(0, start - SELECTOR_CONTEXT) : start],
        suffix=text[end : end + SELECTOR_CONTEXT],
    )
    before, after = find_context(article, start, end)
    return Verdict(status=status, start=start, end=end, selector=selector, before=before, after=after)

"""Behind: where the words behind a quotation say who speaks it."""

from generator.text.mentions import Mention, MentionKind
from generator.text.rules.clauses import is_denied
from generator.text.rules.inverted import find_inverted
from generator.text.rules.place import Cue, Quoted
from generator.text.rules.rule import Fired, first
from generator.text.rules.subjects import find_subject
from generator.text.rules.verbs import count_phrase, is_cue
from generator.text.titles import is_title
from generator.text.tokens import printed

_FURTHEST = 40
"""Words that a cue may stand behind the words that it closes."""
_PHRASE_WITHIN = 3
_FEWEST_SIGNED = 4
_LONGEST_SIGNATURE = 14


def find_behind(quoted: Quoted, stop: int) -> Fired[Cue] | None:
    """Find who speaks a quotation by the nearest cue behind it.

    Args:
        quoted: The quotation.
        stop: Index where to look no further.
    """
    language, tokens, rules = quoted.prose.language, quoted.tokens, quoted.prose.rules
    for place in range(quoted.at + 1, min(stop, quoted.at + _FURTHEST)):
        found = first(rules.verbs_behind, quoted, place, stop) if is_cue(language, tokens, place) else None
        found = found or first(rules.phrases_behind, quoted, place, stop)
        if found is not None:
            return found
    return None


def denied(quoted: Quoted, place: int, stop: int) -> Cue | None:
    """Find that somebody did not say it: “…,” X never said."""
    if not is_denied(quoted.prose.language, quoted.tokens, quoted.at + 1, place):
        return None
    if _doer(quoted, place, stop) is None:
        return None
    return Cue(subject=None, start=quoted.at + 1, end=stop)


def verb(quoted: Quoted, place: int, stop: int) -> Cue | None:
    """Find who does a reporting verb: “…,” X said; “…,” said X."""
    doer = _doer(quoted, place, stop)
    if doer is None:
        return None
    return Cue(
        subject=doer.found,
        who=doer.rule,
        text=quoted.tokens[place].text,
        start=quoted.at + 1,
        end=stop,
        place=place,
        reports=True,
    )


def _doer(quoted: Quoted, place: int, stop: int) -> Fired[Mention] | None:
    prose, paragraph, tokens = quoted.prose, quoted.paragraph, quoted.tokens
    between = tokens[quoted.at + 1 : place]
    inverted = all(not t.wordlike or t.text.lower() in prose.language.auxiliaries for t in between)
    if inverted:
        found = find_inverted(prose, paragraph, place + 1, stop)
    else:
        found = find_subject(prose, paragraph, quoted.at + 1, place)
    if found is None and tokens[place - 1].text == ",":
        found = find_inverted(prose, paragraph, place + 1, stop)
    return found


def phrase(quoted: Quoted, place: int, stop: int) -> Cue | None:
    """Find whom a phrase names: “…,” according to X."""
    if place > quoted.at + _PHRASE_WITHIN:
        return None
    length = count_phrase(quoted.prose.language, quoted.tokens, place, behind=True)
    subject = find_inverted(quoted.prose, quoted.paragraph, place + length, stop) if length else None
    if subject is None:
        return None
    text = printed(quoted.tokens, place, place + length)
    return Cue(subject=subject.found, who=subject.rule, text=text, start=quoted.at + 1, end=stop, place=place)


def signature(quoted: Quoted) -> Cue | None:
    """Read a name that stands alone behind a quotation: “…” – X."""
    tokens, index, words = quoted.tokens, quoted.at, quoted.words
    rest = tokens[index + 1 : index + 2 + _LONGEST_SIGNATURE]
    if not rest or len(words) < _FEWEST_SIGNED or is_title(words) or len(rest) > _LONGEST_SIGNATURE:
        return None
    if any(is_cue(quoted.prose.language, tokens, place) for place in range(index + 1, len(tokens))):
        return None
    dashed = not rest[0].wordlike or quoted.prose.text[quoted.segment.end - 1] == ","
    for mention in quoted.paragraph.mentioned(index + 1, len(tokens)):
        signs = mention.kind is MentionKind.NOMINAL or (dashed and mention.kind is not MentionKind.PRONOUN)
        tail = tokens[mention.last : mention.last + 1]
        if mention.first <= index + 2 and signs and (not tail or not tail[0].wordlike):
            return Cue(subject=mention, start=index + 1, end=len(tokens))
    return None

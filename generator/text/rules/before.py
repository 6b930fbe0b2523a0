"""Before: where the words before a quotation say who speaks it."""

from generator.text.mentions import Mention, MentionKind
from generator.text.rules.clauses import is_denied
from generator.text.rules.heads import find_topic, is_person
from generator.text.rules.inverted import find_inverted
from generator.text.rules.place import FURTHEST, Cue, Quoted
from generator.text.rules.rule import Fired, first
from generator.text.rules.subjects import find_subject
from generator.text.rules.verbs import count_phrase, is_cue, reports
from generator.text.titles import is_title
from generator.text.tokens import printed

INTRODUCING = frozenset({",", ":", "-", "–", "—"})
"""What may stand right before a quotation that is introduced."""
_FEWEST_INTRODUCED = 4
"""Words from which on a colon alone introduces somebody's words, and no title."""


def find_before(quoted: Quoted) -> Fired[Cue] | None:
    """Find who speaks a quotation by the nearest cue before it, or else by the colon or comma right before it."""
    language, tokens, rules = quoted.prose.language, quoted.tokens, quoted.prose.rules
    for place in range(quoted.at - 1, max(quoted.start, quoted.at - FURTHEST) - 1, -1):
        found = first(rules.verbs_before, quoted, place) if is_cue(language, tokens, place) else None
        found = found or first(rules.phrases_before, quoted, place)
        if found is not None:
            return found
    return first(rules.introductions, quoted)


def denied(quoted: Quoted, place: int) -> Cue | None:
    """Find that somebody did not say it: “X never said”, “X denied saying”."""
    language, tokens = quoted.prose.language, quoted.tokens
    refused = language.is_negation(tokens[place].text) and any(
        token.text.lower() in language.cues for token in tokens[place + 1 : quoted.at]
    )
    if not refused and not is_denied(language, tokens, quoted.start, place):
        return None
    if find_subject(quoted.prose, quoted.paragraph, quoted.start, place) is None:
        return None
    return Cue(subject=None, start=quoted.start, end=quoted.at)


def addressed(quoted: Quoted, place: int) -> Cue | None:
    """Find the subject behind a verb before which somebody stands who is spoken to: “Der Zeitung sagte X”."""
    articles, tokens = quoted.prose.language.addressee_articles, quoted.tokens
    fired = find_subject(quoted.prose, quoted.paragraph, quoted.start, place) if articles else None
    if fired is None:
        return None
    spoken_to = fired.found
    article = tokens[spoken_to.first if spoken_to.determined else max(0, spoken_to.first - 1)].text.lower()
    if article not in articles:
        return None
    behind = quoted.paragraph.mentioned(place + 1, quoted.at)
    subject = next((m for m in behind if is_person(quoted.prose, m)), None)
    return _verb_cue(quoted, place, subject) if subject is not None else None


def verb(quoted: Quoted, place: int) -> Cue | None:
    """Find who does a reporting verb: “X said”."""
    subject = find_subject(quoted.prose, quoted.paragraph, quoted.start, place)
    return _verb_cue(quoted, place, subject.found, subject.rule) if subject is not None else None


def _verb_cue(quoted: Quoted, place: int, subject: Mention, who: str = "") -> Cue:
    text = quoted.tokens[place].text
    return Cue(subject=subject, who=who, text=text, start=quoted.start, end=quoted.at, place=place, reports=True)


def owner(quoted: Quoted, place: int) -> Cue | None:
    """Find whose words a noun carries that stands before them: “X's remark that”, “her remark:”."""
    tokens, language = quoted.tokens, quoted.prose.language
    if place < 1 or tokens[place].text.lower() not in language.vehicles:
        return None
    before = tokens[place - 1]
    subject = None
    if before.possessive:
        owners = quoted.paragraph.mentioned(0, place)
        subject = next((m for m in reversed(owners) if m.last == place), None)
    elif before.text.lower() in language.determiners and language.pronouns.get(before.text.lower()) in {"he", "she"}:
        subject = Mention(place - 1, place, MentionKind.PRONOUN, before.text)
    return _phrase_cue(quoted, place, 1, subject)


def agent(quoted: Quoted, place: int) -> Cue | None:
    """Find the agent of a passive reporting verb: “was praised by X as”."""
    tokens, language = quoted.tokens, quoted.prose.language
    if place < 1 or place + 2 >= quoted.at or tokens[place + 1].text.lower() not in language.passive_agents:
        return None
    if not reports(language, tokens, place) or tokens[place - 1].text.lower() not in language.copulas:
        return None
    fired = find_inverted(quoted.prose, quoted.paragraph, place + 2, quoted.at)
    return _phrase_cue(quoted, place, 1, *_who(fired))


def phrase(quoted: Quoted, place: int) -> Cue | None:
    """Find whom a phrase names: “according to X”."""
    length = count_phrase(quoted.prose.language, quoted.tokens, place)
    if not length:
        return None
    fired = find_inverted(quoted.prose, quoted.paragraph, place + length, quoted.at)
    return _phrase_cue(quoted, place, length, *_who(fired))


def _who(fired: Fired[Mention] | None) -> tuple[Mention | None, str]:
    return (fired.found, fired.rule) if fired is not None else (None, "")


def _phrase_cue(quoted: Quoted, place: int, length: int, subject: Mention | None, who: str = "") -> Cue | None:
    if subject is None:
        return None
    text = printed(quoted.tokens, place, place + length)
    return Cue(subject=subject, who=who, text=text, start=quoted.start, end=quoted.at, place=place)


def denied_introduction(quoted: Quoted) -> Cue | None:
    """Find that whom the sentence is about does not say what it introduces: “X was not content: …”."""
    subject = _introduced_by(quoted)
    if subject is None:
        return None
    between = quoted.tokens[subject.last : quoted.at]
    negated = any(quoted.prose.language.is_negation(token.text) for token in between)
    return Cue(subject=None, start=quoted.start, end=quoted.at) if negated else None


def introduction(quoted: Quoted) -> Cue | None:
    """Take whom the sentence is about that a colon or comma ends before the quotation: “X was glad: …”."""
    subject = _introduced_by(quoted)
    return Cue(subject=subject, start=quoted.start, end=quoted.at) if subject is not None else None


def _introduced_by(quoted: Quoted) -> Mention | None:
    if quoted.at <= quoted.start or quoted.tokens[quoted.at - 1].text not in INTRODUCING:
        return None
    words = quoted.words
    if len(words) < _FEWEST_INTRODUCED or is_title(words):
        return None
    return find_topic(quoted.prose, quoted.paragraph, quoted.start, quoted.at)

"""Around: where a sentence says who speaks a quotation by what stands before and behind it."""

from generator.text.rules.before import INTRODUCING
from generator.text.rules.behind import find_behind
from generator.text.rules.inverted import find_inverted
from generator.text.rules.place import Cue, Quoted


def asked(quoted: Quoted) -> Cue | None:
    """Find that somebody whom nobody names put it as a question: “Asked ‘Why?’, X said no”."""
    tokens, start, index, language = quoted.tokens, quoted.start, quoted.at, quoted.prose.language
    verb = index - 1 - (index > start and tokens[index - 1].text in INTRODUCING)
    if verb < start or tokens[verb].text.lower() not in language.asked:
        return None
    if verb > start and tokens[verb - 1].text.lower() not in language.clause_openers:
        return None
    return Cue(subject=None, start=index - 1, end=index)


def called_by(quoted: Quoted) -> Cue | None:
    """Find the agent behind what somebody was called: “was called ‘…’ by X”."""
    verb, tokens, behind = _called(quoted), quoted.tokens, quoted.at + 2
    if verb is None or behind >= quoted.end:
        return None
    if tokens[behind - 1].text.lower() not in quoted.prose.language.passive_agents:
        return None
    agent = find_inverted(quoted.prose, quoted.paragraph, behind, quoted.end)
    if agent is None:
        return None
    return Cue(subject=agent.found, who=agent.rule, text=tokens[verb].text, start=verb, end=quoted.end)


def called_and_reported(quoted: Quoted) -> Cue | None:
    """Find who reports what somebody was called: “was called ‘…,’ X said”."""
    fired = find_behind(quoted, quoted.end) if _called(quoted) is not None else None
    return fired.found if fired is not None else None


def called(quoted: Quoted) -> Cue | None:
    """Find that nobody is named who called somebody so: “was called ‘…’”."""
    verb = _called(quoted)
    return Cue(subject=None, start=verb, end=verb + 1) if verb is not None else None


def _called(quoted: Quoted) -> int | None:
    """Return the index of a passive reporting verb right before a quotation, but for “as”; None without one."""
    tokens, start, index, language = quoted.tokens, quoted.start, quoted.at, quoted.prose.language
    verb = index - 1 - (index > start and tokens[index - 1].text.lower() in language.equating)
    if verb <= start or tokens[verb].text.lower() not in language.cues:
        return None
    return verb if tokens[verb - 1].text.lower() in language.copulas else None

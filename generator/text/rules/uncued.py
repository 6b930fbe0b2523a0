"""Uncued: who speaks a quotation whose sentence does not say so."""

from dataclasses import replace

from generator.model.verdict import Strength
from generator.text.attribution import Attribution
from generator.text.mentions import MentionKind
from generator.text.rules.heads import find_topic
from generator.text.rules.meanings import attribute_to
from generator.text.rules.place import Named, Quoted, Uncued

_FEWEST_WORDS = 4
"""Words from which on a quotation is a sentence of its own."""
_LONGEST_ALONE = 40
_FEW_BESIDE = 3
"""Words of narrative from which on a paragraph of that length is no speech alone."""


def same_sentence(uncued: Uncued) -> Attribution | None:
    """Go on with the quotation before in one sentence: X said it was “hot” and “cold”."""
    if _breaks_off(uncued) or uncued.quoted.tokens[uncued.quoted.at].opens:
        return None
    return _continued(uncued)


def next_sentence(uncued: Uncued) -> Attribution | None:
    """Go on with the quotation before, which its attribution only interrupts, as in “…,” X said, “…”."""
    if _breaks_off(uncued) or not uncued.quoted.tokens[uncued.quoted.at].opens:
        return None
    return _continued(uncued)


def _breaks_off(uncued: Uncued) -> bool:
    """Tell whether there is no quotation before to go on with, or a sentence begins between it and this one."""
    quoted, before = uncued.quoted, uncued.before
    if before is None or uncued.previous is None or before.paragraph != quoted.segment.paragraph:
        return True
    for place in range(quoted.at - 1, -1, -1):
        if quoted.tokens[place].segment is not None:
            return False
        if quoted.tokens[place].opens:
            return True
    return False


def next_paragraph(uncued: Uncued) -> Attribution | None:
    """Go on with the paragraph before, whose marks are left open."""
    quoted, before = uncued.quoted, uncued.before
    if before is None or before.closed or before.paragraph != quoted.segment.paragraph - 1:
        return None
    return _continued(uncued) if quoted.tokens[0].segment == quoted.number else None


def sentence_before(uncued: Uncued) -> Attribution | None:
    """Take whom the sentence before is about, for a whole sentence behind one such as “X laughed”."""
    quoted = uncued.quoted
    earlier = quoted.paragraph.sentence_before(quoted.start) if _is_sentence(quoted) else None
    subject = find_topic(quoted.prose, quoted.paragraph, *earlier) if earlier else None
    if earlier is None or subject is None or subject.kind is MentionKind.NOMINAL:
        return None
    if subject.kind is MentionKind.NAME and quoted.prose.people.is_body(subject.name):
        return None
    found = attribute_to(Named(quoted.prose, uncued.memory, quoted.paragraph, subject, ""), *earlier)
    return replace(found, strength=Strength.INFERRED)


def last_named(uncued: Uncued) -> Attribution | None:
    """Take whoever was named last, for a whole sentence that begins a paragraph."""
    quoted = uncued.quoted
    name = uncued.memory.antecedent() if _is_sentence(quoted) else None
    if not name or any(token.wordlike for token in quoted.tokens[: quoted.at]):
        return None
    return Attribution(speaker=name, mention=name, strength=Strength.INFERRED, named=True)


def _is_sentence(quoted: Quoted) -> bool:
    return len(quoted.words) >= _FEWEST_WORDS and quoted.tokens[quoted.at].opens


def paragraph_alone(uncued: Uncued) -> Attribution | None:
    """Go on with the paragraph before, for a quotation that is nearly all of its own paragraph."""
    quoted, before = uncued.quoted, uncued.before
    if before is None or before.paragraph != quoted.segment.paragraph - 1 or len(quoted.tokens) >= _LONGEST_ALONE:
        return None
    if sum(token.wordlike for token in quoted.tokens) >= _FEW_BESIDE:
        return None
    return _continued(uncued, Strength.INFERRED)


def next_words(quoted: Quoted, following: Attribution) -> Attribution | None:
    """Take the speaker of the next quotation, whose cue stands behind both: “…” “…,” X said."""
    segment, after = quoted.segment, quoted.prose.segments[quoted.number + 1]
    adjoins = not quoted.prose.text[segment.outer_end : after.outer_start].strip()
    return _as_before(following) if following.cue and adjoins else None


def _continued(uncued: Uncued, strength: Strength | None = None) -> Attribution | None:
    return _as_before(uncued.previous, strength) if uncued.previous is not None else None


def _as_before(found: Attribution, strength: Strength | None = None) -> Attribution:
    return replace(found, cue="", strength=strength or found.strength, rule="")

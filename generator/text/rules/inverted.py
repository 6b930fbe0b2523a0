"""Inverted: who does a reporting verb, or is named by a phrase such as “according to”, to its right."""

from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.rules.heads import closes_nominal, find_pair, is_person
from generator.text.rules.place import Behind, Prose
from generator.text.rules.rule import Fired, first
from generator.text.rules.unnamed import find_possessed, find_unlisted_noun_behind
from generator.text.rules.verbs import is_cue


def find_inverted(prose: Prose, paragraph: Paragraph, start: int, stop: int) -> Fired[Mention] | None:
    """Find the name behind an inverted verb or a phrase.

    Args:
        prose: The text.
        paragraph: The paragraph.
        start: Index behind the verb or the phrase.
        stop: Index where to look no further.
    """
    tokens, language = paragraph.tokens, prose.language
    begin = start
    while begin < stop and tokens[begin].text.lower() in language.auxiliaries:
        begin += 1
    if begin >= stop or tokens[begin].text.lower() in language.prepositions | language.clause_openers | {":"}:
        return None
    end = next(
        (i for i in range(begin, stop) if tokens[i].segment is not None or tokens[i].text in {".", ";", ":"}),
        stop,
    )
    inside = paragraph.mentioned(begin, end)
    if inside and any(is_cue(language, tokens, i) for i in range(begin, inside[0].first)):
        return None
    leading = inside[0] if inside else None
    if leading is not None and leading.possessive and len(inside) > 1:
        leading = inside[1]
    return first(prose.rules.inverted, Behind(prose, paragraph, begin, end, inside, leading))


def unlisted_noun(behind: Behind) -> Mention | None:
    """Find somebody whom the language data do not list: “said a visitor”."""
    if behind.inside:
        return None
    return find_unlisted_noun_behind(behind.prose.language, behind.paragraph.tokens, behind.begin, behind.end)


def possessed(behind: Behind) -> Mention | None:
    """Find somebody known only by whose he, she or it is: “according to X's opponent”."""
    inside = behind.inside
    if not inside or not inside[0].possessive:
        return None
    found = find_possessed(behind.prose.language, behind.paragraph, behind.begin, behind.end, behind=True)
    alone = found is not None and (len(inside) < 2 or inside[1].first > found.last + 1)
    return found if alone else None


def pair(behind: Behind) -> Mention | None:
    """Find two who speak as one: “said X and Y”."""
    leading = behind.leading
    if leading is None or not is_person(behind.prose, leading):
        return None
    return find_pair(behind.prose.language, behind.paragraph, leading, behind.end)


def name_behind_role(behind: Behind) -> Mention | None:
    """Find the name that a role leads to: “said the head of the Soup Agency, X”."""
    role, prose = behind.leading, behind.prose
    if role is None or role.kind is MentionKind.PRONOUN or is_person(prose, role):
        return None
    return next((m for m in behind.inside[1:] if _is_holder(behind, role, m)), None)


def _is_holder(behind: Behind, role: Mention, mention: Mention) -> bool:
    tokens, language = behind.paragraph.tokens, behind.prose.language
    last = mention.last == behind.end
    relative = role.kind is MentionKind.NOMINAL and mention.first == role.last + 1 and last
    if not is_person(behind.prose, mention) and not (relative and mention.kind is MentionKind.NAME):
        return False
    beside = tokens[mention.first - 1].text == "," or mention.first == role.last
    if not beside and not closes_nominal(language, tokens, role, mention):
        return False
    between = tokens[role.last : mention.first]
    commas = sum(token.text == "," for token in between)
    return commas <= (3 if last else 1) and not any(token.text in language.cues for token in between)


def subject(behind: Behind) -> Mention | None:
    """Take whoever is mentioned first: “said X”."""
    return behind.leading

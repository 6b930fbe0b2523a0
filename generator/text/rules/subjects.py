"""Subjects: who does a reporting verb, to its left."""

from generator.text.mentions import Mention, MentionKind
from generator.text.narrative import Paragraph
from generator.text.rules.clauses import find_clause_start, find_subject_edge
from generator.text.rules.heads import find_head, find_pair, find_topic, is_governed, is_person
from generator.text.rules.place import FURTHEST, Clause, Prose, Verb
from generator.text.rules.rule import Fired, first
from generator.text.rules.unnamed import (
    LONGEST_NOUN_PHRASE,
    NEAR,
    find_bare_noun,
    find_possessed,
    find_unlisted_noun,
    find_vehicle,
)
from generator.text.rules.verbs import is_participle
from generator.text.tokens import Token


def find_subject(prose: Prose, paragraph: Paragraph, start: int, place: int) -> Fired[Mention] | None:
    """Find who does a verb, to its left.

    Args:
        prose: The text.
        paragraph: The paragraph.
        start: Index where to look no further.
        place: Index of the verb.
    """
    tokens, language = paragraph.tokens, prose.language
    edge = find_subject_edge(language, tokens, start, place)
    verb = Verb(prose, paragraph, start, place, edge, is_participle(language, tokens[place]))
    return first(prose.rules.subjects, verb) or first(prose.rules.clauses, _clause(verb))


def _clause(verb: Verb) -> Clause:
    tokens = verb.paragraph.tokens
    begin = find_clause_start(verb.prose.language, tokens, verb.start, verb.edge)
    inside = [m for m in verb.paragraph.mentioned(begin, verb.edge) if not m.possessive]
    if verb.participle and inside and not _adjoins(tokens, inside[-1], verb.edge):
        inside = []
    return Clause(verb, begin, find_head(verb.prose, tokens, inside, participle=verb.participle))


def _adjoins(tokens: list[Token], mention: Mention, edge: int) -> bool:
    return not any(token.wordlike for token in tokens[mention.last : edge])


def quoted_person(verb: Verb) -> Mention | None:
    """Find whom somebody quotes: “quoted X as saying”."""
    place, paragraph = verb.place, verb.paragraph
    if not verb.participle or place <= verb.start:
        return None
    if paragraph.tokens[place - 1].text.lower() not in verb.prose.language.equating:
        return None
    return next((m for m in paragraph.mentioned(verb.start, place) if m.last == place - 1), None)


def carrier(verb: Verb) -> Mention | None:
    """Find a thing that carries words, in a relative clause: “a sign that said”."""
    tokens, language = verb.paragraph.tokens, verb.prose.language
    opening = tokens[verb.edge].text.lower() if verb.start < verb.edge < verb.place else ""
    if verb.participle or opening not in language.relatives | language.clause_openers:
        return None
    found = find_vehicle(language, tokens, max(verb.start, verb.edge - 1 - LONGEST_NOUN_PHRASE), verb.edge)
    return found if found is not None and found.last == verb.edge else None


def name_behind_role(verb: Verb) -> Mention | None:
    """Find the name between commas behind a role: “the town's cook, X, said”."""
    comma = _comma(verb)
    if comma is None:
        return None
    tokens = verb.paragraph.tokens
    near = verb.paragraph.mentioned(max(verb.start, comma - FURTHEST), comma)
    if len(near) < 2 or near[-1].last != comma or near[-1].kind is not MentionKind.NAME:
        return None
    role, name = near[-2:]
    behind = role.last == name.first - 1 and tokens[role.last].text == ","
    return name if behind and role.kind is MentionKind.NOMINAL else None


def person_before_commas(verb: Verb) -> Mention | None:
    """Find the person of “X, a doctor at Y, said” and “X, who …, said”."""
    comma = _comma(verb)
    if comma is None:
        return None
    for mention in _before_commas(verb, comma):
        if is_person(verb.prose, mention) and (not _is_governed(verb, mention) or _accompanies(verb, mention)):
            return mention
    return None


def subject_before_commas(verb: Verb) -> Mention | None:
    """Find whoever else stands before such commas, or else right before the last of them: “the agency, in Y, said”."""
    comma = _comma(verb)
    if comma is None:
        return None
    for mention in _before_commas(verb, comma):
        if mention.kind is not MentionKind.PRONOUN and not _is_governed(verb, mention):
            return mention
    inside = verb.paragraph.mentioned(verb.start, comma)
    direct = [m for m in inside if not m.possessive and m.last == comma and not _is_governed(verb, m)]
    return direct[0] if direct else None


def _comma(verb: Verb) -> int | None:
    """Return the index of the comma that ends the subject; None where none does."""
    comma = verb.edge - 1
    return comma if comma >= verb.start and verb.paragraph.tokens[comma].text == "," else None


def _before_commas(verb: Verb, comma: int) -> list[Mention]:
    """Return who is mentioned right before each earlier comma of the sentence, the nearest first."""
    tokens = verb.paragraph.tokens
    found: list[Mention] = []
    for index in range(comma - 1, verb.start, -1):
        if tokens[index].text in {";", ":", "."}:
            break
        if tokens[index].text == ",":
            inside = verb.paragraph.mentioned(verb.start, index)
            found += [m for m in inside if m.last == index and not m.possessive]
    return found


def _is_governed(verb: Verb, mention: Mention) -> bool:
    return is_governed(verb.prose.language, verb.paragraph.tokens, mention)


def _accompanies(verb: Verb, mention: Mention) -> bool:
    return verb.paragraph.tokens[mention.first - 1].text.lower() in verb.prose.language.accompanying


def apposition(clause: Clause) -> Mention | None:
    """Give a bare role behind “X, ” to X: “X, president of Y said”."""
    head, verb, begin = clause.head, clause.verb, clause.begin
    tokens = verb.paragraph.tokens
    if head is None or head.kind is not MentionKind.NOMINAL or (head.determined and head.definite):
        return None
    if begin <= verb.start or tokens[begin - 1].text != ",":
        return None
    if any(not token.possessive and not token.capital for token in tokens[begin : head.first]):
        return None
    before = verb.paragraph.mentioned(verb.start, begin - 1)
    return next((m for m in before if m.last == begin - 1 and is_person(verb.prose, m)), None)


def pair(clause: Clause) -> Mention | None:
    """Find two who speak as one: “X and Y wrote”."""
    verb = clause.verb
    return clause.head and find_pair(verb.prose.language, verb.paragraph, clause.head, verb.edge)


def head(clause: Clause) -> Mention | None:
    """Find the subject of the verb's own clause: “X said”."""
    return clause.head


def author(clause: Clause) -> Mention | None:
    """Find whose statement speaks: “a statement by X said”, “X's letter reads”."""
    verb, begin = clause.verb, clause.begin
    tokens, language = verb.paragraph.tokens, verb.prose.language
    vehicles = [i for i in range(begin, verb.edge) if tokens[i].text.lower() in language.vehicles]
    if not vehicles:
        return None
    by = [
        m
        for m in verb.paragraph.mentioned(begin, verb.edge)
        if (
            any(m.last <= i < m.last + NEAR for i in vehicles)
            if m.possessive
            else tokens[m.first - 1].text.lower() in language.agents
        )
        and m.kind is not MentionKind.PRONOUN
        and tokens[m.first - 2].text.lower() not in language.hearsay
    ]
    persons = [m for m in by if verb.prose.people.is_person(m.name)]
    return [*by, *persons][-1] if by else None


def vehicle(clause: Clause) -> Mention | None:
    """Find a noun that speaks for somebody whom nobody names: “a leaked letter says”."""
    verb = clause.verb
    if verb.participle:
        return None
    return find_vehicle(verb.prose.language, verb.paragraph.tokens, clause.begin, verb.edge)


def possessed(clause: Clause) -> Mention | None:
    """Find somebody known only by whose he, she or it is: “X's office said”."""
    verb = clause.verb
    if verb.participle:
        return None
    return find_possessed(verb.prose.language, verb.paragraph, clause.begin, verb.edge)


def unlisted_noun(clause: Clause) -> Mention | None:
    """Find somebody whom the language data do not list: “a visitor said”."""
    verb = clause.verb
    tokens, language = verb.paragraph.tokens, verb.prose.language
    if tokens[verb.place].text.lower() in language.vehicles:
        return None
    return find_unlisted_noun(language, tokens, clause.begin, verb.edge)


def bare_noun(clause: Clause) -> Mention | None:
    """Find a subject without an article that the language data do not list: “protesters shouted”."""
    verb = clause.verb
    if verb.participle:
        return None
    return find_bare_noun(verb.prose.language, verb.paragraph.tokens, clause.begin, verb.edge)


def main_clause(clause: Clause) -> Mention | None:
    """Take whom the clause before is about: “X left the fair, saying”."""
    verb = clause.verb
    if clause.begin <= verb.start:
        return None
    return find_topic(verb.prose, verb.paragraph, verb.start, clause.begin)

"""Subjects: who does a verb, by the order of words in news prose."""

from dataclasses import replace

from generator.text.language import Language
from generator.text.mentions import Mention, MentionKind
from generator.text.names import People
from generator.text.narrative import Paragraph
from generator.text.tokens import Token
from generator.text.unnamed import LONGEST_NOUN_PHRASE, NEAR, Unnamed

_FURTHEST = 60
"""Words that a subject may stand from its verb."""


class Subjects:
    """Finds who does a verb, to its left or behind it, in the paragraphs of one text."""

    def __init__(self, language: Language, people: People) -> None:
        self.language = language
        self.people = people
        self.unnamed = Unnamed(language)

    def is_cue(self, tokens: list[Token], index: int) -> bool:
        """Tell whether a token is a reporting verb that somebody does: no noun, infinitive or passive."""
        token = tokens[index]
        if (
            not self._reports(tokens, index)
            or token.possessive
            or (index and tokens[index - 1].possessive)
            or (token.capital and not token.opens)
        ):
            return False
        before = tokens[index - 1].text.lower() if index else ""
        if before in self.language.copulas and not token.text.endswith(self.language.participle_endings):
            return False
        return before not in self.language.cue_blockers

    def owner(self, paragraph: Paragraph, vehicle: int) -> Mention | None:
        """Find whose words a noun carries that stands before them: “X's remark that”, “her remark:”.

        Args:
            paragraph: The paragraph.
            vehicle: Index of the noun.
        """
        tokens = paragraph.tokens
        if vehicle < 1 or tokens[vehicle].text.lower() not in self.language.vehicles:
            return None
        before = tokens[vehicle - 1]
        if before.possessive:
            return next((m for m in reversed(paragraph.mentioned(0, vehicle)) if m.last == vehicle), None)
        pronoun = self.language.pronouns.get(before.text.lower())
        if pronoun in {"he", "she"} and before.text.lower() in self.language.determiners:
            return Mention(vehicle - 1, vehicle, MentionKind.PRONOUN, before.text)
        return None

    def _reports(self, tokens: list[Token], index: int) -> bool:
        lower = tokens[index].text.lower()
        return lower in self.language.cues or any(
            lower == phrase[0] and _has_phrase(tokens, index, phrase) for phrase in self.language.cue_phrases
        )

    def attributor(self, tokens: list[Token], index: int, *, behind: bool = False) -> int:
        """Return how many tokens a phrase such as “according to” has that begins at one; 0 where none does.

        Args:
            tokens: The paragraph.
            index: The token.
            behind: Whether it stands behind what was said, where some languages have further phrases.
        """
        for phrase in (*self.language.attributors, *(self.language.attributors_behind if behind else ())):
            if tokens[index].text.lower() == phrase[0] and _has_phrase(tokens, index, phrase):
                return len(phrase)
        return 0

    def before(self, paragraph: Paragraph, start: int, verb: int) -> Mention | None:
        """Find who does the verb, to its left."""
        tokens = paragraph.tokens
        participle = tokens[verb].text.endswith(self.language.participle_endings)
        edge = self._subject_edge(tokens, start, verb)
        near = self._quoted_as(paragraph, start, verb) if participle else self._carrier(tokens, start, edge, verb)
        if near is None and edge > start and tokens[edge - 1].text == ",":
            near = self._named_role(paragraph, start, edge - 1) or self._before_commas(paragraph, start, edge - 1)
        if near is not None:
            return near
        clause = self._clause_start(tokens, start, edge)
        inside = [m for m in paragraph.mentioned(clause, edge) if not m.possessive]
        if participle and inside and not self._adjacent(tokens, inside[-1], edge):
            inside = []
        head = self._head(tokens, inside, participle=participle)
        if head is not None:
            return self._together(paragraph, self._appositive_of(paragraph, start, clause, head), edge)
        unnamed = self._owner(paragraph, clause, edge)
        if unnamed is None and not participle:
            unnamed = self.unnamed.vehicle(tokens, clause, edge) or self.unnamed.possessed(paragraph, clause, edge)
        if unnamed is None and tokens[verb].text.lower() not in self.language.vehicles:
            unnamed = self.unnamed.stranger(tokens, clause, edge)
        if unnamed is None and not participle:
            unnamed = self.unnamed.bare_noun(tokens, clause, edge)
        return unnamed or (self.main(paragraph, start, clause) if clause > start else None)

    def _subject_edge(self, tokens: list[Token], start: int, verb: int) -> int:
        """Return the index behind the subject, without auxiliaries, adverbs and a bracket before the verb."""
        language = self.language
        edge = verb
        while edge > start:
            before = tokens[edge - 1]
            adverb = before.text.endswith(language.adverb_endings) and not before.capital
            if not adverb and before.text.lower() not in language.auxiliaries | language.relatives:
                break
            edge -= 1
        return _before_bracket(tokens, start, edge)

    def _quoted_as(self, paragraph: Paragraph, start: int, verb: int) -> Mention | None:
        """Find whom somebody quotes: “quoted X as saying”."""
        if verb <= start or paragraph.tokens[verb - 1].text.lower() not in self.language.equating:
            return None
        return next((m for m in paragraph.mentioned(start, verb) if m.last == verb - 1), None)

    def _carrier(self, tokens: list[Token], start: int, edge: int, verb: int) -> Mention | None:
        """Find a thing that carries words, in a relative clause: “a sign that said”."""
        opening = tokens[edge].text.lower() if start < edge < verb else ""
        if opening not in self.language.relatives | self.language.clause_openers:
            return None
        carrier = self.unnamed.vehicle(tokens, max(start, edge - 1 - LONGEST_NOUN_PHRASE), edge)
        return carrier if carrier is not None and carrier.last == edge else None

    def _named_role(self, paragraph: Paragraph, start: int, comma: int) -> Mention | None:
        """Find the name between commas behind a role: “the town's cook, X, said”."""
        tokens = paragraph.tokens
        near = paragraph.mentioned(max(start, comma - _FURTHEST), comma)
        if len(near) < 2 or near[-1].last != comma or near[-1].kind is not MentionKind.NAME:
            return None
        role, name = near[-2:]
        behind = role.last == name.first - 1 and tokens[role.last].text == ","
        return name if behind and role.kind is MentionKind.NOMINAL else None

    def _together(self, paragraph: Paragraph, head: Mention, edge: int) -> Mention:
        """Join two who speak as one: “X and Y wrote”."""
        tokens = paragraph.tokens
        if (
            head.kind not in {MentionKind.NAME, MentionKind.BODY}
            or head.last >= edge
            or tokens[head.last].text not in self.language.coordinators
        ):
            return head
        for other in paragraph.mentioned(head.last + 1, edge):
            if other.first == head.last + 1 and other.kind in {MentionKind.NAME, MentionKind.BODY}:
                joint = f"{head.name} {tokens[head.last].text} {other.name}"
                return replace(head, last=other.last, text=joint, full="")
        return head

    def _accompanies(self, tokens: list[Token], mention: Mention) -> bool:
        return tokens[mention.first - 1].text.lower() in self.language.accompanying

    def denied(self, tokens: list[Token], start: int, verb: int) -> bool:
        """Tell whether a reporting verb tells of nothing that was said: “never said”, “should have said”.

        Args:
            tokens: The paragraph.
            start: Index where the sentence begins.
            verb: Index of the verb.
        """
        language = self.language
        index = verb - 1
        while index >= start:
            lower = tokens[index].text.lower()
            if language.is_negation(lower) or lower in language.unreal:
                return True
            between = language.auxiliaries | language.equating | language.copulas
            if lower not in between and not lower.endswith(language.adverb_endings):
                break
            index -= 1
        clause = self._clause_start(tokens, start, verb)
        opening = tokens[clause - 1].text.lower() if clause > start else ""
        return opening in language.conditional and any(
            token.text.lower() in language.conditional for token in tokens[clause:verb]
        )

    def passive(self, paragraph: Paragraph, verb: int, stop: int) -> Mention | None:
        """Find the agent of a passive reporting verb: “was praised by X as”.

        Args:
            paragraph: The paragraph.
            verb: Index of the verb.
            stop: Index where to look no further.
        """
        tokens = paragraph.tokens
        if verb < 1 or verb + 2 >= stop or tokens[verb + 1].text.lower() not in self.language.passive_agents:
            return None
        passive = self._reports(tokens, verb) and tokens[verb - 1].text.lower() in self.language.copulas
        return self.behind(paragraph, verb + 2, stop) if passive else None

    def _adjacent(self, tokens: list[Token], mention: Mention, edge: int) -> bool:
        return mention.last == edge or all(not t.wordlike for t in tokens[mention.last : edge])

    def _head(self, tokens: list[Token], inside: list[Mention], *, participle: bool = False) -> Mention | None:
        free = [m for m in inside if participle or not self._governed(tokens, m)]
        if not free:
            return None
        first = free[0]
        for following in inside[inside.index(first) + 1 :]:
            if following.first != first.last or (following.kind is not MentionKind.NOMINAL and not following.role):
                break
            first = following
        if first.kind is MentionKind.NOMINAL:
            named = next(
                (
                    m
                    for m in inside[inside.index(first) + 1 :]
                    if self.is_person(m) and self._closes_nominal(tokens, first, m)
                ),
                None,
            )
            if named is not None:
                return named
        if first.kind in {MentionKind.NAME, MentionKind.BODY} and not self.is_person(first):
            named = next((m for m in free if self.is_person(m) and self._closes_nominal(tokens, first, m)), None)
            if named is not None:
                return named
        return first

    def is_person(self, mention: Mention) -> bool:
        """Tell whether a mention names a person, as far as the text shows."""
        return mention.kind is MentionKind.NAME and self.people.is_person(mention.name)

    def _closes_nominal(self, tokens: list[Token], nominal: Mention, name: Mention) -> bool:
        """Tell whether a name ends a noun phrase that a role begins: “chief of staff General X”."""
        between = tokens[nominal.last : name.first]
        if any(not t.wordlike or t.text.lower() in self.language.cues for t in between):
            return False
        before = tokens[name.first - 1].text.lower()
        return before not in self.language.prepositions and before not in self.language.determiners

    def _governed(self, tokens: list[Token], mention: Mention) -> bool:
        index = mention.first - 1
        while index > 0 and (
            tokens[index].text.lower() in self.language.determiners
            or tokens[index].possessive
            or (tokens[index].capital and tokens[index + 1].possessive)
        ):
            index -= 1
        return index >= 0 and tokens[index].text.lower() in self.language.prepositions

    def _before_commas(self, paragraph: Paragraph, start: int, comma: int) -> Mention | None:
        """Find the subject of “X, a doctor at Y, said” and “X, who …, said”."""
        tokens = paragraph.tokens
        best: Mention | None = None
        for index in range(comma - 1, start, -1):
            if tokens[index].text in {";", ":", "."}:
                break
            if tokens[index].text != ",":
                continue
            ending = [m for m in paragraph.mentioned(start, index) if m.last == index and not m.possessive]
            for mention in ending:
                person = self.is_person(mention)
                if person and (not self._governed(tokens, mention) or self._accompanies(tokens, mention)):
                    return mention
                if best is None and mention.kind is not MentionKind.PRONOUN and not self._governed(tokens, mention):
                    best = mention
        if best is None:
            inside = [m for m in paragraph.mentioned(start, comma) if not m.possessive]
            direct = [m for m in inside if m.last == comma and not self._governed(tokens, m)]
            best = direct[0] if direct else None
        return best

    def _appositive_of(self, paragraph: Paragraph, start: int, clause: int, head: Mention) -> Mention:
        """Give a bare role behind “X, ” to X: “X, president of Y said”."""
        tokens = paragraph.tokens
        indefinite = head.determined and not head.definite
        if head.kind is not MentionKind.NOMINAL or (head.determined and not indefinite):
            return head
        if clause <= start or tokens[clause - 1].text != ",":
            return head
        if any(not token.possessive and not token.capital for token in tokens[clause : head.first]):
            return head
        for mention in paragraph.mentioned(start, clause - 1):
            if mention.last == clause - 1 and self.is_person(mention):
                return mention
        return head

    def _clause_start(self, tokens: list[Token], start: int, edge: int) -> int:
        named = False
        for index in range(edge - 1, start - 1, -1):
            token = tokens[index]
            if named and index < edge - 1 and self._is_finite_cue(token) and self.is_cue(tokens, index):
                return index + 1
            named = named or token.capital or self.language.is_role(token.text.lower())
            if token.segment is not None or (not token.wordlike and token.text in {",", ";", ":", "(", "–", "—", "."}):
                return index + 1
            lower = token.text.lower()
            if lower in self.language.clause_openers and index < edge - 1:
                return index + 1
            if (
                lower in self.language.coordinators
                and index < edge - 1
                and not (tokens[index - 1].capital and tokens[index + 1].capital)
                and any(self._is_finite_cue(t) for t in tokens[start:index])
            ):
                return index + 1
        return start

    def _is_finite_cue(self, token: Token) -> bool:
        lower = token.text.lower()
        return lower in self.language.cues and not lower.endswith(self.language.participle_endings)

    def _owner(self, paragraph: Paragraph, clause: int, edge: int) -> Mention | None:
        """Find whose statement speaks: “a statement by X said”, “X's letter reads”."""
        tokens = paragraph.tokens
        vehicles = [i for i in range(clause, edge) if tokens[i].text.lower() in self.language.vehicles]
        if not vehicles:
            return None
        by = [
            m
            for m in paragraph.mentioned(clause, edge)
            if (
                any(m.last <= i < m.last + NEAR for i in vehicles)
                if m.possessive
                else tokens[m.first - 1].text.lower() in self.language.agents
            )
            and m.kind is not MentionKind.PRONOUN
            and tokens[m.first - 2].text.lower() not in self.language.hearsay
        ]
        persons = [m for m in by if self.people.is_person(m.name)]
        return [*by, *persons][-1] if by else None

    def behind_addressee(self, paragraph: Paragraph, first: Mention | None, verb: int, stop: int) -> Mention | None:
        """Find the subject behind a verb before which somebody stands who is spoken to: “Der Zeitung sagte X”.

        Args:
            paragraph: The paragraph.
            first: Whoever stands before the verb.
            verb: Index of the verb.
            stop: Index where to look no further.
        """
        if first is None or not self.language.addressee_articles:
            return None
        tokens = paragraph.tokens
        article = tokens[first.first if first.determined else max(0, first.first - 1)].text.lower()
        if article not in self.language.addressee_articles:
            return None
        return next((m for m in paragraph.mentioned(verb + 1, stop) if self.is_person(m)), None)

    def main(self, paragraph: Paragraph, start: int, end: int) -> Mention | None:
        """Find whom a clause is about: the first person in it that no preposition governs, or else anybody."""
        inside = [m for m in paragraph.mentioned(max(start, end - _FURTHEST), end) if not m.possessive]
        head = self._head(paragraph.tokens, inside)
        if head is None or self.is_person(head) or head.kind is MentionKind.PRONOUN:
            return head
        return next((m for m in inside if self.is_person(m) and not self._governed(paragraph.tokens, m)), head)

    def behind(self, paragraph: Paragraph, start: int, stop: int) -> Mention | None:
        """Find the name behind an inverted verb or “according to”."""
        tokens, language = paragraph.tokens, self.language
        begin = start
        while begin < stop and tokens[begin].text.lower() in language.auxiliaries:
            begin += 1
        if (
            begin >= stop
            or tokens[begin].text.lower() in language.prepositions
            or tokens[begin].text.lower() in language.clause_openers | {":"}
        ):
            return None
        end = next(
            (i for i in range(begin, stop) if tokens[i].segment is not None or tokens[i].text in {".", ";", ":"}),
            stop,
        )
        inside = paragraph.mentioned(begin, end)
        if not inside:
            return self.unnamed.stranger_behind(tokens, begin, end)
        if any(self.is_cue(tokens, i) for i in range(begin, inside[0].first)):
            return None
        first = inside[0]
        if first.possessive:
            possessed = self.unnamed.possessed(paragraph, begin, end, behind=True)
            if possessed is not None and (len(inside) < 2 or inside[1].first > possessed.last + 1):
                return possessed
            first = inside[1] if len(inside) > 1 else first
        if first.kind is MentionKind.PRONOUN:
            return first
        if self.is_person(first):
            return self._together(paragraph, first, end)
        for mention in inside[1:]:
            relative = first.kind is MentionKind.NOMINAL and mention.first == first.last + 1 and mention.last == end
            person = self.is_person(mention) or (relative and mention.kind is MentionKind.NAME)
            before = tokens[mention.first - 1].text
            if person and (
                before == "," or self._closes_nominal(tokens, first, mention) or mention.first == first.last
            ):
                clause = tokens[first.last : mention.first]
                ends = mention.last >= end
                if sum(t.text == "," for t in clause) <= (3 if ends else 1) and not any(
                    t.text in language.cues for t in clause
                ):
                    return mention
        return first


def _has_phrase(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.text.lower() for token in tokens[index : index + len(phrase)]) == phrase


def _before_bracket(tokens: list[Token], start: int, edge: int) -> int:
    """Return where a bracket begins that ends right before a token, as in “Jane Doe (Lab) said”."""
    if edge <= start or tokens[edge - 1].text != ")":
        return edge
    return next((i for i in range(edge - 2, start, -1) if tokens[i].text == "("), edge)

"""Attribution: who, by the text's own words, said what stands in its quotation marks.

The cues of news prose are read: “…,” X said; said X; X said: “…”; according to X; X told Z; X, a
doctor, said; he added. A quotation without a cue of its own continues the speech before it. Every
attribution carries its evidence and says whether the text states it or only suggests it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.text.language import Language, read_language
from generator.text.marks import Segment, find_segments
from generator.text.mentions import Mention, MentionKind, find_mentions
from generator.text.names import People, read_people
from generator.text.paragraphs import find_paragraphs
from generator.text.tokens import Token, read_tokens
from generator.verdict import Strength

_INTRODUCING = frozenset({",", ":", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said a segment.

    Args:
        speaker: The person or body as fully as the text names them; None where it names nobody.
        mention: As printed at the cue, "he" for instance.
        cue: The reporting verb as printed; empty where the speech merely continues.
        strength: Whether the text states it or only suggests it; None where it names nobody.
        evidence: The words of the text that tell.
        named: Whether `speaker` is a name, and no role such as "a spokesman".
    """

    speaker: str | None = None
    mention: str = ""
    cue: str = ""
    strength: Strength | None = None
    evidence: str = ""
    named: bool = False


NOBODY = Attribution()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    tokens: list[Token]
    mentions: list[Mention]


@lru_cache(maxsize=256)
def attribute(text: str, language: str = "en") -> tuple[Attribution, ...]:
    """Attribute every segment of a text.

    Args:
        text: The whole text.
        language: BCP 47 tag of its language.

    Returns:
        One attribution for each of `find_segments(text)`, in the same order.
    """
    data = read_language(language)
    segments = find_segments(text)
    paragraphs = _read_paragraphs(text, segments, data)
    people = read_people([(paragraph.tokens, paragraph.mentions) for paragraph in paragraphs], data)
    reader = _Reader(text, data, segments, people)
    for paragraph in paragraphs:
        reader.read(paragraph)
    return tuple(reader.found[number] for number in range(len(segments)))


def _read_paragraphs(text: str, segments: Sequence[Segment], language: Language) -> list[_Paragraph]:
    paragraphs = []
    first = 0
    for number, span in enumerate(find_paragraphs(text)):
        last = first
        while last < len(segments) and segments[last].paragraph == number:
            last += 1
        tokens = read_tokens(text, span, tuple(segments[first:last]), first, language.cues)
        paragraphs.append(_Paragraph(tokens, find_mentions(tokens, language)))
        first = last
    return paragraphs


class _Reader:
    """Goes through the paragraphs and remembers who spoke and who was named last."""

    def __init__(self, text: str, language: Language, segments: Sequence[Segment], people: People) -> None:
        self.text = text
        self.language = language
        self.segments = segments
        self.people = people
        self.found: dict[int, Attribution] = {}
        self.last_named: str | None = None
        self.last_found = NOBODY
        self.last_paragraph: _Paragraph | None = None
        self.named_since = False
        self.last_body: str | None = None

    def read(self, paragraph: _Paragraph) -> None:
        sentences = _sentences(paragraph)
        waiting: list[int] = []
        heard = 0
        for start, end in sentences:
            for index in range(start, end):
                number = paragraph.tokens[index].segment
                if number is None:
                    continue
                heard = self._hear(paragraph, heard, index)
                found = self._by_cue(paragraph, start, end, index)
                if found is NOBODY:
                    found = self._by_context(paragraph, start, index)
                self.found[number] = found
                if found is NOBODY:
                    waiting.append(number)
                elif waiting and waiting[-1] == number - 1 and found.cue and self._adjoin(number):
                    for earlier in waiting:
                        self.found[earlier] = self._continued(found)
                if found is not NOBODY:
                    waiting = []
                    self._remember(found, paragraph)
            heard = self._hear(paragraph, heard, end)

    def _adjoin(self, number: int) -> bool:
        return not self.text[self.segments[number - 1].outer_end : self.segments[number].outer_start].strip()

    def _hear(self, paragraph: _Paragraph, start: int, end: int) -> int:
        """Remember who is named between two tokens."""
        for mention in paragraph.mentions:
            if start <= mention.first < end and mention.kind is MentionKind.NAME:
                name = self.people.full(mention.text)
                if self.people.is_person(name) and not _is_object(paragraph.tokens, mention, self.language):
                    self.last_named = name
                    self.named_since = self.named_since or name != self.last_found.speaker
        return max(start, end)

    def _remember(self, found: Attribution, paragraph: _Paragraph) -> None:
        self.last_found, self.last_paragraph, self.named_since = found, paragraph, False
        if found.named and found.speaker and self.people.is_person(found.speaker):
            self.last_named = found.speaker
        elif found.named:
            self.last_body = found.speaker

    def _continued(self, found: Attribution, strength: Strength | None = None) -> Attribution:
        return Attribution(
            speaker=found.speaker,
            mention=found.mention,
            strength=strength or found.strength,
            evidence=found.evidence,
            named=found.named,
        )

    # -- by a cue in the same sentence ---------------------------------------------------------

    def _by_cue(self, paragraph: _Paragraph, start: int, end: int, index: int) -> Attribution:
        tokens = paragraph.tokens
        before = self._cue_before(paragraph, start, index)
        if before is not NOBODY:
            return before
        stop = next((i for i in range(index + 1, end) if tokens[i].segment is not None), end)
        if stop < end and tokens[stop - 1].text == ":":
            stop = next((i for i in range(stop, index, -1) if tokens[i].text in {".", ";"}), stop)
        after = self._cue_after(paragraph, index, stop)
        if after is not NOBODY:
            return after
        return self._signature(paragraph, index)

    def _cue_before(self, paragraph: _Paragraph, start: int, index: int) -> Attribution:
        tokens = paragraph.tokens
        for verb in range(index - 1, start - 1, -1):
            if self._is_cue(tokens, verb):
                subject = self._subject(paragraph, start, verb)
                if subject is not None:
                    return self._attribute(paragraph, subject, tokens[verb].text, start, index)
            phrase = self._attributor(tokens, verb)
            if phrase:
                subject = self._object(paragraph, verb + phrase, index)
                if subject is not None:
                    return self._attribute(paragraph, subject, "according to", start, index)
        if index > start and tokens[index - 1].text in _INTRODUCING and len(self._words(tokens[index])) > 3:
            subject = self._main_subject(paragraph, start, index)
            if subject is not None:
                return self._attribute(paragraph, subject, "", start, index)
        return NOBODY

    def _cue_after(self, paragraph: _Paragraph, index: int, stop: int) -> Attribution:
        tokens = paragraph.tokens
        for verb in range(index + 1, min(stop, index + 40)):
            if self._is_cue(tokens, verb):
                inverted = all(
                    not t.wordlike or t.text.lower() in self.language.auxiliaries for t in tokens[index + 1 : verb]
                )
                subject = self._object(paragraph, verb + 1, stop) if inverted else None
                if subject is None and not inverted:
                    subject = self._subject(paragraph, index + 1, verb)
                if subject is None and tokens[verb - 1].text == ",":
                    subject = self._object(paragraph, verb + 1, stop)
                if subject is not None:
                    return self._attribute(paragraph, subject, tokens[verb].text, index + 1, stop)
            phrase = self._attributor(tokens, verb)
            if phrase and verb <= index + 3:
                subject = self._object(paragraph, verb + phrase, stop)
                if subject is not None:
                    return self._attribute(paragraph, subject, "according to", index + 1, stop)
        return NOBODY

    def _signature(self, paragraph: _Paragraph, index: int) -> Attribution:
        """Read a name that stands alone behind the quotation: “…” – Jane Doe."""
        tokens = paragraph.tokens
        rest = tokens[index + 1 :]
        if not rest or len(self._words(tokens[index])) < 4:
            return NOBODY
        if any(self._is_cue(tokens, place) for place in range(index + 1, len(tokens))):
            return NOBODY
        dashed = not rest[0].wordlike or self.text[self.segments[tokens[index].segment or 0].end - 1] == ","
        for mention in paragraph.mentions:
            offset = mention.first - index - 1
            if (
                0 <= offset <= 1
                and (dashed or mention.kind is MentionKind.NOMINAL)
                and mention.kind is not MentionKind.PRONOUN
            ):
                tail = tokens[mention.last : mention.last + 1]
                if len(rest) <= 14 and (not tail or not tail[0].wordlike):
                    return self._attribute(paragraph, mention, "", index + 1, len(tokens))
        return NOBODY

    def _is_cue(self, tokens: list[Token], index: int) -> bool:
        token = tokens[index]
        if token.text.lower() not in self.language.cues or token.possessive or (token.capital and not token.opens):
            return False
        before = tokens[index - 1].text.lower() if index else ""
        if before in self.language.copulas and not token.text.endswith("ing"):
            return False
        return before not in {"to", "the", "a", "an", "of", "his", "her", "their", "its", "this", "that's"}

    def _attributor(self, tokens: list[Token], index: int) -> int:
        for phrase in self.language.attributors:
            if tuple(token.text.lower() for token in tokens[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _words(self, token: Token) -> list[str]:
        assert token.segment is not None
        segment = self.segments[token.segment]
        return self.text[segment.start : segment.end].split()

    # -- subjects ------------------------------------------------------------------------------

    def _subject(self, paragraph: _Paragraph, start: int, verb: int) -> Mention | None:
        """Find who does the verb, to its left."""
        tokens, language = paragraph.tokens, self.language
        edge = verb
        while (edge > start and tokens[edge - 1].text.lower() in language.auxiliaries | language.relatives) or (
            edge > start and tokens[edge - 1].text.endswith("ly") and not tokens[edge - 1].capital
        ):
            edge -= 1
        if edge > start and tokens[edge - 1].text == ",":
            found = self._before_commas(paragraph, start, edge - 1)
            if found is not None:
                return found
        clause = self._clause_start(tokens, start, edge)
        inside = [m for m in paragraph.mentions if clause <= m.first and m.last <= edge and not m.possessive]
        if tokens[verb].text.endswith("ing") and inside and not self._adjacent(tokens, inside[-1], edge):
            inside = []
        head = self._head(tokens, inside, participle=tokens[verb].text.endswith("ing"))
        if head is not None:
            return self._appositive_of(paragraph, start, clause, head)
        owner = self._owner(paragraph, clause, edge)
        if owner is not None:
            return owner
        stranger = self._stranger(tokens, clause, edge)
        if stranger is not None and tokens[verb].text.lower() not in self.language.vehicles:
            return stranger
        return self._main_subject(paragraph, start, clause) if clause > start else None

    def _stranger(self, tokens: list[Token], clause: int, edge: int) -> Mention | None:
        """Find somebody whom the language data do not know: “a visitor said”."""
        if tokens[edge - 1].text.lower() in self.language.vehicles:
            return None
        for first in range(edge - 2, max(clause, edge - 5) - 1, -1):
            if tokens[first].text.lower() in self.language.indefinites:
                text = " ".join(token.text for token in tokens[first + 1 : edge])
                return Mention(first, edge, MentionKind.NOMINAL, text, determined=True)
            if not tokens[first].wordlike or tokens[first].text.lower() in self.language.prepositions:
                return None
        return None

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
                    if self._is_person(m) and self._closes_nominal(tokens, first, m)
                ),
                None,
            )
            if named is not None:
                return named
        if first.kind in {MentionKind.NAME, MentionKind.BODY} and not self._is_person(first):
            named = next((m for m in free if self._is_person(m) and self._closes_nominal(tokens, first, m)), None)
            if named is not None:
                return named
        return first

    def _is_person(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.NAME and self.people.is_person(self.people.full(mention.text))

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

    def _before_commas(self, paragraph: _Paragraph, start: int, comma: int) -> Mention | None:
        """Find the subject of “X, a doctor at Y, said” and “X, who …, said”."""
        tokens = paragraph.tokens
        best: Mention | None = None
        for index in range(comma - 1, start, -1):
            if tokens[index].text in {";", ":", "."}:
                break
            if tokens[index].text != ",":
                continue
            ending = [m for m in paragraph.mentions if m.last == index and m.first >= start and not m.possessive]
            for mention in ending:
                person = self._is_person(mention)
                if person and (not self._governed(tokens, mention) or tokens[mention.first - 1].text.lower() == "with"):
                    return mention
                if best is None and mention.kind is not MentionKind.PRONOUN and not self._governed(tokens, mention):
                    best = mention
        if best is None:
            inside = [m for m in paragraph.mentions if start <= m.first and m.last <= comma and not m.possessive]
            direct = [m for m in inside if m.last == comma and not self._governed(tokens, m)]
            best = direct[0] if direct else None
        return best

    def _appositive_of(self, paragraph: _Paragraph, start: int, clause: int, head: Mention) -> Mention:
        """Give a bare role behind “X, ” to X: “X, president of Y said”."""
        tokens = paragraph.tokens
        indefinite = head.determined and not head.definite
        if head.kind is not MentionKind.NOMINAL or (head.determined and not indefinite):
            return head
        if clause <= start or tokens[clause - 1].text != "," or head.first != clause:
            return head
        for mention in paragraph.mentions:
            if mention.last == clause - 1 and self._is_person(mention):
                return mention
        return head

    def _clause_start(self, tokens: list[Token], start: int, edge: int) -> int:
        for index in range(edge - 1, start - 1, -1):
            token = tokens[index]
            if token.segment is not None or (not token.wordlike and token.text in {",", ";", ":", "(", "–", "—", "."}):
                return index + 1
            lower = token.text.lower()
            if (
                lower
                in {
                    "while",
                    "but",
                    "because",
                    "although",
                    "though",
                    "whereas",
                    "when",
                    "if",
                    "that",
                    "after",
                    "as",
                }
                and index < edge - 1
            ):
                return index + 1
            if (
                lower == "and"
                and index < edge - 1
                and any(t.text.lower() in self.language.cues for t in tokens[start:index])
            ):
                return index + 1
        return start

    def _owner(self, paragraph: _Paragraph, clause: int, edge: int) -> Mention | None:
        """Find whose statement speaks: “a statement by X said”, “X's letter reads”."""
        tokens = paragraph.tokens
        if not any(t.text.lower() in self.language.vehicles or t.possessive for t in tokens[clause:edge]):
            return None
        by = [
            m
            for m in paragraph.mentions
            if clause <= m.first
            and m.last <= edge
            and (m.possessive or tokens[m.first - 1].text.lower() in {"by", "from", "of"})
            and m.kind is not MentionKind.PRONOUN
        ]
        persons = [m for m in by if self.people.is_person(self.people.full(m.text))]
        return [*by, *persons][-1] if by else None

    def _main_subject(self, paragraph: _Paragraph, start: int, end: int) -> Mention | None:
        inside = [m for m in paragraph.mentions if start <= m.first and m.last <= end and not m.possessive]
        head = self._head(paragraph.tokens, inside)
        if head is None or self._is_person(head) or head.kind is MentionKind.PRONOUN:
            return head
        return next((m for m in inside if self._is_person(m) and not self._governed(paragraph.tokens, m)), head)

    def _object(self, paragraph: _Paragraph, start: int, stop: int) -> Mention | None:
        """Find the name behind an inverted verb or “according to”."""
        tokens, language = paragraph.tokens, self.language
        begin = start
        while begin < stop and tokens[begin].text.lower() in language.auxiliaries:
            begin += 1
        if (
            begin >= stop
            or tokens[begin].text.lower() in language.prepositions
            or tokens[begin].text.lower() in {"that", ":"}
        ):
            return None
        end = next(
            (i for i in range(begin, stop) if tokens[i].segment is not None or tokens[i].text in {".", ";", ":"}),
            stop,
        )
        inside = [m for m in paragraph.mentions if begin <= m.first and m.last <= end]
        if not inside or any(self._is_cue(tokens, i) for i in range(begin, inside[0].first)):
            return None
        first = inside[0]
        if first.possessive and len(inside) > 1:
            first = inside[1]
        if first.kind is MentionKind.PRONOUN or (
            first.kind is MentionKind.NAME and self.people.is_person(self.people.full(first.text))
        ):
            return first
        for mention in inside[1:]:
            person = self._is_person(mention)
            before = tokens[mention.first - 1].text
            if person and (
                before == "," or self._closes_nominal(tokens, first, mention) or mention.first == first.last
            ):
                clause = tokens[first.last : mention.first]
                if sum(t.text == "," for t in clause) <= 1 and not any(t.text in language.cues for t in clause):
                    return mention
        return first

    # -- by what stands around -----------------------------------------------------------------

    def _by_context(self, paragraph: _Paragraph, start: int, index: int) -> Attribution:
        tokens = paragraph.tokens
        number = tokens[index].segment
        assert number is not None
        previous = self.found.get(number - 1, NOBODY)
        segment = self.segments[number]
        before = self.segments[number - 1] if number else None
        if before is None or previous is NOBODY:
            return self._introduced(paragraph, start, index)
        if before.paragraph == segment.paragraph:
            between = [t for t in tokens if before.outer_end <= t.start and t.end <= segment.outer_start]
            breaks = [i for i, t in enumerate(between) if t.opens and t.segment is None]
            if not breaks or all(between[i].start < before.outer_end for i in breaks):
                same_sentence = not any(t.opens for t in [*between, tokens[index]])
                if same_sentence or self._continues(between, tokens[index]):
                    return self._continued(previous)
            if any(t.opens for t in between[1:]) or (between and between[0].opens):
                return self._introduced(paragraph, start, index)
            return self._continued(previous)
        if before.paragraph == segment.paragraph - 1 and not before.closed and tokens[0].segment == number:
            return self._continued(previous)
        introduced = self._introduced(paragraph, start, index)
        if introduced is not NOBODY:
            return introduced
        alone = sum(token.wordlike for token in tokens) < 3
        if alone and before.paragraph == segment.paragraph - 1:
            return self._continued(previous, Strength.INFERRED)
        return NOBODY

    def _continues(self, between: list[Token], token: Token) -> bool:
        return token.opens and (not between or not any(t.opens for t in between))

    def _introduced(self, paragraph: _Paragraph, start: int, index: int) -> Attribution:
        """Take the subject of the sentence before, for a whole sentence that stands without a cue."""
        tokens = paragraph.tokens
        if len(self._words(tokens[index])) < 4 or not tokens[index].opens:
            return NOBODY
        earlier = [span for span in _sentences(paragraph) if span[1] <= start]
        if earlier:
            subject = self._main_subject(paragraph, *earlier[-1])
            if subject is not None and subject.kind is not MentionKind.NOMINAL:
                found = self._attribute(paragraph, subject, "", *earlier[-1])
                return self._continued(found, Strength.INFERRED)
        if self.last_named and not any(token.wordlike for token in tokens[:index]):
            return Attribution(speaker=self.last_named, mention=self.last_named, strength=Strength.INFERRED, named=True)
        return NOBODY

    def _attribute(self, paragraph: _Paragraph, mention: Mention, cue: str, start: int, end: int) -> Attribution:
        tokens = paragraph.tokens
        narrative = [t for t in tokens[start:end] if t.segment is None]
        evidence = self.text[narrative[0].start : narrative[-1].end].strip(" ,.:;") if narrative else ""
        if mention.kind is MentionKind.PRONOUN:
            name = self.last_body if mention.text.lower() == "it" else self.last_named
            strength = Strength.EXPLICIT if self._goes_on(name, cue, paragraph) else Strength.INFERRED
            return Attribution(
                speaker=name,
                mention=mention.text,
                cue=cue,
                named=name is not None,
                strength=strength if name else None,
                evidence=evidence,
            )
        if mention.kind is MentionKind.NOMINAL:
            name = self.people.by_role(mention.text) if mention.definite or not mention.determined else None
            printed = self.text[tokens[mention.first].start : tokens[mention.last - 1].end]
            inferred = name is not None and not self.people.holds(name, mention.text)
            return Attribution(
                speaker=name or printed,
                mention=printed,
                cue=cue,
                named=name is not None,
                strength=Strength.INFERRED if inferred else Strength.EXPLICIT,
                evidence=evidence,
            )
        return Attribution(
            speaker=self.people.full(mention.text),
            mention=mention.text,
            cue=cue,
            named=True,
            strength=Strength.EXPLICIT,
            evidence=evidence,
        )

    def _goes_on(self, name: str | None, cue: str, paragraph: _Paragraph) -> bool:
        """Tell whether a pronoun only carries on: the one who spoke just now, and nobody else was named since."""
        last = self.last_found
        if name is None or last.speaker != name or last.strength is not Strength.EXPLICIT or self.named_since:
            return False
        return self.last_paragraph is paragraph or cue.lower() in self.language.continuing


def _is_object(tokens: list[Token], mention: Mention, language: Language) -> bool:
    return bool(mention.first) and tokens[mention.first - 1].text.lower() in language.prepositions


def _sentences(paragraph: _Paragraph) -> list[tuple[int, int]]:
    opens = [index for index, token in enumerate(paragraph.tokens) if token.opens]
    return list(zip(opens, [*opens[1:], len(paragraph.tokens)], strict=True))

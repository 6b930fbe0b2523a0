"""Mentions: the names, roles and pronouns by which a text speaks of people and bodies."""

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.text.language import Language
from generator.text.tokens import Token


class MentionKind(StrEnum):
    """How a text speaks of somebody."""

    NAME = "name"
    BODY = "body"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text speaks of somebody.

    Args:
        first: Index of its first token in the paragraph.
        last: End index, exclusive.
        kind: Name of a person, name of a body, a role such as "the minister", or a pronoun.
        text: The name, the role or the pronoun as printed, without titles before a name.
        role: The titles and the role printed before a name.
        determined: Whether a determiner such as "the" or "a" begins it.
        definite: Whether that determiner points to somebody already known.
        possessive: Whether it owns what follows ("Trump's").
        full: The fullest form in which the text names the same person or body, where that is another.
    """

    first: int
    last: int
    kind: MentionKind
    text: str
    role: str = ""
    determined: bool = False
    definite: bool = False
    possessive: bool = False
    full: str = ""

    @property
    def name(self) -> str:
        """Return the fullest form in which the text names whom it means."""
        return self.full or self.text


def find_mentions(tokens: list[Token], language: Language) -> list[Mention]:
    """Find who is mentioned in a paragraph's narrative.

    Args:
        tokens: The paragraph.
        language: Data of its language.

    Returns:
        The mentions in order; they do not overlap.
    """
    mentions: list[Mention] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        lower = token.text.lower()
        if lower == token.text and lower not in language.subject_pronouns and not language.is_role(lower):
            index += 1
            continue
        if lower in language.subject_pronouns and not token.possessive:
            mentions.append(Mention(index, index + 1, MentionKind.PRONOUN, token.text))
            index += 1
        elif not _is_capital_role(tokens, index, language) and _begins_name(tokens, index, language):
            end = _name_end(tokens, index, language)
            mentions += _split_name(tokens, index, end, language)
            index = end
        elif _is_role(token, language) or _is_capital_role(tokens, index, language):
            mentions.append(_nominal(tokens, index, language))
            index += 1
        else:
            index += 1
    return [_as_role(tokens, mention, language) for mention in _join_roles(tokens, mentions)]


def _as_role(tokens: list[Token], mention: Mention, language: Language) -> Mention:
    """Take one capital word behind an article for a role and no name: “the Dutchman”, “a Republican”."""
    before = tokens[mention.first - 1].text.lower() if mention.first else ""
    known = mention.kind is not MentionKind.NAME or mention.role or " " in mention.text or mention.text.isupper()
    if known or before not in language.definites | language.indefinites:
        return mention
    definite = before in language.definites
    return replace(mention, first=mention.first - 1, kind=MentionKind.NOMINAL, determined=True, definite=definite)


def _is_role(token: Token, language: Language) -> bool:
    expected = token.capital is language.capital_nouns or (token.opens and token.text in language.openers)
    return expected and language.is_role(token.text.lower())


def _is_capital_role(tokens: list[Token], index: int, language: Language) -> bool:
    """Tell whether a capital word is a role all the same: an acronym, or at a sentence's beginning before a name."""
    token = tokens[index]
    lower = token.text.lower()
    if not language.is_role(lower) or lower in language.bodies or token.text in language.titles:
        return False
    if len(token.text) > 1 and token.text.isupper():
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return token.opens and following is not None and following.capital and not following.opens


def _is_name_word(token: Token, language: Language) -> bool:
    if language.capital_nouns and language.is_role(token.text.lower()) and token.text not in language.titles:
        return False
    if not token.wordlike or not token.capital or token.text in language.calendar:
        return False
    if token.text in language.pronouns:
        return False
    return "-" not in token.text or not token.text.rsplit("-", 1)[1].islower()


def _begins_name(tokens: list[Token], index: int, language: Language) -> bool:
    token = tokens[index]
    if not _is_name_word(token, language):
        return False
    if token.text in language.openers:
        return False
    if not (token.opens or (index and tokens[index - 1].text in {":", "–", "—"})):
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    lower = token.text.lower()
    if lower in language.cues or (lower.endswith(language.adverb_endings) and not (following and following.capital)):
        return False
    return not (lower in language.auxiliaries or lower in language.prepositions or lower in language.conjunctions)


def _name_end(tokens: list[Token], index: int, language: Language) -> int:
    end = index + 1
    while end < len(tokens) and not tokens[end - 1].possessive:
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        after = tokens[end + 2] if end + 2 < len(tokens) else None
        if token.opens or token.text in language.openers:
            break
        if _is_name_word(token, language):
            end += 1
        elif following and _is_name_word(following, language) and _connects(tokens[end - 1], token, language):
            end += 2
        elif (
            token.text in language.linking
            and following
            and following.text in language.definites
            and after
            and _is_name_word(after, language)
            and tokens[end - 1].text in language.organisations
        ):
            end += 3
        else:
            break
    return end


def _connects(before: Token, token: Token, language: Language) -> bool:
    if token.text in language.particles or token.text == "&":
        return True
    return token.text in language.linking and before.text in language.organisations


def _split_name(tokens: list[Token], start: int, end: int, language: Language) -> list[Mention]:
    """Split a run of capital words into bodies, titles and the person's name."""
    mentions: list[Mention] = []
    run: list[int] = []
    role: list[int] = []

    def flush(kind: MentionKind) -> None:
        nonlocal run, role
        if not run:
            return
        text = " ".join(tokens[i].text for i in run)
        titled = " ".join(tokens[i].text for i in role)
        first = role[0] if role else run[0]
        last = run[-1] + 1
        mentions.append(Mention(first, last, kind, text, role=titled, possessive=tokens[last - 1].possessive))
        run, role = [], []

    for index in range(start, end):
        word = tokens[index].text.rstrip(".")
        following = tokens[index + 1].text if index + 1 < end else ""
        if word in language.titles and (following or not run or word not in language.surname_titles):
            flush(MentionKind.BODY)
            role.append(index)
        elif word in language.linking | language.definites | language.coordinators and not run and role:
            role.append(index)
        elif word in language.organisations and (run or not following):
            run.append(index)
            if (
                following not in language.linking
                and following not in language.organisations
                and (index + 1 < end or not role)
            ):
                flush(MentionKind.BODY)
        else:
            run.append(index)
    if run:
        flush(_run_kind(tokens, run, language))
    elif role:
        text = " ".join(tokens[i].text for i in role)
        mentions.append(
            Mention(role[0], role[-1] + 1, MentionKind.NOMINAL, text, possessive=tokens[role[-1]].possessive)
        )
    return mentions


def _run_kind(tokens: list[Token], run: list[int], language: Language) -> MentionKind:
    words = [tokens[i].text for i in run]
    if any(word.rstrip(".") in language.organisations for word in words):
        return MentionKind.BODY
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return MentionKind.BODY
    return MentionKind.NAME


def _nominal(tokens: list[Token], index: int, language: Language) -> Mention:
    first = index
    while first > 0 and index - first < 6:
        before = tokens[first - 1]
        lower = before.text.lower()
        if not before.wordlike or tokens[first].opens:
            break
        if lower in language.determiners:
            first -= 1
            break
        if (
            lower in language.prepositions
            or lower in language.conjunctions
            or lower in language.auxiliaries
            or lower in language.cues
            or before.text in language.calendar
            or lower in language.pronouns
            or lower in language.relatives
        ):
            break
        first -= 1
    lower = tokens[first].text.lower()
    determined = lower in language.determiners
    definite = lower in language.definites
    body = tokens[first + (determined) : index + 1]
    text = " ".join(token.text for token in body)
    return Mention(
        first,
        index + 1,
        MentionKind.NOMINAL,
        text,
        determined=determined,
        definite=definite,
        possessive=tokens[index].possessive,
    )


def _join_roles(tokens: list[Token], mentions: list[Mention]) -> list[Mention]:
    """Give a role that stands directly before a name to that name, and drop what a role swallowed."""
    joined: list[Mention] = []
    for found in mentions:
        mention = _cleared(tokens, joined, found) if found.kind is MentionKind.NOMINAL else found
        before = joined[-1] if joined else None
        if mention.kind is MentionKind.NAME and before is not None and _belongs(before, mention):
            joined.pop()
            role = " ".join(part for part in (before.text, mention.role) if part)
            mention = replace(
                mention, first=before.first, role=role, determined=before.determined, definite=before.definite
            )
        joined.append(mention)
    return joined


def _cleared(tokens: list[Token], joined: list[Mention], nominal: Mention) -> Mention:
    """Take away the mentions that a role swallows, and return the role, cut short behind a name that it does not."""
    while joined and joined[-1].first >= nominal.first:
        joined.pop()
    if not joined or joined[-1].last <= nominal.first:
        return nominal
    before = joined[-1]
    if before.kind in {MentionKind.NOMINAL, MentionKind.BODY} or before.possessive:
        joined.pop()
        return nominal
    text = " ".join(token.text for token in tokens[before.last : nominal.last])
    return Mention(before.last, nominal.last, nominal.kind, text, possessive=nominal.possessive)


def _belongs(role: Mention, name: Mention) -> bool:
    return role.kind is MentionKind.NOMINAL and role.last == name.first and not role.possessive

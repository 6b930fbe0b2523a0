"""Names: which mentions of a text are one person's or body's, and how fully the text names it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.text.language import Language, read_given_names, read_places
from generator.text.mentions import Mention, MentionKind
from generator.text.tokens import Token


class People:
    """The people and bodies of a text, found by any form of their name or by their role."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._places = read_places(language.tag)
        self._given_names = read_given_names()
        self._persons: dict[str, None] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._by_first_name: dict[str, list[str]] = {}
        self._bodies: dict[str, None] = {}
        self._full: dict[str, str] = {}
        self._roles: dict[str, set[str]] = {}
        self._pronouns: dict[str, str] = {}
        self._recent: dict[str, str] = {}

    def add(self, name: str, role: str) -> None:
        """Take a person's name in, with the role printed with it."""
        head = role.rsplit(maxsplit=1)[-1].lower() if role else ""
        if head in self._language.bodies:
            self.add_body(name)
            return
        if (len(name.split()) > 1 or role) and name not in self._places:
            self._add_person(name)
        if role:
            words = role.split()
            plain = [word.lower().rstrip(".") for word in words]
            self._roles.setdefault(name, set()).update(plain, map(self._language.short_titles.get, plain, plain))
            if not self._language.feminine.isdisjoint(words):
                self._pronouns[name] = "she"
            elif not self._language.masculine.isdisjoint(words):
                self._pronouns[name] = "he"

    def _add_person(self, name: str) -> None:
        if name not in self._persons:
            self._persons[name] = None
            bare = _bare(name.split(), self._language)
            if bare:
                self._by_surname.setdefault(bare[-1], []).append(name)
            if len(bare) > 1:
                self._by_first_name.setdefault(bare[0], []).append(name)

    def add_body(self, name: str) -> None:
        """Take a body's name in."""
        self._bodies.setdefault(name)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the persons' names, each as fully as the text gives it, in the order of the text."""
        return tuple(dict.fromkeys(self.full(name) for name in self._persons))

    def named(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Tell each mention the fullest form of its name.

        Where several people share a surname, the one named last is meant. Where every noun has a capital, one
        capital word is a name only if the text has it in a longer name or with a title, and is left out otherwise.

        Args:
            mentions: Those of the text's next paragraph.

        Returns:
            The mentions, completed.
        """
        completed = []
        for mention in mentions:
            if mention.kind not in {MentionKind.NAME, MentionKind.BODY}:
                completed.append(mention)
                continue
            full = self._meant(mention.text)
            known = full != mention.text or " " in full or full in self._roles or full.isupper()
            if known or not self._language.capital_nouns:
                completed.append(replace(mention, full=full) if full != mention.text else mention)
        return completed

    def _meant(self, name: str) -> str:
        surname = name.rsplit(maxsplit=1)[-1]
        recent = self._recent.get(surname, "")
        if recent and name != recent and _shortens(name.split(), recent.split(), self._language):
            name = recent
        full = self.full(name)
        if self.is_person(full):
            self._recent[surname] = full
        return full

    def full(self, name: str) -> str:
        """Return the fullest form in which the text names the same person."""
        if name not in self._full:
            self._full[name] = self._fullest(name)
        return self._full[name]

    def _fullest(self, name: str) -> str:
        words = name.split()
        akin = self._by_surname.get(words[-1], ())
        longer = [other for other in akin if other != name and _shortens(words, other.split(), self._language)]
        if longer:
            return max(longer, key=lambda other: len(other.split()))
        first = self._by_first_name.get(name, ())
        return first[0] if len(first) == 1 else name

    def is_person(self, name: str) -> bool:
        """Tell whether a full name is a person's, as far as the text shows."""
        return name in self._persons and name not in self._bodies

    def is_body(self, name: str) -> bool:
        """Tell whether a full name is a body's or a thing's, as far as the text shows."""
        return name in self._bodies

    def suits(self, name: str, pronoun: str) -> bool:
        """Tell whether a person may be meant by "he" or "she", as far as title, role and given name show."""
        known = self._pronouns.get(name) or self._given_names.get(name.split(maxsplit=1)[0])
        return known is None or pronoun not in {"he", "she"} or known == pronoun

    def by_role(self, role: str) -> str | None:
        """Return the only person whose role has the same head word, such as "minister"; or else the only body."""
        head = role.rsplit(maxsplit=1)[-1].lower()
        holders = {self.full(name) for name, words in self._roles.items() if head in words}
        if not holders:
            holders = {name for name in self._bodies if name.lower().endswith(f" {head}")}
        return holders.pop() if len(holders) == 1 else None

    def holds(self, name: str, role: str) -> bool:
        """Tell whether the text prints every word of a role with a name."""
        return set(role.lower().split()) <= self._roles.get(name, set())


def read_people(paragraphs: Sequence[tuple[list[Token], list[Mention]]], language: Language) -> People:
    """Gather the people of a text.

    Args:
        paragraphs: Tokens and mentions of each paragraph.
        language: Data of the text's language.

    Returns:
        The people, with the roles that stand before or behind their names.
    """
    people = People(language)
    for tokens, mentions in paragraphs:
        for mention, role in _named(tokens, mentions, language):
            if mention.kind is MentionKind.BODY:
                people.add_body(mention.text)
            else:
                people.add(mention.text, role)
    return people


def _named(tokens: list[Token], mentions: list[Mention], language: Language) -> Iterator[tuple[Mention, str]]:
    """Find names and the roles beside them; behind “the”, names are bodies' or things', behind “in” places'."""
    for index, mention in enumerate(mentions):
        if mention.kind is MentionKind.BODY:
            yield mention, ""
        if mention.kind is not MentionKind.NAME:
            continue
        before = tokens[mention.first - 1].text.lower() if mention.first and not mention.role else ""
        if before in language.definites and " " in mention.text:
            yield replace(mention, kind=MentionKind.BODY), ""
        if before in language.definites or before in language.locatives:
            continue
        role = mention.role
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if (
            following is not None
            and following.kind is MentionKind.NOMINAL
            and tokens[mention.last : mention.last + 1]
            and tokens[mention.last].text in {",", "."}
            and following.first == mention.last + 1
        ):
            role = f"{role} {following.text}".strip()
        yield mention, role or _role_before_comma(tokens, mentions, index, language)


def _role_before_comma(tokens: list[Token], mentions: list[Mention], index: int, language: Language) -> str:
    """Return the role in “his wife, X, said”: it and the name stand between commas, or at the sentence's beginning."""
    mention, role = mentions[index], mentions[index - 1] if index else None
    if role is None or role.kind is not MentionKind.NOMINAL or role.possessive or role.last + 1 != mention.first:
        return ""
    enclosed = (
        tokens[role.last].text == ","
        and tokens[mention.last : mention.last + 1]
        and (tokens[mention.last].text in {",", "."})
    )
    body = role.text.rsplit(maxsplit=1)[-1].lower() in language.bodies
    return role.text if enclosed and not body else ""


def _bare(words: list[str], language: Language) -> list[str]:
    return [word for word in words if word.rstrip(".") not in language.suffixes]


def _shortens(words: list[str], longer: list[str], language: Language) -> bool:
    bare = _bare(longer, language)
    if len(words) >= len(longer) or not bare:
        return False
    if words[-1] != bare[-1]:
        return False
    return all(word in longer for word in words)

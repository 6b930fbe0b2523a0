"""Names: which mentions of a text are one person's, and how fully the text names that person."""

from collections.abc import Sequence

from generator.text.language import Language, read_places
from generator.text.mentions import Mention, MentionKind
from generator.text.tokens import Token


class People:
    """The people and bodies of a text, found by any form of their name or by their role."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._places = read_places(language.tag)
        self._persons: dict[str, None] = {}
        self._full: dict[str, str] = {}
        self._roles: dict[str, set[str]] = {}

    def add(self, name: str, role: str) -> None:
        """Take a name in, with the role printed with it."""
        if (len(name.split()) > 1 or role) and name not in self._places:
            self._persons.setdefault(name)
        if role:
            self._roles.setdefault(name, set()).update(word.lower() for word in role.split())

    def full(self, name: str) -> str:
        """Return the fullest form in which the text names the same person."""
        if name in self._full:
            return self._full[name]
        words = name.split()
        longer = [other for other in self._persons if other != name and _shortens(words, other.split(), self._language)]
        full = max(longer, key=lambda other: len(other.split())) if longer else name
        self._full[name] = full
        return full

    def is_person(self, name: str) -> bool:
        """Tell whether a full name is a person's, as far as the text shows."""
        return name in self._persons

    def by_role(self, role: str) -> str | None:
        """Return the only person whose role has the same head word, such as "minister"."""
        head = role.rsplit(maxsplit=1)[-1].lower()
        holders = {self.full(name) for name, words in self._roles.items() if head in words}
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
        for index, mention in enumerate(mentions):
            if mention.kind is not MentionKind.NAME or _is_place(tokens, mention):
                continue
            role = mention.role
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            if (
                following is not None
                and following.kind is MentionKind.NOMINAL
                and tokens[mention.last : mention.last + 1]
                and tokens[mention.last].text == ","
                and following.first == mention.last + 1
            ):
                role = f"{role} {following.text}".strip()
            people.add(mention.text, role)
    return people


def _shortens(words: list[str], longer: list[str], language: Language) -> bool:
    bare = [word for word in longer if word.rstrip(".") not in language.suffixes]
    if len(words) >= len(longer) or not bare:
        return False
    if words[-1] != bare[-1]:
        return False
    return all(word in longer for word in words)


def _is_place(tokens: list[Token], mention: Mention) -> bool:
    return mention.first > 0 and tokens[mention.first - 1].text.lower() in {"in", "near"} and not mention.role

"""Rule: one way in which a text says whose words are whose, with a sentence as its example."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, ParamSpec, TypeVar

from generator.model.verdict import Strength

Place = ParamSpec("Place")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which a rule fires, and what it finds.

    Args:
        text: The text.
        speaker: Who said the quotation that the rule attributes; None where nobody is named.
        cue: The reporting verb or phrase as printed.
        strength: Whether the text states it or only suggests it; None where it names nobody.
        language: BCP 47 tag of the text's language.
        quotation: Which of the text's quotations the rule attributes; the last one when not given.
    """

    text: str
    speaker: str | None
    cue: str = ""
    strength: Strength | None = Strength.EXPLICIT
    language: str = "en"
    quotation: int = -1


@dataclass(frozen=True, slots=True)
class Rule(Generic[Place, Found]):
    """One way in which a text says whose words are whose.

    Args:
        name: What attributions record when it fires.
        example: A text in which it fires.
        apply: Looks at one place of a text; returns what it finds there, or None.
    """

    name: str
    example: Example
    apply: Callable[Place, Found | None]


class Fired(NamedTuple, Generic[Found]):
    """What a rule found.

    Args:
        rule: Name of the rule.
        found: What it found.
    """

    rule: str
    found: Found


def first(rules: Iterable[Rule[Place, Found]], *args: Place.args, **kwargs: Place.kwargs) -> Fired[Found] | None:
    """Return what the first rule that fires finds at a place.

    Args:
        rules: The rules, in the order in which they are tried.
        *args: The place, as the rules take it.
        **kwargs: The same.
    """
    for rule in rules:
        found = rule.apply(*args, **kwargs)
        if found is not None:
            return Fired(rule.name, found)
    return None


def joined(*rules: str) -> str:
    """Name the rules that fired one after another as one: “verb-behind/inverted/name”."""
    return "/".join(rule for rule in rules if rule)

"""Alterations in words: the sentence that tells what an editor changed, in the language of a page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from generator.model.verdict import AlterationForm, Particulars
from generator.wording.phrases import page_phrases

ENGLISH = "en"
"""Language of descriptions in messages and files."""
_BY_COUNT = frozenset({AlterationForm.OMITTED, AlterationForm.JOINED})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: the page's own words, or words that it quotes."""

    text: str
    quoted: bool = False


def alteration_words(particulars: Particulars, phrases: Mapping[str, str]) -> Iterator[Run]:
    """Tell an alteration.

    Args:
        particulars: What the sentence says.
        phrases: The words of a language, its quotation marks among them.

    Returns:
        The sentence run by run, without a full stop.
    """
    values = {
        "taken": quote(particulars.taken, phrases),
        "put": quote(particulars.put, phrases),
        "before": quote(f"… {particulars.before}", phrases),
        "after": quote(f"{particulars.after} …", phrases),
        "count": (Run(str(particulars.count)),),
    }
    return fill(phrases[_phrase(particulars)], values)


def _phrase(particulars: Particulars) -> str:
    name = f"altered_{particulars.form}"
    if particulars.form not in _BY_COUNT:
        return name
    if particulars.form is AlterationForm.JOINED and not particulars.count:
        return f"{name}_none"
    return f"{name}_one" if particulars.count == 1 else f"{name}_other"


def quote(words: str, phrases: Mapping[str, str]) -> tuple[Run, ...]:
    """Give words in the quotation marks of a language."""
    return Run(phrases["open_mark"]), Run(words, quoted=True), Run(phrases["close_mark"])


def fill(phrase: str, values: Mapping[str, Iterable[Run]]) -> Iterator[Run]:
    """Give a phrase with values in place of the names in braces."""
    for words, name, _, _ in Formatter().parse(phrase):
        if words:
            yield Run(words)
        if name:
            yield from values[name]


def english_words(particulars: Particulars) -> str:
    """Tell an alteration in English, for messages and for files that others read."""
    return "".join(run.text for run in alteration_words(particulars, page_phrases(ENGLISH)))

"""Cards: what stands on the picture of an Explainer or of a Quotation."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.cards.wrapping import ELLIPSIS
from generator.markdown.plain_text import paragraphs, plain
from generator.model.edtf import parse_edtf
from generator.model.explainer import Explainer, Person, Quotation, Source
from generator.model.outcome import Outcome
from generator.model.verdict import Status
from generator.wording.date_words import date_words

ALT_LENGTH = 420
"""The most characters that X takes of a picture's description."""

_SPACE = re.compile(r"[^\S ]")
_NO_BREAK_SPACE = "\u00a0"
_UNSEEN = {ord(char): None for char in "\u00ad\u200b\u2060\ufe0e\ufe0f\ufeff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineCard:
    """The picture of an Explainer; a text that is not known is empty.

    Args:
        kicker: What it is about, in a word or two.
        headline: Its headline.
        site_name: The site.
        proof: How many of its quotations are verified, in words.
        verified: Whether all of them are.
        language: BCP 47 tag of its language.
    """

    kicker: str = ""
    headline: str
    site_name: str = ""
    proof: str = ""
    verified: bool = False
    language: str = "en"

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that it shows in letters."""
        return (self.kicker, self.headline, self.site_name, self.proof)

    @property
    def alt(self) -> str:
        """Return the description of the picture for those who do not see it."""
        return _sentences(ELLIPSIS, self.headline, self.proof, self.site_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCard:
    """The picture of a verified Quotation; a text that is not known is empty.

    Args:
        words: The exact words, without quotation marks.
        open_mark: The quotation mark before them, in the page's language.
        close_mark: The quotation mark behind them.
        speaker: Who said them.
        role: The Speaker's role and affiliation.
        origin: Who published the source, or else its author or title.
        date: When they were said, or else when the source was published, in words.
        proof: What is proven, in words.
        site_name: The site.
        language: BCP 47 tag of the page's language.
    """

    words: str
    open_mark: str
    close_mark: str
    speaker: str = ""
    role: str = ""
    origin: str = ""
    date: str = ""
    proof: str
    site_name: str = ""
    language: str = "en"

    @property
    def quoted(self) -> str:
        """Return the words in their quotation marks."""
        return f"{self.open_mark}{self.words}{self.close_mark}"

    @property
    def cut_mark(self) -> str:
        """Return what ends words that are cut."""
        return f"{ELLIPSIS}{self.close_mark}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that it shows in letters."""
        return (self.quoted, self.speaker, self.role, self.origin, self.date, self.proof, self.site_name)

    @property
    def alt(self) -> str:
        """Return the description of the picture for those who do not see it."""
        return _sentences(
            self.cut_mark,
            self.quoted,
            _listed(self.speaker, self.role),
            _listed(self.origin, self.date),
            self.proof,
            self.site_name,
        )


Card = HeadlineCard | QuotationCard


def headline_card(explainer: Explainer, outcomes: Mapping[str, Outcome], *, proof: str, site_name: str) -> HeadlineCard:
    """Make the card of an explainer.

    Args:
        explainer: The page.
        outcomes: What verification found, by quotation id.
        proof: How many of its quotations are verified, in words; empty where it has none.
        site_name: The site.

    Returns:
        The card; it looks verified only if every quotation of the page is.
    """
    known = [outcomes.get(name) for name in explainer.quotes]
    return HeadlineCard(
        kicker=card_text(explainer.kicker or next(iter(explainer.topics), "")),
        headline=card_text(explainer.title),
        site_name=card_text(site_name),
        proof=card_text(proof),
        verified=bool(known) and all(outcome is not None and outcome.ok for outcome in known),
        language=explainer.language,
    )


def quotation_card(
    explainer: Explainer, quotation: Quotation, outcome: Outcome, phrases: Mapping[str, str], *, site_name: str
) -> QuotationCard | None:
    """Make the card of a quotation.

    Args:
        explainer: Its page.
        quotation: The quotation.
        outcome: What verification found.
        phrases: The words of the page's language, from `card_phrases`.
        site_name: The site.

    Returns:
        The card; None where the quotation is not verified, and where an alteration took away or put in
        a negation, a number or a meaning: the page reports that, and a card travels without its page.
    """
    if not outcome.ok or any(change.lost or change.gained for change in outcome.verdict.alterations):
        return None
    source = explainer.sources.get(quotation.source)
    speaker = explainer.people.get(quotation.speaker)
    date = quotation.said or (source.published if source else None)
    return QuotationCard(
        words=card_text(" ".join(paragraphs(quotation.text))),
        open_mark=_marked(phrases["open_mark"]),
        close_mark=_marked(phrases["close_mark"]),
        speaker=card_text(speaker.name) if speaker else "",
        role=_role(speaker) if speaker else "",
        origin=_origin(source) if source else "",
        date=_marked(date_words(date, explainer.language)) if date else "",
        proof=_proof(outcome, phrases, explainer.language),
        site_name=card_text(site_name),
        language=explainer.language,
    )


def card_text(text: str) -> str:
    """Return a text as a card can show it: on one line, composed, without what is never seen."""
    return unicodedata.normalize("NFC", plain(text).translate(_UNSEEN))


def _marked(text: str) -> str:
    """Return a text of our own, whose spaces do not break; fonts lack the rarer ones."""
    return _SPACE.sub(_NO_BREAK_SPACE, text)


def _role(person: Person) -> str:
    return _listed(card_text(person.role), card_text(person.affiliation))


def _origin(source: Source) -> str:
    return card_text(source.publisher or source.author or source.title)


def _proof(outcome: Outcome, phrases: Mapping[str, str], language: str) -> str:
    altered = outcome.status is Status.ALTERED
    if outcome.locked_on is None:
        return _marked(phrases["card_altered" if altered else "card_verified"])
    day = date_words(parse_edtf(outcome.locked_on.isoformat()), language)
    return _marked(phrases["card_locked_altered" if altered else "card_locked"].format(date=day))


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _sentences(ending: str, first: str, *others: str) -> str:
    """Join texts to sentences, and shorten the first by words until they are not too long."""
    rest = "".join(f" {_sentence(text)}" for text in others if text)
    room = ALT_LENGTH - len(rest)
    if len(_sentence(first)) > room > len(ending):
        head = first[: room - len(ending) - 1]
        first = f"{head.rsplit(' ', 1)[0]}{ending}"
    return f"{_sentence(first)}{rest}"


def _sentence(text: str) -> str:
    return text if _ends(text) else f"{text}."


def _ends(text: str) -> bool:
    return any(char in ".!?…。！？؟" for char in text[-2:])

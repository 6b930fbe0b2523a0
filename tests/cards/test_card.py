"""Cards: what they say, and which quotations get none."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.cards.card import ALT_LENGTH, QuotationCard, card_text, headline_card, quotation_card
from generator.cards.phrases import card_phrases
from generator.model.edtf import parse_edtf
from generator.model.explainer import Quotation
from generator.model.outcome import Outcome
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars, Status, Verdict
from tests.support.card_samples import make_headline, make_quotation, outcomes_of
from tests.support.render_samples import make_page

VERIFIED = Outcome(Verdict(status=Status.VERIFIED))


def card_of(name: str = "close", outcome: Outcome = VERIFIED, **fields: Any) -> QuotationCard | None:
    page = make_page(**fields)
    return quotation_card(page, page.quotes[name], outcome, card_phrases(page.language), site_name="Explainers")


def test_an_explainer_has_its_headline_its_topic_and_its_proof() -> None:
    page = make_page(topics=("harbours", "law"))
    card = headline_card(page, outcomes_of(page), proof="3 quotations, of which verified: 2", site_name="Explainers")
    assert card.texts == (
        "harbours",
        "Who may close the harbour?",
        "Explainers",
        "3 quotations, of which verified: 2",
    )
    assert card.alt == "Who may close the harbour? 3 quotations, of which verified: 2. Explainers."


def test_a_kicker_goes_before_a_topic() -> None:
    page = make_page(topics=("harbours",), kicker="Open or shut")
    assert headline_card(page, {}, proof="", site_name="").kicker == "Open or shut"
    assert headline_card(make_page(), {}, proof="", site_name="").kicker == ""


def test_an_explainer_looks_verified_only_if_every_quotation_is() -> None:
    page = make_page()
    every = dict.fromkeys(page.quotes, VERIFIED)
    assert headline_card(page, every, proof="x", site_name="").verified
    assert not headline_card(
        page, {**every, "pay": Outcome(Verdict(status=Status.ABSENT))}, proof="x", site_name=""
    ).verified
    assert not headline_card(page, {"close": VERIFIED}, proof="x", site_name="").verified
    assert not headline_card(replace(page, quotes={}), {}, proof="", site_name="").verified


def test_a_quotation_has_its_words_its_speaker_its_source_and_its_proof() -> None:
    card = card_of("nothing")
    assert card is not None
    assert card.texts == (
        "“I know of nothing that would let him close the harbour”",
        "Ada Example",
        "law professor, Example University",
        "The Paper",
        "April 7, 2025",
        "Verified",
        "Explainers",
    )
    assert card.alt == (
        "“I know of nothing that would let him close the harbour”. Ada Example, law professor, Example University."
        " The Paper, April 7, 2025. Verified. Explainers."
    )


def test_a_quotation_stands_in_the_marks_of_the_pages_language() -> None:
    card = card_of(language="de")
    assert card is not None
    assert card.quoted == "„We will close it“"
    assert card.date == "7. April 2025"
    assert card.proof == "Geprüft"


def test_the_day_when_it_was_said_goes_before_the_day_of_the_source() -> None:
    said = Quotation(id="close", text="We will\nclose it", speaker="bob", source="paper", said=parse_edtf("2025-03~"))
    card = card_of(quotes={"close": said})
    assert card is not None
    assert card.date == "around March 2025"
    assert card.words == "We will close it"


def test_a_quotation_without_speaker_or_source_has_neither() -> None:
    card = card_of(people={}, sources={})
    assert card is not None
    assert (card.speaker, card.role, card.origin, card.date) == ("", "", "", "")


@pytest.mark.parametrize("status", [status for status in Status if status not in {Status.VERIFIED, Status.ALTERED}])
def test_a_quotation_that_is_not_verified_gets_no_card(status: Status) -> None:
    assert card_of(outcome=Outcome(Verdict(status=status))) is None


def test_an_alteration_is_told() -> None:
    change = Alteration(
        kind=AlterationKind.OMITTED,
        description="left out: “so”",
        particulars=Particulars(form=AlterationForm.OMITTED, taken="so"),
    )
    card = card_of(outcome=Outcome(Verdict(status=Status.ALTERED, alterations=(change,))))
    assert card is not None
    assert card.proof == "Verified, with alterations"


@pytest.mark.parametrize("lost", [{"lost": ("not",)}, {"gained": ("not",)}])
def test_a_quotation_that_lost_its_meaning_gets_no_card(lost: dict[str, Any]) -> None:
    change = Alteration(
        kind=AlterationKind.OMITTED,
        description="left out: “not”",
        particulars=Particulars(form=AlterationForm.OMITTED, taken="not"),
        **lost,
    )
    assert card_of(outcome=Outcome(Verdict(status=Status.ALTERED, alterations=(change,)))) is None
    locked = Outcome(Verdict(status=Status.ALTERED, alterations=(change,)), from_lock=True)
    assert card_of(outcome=locked) is None


def test_a_quotation_of_the_lock_says_when_it_was_verified() -> None:
    locked = Outcome(Verdict(status=Status.VERIFIED), from_lock=True, verified_on=date(2025, 4, 9))
    card = card_of(outcome=locked)
    assert card is not None
    assert card.proof == "Verified on April 9, 2025"


def test_a_long_quotation_is_shortened_in_the_description() -> None:
    card = make_quotation(words="I know of nothing at all " * 40)
    assert len(card.alt) <= ALT_LENGTH
    assert " …” Ada Example, law professor" in card.alt
    assert card.alt.endswith("The Paper, April 7, 2025. Verified. Explainers.")
    assert len(make_headline(headline="word " * 200).alt) <= ALT_LENGTH


def test_what_is_never_seen_is_taken_out() -> None:
    assert card_text("So\u00adup\x00 is\u200b \n hot\u202e") == "Soup is hot"
    assert card_text("e\u0301") == "é"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar", "xx", "de-AT"])
def test_every_language_has_every_phrase(language: str) -> None:
    assert card_phrases(language).keys() == card_phrases("en").keys()

"""The audit: what holds, what does not, and evidence that lies."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.evidence.audit import Audit, audit
from generator.evidence.audit_report import render_audit
from generator.evidence.finding import Finding
from generator.evidence.given import Given, GivenPage, GivenText
from generator.evidence.manifest import Manifest, PageRecord, QuotationRecord
from generator.evidence.showing import Pull, Shown, ShownPage, read_page
from generator.files.lock import hash_text
from generator.model.article import Article, Kind
from generator.model.issue import Severity
from generator.model.verdict import RULES, Particulars, Selector, Status
from tests.support.evidence_samples import BROTH, PAGE, built_site, changed, manifest_of

SOURCE = "Soup goes up, The Daily Broth, April 2025"
HOT = Shown(
    anchor="quote-hot",
    words="Soup is hot",
    speaker="Ada Example",
    by="Ada Example, cook, Merrow Kitchen",
    said="April 7, 2025",
    source=SOURCE,
    state="verified",
    status="Verified: these words stand in the source",
)
STEW = Shown(
    anchor="quote-stew",
    words="Stew is cold ... it is dear",
    speaker="Bo Sample",
    by="Bo Sample",
    source=SOURCE,
    state="altered",
    status="Verified, with alterations",
    alterations=("left out 1 word between “… Stew is cold” and “it is dear …”",),
    corrections=("Update, April 9, 2025",),
)


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return manifest_of(built_site(tmp_path_factory.mktemp("site")))


def shown_page(shown: tuple[Shown, ...], *pulls: Pull) -> ShownPage:
    return ShownPage(quotations=shown, pulls=pulls, anchors=Counter(block.anchor for block in shown))


def given(text: str | None = BROTH, shown: tuple[Shown, ...] | None = (HOT, STEW), *, live: bool = False) -> Given:
    texts = {("soup.md", "broth"): GivenText(article=Article(text=text), shown="broth.txt", live=live)} if text else {}
    pages = {"soup.md": GivenPage(page=shown_page(shown), shown="soup/index.html")} if shown is not None else {}
    return Given(texts=texts, pages=pages, missing={})


def with_page(manifest: Manifest, **fields: Any) -> Manifest:
    return replace(manifest, pages=(replace(manifest.pages[0], **fields),))


def with_hot(manifest: Manifest, **fields: Any) -> Manifest:
    hot, stew = manifest.pages[0].quotations
    return with_page(manifest, quotations=(replace(hot, **fields), stew))


def with_source(manifest: Manifest, **fields: Any) -> Manifest:
    return with_page(manifest, sources=(replace(manifest.pages[0].sources[0], **fields),))


def codes(found: Audit) -> list[str]:
    return [issue.code for issue in found.issues]


def test_what_is_true_holds(manifest: Manifest) -> None:
    found = audit(manifest, "evidence.json", given())
    assert found.issues == ()
    assert [source.outcome for source in found.sources] == [Finding.HOLDS]
    assert {(quotation.verdict, quotation.shown) for quotation in found.quotations} == {(Finding.HOLDS, Finding.HOLDS)}


def test_without_text_and_page_nothing_is_called_verified(manifest: Manifest) -> None:
    found = audit(manifest, "evidence.json", given(None, None))
    assert found.issues == ()
    text = render_audit(found)
    assert "verified," not in text
    assert "2 quotations: 0 verified anew, 0 that do not hold, 2 not checked here" in text
    assert "the page was not checked here: it is not at hand" in text


def test_evidence_that_calls_verified_what_the_text_does_not_have(manifest: Manifest) -> None:
    found = audit(with_hot(manifest, text="Soup is not hot"), "evidence.json", given(shown=None))
    (issue,) = found.issues
    assert issue.code == "verdict-differs"
    assert "quotation 'hot' is said to be verified, and is absent in broth.txt" in issue.message
    assert issue.details == ("nearest passage, [-only there-] {+only here+}: Soup is {+not+} hot",)
    assert found.quotations[0].verdict is Finding.FAILS
    assert found.sources[0].outcome is Finding.HOLDS


def test_evidence_that_gives_words_to_somebody_else(manifest: Manifest) -> None:
    found = audit(with_hot(manifest, speaker="bo"), "evidence.json", given(shown=None))
    assert "is misattributed in broth.txt: the source gives these words to Ada Example, not to Bo Sample" in str(
        found.issues[0].message
    )


def test_a_text_that_is_not_the_one(manifest: Manifest) -> None:
    other = BROTH.replace("noon", "one")
    found = audit(manifest, "evidence.json", given(other))
    assert codes(found) == ["hash-differs"]
    assert found.sources[0].outcome is Finding.FAILS
    assert found.quotations[0].verdict is Finding.HOLDS
    (issue,) = audit(manifest, "evidence.json", given(other, live=True)).issues
    assert issue.severity is Severity.WARNING


def test_folding_makes_no_other_text(manifest: Manifest) -> None:
    found = audit(manifest, "evidence.json", given(BROTH.replace("“", '"').replace(" ", "  ")))
    assert set(codes(found)) == {"position-differs"}
    assert found.sources[0].outcome is Finding.HOLDS


def test_evidence_that_does_not_say_which_text_it_was(manifest: Manifest) -> None:
    found = audit(with_source(manifest, sha256=""), "evidence.json", given())
    assert codes(found) == ["hash-missing"]


def test_a_text_in_another_layout_has_other_offsets(manifest: Manifest) -> None:
    found = audit(manifest, "evidence.json", given(BROTH.replace("kitchen opened", "\n\nkitchen\u00ad opened")))
    assert {(issue.code, issue.severity) for issue in found.issues} == {("position-differs", Severity.WARNING)}
    assert {quotation.verdict for quotation in found.quotations} == {Finding.HOLDS}


def test_claims_without_a_source(manifest: Manifest) -> None:
    assert codes(audit(with_hot(manifest, source=""), "evidence.json", given(shown=None))) == ["source-missing"]


def test_other_rules_do_not_hide_another_passage(manifest: Manifest) -> None:
    hot = manifest.pages[0].quotations[0]
    assert hot.selector
    lying = with_hot(replace(manifest, rules="1"), selector=replace(hot.selector, exact="Stew is cold"))
    assert codes(audit(lying, "evidence.json", given(shown=None))) == ["selector-differs", "rules-differ"]


def test_doubts_about_the_speaker_are_told(manifest: Manifest) -> None:
    text = "Soup went up. “Soup is hot.” He smiled. “Stew is cold, and it is dear,” said Bo Sample."
    found = audit(with_source(manifest, sha256=hash_text(text)), "evidence.json", given(text, shown=None))
    assert ("unnamed-speaker", Severity.WARNING) in {(issue.code, issue.severity) for issue in found.issues}


@pytest.mark.parametrize(
    "lie",
    [
        {"selector_sha256": Selector(exact=hash_text("x"), prefix=hash_text(""), suffix=hash_text(""))},
        {"position": None, "selector": "kitchen"},
        {"position": (0, 11), "prefix": ""},
        {"position": (10, 21), "prefix": "at noon. “"},
    ],
)
def test_evidence_that_points_elsewhere(lie: dict[str, Any], manifest: Manifest) -> None:
    hot = manifest.pages[0].quotations[0]
    assert hot.selector
    assert hot.position
    if "selector" in lie:
        lie = {**lie, "selector": replace(hot.selector, exact=lie["selector"])}
    if "prefix" in lie:
        prefix = lie["prefix"]
        lie = {"position": lie["position"], "selector": replace(hot.selector, prefix=prefix)}
    if isinstance(lie.get("position"), tuple):
        start, end = lie["position"]
        lie = {**lie, "position": replace(hot.position, start=start, end=end)}
    assert codes(audit(with_hot(manifest, **lie), "evidence.json", given())) == ["selector-differs"]


def test_evidence_that_hides_what_was_altered(manifest: Manifest) -> None:
    hot, stew = manifest.pages[0].quotations
    lying = with_page(manifest, quotations=(hot, replace(stew, alterations=())))
    assert codes(audit(lying, "evidence.json", given(shown=None))) == ["alterations-differ"]
    assert codes(audit(lying, "evidence.json", given())) == ["alterations-differ"] * 2, "in the text and on the page"


def test_particulars_may_not_be_wrong(manifest: Manifest) -> None:
    hot, stew = manifest.pages[0].quotations
    (change,) = stew.alterations

    def audited(particulars: Particulars) -> list[str]:
        told = replace(stew, alterations=(replace(change, particulars=particulars),))
        return codes(audit(with_page(manifest, quotations=(hot, told)), "evidence.json", given(shown=None)))

    assert audited(change.particulars) == []
    assert audited(replace(change.particulars, count=9)) == ["alterations-differ"]


def test_a_kind_that_makes_all_words_somebodys_is_told(manifest: Manifest) -> None:
    lying = with_source(
        with_hot(manifest, text="The kitchen opened at noon", speaker="ada"), kind=Kind.STATEMENT, author="Ada Example"
    )
    text = render_audit(audit(lying, "evidence.json", given(shown=None)))
    assert "it was read in English as a statement, all of it words of Ada Example" in text


def test_a_verdict_that_is_none_is_no_lie(manifest: Manifest) -> None:
    honest = with_hot(manifest, verdict=Status.UNCHECKABLE, selector=None, position=None)
    status = "Not verified here: the text of the source is not at hand"
    unchecked = replace(HOT, state="unchecked", status=status)
    assert audit(honest, "evidence.json", given(shown=(unchecked, STEW))).issues == ()
    assert codes(audit(honest, "evidence.json", given())) == ["proof-differs"]
    failed = with_hot(manifest, text="Soup is cold", verdict=Status.ABSENT, selector=None, position=None)
    found = audit(failed, "evidence.json", given(shown=None))
    assert found.issues == ()
    assert "quotation 'hot' of Ada Example: absent, as the evidence says itself" in render_audit(found)


def test_other_rules_are_told(manifest: Manifest) -> None:
    found = audit(with_hot(replace(manifest, rules="1"), text="Soup is cold"), "evidence.json", given(shown=None))
    assert f"rules 1 of verification; these are rules {RULES}" in render_audit(found)
    assert "the evidence was made by rules 1" in found.issues[0].help


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ((replace(HOT, words="Soup is not hot"), STEW), ["words-differ"]),
        ((replace(HOT, speaker="Bo Sample"), STEW), ["speaker-differs"]),
        ((replace(HOT, by="Ada Example, chef"), STEW), ["role-differs"]),
        ((replace(HOT, by="Ada Example"), STEW), ["role-differs"]),
        ((replace(HOT, said="April 8, 2025"), STEW), ["date-differs"]),
        ((HOT, replace(STEW, said="April 8, 2025")), ["date-differs"]),
        ((replace(HOT, source="Soup goes up, The Weekly Broth, April 2025"), STEW), ["source-differs"]),
        ((replace(HOT, state="altered"), STEW), ["proof-differs"]),
        ((replace(HOT, state=""), STEW), ["proof-differs"]),
        ((HOT, replace(STEW, status=HOT.status)), ["proof-differs"]),
        ((HOT, replace(STEW, original="Kalt")), ["words-differ"]),
        ((replace(HOT, stray="and cold"), STEW), ["words-differ"]),
        ((replace(HOT, translated="Ada also said this"), STEW), ["words-differ"]),
        ((HOT, replace(STEW, alterations=())), ["alterations-differ"]),
        ((HOT, replace(STEW, corrections=())), ["correction-differs"]),
        ((replace(HOT, corrections=("Correction, April 9, 2025",)), STEW), ["correction-differs"]),
        ((replace(HOT, by=f"{HOT.by},"), STEW), []),
        ((replace(HOT, passage="Soup is hot", context="noon. “Soup is hot,” said"), STEW), []),
        ((replace(HOT, passage="Soup is not hot", context="“Soup is not hot,” said"), STEW), ["passage-differs"]),
        (
            (replace(HOT, passage="Soup is hot", context="Not so: at noon. “Soup is hot,” said"), STEW),
            ["passage-differs"],
        ),
        ((replace(HOT, reason="She took it back"), STEW), ["words-differ"]),
        ((HOT,), ["quotation-missing"]),
        ((HOT, HOT, STEW), ["anchor-twice"]),
        ((replace(HOT, words="Soup is not hot"), HOT, STEW), ["words-differ", "anchor-twice"]),
        ((HOT, STEW, replace(HOT, anchor="quote-new")), ["quotation-added"]),
        ((HOT, STEW, replace(HOT, anchor="")), []),
        ((HOT, STEW, replace(HOT, anchor="", said="")), ["quotation-added"]),
        ((HOT, STEW, replace(HOT, anchor="", speaker="Bo Sample")), ["quotation-added"]),
        ((HOT, STEW, replace(HOT, anchor="", original="Heiß")), ["quotation-added"]),
        ((replace(HOT, words='"Soup is hot"'), STEW), ["words-differ"]),
    ],
)
def test_a_page_that_shows_something_else(shown: tuple[Shown, ...], expected: list[str], manifest: Manifest) -> None:
    found = audit(manifest, "evidence.json", given(shown=shown))
    assert codes(found) == expected
    assert all(issue.location.path == "soup/index.html" for issue in found.issues)


@pytest.mark.parametrize(
    ("pull", "added"),
    [
        (Pull(words="“Soup is hot”", speaker="Ada Example"), False),
        (Pull(words="«it is dear»", speaker="Bo Sample"), False),
        (Pull(words="Anything that the page says itself", speaker=""), False),
        (Pull(words="“Soup is poison”", speaker="Ada Example"), True),
        (Pull(words="oup is h", speaker="Ada Example"), True),
        (Pull(words="“Soup is poison” — Ada Example", speaker=""), True),
        (Pull(words="“Soup is hot”", speaker="Ada Example", stray="and it never was"), True),
        (Pull(words="“Soup is hot”", speaker="Bo Sample"), True),
    ],
)
def test_pull_quotes_are_words_of_quotations(pull: Pull, added: bool, manifest: Manifest) -> None:
    page = GivenPage(page=shown_page((HOT, STEW), pull), shown="soup/index.html")
    found = audit(manifest, "evidence.json", replace(given(), pages={"soup.md": page}))
    assert codes(found) == (["quotation-added"] if added else [])


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar", "ja", "zz"])
def test_what_a_site_builds_holds(language: str, tmp_path: Path) -> None:
    page = changed(
        PAGE,
        ("title: Is soup hot?", f"title: Is soup hot?\nlanguage: {language}"),
        ("hot: {text: Soup is hot,", 'hot: {text: Soup is hot, translation: "Soup is *warm* & <good>",'),
        ("broth: {file", "broth: {language: qaa, file"),
        ("said: 2025-04-07", "said: 2025-04~/2025-05-01?"),
    )
    built = built_site(tmp_path, page)
    finished = GivenPage(page=read_page(built.pages["soup.md"]), shown="soup/index.html")
    shown = Given(texts=given().texts, pages={"soup.md": finished}, missing={})
    found = audit(manifest_of(built), "evidence.json", shown)
    assert found.issues == ()
    assert {quotation.shown for quotation in found.quotations} == {Finding.HOLDS}


def test_labels_that_are_not_known_are_a_warning(manifest: Manifest) -> None:
    shown = (replace(HOT, furniture=("The words in context", "Retracted!")), STEW)
    (issue,) = audit(manifest, "evidence.json", given(shown=shown)).issues
    assert (issue.code, issue.severity) == ("proof-differs", Severity.WARNING)
    assert "“Retracted!”" in issue.message


def test_a_page_that_is_there_and_cannot_be_read_is_told(manifest: Manifest) -> None:
    refused = replace(given(shown=None), refused={"soup.md": "soup/index.html: this page is nested too deep"})
    assert codes(audit(manifest, "evidence.json", refused)) == ["page-unreadable"]


def test_words_for_a_verdict_that_are_not_known_are_a_warning(manifest: Manifest) -> None:
    odd = replace(HOT, status="Checked by hand")
    found = audit(manifest, "evidence.json", given(shown=(odd, STEW)))
    assert [(issue.code, issue.severity) for issue in found.issues] == [("proof-differs", Severity.WARNING)]
    assert "which are not known here: “Checked by hand”" in found.issues[0].message
    assert found.quotations[0].shown is Finding.HOLDS


def test_a_translation_and_its_original_are_both_compared(tmp_path: Path) -> None:
    page = changed(PAGE, ("hot: {text: Soup is hot,", "hot: {text: Soup is hot, translation: Die Suppe ist heiß,"))
    page = changed(page, ("broth: {file", "broth: {language: xx, file"))
    translated = manifest_of(built_site(tmp_path, page))
    status = f"Of the original words: {HOT.status}"
    told = "Translated. In the original:"
    good = replace(HOT, words="Die Suppe ist heiß", original="Soup is hot", status=status, translated=told)
    assert audit(translated, "evidence.json", given(shown=(good, STEW))).issues == ()
    for bad in (replace(good, words="Die Suppe ist kalt"), replace(good, original="Soup is cold"), HOT):
        assert "words-differ" in codes(audit(translated, "evidence.json", given(shown=(bad, STEW))))


def test_no_report_holds_what_could_steer_a_terminal(manifest: Manifest) -> None:
    bad = replace(HOT, words="\x1b[2J\x9b1m\u202eSoup", anchor="quote-x")
    lying = with_page(manifest, title="a\x9b31mb")
    found = audit(lying, "evidence.json", given(shown=(HOT, STEW, bad)))
    told = render_audit(found) + "".join(issue.message for issue in found.issues)
    assert not set(told) & {"\x1b", "\x9b", "\u202e"}


def test_a_record_without_people_and_sources_is_audited() -> None:
    page = PageRecord(path="a.md", title="A", quotations=(QuotationRecord(id="q", text="x", verdict=Status.VERIFIED),))
    found = audit(Manifest(pages=(page,)), "evidence.json", Given(texts={}, pages={}, missing={}))
    assert codes(found) == ["source-missing"]
    assert found.quotations[0].shown is Finding.UNCHECKED

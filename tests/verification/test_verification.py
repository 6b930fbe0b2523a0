"""Verdicts on callouts: what is verbatim, what is altered, what is somebody else's."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article, Kind
from generator.model.verdict import Change, DiffPiece, Status
from generator.text.folding import fold
from generator.text.language import read_language
from generator.text.marks import find_segments
from generator.verification.verify import verify
from tests.support.places import DATA

VERIFIED = yaml.safe_load((DATA / "verify.yaml").read_text("utf-8"))
ENGLISH = read_language("en")
ARTICLE = Article(text=VERIFIED["article"])


@pytest.mark.parametrize("case", VERIFIED["cases"], ids=lambda case: case["words"] or "nothing")
def test_verdict(case: dict[str, Any]) -> None:
    verdict = verify(case["words"], ARTICLE, speaker=case.get("speaker"))
    assert verdict.status == case["status"], verdict.reason
    described = [alteration.description for alteration in verdict.alterations]
    expected = case.get("alterations", [])
    assert len(described) == len(expected), described
    assert all(piece in description for piece, description in zip(expected, described, strict=True)), described
    assert [word for a in verdict.alterations for word in a.lost] == case.get("lost", [])
    assert [word for a in verdict.alterations for word in a.gained] == case.get("gained", [])
    assert case.get("reason", "") in verdict.reason
    assert verdict.contradicted == case.get("contradicted", False)
    if "nearest" in case:
        assert ARTICLE.text[verdict.start : verdict.end] == case["nearest"]


def shown(diff: tuple[DiffPiece, ...]) -> str:
    marks = {Change.SAME: "{}", Change.MISSING: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    return " ".join(marks[piece.change].format(piece.text) for piece in diff)


ATTACKS = yaml.safe_load((DATA / "attacks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", ATTACKS, ids=lambda case: f"{case['words']} | {case['text'][-40:]}")
def test_what_must_not_pass_for_somebodys(case: dict[str, Any]) -> None:
    article = Article(text=case["text"], kind=Kind(case.get("kind", "article")), author="Ada Example", language="en")
    verdict = verify(case["words"], article, speaker=case.get("speaker", "Ada Example"))
    assert verdict.status == case["verdict"], verdict.reason
    assert case.get("reason", "") in verdict.reason
    assert [word for a in verdict.alterations for word in a.lost] == case.get("lost", [])
    assert verdict.contradicted == case.get("contradicted", False)
    told = [alteration.description for alteration in verdict.alterations]
    assert "told" not in case or len(told) == len(case["told"]), told
    assert all(piece in description for piece, description in zip(case.get("told", []), told, strict=False)), told
    assert "diff" not in case or shown(verdict.diff) == case["diff"]
    if verdict.ok:
        assert (verdict.speaker is None) == case.get("unnamed", False)


def test_evidence_of_a_verdict() -> None:
    verdict = verify("I would be honoured", ARTICLE, speaker="Ada Example")
    assert verdict.selector is not None
    assert verdict.start is not None
    assert verdict.end is not None
    assert ARTICLE.text[verdict.start : verdict.end] == verdict.selector.exact == "I would be honoured"
    assert verdict.selector.prefix == ARTICLE.text[verdict.start - 32 : verdict.start]
    assert verdict.selector.suffix == ARTICLE.text[verdict.end : verdict.end + 32]
    assert verdict.before.startswith("“I love that,” Mayor Ada Example said Sunday.")
    assert verdict.after.endswith("closed its last kitchen in March.")
    assert verdict.speaker == "Ada Example"
    assert "Ada Example said Sunday" in verdict.evidence


def test_word_diff_of_the_nearest_passage() -> None:
    verdict = verify("I do think that this is wrong", ARTICLE, speaker="Ada Example")
    assert [(p.change, p.text) for p in verdict.diff] == [
        (Change.SAME, "I do"),
        (Change.MISSING, "not"),
        (Change.SAME, "think that this is wrong"),
    ]


def test_a_text_that_is_all_its_issuers() -> None:
    for kind in (Kind.STATEMENT, Kind.POST, Kind.DOCUMENT):
        article = Article(
            text="Soup is cheap.\nAs Bo Sample said: “Stew is dear.”",
            kind=kind,
            author="Ada Example",
            publisher="Broth",
        )
        assert verify("Soup is cheap", article, speaker="Ada Example").ok
        assert verify("Soup is cheap", article, speaker="Bo Sample").status is Status.MISATTRIBUTED
        assert verify("Stew is dear", article, speaker="Bo Sample").ok
        assert verify("Stew is dear", article, speaker="Ada Example").status is Status.MISATTRIBUTED


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    article = Article(
        text="ADA EXAMPLE: Is there soup?\nBO SAMPLE: There is.\nPlenty of it.\nQ: And stew?\nA: None.",
        kind=Kind.TRANSCRIPT,
    )
    assert verify("Is there soup?", article, speaker="Ada Example").ok
    assert verify("There is. Plenty of it.", article, speaker="Bo Sample").ok
    assert verify("None", article, speaker="Cy Placeholder").ok
    assert verify("And stew? … None", article).status is Status.AMBIGUOUS
    assert verify("There is", article, speaker="Ada Example").status is Status.MISATTRIBUTED
    assert verify("Is there soup? … There is", article, speaker="Ada Example").status is Status.MISATTRIBUTED


def turned(words: list[str], start: int, end: int) -> bool:
    around = [fold(word).text.strip("',.") for word in ["", *words, ""]]
    return ENGLISH.is_negation(around[start]) or (
        around[end] in ENGLISH.negatable and ENGLISH.is_negation(around[end + 1])
    )


def test_a_transcript_with_times_titles_and_asides() -> None:
    article = Article(
        text="[00:01:02] INTERVIEWER: Where were you?\nMS. EXAMPLE (by phone): At home.\n(Laughter.)\nAs ever.",
        kind=Kind.TRANSCRIPT,
    )
    assert verify("Where were you?", article, speaker="Interviewer").ok
    assert verify("At home. As ever.", article, speaker="Ada Example").ok
    assert verify("Laughter", article, speaker="Ada Example").status is Status.NOT_A_QUOTATION


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_every_run_of_words_inside_marks_is_verified(data: st.DataObject) -> None:
    segment = data.draw(st.sampled_from(find_segments(ARTICLE.text)))
    words = ARTICLE.text[segment.start : segment.end].split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    verdict = verify(" ".join(words[start:end]).strip("—"), ARTICLE)
    if any(char.isalnum() for char in "".join(words[start:end])):
        assert verdict.ok or verdict.status is Status.AMBIGUOUS or turned(words, start, end)


@given(st.text(max_size=60), st.text(max_size=120), st.text(max_size=10))
@settings(deadline=None)
def test_no_text_raises(words: str, text: str, speaker: str) -> None:
    verdict = verify(words, Article(text=text), speaker=speaker)
    if verdict.start is not None and verdict.end is not None:
        assert 0 <= verdict.start < verdict.end <= len(text)


@given(st.lists(st.sampled_from(["a", "b", "…", "[c]", "[…]", "[A]b", ".", "“", "”", "not"]), max_size=12))
@settings(deadline=None)
def test_no_pattern_of_editors_marks_raises(parts: list[str]) -> None:
    verify(" ".join(parts), Article(text="“a b a not b. Ab a,” said Ada. “b a b … a [c] b”"))


def test_either_of_two_who_speak_as_one_is_the_speaker() -> None:
    article = Article(text="“We never stop cooking soup,” Ada Example and Bo Sample wrote in a joint letter.")
    assert verify("We never stop", article, speaker="Bo Sample").ok
    assert verify("We never stop", article, speaker="Ada Example").ok
    assert verify("We never stop", article, speaker="Cy Placeholder").status is Status.MISATTRIBUTED


FRAGMENTS = Article(
    text="Bo Sample said they were “very happy” to see “the end of taxes” in the town.\n"
    "Ada Example said it was “a great idea”. She said “nobody will pay” for it.\n"
    "“Soup,” Ada Example said, pausing, “is what we eat.”"
)


@pytest.mark.parametrize("words", ["very happy the end of taxes", "a great idea. nobody will pay"])
def test_fragments_of_a_reporters_sentences_are_not_one_speech(words: str) -> None:
    speaker = "Bo Sample" if "taxes" in words else "Ada Example"
    assert not verify(words, FRAGMENTS, speaker=speaker).ok


def test_fragments_that_an_ellipsis_joins_are_told_to_be_joined() -> None:
    verdict = verify("very happy … the end of taxes", FRAGMENTS, speaker="Bo Sample")
    assert [alteration.kind for alteration in verdict.alterations] == ["joined"]


def test_an_interruption_within_a_sentence_is_one_speech() -> None:
    verdict = verify("Soup is what we eat", FRAGMENTS, speaker="Ada Example")
    assert verdict.ok
    assert verdict.alterations == ()


@pytest.mark.parametrize(
    ("said", "speaker", "status"),
    [
        ("Donald Example Jr. said", "Donald Example", Status.MISATTRIBUTED),
        ("Donald Example Jr. said", "Donald Example Jr.", Status.VERIFIED),
        ("Donald Example Jr. said", "Example", Status.VERIFIED),
        ("Donald Example said", "Donald Example Jr.", Status.MISATTRIBUTED),
        ("Melania Example said", "Donald Example", Status.MISATTRIBUTED),
        ("a Ladle University professor said", "Broth University", Status.MISATTRIBUTED),
        ("a Ladle University professor said", "Ladle University", Status.VERIFIED),
    ],
)
def test_names_that_share_words(said: str, speaker: str, status: Status) -> None:
    article = Article(text=f"“We never stop cooking soup,” {said}.")
    assert verify("We never stop cooking soup", article, speaker=speaker).status is status


def test_words_that_repeat_themselves_take_no_time() -> None:
    verdict = verify("the " * 600, Article(text="“" + "the " * 20_000 + "” said Ada Example."), speaker="Ada Example")
    assert (verdict.status, verdict.reason) == (
        Status.ABSENT,
        "these words repeat themselves too often to be found for certain",
    )

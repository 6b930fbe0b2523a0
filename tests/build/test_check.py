"""Checking quotations, and what the lock says where a text is not at hand."""

from datetime import date
from pathlib import Path

import pytest

from generator.build.built_site import build_site
from generator.model.verdict import RULES
from generator.site.settings import Settings
from tests.support.locks import lock_site, lock_texts
from tests.support.sites import write_site

PAGE = """---
title: Soup
sources:
  broth: {file: broth.txt}
people:
  ada: {name: Ada Example}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth}
  joined: {text: "Soup … is not", speaker: ada, source: broth, note: Two sentences.}
---
"""

ALTERED = """---
title: Soup
sources:
  broth: {file: broth.txt}
people:
  ada: {name: Ada Example}
quotes:
  hot: {text: "Soup [was] hot", speaker: ada, source: broth}
---
"""


def codes(settings: Settings) -> list[str]:
    return [f"{issue.location}: {issue.severity}[{issue.code}]" for issue in build_site(settings).issues]


def locked_site(tmp_path: Path) -> Settings:
    settings = write_site(tmp_path, {"content/page.md": PAGE})
    lock_site(settings)
    return settings


def test_a_locked_site_builds_without_the_text_and_says_so(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    with_text = build_site(settings).pages["page.md"]
    (tmp_path / "seeds" / "broth.txt").unlink()
    assert codes(settings) == []
    without = build_site(settings).pages["page.md"]
    assert "Verified: these words stand in the source" in with_text
    assert "Verified: these words stand in the source" not in without
    assert "Verified on April 8, 2025 against a text that is not part of this site" in without


def test_the_lock_holds_hashes_and_no_text(tmp_path: Path) -> None:
    text = "".join(lock_texts(locked_site(tmp_path)).values())
    assert "Soup is hot" not in text
    assert "kitchen" not in text
    assert '"verified_on": "2025-04-08"' in text


def test_evidence_that_still_holds_keeps_its_day(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    first = lock_texts(settings)
    assert not lock_site(settings, date(2026, 1, 1)).changes
    (tmp_path / "seeds" / "broth.txt").unlink()
    assert not lock_site(settings, date(2026, 1, 1)).changes
    assert lock_texts(settings) == first


@pytest.mark.parametrize(
    "change",
    [("Soup is hot,", "Soup is cold,"), ("Ada Example", "Ada Instance"), ("hot: {text", "warm: {text")],
)
def test_a_changed_quotation_is_not_the_one_that_was_locked(change: tuple[str, str], tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    (tmp_path / "seeds" / "broth.txt").unlink()
    (tmp_path / "content" / "page.md").write_text(PAGE.replace(*change))
    assert "error[unlocked-quotation]" in codes(settings)[0]


def test_the_lock_never_overrules_the_text(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    found = build_site(settings).outcomes["page.md", "hot"]
    assert (found.from_lock, found.verified_on, found.locked_on) == (False, date(2025, 4, 8), None)
    (tmp_path / "seeds" / "broth.txt").write_text("“Soup is cold,” said Ada Example. “Stew is not.”\n")
    outcome = build_site(settings).outcomes["page.md", "hot"]
    assert outcome.failed
    assert (outcome.from_lock, outcome.verified_on, outcome.sha256) == (False, None, "")


def test_a_changed_text_is_drift(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    (tmp_path / "seeds" / "broth.txt").write_text("“Soup is hot,” said Ada Example. “Stew is not.” More.")
    assert codes(settings) == ["content/page.md:4:17: error[source-drift]"]


def test_typing_is_no_drift(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    text = (tmp_path / "seeds" / "broth.txt").read_text()
    (tmp_path / "seeds" / "broth.txt").write_text(text.replace("“", '"').replace("”", '"').replace(" ", "  "))
    assert codes(settings) == []


def test_without_text_and_lock_nothing_is_accepted(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": PAGE})
    (tmp_path / "seeds" / "broth.txt").unlink()
    assert codes(settings) == [
        "content/page.md:4:17: error[missing-source]",
        "content/page.md:8:15: error[uncheckable]",
        "content/page.md:9:18: error[uncheckable]",
    ]


def test_an_untrue_quotation_is_never_locked(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": PAGE.replace("Soup is hot", "Soup is cold")})
    lock_site(settings)
    assert sorted(lock_texts(settings)) == ["broth.txt/page--joined.json", "broth.txt/text.json"]


def test_lost_meaning_and_doubtful_speakers_are_warnings_until_the_reader_is_told(tmp_path: Path) -> None:
    source = "She came. Ada Example came too. “Soup was not hot,” she said.\n"
    page = ALTERED
    settings = write_site(tmp_path, {"content/page.md": page, "seeds/broth.txt": source})
    assert codes(settings) == ["content/page.md:8:15: warning[lost-meaning]"]
    noted = page.replace("source: broth}", "source: broth, note: He left out a word.}")
    (tmp_path / "content" / "page.md").write_text(noted)
    assert codes(settings) == []
    other = page.replace("Ada Example", "Bo Sample").replace("[was] hot", "was not hot")
    (tmp_path / "content" / "page.md").write_text(other)
    assert codes(settings) == ["content/page.md:8:44: warning[doubtful-speaker]"]


def test_a_locked_site_has_the_same_warnings_as_one_with_the_text(tmp_path: Path) -> None:
    source = "Ada Example came too. “Soup was not hot,” she said. Nobody spoke to the town.\n“Stew is fine.”\n"
    page = ALTERED.replace("people:", "people:\n  bo: {name: Bo Sample}").replace(
        "quotes:\n", "quotes:\n  stew: {text: Stew is fine, speaker: bo, source: broth}\n"
    )
    settings = write_site(tmp_path, {"content/page.md": page, "seeds/broth.txt": source})
    with_text = codes(settings)
    assert len(with_text) == 2
    lock_site(settings)
    (tmp_path / "seeds" / "broth.txt").unlink()
    assert codes(settings) == with_text


def test_older_rules_are_told_where_the_text_is_not_at_hand(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    file = settings.locks / "broth.txt/page--hot.json"
    file.write_text(file.read_text().replace(f'"rules": "{RULES}"', '"rules": "0"'))
    assert codes(settings) == []
    (tmp_path / "seeds" / "broth.txt").unlink()
    assert codes(settings) == ["content/page.md:4:17: warning[old-lock]"]


def test_a_statement_must_say_whose_it_is(tmp_path: Path) -> None:
    page = PAGE.replace("{file: broth.txt}", "{file: broth.txt, kind: statement}")
    settings = write_site(tmp_path, {"content/page.md": page})
    assert "content/page.md:4:3: error[no-issuer]" in codes(settings)


def test_a_transcript_must_have_turns(tmp_path: Path) -> None:
    page = PAGE.replace("{file: broth.txt}", "{file: broth.txt, kind: transcript, author: Ada Example}")
    settings = write_site(tmp_path, {"content/page.md": page})
    found = codes(settings)
    assert "content/page.md:4:34: error[no-turns]" in found
    assert any(line.endswith("error[not-a-quotation]") for line in found)

"""Aliases: other names of a person, which a source may print."""

from pathlib import Path

import pytest

from generator.build.built_site import build_site
from generator.evidence.site_manifest import site_manifest
from generator.files.lock import hash_callout
from generator.model.article import Article
from generator.model.verdict import Status
from generator.site.settings import Settings
from generator.verification.verify import verify
from tests.support.sites import write_site

TEXT = "“Soup is hot,” said Ada Sample, a cook. “Stew is not,” said Bo Exampel."
PAGE = """---
title: Soup
sources:
  broth: {file: broth.txt}
people:
  ada: {name: Ada Merrow%s}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth}
---
See [@broth].
"""


def site(tmp_path: Path, aliases: str = "") -> Settings:
    return write_site(tmp_path, {"content/page.md": PAGE % aliases, "seeds/broth.txt": TEXT})


def codes(settings: Settings) -> list[str]:
    return [issue.code for issue in build_site(settings).issues]


def test_a_source_that_prints_another_name_names_this_person(tmp_path: Path) -> None:
    assert codes(site(tmp_path)) == ["misattributed"]
    assert codes(site(tmp_path, ", aliases: [Ada Sample]")) == []
    assert codes(site(tmp_path, ", aliases: Ada Sample")) == []


def test_an_alias_is_no_pass_for_somebody_else(tmp_path: Path) -> None:
    assert codes(site(tmp_path, ", aliases: [Bo Exampel]")) == ["misattributed"]


@pytest.mark.parametrize(
    ("speaker", "status"),
    [
        (("Ada Merrow", "Ada Sample"), Status.VERIFIED),
        (("Ada Merrow",), Status.MISATTRIBUTED),
        ("Ada Sample", Status.VERIFIED),
        ((), Status.VERIFIED),
    ],
)
def test_verify_takes_all_names_of_a_speaker(speaker: str | tuple[str, ...], status: Status) -> None:
    assert verify("Soup is hot", Article(text=TEXT), speaker=speaker).status is status


def test_the_lock_binds_all_names_in_any_order(tmp_path: Path) -> None:
    hashes = []
    for aliases in ("", ", aliases: [Ada Sample]", ", aliases: [A. S., Ada Sample]", ", aliases: [Ada Sample, A. S.]"):
        explainer = build_site(site(tmp_path, aliases)).site.explainers["page.md"]
        hashes.append(hash_callout(explainer.quotes["hot"], explainer))
    assert hashes[2] == hashes[3]
    assert len(set(hashes)) == 3


def test_the_evidence_records_them(tmp_path: Path) -> None:
    (page,) = site_manifest(site(tmp_path, ", aliases: [Ada Sample]")).pages
    assert page.names_of("ada") == ("Ada Merrow", "Ada Sample")
    assert page.names_of("bo") == ()

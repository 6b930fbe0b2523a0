"""Recording: what evidence says of a page, with the text of its source and without."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build.built_site import build_site
from generator.files.lock import hash_text
from generator.files.writing import write_text
from generator.model.explainer import CorrectionKind
from generator.model.verdict import AlterationKind, Status
from generator.site.settings import Settings
from tests.support.evidence_samples import BROTH, PAGE, built_site, changed, make_site, manifest_of
from tests.support.locks import lock_site


def locked_site(root: Path, text: str = PAGE) -> Settings:
    """A site whose only text lies in a folder outside, and is locked."""
    settings = make_site(root, text)
    write_text(root / "outside/broth.txt", BROTH)
    (root / "seeds/broth.txt").unlink()
    settings = replace(settings, seeds=(root / "seeds", root / "outside"))
    lock_site(settings, date(2025, 4, 10))
    return settings


def test_a_page_is_recorded_whole(tmp_path: Path) -> None:
    built = built_site(tmp_path)
    assert built.issues == ()
    (page,) = manifest_of(built).pages
    assert (page.path, page.title, str(page.published), str(page.updated)) == (
        "soup.md",
        "Is soup hot?",
        "2025-04-08",
        "2025-04-09",
    )
    (source,) = page.sources
    assert (source.id, source.publisher, str(source.published)) == ("broth", "The Daily Broth", "2025-04")
    assert (source.sha256, source.words) == (hash_text(BROTH), 21)
    assert [(person.id, person.same_as) for person in page.people] == [
        ("ada", ("https://www.wikidata.org/wiki/Q1",)),
        ("bo", ()),
    ]
    hot, stew = page.quotations
    assert (hot.speaker, hot.role, str(hot.said)) == ("ada", "cook, Merrow Kitchen", "2025-04-07")
    assert (hot.verdict, stew.verdict) == (Status.VERIFIED, Status.ALTERED)
    assert hot.selector
    assert hot.position
    assert BROTH[hot.position.start : hot.position.end] == hot.selector.exact == "Soup is hot"
    assert hot.selector.prefix.endswith("“")
    assert hot.selector.suffix.startswith(",”")
    assert hot.selector_sha256 is None
    assert hot.verified_on is None
    assert stew.alterations[0].kind is AlterationKind.OMITTED
    assert [(opinion.person, opinion.position) for opinion in page.opinions] == [("ada", "It is hot")]
    assert [(str(event.date), event.sources) for event in page.events] == [("2025-03~", ("broth",))]
    assert [(note.kind, note.of) for note in page.corrections] == [(CorrectionKind.UPDATE, "stew")]


def test_of_a_text_that_lies_outside_nothing_but_the_quotations_is_published(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    with_text = build_site(settings)
    without = build_site(replace(settings, seeds=settings.seeds[:1]))
    for built in (with_text, without):
        text = built.files["soup/evidence.json"]
        assert "kitchen opened" not in text
        assert "Stew is cold, and" not in text
        hot = manifest_of(built).pages[0].quotations[0]
        assert (hot.selector, hot.verdict, hot.verified_on) == (None, Status.VERIFIED, date(2025, 4, 10))
        assert hot.selector_sha256 is not None
        assert hot.selector_sha256.exact == hash_text("Soup is hot")
        assert manifest_of(built).pages[0].sources[0].words == 21
    assert manifest_of(with_text).pages[0].quotations[0].position is not None
    assert manifest_of(without).pages[0].quotations[0].position is None


def test_a_text_that_lies_outside_is_kept_back_without_a_lock_as_well(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    shutil.rmtree(settings.locks)
    text = build_site(settings).files["soup/evidence.json"]
    assert "kitchen opened" not in text
    assert json.loads(text)["pages"][0]["quotations"][0]["verified_on"] is None


def test_the_lock_proves_nothing_of_other_words(tmp_path: Path) -> None:
    settings = locked_site(tmp_path)
    write_text(tmp_path / "content/soup.md", changed(PAGE, ("text: Soup is hot", "text: Soup is warm")))
    hot = manifest_of(build_site(replace(settings, seeds=settings.seeds[:1]))).pages[0].quotations[0]
    assert (hot.verdict, hot.verified_on, hot.selector_sha256) == (Status.UNCHECKABLE, None, None)


def test_drafts_are_in_no_evidence(tmp_path: Path) -> None:
    built = built_site(tmp_path, changed(PAGE, ("title: Is", "draft: true\ntitle: Is")))
    assert not [path for path in built.files if path.endswith("evidence.json")]
    assert "evidence.json" not in built.pages["soup.md"]

"""The demonstration site: clean from its lock, and with every text at hand."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.authoring import write_new_page
from generator.build.built_site import build_site
from generator.drafting.draft import Draft, QuotationKind
from generator.drafting.extract import extract
from generator.files.lock import make_lock
from generator.files.lock_folder import plan_renewal
from generator.files.reading import read_article
from generator.model.verdict import Status
from generator.report import render_text
from generator.site.settings import Settings
from generator.site.site_file import load_settings
from tests.support.places import ROOT

SETTINGS = load_settings(ROOT / "mkdocs.yml", {})
PAGE = "explainers/jailing-citizens-abroad.md"


def told(settings: Settings) -> list[str]:
    return [render_text(issue).plain for issue in build_site(settings).issues]


def test_the_site_as_it_is_shipped_has_no_problems() -> None:
    assert told(SETTINGS) == []
    built = build_site(SETTINGS)
    page = built.site.explainers[PAGE]
    assert page.sources["independent"].article is None
    assert len(page.quotes) >= 8
    assert len(page.timeline) >= 5
    assert len(page.experts) == 2


def extra_seeds() -> tuple[Path, ...]:
    return tuple(ROOT / folder for folder in os.environ.get("EXPLAINER_TEST_SEEDS", "").split(os.pathsep) if folder)


def test_the_quotations_stand_in_the_texts_that_are_not_shipped() -> None:
    settings = replace(SETTINGS, seeds=(*SETTINGS.seeds, *extra_seeds()))
    built = build_site(settings)
    page = built.site.explainers[PAGE]
    if page.sources["independent"].article is None:
        pytest.skip("the article is not at hand; name its folder: make test EXTRA_SEEDS=DIR")
    assert told(settings) == []
    verdicts = {identifier: found.verdict for (path, identifier), found in built.outcomes.items() if path == PAGE}
    assert all(verdict.ok for verdict in verdicts.values())
    assert verdicts["love-that"].status is Status.ALTERED
    assert verdicts["appears-illegal"].speaker == "M. Isabel Medina"
    assert verdicts["fine"].speaker == "Donald Trump"
    assert verdicts["great-idea"].speaker == "Elon Musk"
    made = make_lock(built.site, built.outcomes, date(2026, 1, 1), built.lock)
    assert not plan_renewal(made, built.lock, built.site, is_whole=True).changes


def extracted(file: str) -> Draft:
    found = next((folder / file for folder in (*SETTINGS.seeds, *extra_seeds()) if (folder / file).is_file()), None)
    if found is None:
        pytest.skip("the article is not at hand; name its folder: make test EXTRA_SEEDS=DIR")
    return extract(replace(read_article(found), published=date(2025, 4, 7)))


def test_the_article_is_drafted_as_it_reads() -> None:
    page = build_site(SETTINGS).site.explainers[PAGE]
    draft = extracted(page.sources["independent"].file)
    direct = [quotation.speaker for quotation in draft.quotations if quotation.kind is QuotationKind.DIRECT]
    lawyers = ["M. Isabel Medina"] * 2 + ["Aaron Reichlin-Melnick"] * 4
    assert direct == ["Donald Trump"] * 3 + lawyers + ["Donald Trump"] * 3
    speakers = {quotation.text.rstrip("."): quotation.speaker for quotation in draft.quotations}
    assert (speakers["fine"], speakers["very happy"]) == ("Donald Trump", "Donald Trump")
    assert speakers["great idea"] == "Elon Musk"
    experts = {person.name: (person.role, person.affiliation) for person in draft.people if person.expert}
    assert experts == {
        "M. Isabel Medina": ("law professor", "Loyola University New Orleans College of Law"),
        "Aaron Reichlin-Melnick": ("immigration attorney", ""),
    }
    assert {(mention.text, mention.date) for mention in draft.dates} == {
        ("Sunday", "2025-04-06"),
        ("last month", "2025-03"),
    }
    said = {quotation.text: quotation.said for quotation in draft.quotations if quotation.said}
    assert said == {"I love that,": "2025-04-06"}


@pytest.mark.parametrize("source", ["independent", "report"])
def test_a_new_page_from_a_source_of_the_demonstration_can_be_confirmed(source: str, tmp_path: Path) -> None:
    file = build_site(SETTINGS).site.explainers[PAGE].sources[source].file
    extracted(file)
    folder = next(folder for folder in (*SETTINGS.seeds, *extra_seeds()) if (folder / file).is_file())
    settings = replace(SETTINGS, content=tmp_path, seeds=(folder,))
    dateless = date(2025, 4, 7) if read_article(folder / file).published is None else None
    write_new_page(settings, "Again", [folder / file], dateless)
    assert {issue.code for issue in build_site(settings).issues} <= {"unconfirmed-draft", "uncheckable"}
    page = tmp_path / "explainers/again.md"
    page.write_text(
        "\n".join(line for line in page.read_text("utf-8").split("\n") if "draft: true" not in line), "utf-8"
    )
    built = build_site(settings)
    assert told(settings) == []
    assert len(built.site.explainers["explainers/again.md"].quotes) >= 6

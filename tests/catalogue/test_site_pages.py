"""Generated pages: what the record of a site makes of it."""

from pathlib import Path

import pytest

from generator.build.built_site import Built, build_site
from generator.model.errors import SettingsError
from generator.site.options import section_names
from generator.site.site_file import load_settings
from tests.support.sites import write_site

PAGE = """\
---
title: Is soup <hot>?
published: 2025-04-08
topics: [Soup]
sources:
  broth: {file: broth.txt, publisher: The Daily Broth, published: 2025-04, license: CC BY 4.0}
people:
  ada: {name: Ada Example, role: cook, interests: She owns a ladle., same_as: https://ada.example/}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth, said: 2025-04-01}
experts:
  ada: {question: Is it hot?, position: "Yes", quotes: [hot]}
timeline:
  opened: {date: 2025-03, title: The kitchen opens, sources: [broth]}
corrections:
  - {date: 2025-04-09, kind: correction, text: "It was **noon** [@broth].", of: hot}
---
"""
SITE = "site_name: Soup\ndocs_dir: content\ntheme: {name: material}\nplugins:\n  - explainer"


def built(tmp_path: Path, files: dict[str, str | bytes], options: str = "") -> Built:
    write_site(tmp_path, {"mkdocs.yml": f"{SITE}{options}\n", **files})
    found = build_site(load_settings(tmp_path / "mkdocs.yml", {}))
    assert found.issues == ()
    return found


def test_every_list_and_entry_has_a_page(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/soup.md": PAGE})
    assert [page.path for page in made.generated] == [
        "explainers.md",
        "people.md",
        "people/ada.md",
        "quotations.md",
        "sources.md",
        "sources/broth.md",
        "timeline.md",
        "topics.md",
        "corrections.md",
        "methodology.md",
    ]
    pages = made.pages
    assert 'href="../soup/"' in pages["explainers.md"]
    assert "Is soup &lt;hot&gt;?" in pages["explainers.md"]
    assert 'href="../../soup/#quote-hot"' in pages["people/ada.md"]
    assert "She owns a ladle." in pages["people/ada.md"]
    assert 'href="../../soup/#expert-ada"' in pages["people/ada.md"]
    assert 'data-person="Ada Example"' in pages["quotations.md"]
    assert "Verified: these words stand in the source" in pages["sources/broth.md"]
    assert "March 2025: The kitchen opens" in pages["sources/broth.md"]
    assert "Licence: CC BY 4.0" in pages["sources/broth.md"]
    assert 'href="../soup/#event-opened"' in pages["timeline.md"]
    assert "<p>It was <strong>noon</strong>.</p>" in pages["corrections.md"]
    assert "Quotations: **1**" in pages["methodology.md"]


def test_explainers_link_to_the_record(tmp_path: Path) -> None:
    other = PAGE.replace("<hot>", "dear")
    pages = built(tmp_path, {"content/soup.md": PAGE, "content/dear/index.md": other}).pages
    page = pages["soup.md"]
    assert '<a href="../people/ada/">Ada Example</a>' in page
    assert 'href="../sources/broth/"' in page
    assert '<a href="../explainers/">Explainers</a>' in page
    assert 'class="ex-related"' in page
    assert 'href="../dear/"' in page
    assert "Also about Ada Example, Soup" in page


def test_a_licence_that_is_an_address_is_a_link(tmp_path: Path) -> None:
    deed = "https://creativecommons.example/by/4.0/"
    made = built(tmp_path, {"content/soup.md": PAGE.replace("license: CC BY 4.0", f'license: "{deed}"')})
    assert f'Licence: <a href="{deed}">{deed}</a>' in made.pages["sources/broth.md"]


def test_lists_are_turned_off_and_renamed(tmp_path: Path) -> None:
    options = ":\n      pages: {people: wer, quotations: false, sources: false}"
    made = built(tmp_path, {"content/soup.md": PAGE}, options)
    paths = {page.path for page in made.generated}
    assert {"wer.md", "wer/ada.md"} <= paths
    assert not paths & {"people.md", "quotations.md", "sources.md", "sources/broth.md"}
    assert 'href="../wer/ada/"' in made.pages["soup.md"]
    assert "sources/" not in made.pages["soup.md"]


def test_no_page_of_the_authors_is_shadowed(tmp_path: Path) -> None:
    own = {"content/people/index.md": "# Cooks\n", "content/sources/index.md": "# My sources\n"}
    made = built(tmp_path, {"content/soup.md": PAGE, "content/timeline.md": "# Mine\n", **own})
    paths = [page.path for page in made.generated]
    assert not {"timeline.md", "sources.md", "people.md"} & set(paths)
    assert {"sources/broth.md", "people/ada.md"} <= set(paths)


def test_the_navigation_shows_four_lists(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/soup.md": PAGE})
    assert [page.path for page in made.generated if page.in_navigation] == [
        "explainers.md",
        "people.md",
        "sources.md",
        "timeline.md",
    ]
    assert "soup.md" in made.outside_navigation


def test_long_lists_have_several_pages(tmp_path: Path) -> None:
    events = "".join(f"  e{n}: {{date: {1700 + n}, title: Event {n}}}\n" for n in range(230))
    made = built(tmp_path, {"content/soup.md": PAGE.replace("timeline:\n", f"timeline:\n{events}")})
    paths = [page.path for page in made.generated if page.path.startswith("timeline")]
    assert paths == ["timeline.md", "timeline/2.md", "timeline/3.md"]
    assert sum(made.pages[path].count("ex-timeline__title") for path in paths) == 231
    assert 'href="../2/"' in made.pages["timeline/3.md"]
    assert 'href="../"' in made.pages["timeline/2.md"]


def test_an_empty_site_says_so(tmp_path: Path) -> None:
    pages = built(tmp_path, {"content/index.md": "# Home\n"}).pages
    for path, told in {
        "explainers.md": "No explainers have been published here yet.",
        "people.md": "Nobody has been quoted yet.",
        "quotations.md": "No quotations have been published yet.",
        "sources.md": "No sources have been used yet.",
        "timeline.md": "No events have been dated yet.",
        "topics.md": "No topics have been given yet.",
        "corrections.md": "Nothing has been corrected yet.",
        "methodology.md": "Quotations: **0**",
    }.items():
        assert told in pages[path], path


def test_pages_without_folders_of_their_own(tmp_path: Path) -> None:
    write_site(tmp_path, {"mkdocs.yml": f"use_directory_urls: false\n{SITE}\n", "content/soup.md": PAGE})
    pages = build_site(load_settings(tmp_path / "mkdocs.yml", {})).pages
    assert 'href="people/ada.html"' in pages["soup.md"]
    assert 'href="../soup.html#quote-hot"' in pages["people/ada.md"]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ({"peple": False}, "has no page 'peple'; did you mean 'people'?"),
        ({"people": 7.5}, "cannot be called '7.5'"),
        ({"people": "../x"}, "cannot be called '../x'"),
        ({"people": ""}, "cannot be called ''"),
    ],
)
def test_names_that_cannot_be(pages: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=r".*") as error:
        section_names(pages)
    assert told in str(error.value)


def test_a_source_of_two_ids_and_people_named_like_lists(tmp_path: Path) -> None:
    named = (
        PAGE.replace("  ada:", "  index:")
        .replace("speaker: ada", "speaker: index")
        .replace("ada: {question", "index: {question")
    )
    other = (
        named.replace("broth: {file: broth.txt,", "paper: {file: broth.txt, url: 'https://a.example/1',")
        .replace("source: broth", "source: paper")
        .replace("[broth]", "[paper]")
        .replace("[@broth]", "[@paper]")
    )
    made = built(tmp_path, {"content/a.md": named, "content/b.md": other})
    paths = [page.path for page in made.generated]
    assert "people/person-index.md" in paths
    assert len(paths) == len(set(paths))
    page = made.pages["sources/broth.md"]
    assert 'href="../../a/#source-broth"' in page
    assert 'href="../../b/#source-paper"' in page


@pytest.mark.parametrize(
    "pages", [{"people": "sources"}, {"people": "sources/x"}, {"people": "index"}, {"people": None}]
)
def test_names_that_collide(pages: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match="'people' cannot be called"):
        section_names(pages)


def test_lists_show_the_words_that_were_verified(tmp_path: Path) -> None:
    page = PAGE.replace("text: Soup is hot,", "text: Soup is hot, translation: Ich stahl die Kelle,")
    page = page.replace("broth: {file", "broth: {language: xx, file")
    shown = built(tmp_path, {"content/soup.md": page}).pages["people/ada.md"]
    assert "<p>Soup is hot</p></blockquote>" in shown
    assert "Translated: Ich stahl die Kelle" in shown


def test_a_persons_page_has_biography_and_the_interests_of_each_opinion(tmp_path: Path) -> None:
    shared = "---\nname: Ada Example\ninterests: Owns a pot.\n---\nShe *cooks* soup & stew.\n\nShe lives in Merrow.\n"
    page = PAGE.replace("  ada: {name: Ada Example, role: cook, interests: She owns a ladle., ", "  ada: {role: cook, ")
    page = page.replace("experts:\n  ada: {", "experts:\n  ada: {interests: Owns a kitchen., ")
    shown = built(tmp_path, {"content/soup.md": page, "content/people/ada.md": shared}).pages["people/ada.md"]
    assert "She cooks soup &amp; stew.</p>" in shown
    assert "She lives in Merrow.</p>" in shown
    assert "Owns a pot." in shown
    assert "Declared interests: Owns a kitchen." in shown


def test_words_from_another_time_have_a_role_of_their_own(tmp_path: Path) -> None:
    page = PAGE.replace("hot: {text: Soup is hot,", "hot: {role: apprentice, text: Soup is hot,")
    pages = built(tmp_path, {"content/soup.md": page}).pages
    assert "</strong>, apprentice" in pages["soup.md"]
    assert "apprentice" in pages["people/ada.md"]
    assert ">cook</p>" in pages["people/ada.md"], "what she is now"

"""Listings: the explainers of a site on its home page."""

from pathlib import Path

from generator.build.built_site import build_site
from tests.support.sites import write_site

EXPLAINER = """\
---
title: "Is soup hot? *Yes*"
standfirst: One cook was asked [@broth].
published: 2025-04-08
topics: [soup, heat]
sources: {broth: {file: broth.txt}}
people: {ada: {name: Ada Example}}
quotes: {hot: {text: Soup is hot, speaker: ada, source: broth}}
---
"""
HOME = "---\nhide: [toc]\n---\n# Home\n\n::: explainers\n\n```\n::: explainers\n```\n"


def listed(tmp_path: Path, files: dict[str, str | bytes], page: str = "index.md") -> str:
    built = build_site(write_site(tmp_path, {f"content/{page}": HOME, **files}))
    assert built.issues == ()
    return built.pages[page]


def test_published_explainers_are_listed_newest_first(tmp_path: Path) -> None:
    page = listed(
        tmp_path,
        {
            "content/explainers/soup.md": EXPLAINER,
            "content/explainers/new one.md": EXPLAINER.replace("2025-04-08", "2026").replace("Is soup", "Is stew"),
            "content/explainers/draft.md": EXPLAINER.replace("---\n", "---\ndraft: true\n", 1),
        },
    )
    assert page.startswith("---\nhide: [toc]\n---\n# Home\n")
    assert page.count("::: explainers") == 1, "the one in code"
    new, old = page.index("### [Is stew"), page.index("### [Is soup hot? \\*Yes\\*](explainers/soup.md)")
    assert new < old
    assert "](<explainers/new one.md>)" in page
    assert "One cook was asked.\n" in page
    assert "\nsoup\n{: .ex-cards__kicker }" in page
    assert "\nheat · April 8, 2025\n" in page
    assert "\n1 quotation, verified in 1 source\n" in page
    assert page.count("ex-cards__card") == 2


def test_options_choose_among_them(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/a.md": EXPLAINER.replace("2025-04-08", "2026").replace("Is soup", "Is stew"),
        "content/b.md": EXPLAINER.replace("[soup, heat]", "[Law]"),
        "content/c.md": EXPLAINER.replace("2025-04-08", "2020").replace("Is soup", "Is tea"),
    }
    built = build_site(write_site(tmp_path, {**files, "content/index.md": "::: explainers\n    count: 2\n\nEnd."}))
    assert built.issues == ()
    assert built.pages["index.md"].count("ex-cards__card") == 2
    assert "Is tea" not in built.pages["index.md"]
    assert built.pages["index.md"].endswith("///\n\nEnd.")
    built = build_site(write_site(tmp_path, {"content/index.md": "::: explainers\n    topic: law\n"}))
    assert "(b.md)" in built.pages["index.md"]
    assert "(a.md)" not in built.pages["index.md"]


def test_options_that_do_not_exist_are_told(tmp_path: Path) -> None:
    page = "# Home\n\n::: explainers\n    count: many\n    topics: law\n"
    issues = build_site(write_site(tmp_path, {"content/index.md": page})).issues
    found = [(issue.code, issue.location.line, issue.location.column) for issue in issues]
    assert found == [("bad-option", 4, 12), ("unknown-option", 5, 5)]


def test_links_lead_from_where_the_page_lies(tmp_path: Path) -> None:
    page = listed(tmp_path, {"content/explainers/soup.md": EXPLAINER}, page="about/all.md")
    assert "](../explainers/soup.md)" in page


def test_a_site_without_explainers_says_so(tmp_path: Path) -> None:
    assert "No explainers have been published here yet." in listed(tmp_path, {})


def test_a_topic_that_no_explainer_has_is_told(tmp_path: Path) -> None:
    soup = "---\ntitle: A\ntopics: [Soup]\n---\n"
    pages: dict[str, str | bytes] = {
        "content/index.md": "::: explainers\n    topic: sope\n",
        "content/soup.md": soup,
    }
    (issue,) = build_site(write_site(tmp_path, pages)).issues
    assert (issue.code, issue.location.line, issue.location.column) == ("unknown-topic", 2, 12)
    assert issue.message == "there is no topic 'sope' on this site"
    assert issue.help == "did you mean 'Soup'?"
    draft = soup.replace("title", "draft: true\ntitle")
    right = write_site(tmp_path, {"content/index.md": "::: explainers\n    topic: soup\n", "content/soup.md": draft})
    assert build_site(right).issues == ()

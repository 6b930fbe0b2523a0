"""Silent edits: what was published is changed openly, or it is an error at its place."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.built_site import build_site
from generator.cli import main
from generator.evidence.silent_edits import check_silent_edits
from generator.model.concern import concerning
from generator.model.issue import Issue
from tests.support.evidence_samples import PAGE, built_site, changed, make_site, manifest_of

WORDS = ("text: Soup is hot", "text: Soup is warm")


def edits(tmp_path: Path, page: str) -> tuple[Issue, ...]:
    published = manifest_of(built_site(tmp_path))
    built = built_site(tmp_path, page)
    return check_silent_edits(built.site, published, {"soup.md": "content/soup.md"}, built.lock)


def corrected(page: str, date: str = "2025-04-10", of: str = "hot") -> str:
    entry = f"corrections:\n  - {{date: {date}, kind: correction, text: We were wrong., of: {of}}}\n"
    return changed(page, ("corrections:\n", entry.replace(", of: }", "}")))


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        (*WORDS, 11, "quotation 'hot': its words changed since it was published, and no correction says so: Soup is [-hot-] {+warm+}"),
        ("speaker: ada", "speaker: bo", 11, "its speaker changed since it was published, and no correction says so: was Ada Example, is Bo Sample"),
        ("role: cook", "role: chef", 8, "its role changed"),
        ("hot: {text", "hot: {role: dean, text", 11, "its role changed since it was published, and no correction says so: was cook, Merrow Kitchen, is dean"),
        (", said: 2025-04-07", "", 11, "its date changed since it was published, and no correction says so: was 2025-04-07, is not given"),
        ("question: Is it hot?", "question: Is it cold?", 14, "expert opinion 'ada': its question changed since it was published, and no correction says so: Is it [-hot-] {+cold+}"),
        ("quotes: [hot]}\ntimeline", "quotes: [stew]}\ntimeline", 14, "expert opinion 'ada': its quotations changed since it was published, and no correction says so: was hot, is stew"),
        ("publisher: The Daily Broth", "publisher: The Weekly Broth", 6, "source 'broth': its publisher changed"),
        ("title: Soup goes up", "title: Soup goes down", 6, "source 'broth': its title changed"),
        ("published: 2025-04,", "published: 2024-04,", 6, "source 'broth': its date changed since it was published, and no correction says so: was 2025-04, is 2024-04"),
        ("position: It is hot", "position: It is not", 14, "expert opinion 'ada': its position changed"),
        ("date: 2025-03~", "date: 2025-04", 16, "event 'opened': its date changed"),
        ("The kitchen opens", "The kitchen closes", 16, "event 'opened': its title changed"),
        ("published: 2025-04-08", "published: 2024-04-08", 3, "the page's date of publication changed since it was published, and no correction says so: was 2025-04-08, is 2024-04-08"),
        ("  stew: {", "  ragout: {", 10, "quotation 'stew' was published, and is gone: “Stew is cold … it is dear” (Bo Sample)"),
    ],
)  # fmt: skip
def test_a_silent_edit_is_an_error_at_its_place(old: str, new: str, line: int, told: str, tmp_path: Path) -> None:
    found = edits(tmp_path, changed(PAGE, (old, new)).replace(", of: stew", ""))
    issue = next(issue for issue in found if told in issue.message)
    assert (issue.code, issue.location.path, issue.location.line) == ("silent-edit", "content/soup.md", line)


@pytest.mark.parametrize(
    ("date", "of", "excused"),
    [
        ("2025-04-10", "hot", True),
        ("2025-04-09", "hot", True),
        ("2025-04", "hot", True),
        ("2025-04-10", "", False),
        ("2025-04-08", "hot", False),
        ("2025-04-10", "stew", False),
        ("2025-04-10", "ada", False),
    ],
)
def test_a_correction_that_is_new_and_names_it_excuses(date: str, of: str, excused: bool, tmp_path: Path) -> None:
    found = edits(tmp_path, corrected(changed(PAGE, WORDS), date, of))
    assert (found == ()) is excused


def test_a_changed_translation_is_told(tmp_path: Path) -> None:
    page = changed(PAGE, ("  stew: {", "  stew: {translation: Der Eintopf ist kalt und teuer, "))
    page = changed(page, ("broth: {file", "broth: {language: xx, file"))
    published = manifest_of(built_site(tmp_path, page))
    built = built_site(tmp_path, changed(page, ("kalt und", "warm und")))
    (issue,) = check_silent_edits(built.site, published, {"soup.md": "content/soup.md"}, built.lock)
    assert "its translation changed" in issue.message
    assert "Der Eintopf ist [-kalt-] {+warm+} und teuer" in issue.message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - {date: 2025-04-09, kind: update, text: We added the stew., of: stew}\n", "", True),
        ("We added the stew.", "We added a stew.", True),
        ("kind: update", "kind: clarification", True),
        ("of: stew}", "of: hot}", True),
        ("of: stew}", "of: stew}\n  - {date: 2025-04-10, kind: update, text: More.}", False),
        ("We added the stew.", "We  added the stew.", False),
    ],
)
def test_a_published_correction_stays(old: str, new: str, told: bool, tmp_path: Path) -> None:
    found = edits(tmp_path, changed(PAGE, (old, new)))
    assert [issue.message for issue in found] == (
        ["the update of 2025-04-09 was published, and does not stand so any more: We added the stew."] if told else []
    )
    assert all(issue.location.line in {17, 18} or old.startswith("  -") for issue in found)


def test_a_correction_of_what_is_gone_may_stand_for_the_page(tmp_path: Path) -> None:
    gone = changed(PAGE, ("  stew: {text: Stew is cold … it is dear, speaker: bo, source: broth}\n", ""))
    reason = "  - {date: 2025-04-10, kind: correction, text: Bo took it back.}\n"
    assert edits(tmp_path, changed(gone, (", of: stew}\n", "}\n" + reason))) == ()


def test_a_correction_that_was_published_already_excuses_nothing_new(tmp_path: Path) -> None:
    found = edits(tmp_path, changed(PAGE, ("text: Stew is cold … it is dear", "text: Stew is cold")))
    assert [issue.code for issue in found] == ["silent-edit"]


def test_a_change_of_role_may_name_the_person(tmp_path: Path) -> None:
    assert edits(tmp_path, corrected(changed(PAGE, ("role: cook", "role: chef")), of="ada")) == ()


@pytest.mark.parametrize(
    ("old", "new", "excusing"),
    [
        ("text: Soup is hot", "text: Soup is", {"hot"}),
        ("speaker: ada", "speaker: bo", {"hot", "bo"}),
        ("role: cook", "role: chef", {"ada"}),
    ],
)
def test_what_excuses_an_edit_is_shown_with_what_was_edited(
    old: str, new: str, excusing: set[str], tmp_path: Path
) -> None:
    page = changed(PAGE, (old, new))
    names = ("hot", "stew", "ada", "bo", "broth", "opened")
    assert {of for of in names if edits(tmp_path, corrected(page, of=of)) == ()} == excusing
    explainer = built_site(tmp_path, page).site.explainers["soup.md"]
    assert excusing <= concerning(explainer, explainer.quotes["hot"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quotes:\n  hot", "quotes:\n  new: {text: it is dear, speaker: bo, source: broth}\n  hot"),
        ("title: Is soup hot?", "title: Was soup hot?"),
        ("Stew is cold …", "Stew is cold ..."),
    ],
)
def test_what_is_new_or_no_fact_is_no_silent_edit(old: str, new: str, tmp_path: Path) -> None:
    assert edits(tmp_path, changed(PAGE, (old, new))) == ()


def test_a_page_that_is_gone_or_a_draft_again(tmp_path: Path) -> None:
    (draft,) = edits(tmp_path, changed(PAGE, ("title: Is", "draft: true\ntitle: Is")))
    assert (draft.location.line, draft.code) == (2, "silent-edit")
    published = manifest_of(built_site(tmp_path))
    settings = make_site(tmp_path)
    (settings.content / "soup.md").unlink()
    (gone,) = check_silent_edits(build_site(settings).site, published, {"soup.md": "content/soup.md"})
    assert (str(gone.location), gone.location.line) == ("content/soup.md", None)
    assert "the page “Is soup hot?” was published" in gone.message


def test_another_text_behind_the_same_source(tmp_path: Path) -> None:
    published = manifest_of(built_site(tmp_path))
    settings = make_site(tmp_path)
    source = tmp_path / "seeds/broth.txt"
    source.write_text(source.read_text("utf-8").replace("noon", "one"), "utf-8")
    (issue,) = check_silent_edits(build_site(settings).site, published, {"soup.md": "content/soup.md"})
    assert issue.message.startswith("source 'broth': its text (SHA-256) changed")
    assert issue.location.line == 6


def test_a_page_that_moves_within_its_address_is_the_same(tmp_path: Path) -> None:
    published = manifest_of(built_site(tmp_path))
    settings = make_site(tmp_path)
    (settings.content / "soup").mkdir()
    (settings.content / "soup.md").rename(settings.content / "soup/index.md")
    assert check_silent_edits(build_site(settings).site, published, {"soup.md": "content/soup.md"}) == ()


def test_the_role_of_an_expert_who_is_not_quoted(tmp_path: Path) -> None:
    page = changed(
        PAGE,
        ("  bo: {name", "  cy: {name: Cy Specimen, role: baker}\n  bo: {name"),
        ("experts:\n", "experts:\n  cy: {position: Maybe}\n"),
    )
    published = manifest_of(built_site(tmp_path, page))
    built = built_site(tmp_path, changed(page, ("role: baker", "role: minister")))
    (issue,) = check_silent_edits(built.site, published, {"soup.md": "content/soup.md"}, built.lock)
    assert issue.message.startswith("person 'cy': its role changed")
    assert issue.location.line == 9


def test_check_tells_silent_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "published.json").write_text(built_site(tmp_path).files["evidence.json"], "utf-8")
    command = ["check", "--published", "published.json"]
    assert CliRunner().invoke(main, command).exit_code == 0
    make_site(tmp_path, changed(PAGE, ("speaker: bo", "speaker: ada")))
    found = CliRunner().invoke(main, command)
    assert found.exit_code == 1
    assert "error[silent-edit]: quotation 'stew': its speaker changed" in found.output
    make_site(tmp_path, PAGE.replace("title: Is soup hot?", "title: [Is soup hot?"))
    broken = CliRunner().invoke(main, command)
    assert "bad-yaml" in broken.output
    assert "silent-edit" not in broken.output, "nobody knows what a page says that cannot be read"
    assert CliRunner().invoke(main, ["check", "--published", "none.json"]).exit_code == 2

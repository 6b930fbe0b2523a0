"""Loading a site: what its folders hold, and one clear Issue for what cannot be used."""

import os
from pathlib import Path

import pytest

from generator.build.built_site import build_site
from generator.files.load import load_site
from generator.model.article import Kind
from generator.model.errors import SettingsError, UnreadableError
from generator.site.settings import Settings
from generator.site.site_file import load_settings
from tests.support.sites import write_site

PAGE = "---\ntitle: Soup\nsources:\n  broth: {file: FILE}\n---\nSee [@broth].\n"


def codes(settings: Settings) -> list[str]:
    return [f"{issue.location}: {issue.code}" for issue in build_site(settings).issues]


def page_of(file: str) -> str:
    return PAGE.replace("FILE", file)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Soup.".encode("utf-16"), "content/page.md:1:1: not-utf8"),
        ("Soup.".encode("utf-16-be"), "content/page.md:1:1: not-utf8"),
        ("Soup.".encode("utf-32"), "content/page.md:1:1: not-utf8"),
        ("Soup.\nCrème.".encode("latin-1"), "content/page.md:2:3: not-utf8"),
        (b"\xef\xbb\xbfCr\xe8me", "content/page.md:1:3: not-utf8"),
        (b"Soup.\r\nA\x00B", "content/page.md:2:2: control-character"),
        (b"x" * 5_000_000, "content/page.md: too-large"),
        (b"", "content/page.md: empty-file"),
        (b" \n\n", "content/page.md: empty-file"),
    ],
    ids=["utf-16", "utf-16-be", "utf-32", "latin-1", "bom and latin-1", "nul", "5 MB", "empty", "blank"],
)
def test_bytes_that_are_no_text(data: bytes, expected: str, tmp_path: Path) -> None:
    assert codes(write_site(tmp_path, {"content/page.md": data})) == [expected]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_marks_change_nothing(end: str, tmp_path: Path) -> None:
    text = page_of("brot.txt").replace("\n", end)
    settings = write_site(tmp_path, {"content/page.md": b"\xef\xbb\xbf" + text.encode()})
    assert codes(settings) == ["content/page.md:4:17: missing-source"]


def test_a_page_cut_off_within_a_character(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": "Crème".encode()[:3]})
    assert codes(settings) == ["content/page.md:1:3: not-utf8"]


def test_no_content_folder(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path, content=tmp_path / "content", seeds=(tmp_path / "seeds",))
    with pytest.raises(UnreadableError, match="no content folder"):
        load_site(settings)


def test_links_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("“Secret,” said Ada Example.")
    site = tmp_path / "site"
    settings = write_site(
        site, {"content/page.md": page_of("link.txt"), "content/deep.md": page_of("folder/outside.txt")}
    )
    (site / "seeds" / "link.txt").symlink_to(outside)
    (site / "seeds" / "folder").symlink_to(tmp_path)
    (site / "content" / "stolen.md").symlink_to(outside)
    (site / "content" / "away").symlink_to(tmp_path)
    assert codes(settings) == [
        "content/away: bad-page-path",
        "content/deep.md:4:17: bad-source-path",
        "content/page.md:4:17: bad-source-path",
        "content/stolen.md: bad-page-path",
    ]


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/" + os.fsdecode(b"cr\xe8me.md"): "Soup."})
    assert codes(settings) == ["content/cr\ufffdme.md: bad-page-path"]


def test_a_page_that_is_no_ordinary_file(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {})
    os.mkfifo(tmp_path / "content" / "pipe.md")
    (tmp_path / "content" / "nowhere.md").symlink_to(tmp_path / "content" / "nothing.md")
    assert codes(settings) == ["content/nowhere.md: unreadable-page", "content/pipe.md: unreadable-page"]


def test_people_whose_files_cannot_be_told_apart(tmp_path: Path) -> None:
    person = "---\nname: Ada Example\n---\n"
    files: dict[str, str | bytes] = {
        f"content/people/{name}.md": person for name in ("ada", "cooks/ada", "Ada Example")
    }
    settings = write_site(tmp_path, files)
    assert codes(settings) == [
        "content/people/Ada Example.md: bad-id",
        "content/people/cooks/ada.md: duplicate-key",
    ]


def test_a_file_name_that_is_too_long(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": page_of(f"{'x' * 400}.txt")})
    assert codes(settings) == ["content/page.md:4:17: unreadable-source"]


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": page_of("sub.txt"), "seeds/sub.txt/x": "y"})
    assert codes(settings) == ["content/page.md:4:17: bad-source-path"]


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_source_without_text(text: str, tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": page_of("empty.txt"), "seeds/empty.txt": text})
    assert codes(settings) == ["content/page.md:4:17: unreadable-source"]


def test_a_source_that_may_not_be_read(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": page_of("broth.txt")})
    (tmp_path / "seeds" / "broth.txt").chmod(0)
    if os.access(tmp_path / "seeds" / "broth.txt", os.R_OK):
        (tmp_path / "seeds" / "broth.txt").write_bytes(b"\xff\xfe\x00")
    assert codes(settings) == ["content/page.md:4:17: unreadable-source"]


def test_people_are_shared_and_what_a_source_says_of_itself_counts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/people/ada.md": "---\nname: Ada Example\nrole: cook\n---\nShe cooks.\n",
        "content/page.md": "---\ntitle: Soup\nsources:\n  talk: {file: talk.md, publisher: The Broth}\nquotes:\n"
        "  hot: {text: Soup is hot, speaker: ada, source: talk}\n---\n",
        "seeds/talk.md": "---\ntitle: A talk\nkind: transcript\npublisher: Nobody\npublished: 2025-04-07\n---\nADA EXAMPLE: Soup is hot.\n",
    }
    loaded = load_site(write_site(tmp_path, files))
    assert loaded.issues == ()
    page = loaded.site.explainers["page.md"]
    source = page.sources["talk"]
    assert (source.title, source.publisher, source.kind, str(source.published)) == (
        "A talk",
        "The Broth",
        Kind.TRANSCRIPT,
        "2025-04-07",
    )
    assert source.article is not None
    assert source.article.text == "ADA EXAMPLE: Soup is hot."
    assert page.people["ada"].biography == "She cooks."
    assert "people/ada.md" not in loaded.site.explainers


def test_further_folders_of_sources_are_searched_in_order(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/page.md": page_of("far.txt"), "more/far.txt": "Far."})
    found = Settings(
        root=settings.root,
        content=settings.content,
        seeds=(*settings.seeds, tmp_path / "none", tmp_path / "more"),
    )
    assert codes(found) == []


def test_a_link_that_leads_back_to_itself_is_told(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {})
    (tmp_path / "content/s.md").symlink_to("s.md")
    assert codes(settings) == ["content/s.md: bad-page-path"]


def test_a_lock_that_is_nested_without_end_is_told(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"seeds/sources.lock": "[" * 100_000})
    assert codes(settings) == ["seeds/sources.lock:1: bad-lock"]
    settings = write_site(tmp_path / "new", {"seeds/locks/broth.txt/text.json": "[" * 100_000})
    assert codes(settings) == ["seeds/locks/broth.txt/text.json:1: bad-lock"]


def test_a_person_whom_nobody_confirmed_is_told(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/people/ada.md": "---\nname: Ada Example\ndraft: true\n---\n"})
    assert codes(settings) == ["content/people/ada.md: unconfirmed-draft"]


def test_source_texts_among_the_pages_are_told(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/seeds/soup.txt": "Soup."})
    within = Settings(root=settings.root, content=settings.content, seeds=(tmp_path / "content/seeds",))
    assert codes(within) == ["content/seeds: seeds-published"]


def test_a_name_that_means_something_else_in_addresses(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup#2.md": "# A\n", "content/what?/a.md": "# B\n"})
    assert codes(settings) == ["content/soup#2.md: bad-page-path", "content/what?/a.md: bad-page-path"]


def test_two_pages_of_one_address(tmp_path: Path) -> None:
    pages = dict.fromkeys(
        ("content/soup.md", "content/soup/index.md", "content/README.md", "content/index.md"), "# A\n"
    )
    assert codes(write_site(tmp_path, {**pages})) == ["content/soup/index.md: bad-page-path"]


EXPLAINER = "---\ntitle: Soup\nkicker: Soups\n---\n\nText.\n"


def test_what_mkdocs_leaves_out_is_no_page(tmp_path: Path) -> None:
    site = "site_name: Soup\ndocs_dir: content\nexclude_docs: |\n  old/\n  !kept.md\ndraft_docs: later.md\n"
    names = ("old/soup.md", "old/kept.md", "later.md", "templates/soup.md", "now.md", "README.md", "index.md")
    write_site(tmp_path, {"mkdocs.yml": site, **{f"content/{name}": EXPLAINER for name in names}})
    found = load_site(load_settings(tmp_path / "mkdocs.yml", {})).site.explainers
    assert {path: page.draft for path, page in found.items()} == {
        "later.md": True,
        "now.md": False,
        "old/kept.md": False,
        "index.md": False,
    }


def test_patterns_that_are_none(tmp_path: Path) -> None:
    write_site(tmp_path, {"mkdocs.yml": "docs_dir: content\nexclude_docs: [a, b]\n"})
    with pytest.raises(SettingsError, match="'exclude_docs' must be text, with a pattern on each line"):
        load_settings(tmp_path / "mkdocs.yml", {})

"""The export: plain Markdown that builds without the plugin to the very same pages."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.build.built_site import build_site
from generator.build.export import export, export_site_file
from generator.model.errors import UnreadableError
from generator.site.site_file import load_settings
from tests.support.places import ROOT
from tests.support.sites import write_site

DRAFT = "---\ntitle: Soup\nstandfirst: Not yet.\ndraft: true\n---\n"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build(folder: Path, site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)


def article(page: Path) -> str:
    text = page.read_text("utf-8")
    found = re.search(r"<article.*</article>", text, re.DOTALL)
    assert found or "embed" in page.parts
    # Only the plugin takes the blank lines out of Material's templates.
    return re.sub(r">\s+<", "><", found.group() if found else text)


@pytest.mark.mkdocs
def test_the_export_builds_without_the_plugin_to_the_same_pages(tmp_path: Path) -> None:
    settings = load_settings(ROOT / "mkdocs.yml", {})
    export(build_site(settings), settings, tmp_path / "export")
    assert "- explainer:" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "- explainer:" not in (tmp_path / "export/mkdocs.yml").read_text("utf-8")
    build(ROOT, tmp_path / "with")
    build(tmp_path / "export", tmp_path / "without")
    pages = sorted(path.relative_to(tmp_path / "with") for path in (tmp_path / "with").rglob("index.html"))
    assert len(pages) > 5
    for page in pages:
        assert article(tmp_path / "with" / page) == article(tmp_path / "without" / page)


@pytest.mark.parametrize(
    ("plugins", "kept"),
    [
        ("plugins: [search, explainer]", ["search"]),
        ("plugins:\n  - explainer: {raw_html: true}\n  - tags", ["tags"]),
        ("plugins: {explainer: {}, search: {lang: en}}", [{"search": {"lang": "en"}}]),
        ("plugins: [explainer]", []),
    ],
)
def test_only_our_plugin_is_taken_out(plugins: str, kept: list[object]) -> None:
    assert yaml.safe_load(export_site_file(f"site_name: x\n{plugins}\n"))["plugins"] == kept


def test_settings_of_the_site_are_kept() -> None:
    text = export_site_file(
        "site_name: !ENV [NAME, x]\nextra_css: [own.css]\nmarkdown_extensions: [toc: {permalink: true}]\n"
    )
    assert "!ENV [NAME, x]" in text
    assert text.index("assets/explainer.css") < text.index("own.css")
    assert text.count("toc") == 1


OWN = {
    "content/timeline/index.html": "my own timeline",
    "content/assets/explainer.js": "my own script",
    "content/evidence.json": "my own evidence",
    "content/assets/cards/soup.png": "my own card",
}
EVENT = "---\ntitle: Soup\ntimeline:\n  open: {date: 2025-04-07, title: It opens}\n---\n\nBody.\n"


def test_files_of_the_authors_own_keep_their_places(tmp_path: Path) -> None:
    write_site(tmp_path / "source", {"content/index.md": "# Home\n", "content/soup.md": EVENT, **OWN})
    settings = load_settings(tmp_path / "source/mkdocs.yml", {})
    export(build_site(settings), settings, tmp_path / "export")
    build(tmp_path / "source", tmp_path / "with")
    build(tmp_path / "export", tmp_path / "without")
    assert not (tmp_path / "export/content/timeline.md").exists()
    for name, text in OWN.items():
        place = name.removeprefix("content/")
        found = [(tmp_path / folder / place).read_text() for folder in ("export/content", "with", "without")]
        assert found == [text, text, text], name


def test_links_and_drafts_are_not_exported(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    settings = write_site(tmp_path / "site", {"content/index.md": "# Home\n", "content/draft.md": DRAFT})
    export(build_site(settings), settings, tmp_path / "export")
    assert not (tmp_path / "export/content/draft.md").exists()
    (tmp_path / "site/content/leak.txt").symlink_to(secret)
    with pytest.raises(UnreadableError, match="a link to another place"):
        export(build_site(settings), settings, tmp_path / "export")

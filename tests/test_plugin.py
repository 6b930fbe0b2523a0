"""The plugin in real builds and a real preview."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.places import DATA
from tests.support.sites import SITE_FILE, write_site

GOOD = "---\ntitle: Soup\nsources:\n  broth: {file: broth.txt}\npeople:\n  ada: {name: Ada Example}\nquotes:\n  hot: {text: Soup is hot, speaker: ada, source: broth}\n---\n\nBody.\n"
BAD = GOOD.replace("Soup is hot", "Soup is cold")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
MKDOCS = [sys.executable, "-m", "mkdocs"]
# What runs in the background of a script ignores an interrupt, and hands this on.
INTERRUPTIBLE = """\
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("mkdocs", run_name="__main__")
"""

pytestmark = pytest.mark.mkdocs


def build(site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MKDOCS, "build", *options], cwd=site, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def test_build_writes_finished_pages_and_style_sheets(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "content/index.md": "# Home\n",
            "content/soup.md": GOOD,
            "content/people/bo.md": "---\nname: Bo\n---\n",
        },
    )
    result = build(tmp_path, "--strict")
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "site/soup/index.html").read_text()
    assert '<blockquote class="ex-quotation__words">' in page
    assert "assets/explainer.css" in page
    assert ".ex-quotation__words" in (tmp_path / "site/assets/explainer.css").read_text()
    assert page.index("assets/explainer.js") < page.index("bundle.")
    assert '<div class="ex-page" lang="en" dir="ltr">' in page
    assert (tmp_path / "site/people/ada/index.html").is_file()
    assert not (tmp_path / "site/people/bo").exists(), "nobody quotes him"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "content", "mkdocs.yml", "seeds", "site"]


def test_an_error_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": BAD, "site/old.html": "old"})
    result = build(tmp_path)
    assert result.returncode == 1
    assert "content/soup.md:8:15: error[absent]" in result.stderr
    assert "Traceback" not in result.stderr
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]


def test_a_warning_stops_a_strict_build_only(tmp_path: Path) -> None:
    page = GOOD.replace("people:", "  spare: {file: broth.txt}\npeople:")
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": page})
    assert build(tmp_path).returncode == 0
    before = (tmp_path / "site/soup/index.html").stat().st_mtime_ns
    result = build(tmp_path, "--strict")
    assert result.returncode == 1
    assert "warning[unused-source]" in result.stderr
    assert (tmp_path / "site/soup/index.html").stat().st_mtime_ns == before


def test_a_strict_build_that_mkdocs_itself_fails_leaves_the_old_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "[gone](gone.md)\n", "content/soup.md": GOOD, "site/old.html": "old"})
    assert build(tmp_path, "--strict").returncode == 1
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".") and path.name != ".cache"]


HOSTILE = '</title><script>alert(1)</script>"onload="alert(2)" {{ 7*7 }} & <img src=x onerror=alert(3)>'


class Executable(HTMLParser):
    """Finds what of the hostile text would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script = tag == "script" and ("type", "application/ld+json") not in attrs
        self.found += [
            f"{tag} {name}" for name, value in attrs if name.startswith("on") or (name == "src" and value == "x")
        ]

    def handle_data(self, data: str) -> None:
        if self.script and "alert(" in data:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.script = self.script and tag != "script"


def test_nothing_that_an_author_writes_runs(tmp_path: Path) -> None:
    page = GOOD.replace(
        "title: Soup", f"title: '{HOSTILE}'\nstandfirst: '{HOSTILE}'\nbyline: '{HOSTILE}'\ndescription: '{HOSTILE}'"
    )
    page = page.replace("name: Ada Example", f"name: Ada Example, role: '{HOSTILE}'")
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": page, "content/z.md": "# Last\n"})
    result = build(tmp_path)
    assert result.returncode == 0, result.stderr
    for file in (tmp_path / "site").rglob("*.html"):
        parser = Executable()
        parser.feed(file.read_text())
        assert parser.found == []
    assert "{{ 7*7 }}" in (tmp_path / "site/soup/index.html").read_text()


def test_a_template_of_the_sites_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: material, font: false, custom_dir: own}\nplugins: [explainer]\n",
        "own/partials/quotation.html.j2": "<p>Mine: {{ quotation.paragraphs[0] }}</p>",
        "content/index.md": "# Home\n",
        "content/soup.md": GOOD,
    }
    write_site(tmp_path, files)
    assert build(tmp_path).returncode == 0
    assert "<p>Mine: Soup is hot</p>" in (tmp_path / "site/soup/index.html").read_text()


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": GOOD})
    build(tmp_path)
    first = (tmp_path / "site/soup/index.html").read_bytes()
    build(tmp_path)
    assert (tmp_path / "site/soup/index.html").read_bytes() == first


def test_an_unknown_option_is_told(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "content/index.md": "# Home\n",
            "mkdocs.yml": "site_name: x\ndocs_dir: content\nplugins:\n  - explainer: {sedes: x}\n",
        },
    )
    result = build(tmp_path, "--strict")
    assert result.returncode == 1
    assert "Unrecognised configuration name: sedes" in result.stderr


@contextmanager
def preview(site: Path) -> Iterator[tuple[str, Path]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = site / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", INTERRUPTIBLE, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=site,
            env=ENVIRONMENT,
            stdout=output,
            stderr=output,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_for(address, "", 30)
            yield address, log
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def wait_for(address: str, text: str, seconds: float = 10) -> str:
    end = time.monotonic() + seconds
    page = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            page = ""
        if page and re.search(text, page):
            return page
        time.sleep(0.1)
    raise AssertionError(f"{address} never said {text!r}")


def test_preview_follows_changes_and_shows_what_is_wrong(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": GOOD})
    with preview(tmp_path) as (address, log):
        wait_for(f"{address}soup/", "Verified: these words stand in the source")
        (tmp_path / "content/soup.md").write_text(BAD)
        broken = wait_for(f"{address}soup/", "ex-problems")
        assert "content/soup.md:8:15" in broken
        assert "ex-quotation--failed" in broken
        assert "Verified:" not in broken
        assert "^^^^^^^^^^^^" in broken
        (tmp_path / "seeds/broth.txt").write_text("“Soup is cold,” said Ada Example.")
        wait_for(f"{address}soup/", "Verified: these words stand in the source")
        (tmp_path / "content/people").mkdir()
        (tmp_path / "content/people/ada.md").write_text("---\nrole: cook\n---\n")
        wait_for(f"{address}soup/", "content/people/ada.md")
        (tmp_path / "content/people/ada.md").write_text("---\nname: Ada Example\n---\n")
        wait_for(f"{address}soup/", "Verified: these words stand in the source")
        time.sleep(1.5)
        builds = log.read_text().count("Building documentation")
        time.sleep(2)
        assert log.read_text().count("Building documentation") == builds, "the preview reloads without a change"
        assert "Traceback" not in log.read_text()


@pytest.mark.parametrize(
    "title", ["title: Soup\ndraft: true", "draft: true\ntitle: Soup: hot"], ids=["wrong words", "no YAML"]
)
def test_what_is_wrong_with_a_draft_stops_no_build(tmp_path: Path, title: str) -> None:
    draft = GOOD.replace("title: Soup", title).replace("Soup is hot", "Soup is cold")
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": draft})
    result = build(tmp_path, "--strict")
    assert (result.returncode, "(draft)" in result.stderr) == (0, True), result.stderr
    assert (tmp_path / "site/index.html").is_file()
    assert not (tmp_path / "site/soup").exists()
    with preview(tmp_path) as (address, _log):
        assert "ex-problems" in wait_for(f"{address}soup/", "DRAFT")


def test_a_draft_is_previewed_and_not_built(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {"content/index.md": "# Home\n", "content/soup.md": GOOD.replace("title: Soup", "title: Soup\ndraft: true")},
    )
    assert build(tmp_path, "--strict").returncode == 0
    assert not (tmp_path / "site/soup").exists()
    with preview(tmp_path) as (address, _log):
        wait_for(f"{address}soup/", "DRAFT")


@pytest.mark.parametrize("title", ["Soup", "Soup: hot"], ids=["good", "wrong"])
def test_a_variable_has_drafts_built_with_all_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    draft = GOOD.replace("title: Soup", f"draft: true\ntitle: {title}")
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": draft})
    monkeypatch.setitem(ENVIRONMENT, "EXPLAINER_DRAFTS", "1")
    result = build(tmp_path, "--strict")
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "site/soup/index.html").read_text("utf-8")
    assert ("ex-quotation" in page, "ex-problems" in page) == (title == "Soup", title != "Soup")


def test_a_build_never_replaces_the_authors_own_files(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/soup.md": GOOD})
    for folder in ("seeds",):
        result = build(tmp_path, "-d", folder)
        assert result.returncode == 1
        assert "a build would replace" in result.stdout or "docs_dir" in result.stdout
    assert (tmp_path / "seeds/broth.txt").is_file()
    assert (tmp_path / "content/soup.md").is_file()


def test_a_site_folder_that_is_a_link_is_filled_where_it_lies(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/soup.md": GOOD})
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    assert build(tmp_path).returncode == 0
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real/soup/index.html").is_file()
    assert not list(tmp_path.glob(".*build*"))


def test_embeds_are_copied_as_they_are_and_listed_nowhere(tmp_path: Path) -> None:
    site_file = "site_name: x\nsite_url: https://soup.example/\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [search, explainer: {csp: true, cards: false}]\n"
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": GOOD, "mkdocs.yml": site_file})
    result = build(tmp_path, "--strict")
    assert result.returncode == 0, result.stderr
    site = tmp_path / "site"
    embed = (site / "embed/soup/quote-hot/index.html").read_text("utf-8")
    assert embed.startswith("<!DOCTYPE html> <html lang=")
    assert embed.count("Content-Security-Policy") == 1
    page = (site / "soup/index.html").read_text("utf-8")
    assert (
        '<link href="https://soup.example/embed/soup/oembed.json" rel="alternate " type="application/json+oembed">'
        in page
    )
    assert 'href="../embed/soup/quote-hot/"' in page
    for listing in ("sitemap.xml", "search/search_index.json"):
        text = (site / listing).read_text("utf-8")
        assert "soup/" in text
        assert "embed/" not in text


def test_an_ordinary_page_says_nothing_to_our_template(tmp_path: Path) -> None:
    head = "---\nexplainer: {language: '\"><b>', json_ld: '</script><b>', record: true}\n---\n# Home\n"
    write_site(tmp_path, {"content/index.md": head, "content/soup.md": GOOD})
    assert build(tmp_path, "--strict").returncode == 0
    page = (tmp_path / "site/index.html").read_text()
    assert "<b>" not in page
    assert "explainer-record.css" not in page


def test_what_an_authors_file_is_called_is_the_authors(tmp_path: Path) -> None:
    own = {"content/topics/index.html": "mine", "content/assets/explainer.css": "mine", "content/feed.xml": "mine"}
    site_file = SITE_FILE.replace("docs_dir", "site_url: https://soup.example/\ndocs_dir")
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": GOOD, "mkdocs.yml": site_file, **own})
    assert build(tmp_path, "--strict").returncode == 0
    for path in own:
        assert (tmp_path / path.replace("content/", "site/")).read_text() == "mine"


def test_a_page_with_another_suffix_is_not_published_unchecked(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.markdown": GOOD})
    result = build(tmp_path)
    assert result.returncode == 1
    assert "content/soup.markdown: error[bad-page-path]" in result.stderr
    assert "call it soup.md" in result.stderr


HOOK = """\
def on_page_content(html, page, **_):
    return html + "<p onclick=x>Late.</p>" if page.file.src_uri == "index.md" else html
"""


def test_what_is_put_into_a_page_late_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/index.md": "# Home\n", "content/soup.md": GOOD})
    assert build(tmp_path, "--strict").returncode == 0
    before = (tmp_path / "site/index.html").read_bytes()
    write_site(tmp_path, {"hook.py": HOOK, "mkdocs.yml": f"{SITE_FILE}hooks: [hook.py]\n"})
    result = build(tmp_path)
    assert result.returncode == 1
    assert "content/index.md:1:1: error[unsafe-attribute]: the text sets the attribute 'onclick'" in result.stderr
    assert "nothing was built" in result.stdout
    assert (tmp_path / "site/index.html").read_bytes() == before
    raw = SITE_FILE.replace("[explainer]", "[explainer: {raw_html: true}]")
    write_site(tmp_path, {"mkdocs.yml": f"{raw}hooks: [hook.py]\n"})
    assert build(tmp_path).returncode == 0
    assert "Late." in (tmp_path / "site/index.html").read_text("utf-8")


def test_ordinary_use_of_every_extension_is_left_alone(tmp_path: Path) -> None:
    safety = DATA / "safety"
    files: dict[str, str | bytes] = {"content/pot.png": b"", "content/index.md": (safety / "ordinary.md").read_bytes()}
    contents = []
    for options in ("{cards: false}", "{cards: false, raw_html: true}"):
        site_file = (safety / "mkdocs.yml").read_text("utf-8").replace("{cards: false}", options)
        write_site(tmp_path, {**files, "mkdocs.yml": site_file})
        assert build(tmp_path).returncode == 0
        contents.append((tmp_path / "site/index.html").read_bytes())
    assert contents[0] == contents[1]

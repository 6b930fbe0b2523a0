"""The audit of the demonstration site: of pages somebody has tampered with, and of honest ones in other forms."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.evidence.gathering import gather
from generator.evidence.json_form import parse_manifest
from tests.support.places import ROOT

PAGE = "explainers/white-sands-footprints/index.html"
EVIDENCE = "explainers/white-sands-footprints/evidence.json"
CASES = yaml.safe_load((Path(__file__).parents[1] / "data/evidence/tampered.yaml").read_text("utf-8"))
NAMES = {
    "first-study": "white-sands-2021.md",
    "second-study": "white-sands-2023.md",
    "third-study": "white-sands-2025.md",
    "usgs-release": "usgs-2023.md",
}
SOURCES = [word for name, file in NAMES.items() for word in ("--source", f"{name}={ROOT / 'seeds' / file}")]
SAVED = "<!-- saved from url=(0020)https://soup.example/ -->"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demonstration") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of what the audit of one page reads."""
    for path in (PAGE, EVIDENCE):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built / path, tmp_path / path)
    shutil.copytree(built / "assets", tmp_path / "assets", ignore=shutil.ignore_patterns("*.map", "cards", "lunr"))
    return tmp_path


def audit(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["audit", str(site / EVIDENCE), *arguments], catch_exceptions=False)


def rewrite(site: Path, change: Any) -> None:
    text = (site / PAGE).read_text("utf-8")
    changed = change(text)
    assert changed != text
    (site / PAGE).write_text(changed, "utf-8")


def test_the_published_page_holds(site: Path) -> None:
    found = audit(site, "--strict", *SOURCES)
    assert found.exit_code == 0, found.output
    assert found.output.endswith("\neverything holds\n")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_tampered_page_is_told(case: dict[str, Any], site: Path) -> None:
    file = site / case.get("file", PAGE)
    text = file.read_text("utf-8")
    assert case["find"] in text
    saved = SAVED if case.get("saved") else ""
    file.write_text(saved + text.replace(case["find"], case["put"] * case.get("times", 1), 1), "utf-8")
    found = audit(site, "--strict")
    assert found.exit_code == 1
    assert f"[{case['code']}]" in found.output
    assert "everything holds" not in found.output


@pytest.mark.parametrize(
    "change",
    [
        lambda html: "\ufeff" + html,
        lambda html: html.replace('class="no-js"', 'class="js js-focus-visible" data-js-focus-visible=""'),
        lambda html: re.sub(
            r">\s+<(?=/?(?:div|li|ol|ul|p|h\d|section|nav|footer|details|summary|blockquote)\b)", "><", html
        ),
        lambda html: html.replace("\n", "\r\n"),
        lambda html: re.sub(r"</(?:p|li|body|html)>(?=\s*</(?:div|ol|ul|html|blockquote)|\s*$)", "", html),
        lambda html: re.sub(r'(class)="([a-z_-]+)"', r"\1=\2", html),
        lambda html: re.sub("“(?=[^{}]*</article>)", "&#8220;", html.replace("<div class=", "<DIV CLASS=")),
        lambda html: html.replace("<p>", "<!-- a comment --><p>"),
        lambda html: html.replace('data-search-exclude class="ex-header__proof ', 'class="ex-header__proof ').replace(
            'ex-header__proof--verified">', 'ex-header__proof--verified" data-search-exclude="">'
        ),
    ],
    ids=[
        "byte order mark",
        "scripts that ran",
        "minified",
        "line ends",
        "end tags",
        "quotation marks",
        "entities",
        "comments",
        "order of attributes",
    ],
)
def test_an_honest_page_in_another_form_holds(change: Any, site: Path) -> None:
    rewrite(site, change)
    found = audit(site, "--strict", *SOURCES)
    assert found.exit_code == 0, found.output


def test_a_saved_page_is_not_accused_and_not_vouched_for(site: Path) -> None:
    rewrite(site, lambda html: SAVED + html.replace('href="../../', 'href="https://soup.example/'))
    found = audit(site)
    assert found.exit_code == 0, found.output
    assert "warning[view-unchecked]" in found.output
    assert "the whole article: not checked here but for its quotations" in found.output


def test_files_of_the_site_alone_are_fetched(site: Path) -> None:
    page = (site / PAGE).read_text("utf-8").replace("</head>", '<script src="../../http://inner.example/"></script>')
    fetched: list[str] = []

    def fetch(address: str) -> bytes:
        fetched.append(address)
        return page.encode() if address.endswith("/white-sands-footprints/") else b""

    manifest = parse_manifest((site / EVIDENCE).read_bytes(), EVIDENCE)
    gather(manifest, f"https://soup.example/{EVIDENCE}", sources={}, page="", fetch=fetch, fetch_source=None)
    assert "https://soup.example/http:/inner.example/" in fetched
    assert all(address.startswith("https://soup.example/") for address in fetched)


def test_a_page_that_is_compressed_on_the_disk_is_refused(site: Path) -> None:
    (site / PAGE).write_bytes(gzip.compress((site / PAGE).read_bytes()))
    found = audit(site)
    assert found.exit_code == 1
    assert "error[" in found.output

"""Built sites, made once for all workers of a test run and served on loopback."""

import fcntl
import functools
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.support.places import ROOT

GALLERY = ROOT / "tests" / "data" / "gallery"
EXPLAINERS = 300
# What the developer's own machine holds must not change what is built.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "EXPLAINER_SEEDS"}
_ENVIRONMENT["NO_MKDOCS_2_WARNING"] = "1"

_PREVIEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.support.places import ROOT

config = load_config(sys.argv[1], site_dir=sys.argv[2])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
"""What `mkdocs serve` does before it begins to serve: a preview shows the pages that a build refuses."""

_DEMONSTRATION = """
INHERIT: {root}/mkdocs.yml
site_url: https://record.example/demonstration/
docs_dir: {root}/content
plugins:
  - search
  - explainer: {{csp: true, seeds: {root}/seeds}}
"""

_MANY = """
site_name: A large site
site_url: https://record.example/many/
docs_dir: content
theme: {name: material, font: false}
plugins:
  - search
  - explainer: {csp: true, cards: false}
nav: [index.md]
"""

_SMALL = """\
---
title: "{title}"
kicker: Series {series}
standfirst: "{standfirst}"
published: 2025-01-{day:02}
topics: [soup]
sources:
  broth: {{file: broth.md}}
people:
  ada: {{name: Ada Example, role: cook}}
quotes:
  hot: {{text: Soup is hot, speaker: ada, source: broth}}
timeline:
  opened: {{date: 2025-03, title: Kitchen {number} opens}}
unknown: [Whether soup {number} was eaten.]
---

One cook was asked of her broth [@broth].
"""

_BROTH = """\
---
title: On broth
publisher: The Invented Paper
license: CC BY 4.0
url: https://paper.example/broth
---

The kitchen opened at noon. “Soup is hot,” said Ada Example.
"""


@dataclass(frozen=True)
class Sites:
    """The sites of a test run: each is built when it is first asked for, by whichever worker asks."""

    folder: Path
    address: str

    def site(self, name: str) -> Path:
        """Return the folder of a built site."""
        site = self.folder / name
        with _locked(self.folder / f"{name}.lock"):
            if not (site / "index.html").exists():
                _BUILDERS[name](self.folder / f"{name}-source", site)
        return site

    def url(self, name: str, path: str = "") -> str:
        """Return the address of a page of a built site."""
        self.site(name)
        return f"{self.address}{name}/{path}"


@contextmanager
def served(folder: Path) -> Iterator[Sites]:
    """Serve a folder that holds the sites, each below its own name, as a host of many projects does."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Sites(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Let a browser leave before it has read everything, as it does when a page is closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _run(*command: str | Path) -> None:
    result = subprocess.run(
        [sys.executable, *map(str, command)], env=_ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def _build(site_file: Path, site: Path, *options: str) -> None:
    _run("-m", "mkdocs", "build", "--quiet", *options, "--config-file", site_file, "--site-dir", site)


def _demonstration(source: Path, site: Path) -> None:
    source.mkdir()
    (source / "mkdocs.yml").write_text(_DEMONSTRATION.format(root=ROOT))
    _build(source / "mkdocs.yml", site, "--strict")


def _gallery(source: Path, site: Path) -> None:
    _build(_copied("en", source), site)


def _arabic(source: Path, site: Path) -> None:
    _build(_copied("ar", source), site)


def _preview(source: Path, site: Path) -> None:
    _run("-c", _PREVIEW, _copied("preview", source), site)


def _copied(name: str, source: Path) -> Path:
    """Copy a site of the gallery, since a build keeps what it has drawn beside it, and return its mkdocs.yml."""
    return shutil.copytree(GALLERY / name, source) / "mkdocs.yml"


def _many(source: Path, site: Path) -> None:
    pages = {f"explainers/page-{number}.md": _small(number) for number in range(EXPLAINERS)}
    home = "# All explainers\n\n::: explainers\n"
    files = {"mkdocs.yml": _MANY, "seeds/broth.md": _BROTH, "content/index.md": home}
    for name, text in {**files, **{f"content/{name}": text for name, text in pages.items()}}.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    _build(source / "mkdocs.yml", site, "--strict")


def _small(number: int) -> str:
    """Write an explainer whose headline and standfirst are as long, and as hard to compress, as real ones."""
    drawn = random.Random(number)
    title = f"Page {number}: {' '.join(drawn.choices(_vocabulary(), k=7))}"
    standfirst = " ".join(drawn.choices(_vocabulary(), k=28))
    return _SMALL.format(
        number=number, series=number % 7, day=number % 28 + 1, title=title, standfirst=standfirst.capitalize() + "."
    )


@lru_cache
def _vocabulary() -> list[str]:
    """Return the words of the guide, as often as they stand in it."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content" / "guide").glob("*.md"))]
    return re.findall(r"\b[a-z]+\b", " ".join(texts))


_BUILDERS = {
    "demonstration": _demonstration,
    "gallery": _gallery,
    "arabic": _arabic,
    "preview": _preview,
    "many": _many,
}

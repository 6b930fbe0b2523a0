"""Take the pictures of the README and of the guide anew: `make pictures`.

Each is of a page that this repository builds, in Chromium, on light paper.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "content" / "assets"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PREVIEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config(sys.argv[1], site_dir=sys.argv[2])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
WRONG = """\
---
title: A page with a wrong word
language: en
sources:
  words: {file: words-on-record.md}
people:
  douglass: {name: Frederick Douglass, role: writer and former slave}
quotes:
  demand:
    text: Power concedes nothing without a struggle.
    speaker: douglass
    source: words
    said: 1857-08-03
---

::: quote demand
"""


def main() -> None:
    """Build the pages and photograph them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = ("-m", "mkdocs", "build", "--quiet", "--config-file", ROOT / "mkdocs.yml")
        run(*build, "--site-dir", folder / "site/page")
        source = folder / "source"
        (source / "content").mkdir(parents=True)
        shutil.copytree(ROOT / "seeds", source / "seeds")
        shutil.copy(ROOT / "mkdocs.yml", source / "mkdocs.yml")
        text = (source / "mkdocs.yml").read_text("utf-8")
        (source / "mkdocs.yml").write_text(text.partition("\nnav:")[0] + "\n", "utf-8")
        (source / "content/index.md").write_text(WRONG, "utf-8")
        run("-c", PREVIEW, source / "mkdocs.yml", folder / "site/failed")
        take(folder / "site")


def run(*arguments: str | Path) -> None:
    """Run this Python."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, *map(str, arguments)], check=True, env=environment)


def take(site: Path) -> None:
    """Photograph the built pages."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as tools:
        path = next(filter(None, map(shutil.which, BROWSERS)))
        browser = tools.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        head = browser.new_page(viewport={"width": 1280, "height": 1315}, device_scale_factor=1000 / 1280)
        head.goto(f"{address}/page/explainers/jailing-citizens-abroad/")
        head.screenshot(path=ASSETS / "page.png")
        wrong = browser.new_page(viewport={"width": 820, "height": 900}, device_scale_factor=1.25)
        wrong.goto(f"{address}/failed/")
        wrong.screenshot(path=ASSETS / "failed.png", clip=around(wrong), full_page=True)
        browser.close()
    server.shutdown()


def around(page: Page) -> dict[str, float]:
    """Return the part of a page from its problems to its quotation, with some paper on every side."""
    boxes = [page.locator(part).bounding_box() for part in (".ex-problems", ".ex-quotation")]
    first, last = (box for box in boxes if box is not None)
    top, bottom = first["y"] - 12, last["y"] + last["height"] + 12
    return {"x": first["x"] - 12, "y": top, "width": first["width"] + 24, "height": bottom - top}


if __name__ == "__main__":
    main()

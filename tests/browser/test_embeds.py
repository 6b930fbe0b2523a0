"""Embeds in frames of another origin, in a real browser."""

import functools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build.built_site import build_site
from generator.site.site_file import load_settings
from tests.support.embed_samples import PAGE, build_page
from tests.support.places import ROOT

pytestmark = pytest.mark.browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def embeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Write the embeds of the demonstration, and of a page right to left, and give their address and folder."""
    folder = tmp_path_factory.mktemp("embeds")
    settings = load_settings(ROOT / "mkdocs.yml", {})
    files = dict(build_site(replace(settings, site_url="https://site.example/", cards=False)).files)
    arabic = PAGE.replace("language: en", "language: ar")
    files |= build_page(tmp_path_factory.mktemp("arabic"), arabic, path="arabic.md").files
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    with served(folder) as address:
        yield address, folder


PARTS = {
    "explainers/jailing-citizens-abroad/quote-no-authority": "I know of nothing that would give the president",
    "guide/gallery/quote-translated": "Truth is on the march",
    "explainers/jailing-citizens-abroad/expert-medina": "No legal basis",
    "explainers/jailing-citizens-abroad/timeline": "El Salvador makes an offer",
    "guide/gallery": "Gallery of components",
    "arabic/quote-hot": "جرى التحقق",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [600, 300])
@pytest.mark.parametrize("part", PARTS)
def test_a_frame_of_another_origin_shows_the_words_without_javascript(
    browser: Browser, embeds: tuple[str, Path], tmp_path: Path, part: str, width: int, scheme: str
) -> None:
    address, folder = embeds
    answer = json.loads((folder / "embed" / part / "oembed.json").read_text("utf-8"))
    frame = answer["html"].replace(f"https://site.example/{'explained/' if 'arabic' in part else ''}", address)
    (tmp_path / "index.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><body style="margin:0">{frame}', "utf-8"
    )
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=False,
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    with served(tmp_path) as host:
        page.goto(host, wait_until="networkidle")
        inner = page.frame_locator("iframe")
        assert PARTS[part] in inner.locator("main").inner_text()
        box = inner.locator("main").bounding_box()
        assert box is not None
        assert box["width"] <= width
        paper = inner.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        assert paper == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(23, 25, 29)")
        sideways, tall = inner.locator("html").evaluate("root => [root.scrollWidth, root.scrollHeight]")
        assert sideways <= width
        if width == 600:
            assert tall <= answer["height"], "the frame is too low"
        link = inner.locator(".ex-embed__foot a, .ex-embed__headline a").first
        place = link.evaluate("link => link.href")
        assert place.startswith(address)
        assert "/embed/" not in place
        assert [url for url in asked if not url.startswith((address, host))] == []
        assert len([url for url in asked if url.startswith(address)]) == 1
    assert said == []
    context.close()


def test_the_frame_alone_is_what_an_answer_holds(embeds: tuple[str, Path]) -> None:
    _, folder = embeds
    for path in folder.rglob("oembed.json"):
        html = json.loads(path.read_text("utf-8"))["html"]
        assert html.startswith("<iframe ")
        assert html.endswith("></iframe>")
        assert escape("<") not in html

"""A real browser, and the sites that it visits."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.built import Sites, served
from tests.support.faces import ORDINARY, Faces

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """Return the path of the system's Chromium, or None."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    return next(iter([*found, *(str(path) for path in MAC if path.exists())]), None)


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Faces], Browser]]:
    """Start browsers that know some faces alone; on macOS they have the system's, which takes no other orders."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium or Chrome was found on this machine; install one to run the browser tests")
    with sync_playwright() as playwright:
        launched = []

        @cache
        def launch(faces: Faces) -> Browser:
            environment: dict[str, str | float | bool] = {
                **os.environ,
                **faces.environment(tmp_path_factory.mktemp("faces")),
            }
            launched.append(playwright.chromium.launch(executable_path=path, args=SWITCHES, env=environment))
            return launched[-1]

        yield launch
        for browser in launched:
            browser.close()


@pytest.fixture(scope="session")
def browser(browsers: Callable[[Faces], Browser]) -> Browser:
    return browsers(ORDINARY)


@pytest.fixture(scope="session")
def sites(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:  # noqa: ARG001
    """Serve the sites; workers share what one of them has built.

    Without a browser there are none, so that a run in which no page was seen can be told from one that passed.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    folder.mkdir(exist_ok=True)
    with served(folder) as sites:
        yield sites

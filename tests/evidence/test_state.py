"""States of a site: every way to name one, against every other."""

import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path

import pytest

from generator.cli.web import fetch_given
from generator.evidence.comparison import compare
from generator.evidence.state import open_state
from generator.model.errors import UnreadableError
from tests.support.evidence_samples import PAGE, built_site, changed

NEW = changed(PAGE, ("text: Soup is hot", "text: is hot"))
WAYS = (
    ".",
    "content",
    "{built}",
    "{built}/soup",
    "{built}/evidence.json",
    "{web}",
    "{web}/evidence.json",
    "HEAD",
    "HEAD:",
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def write(built: Path, page: str, site: Path) -> None:
    for path, text in built_site(site, page).files.items():
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text(text, "utf-8")
    (built / "index.html").write_text("<!doctype html>", "utf-8")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A site in a repository, which holds its build as MkDocs would leave it, and an older build."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EXPLAINER_SEEDS", raising=False)
    write(tmp_path / "old", PAGE, tmp_path)
    write(tmp_path / "site", NEW, tmp_path)
    who = ["-c", "user.name=Ada Example", "-c", "user.email=ada@soup.example", "-c", "commit.gpgsign=false"]
    for command in (
        ["init", "--quiet"],
        ["add", "content", "seeds", "mkdocs.yml"],
        ["commit", "--quiet", "-m", "Soup"],
    ):
        subprocess.run(["git", *who, *command], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"web": f"http://127.0.0.1:{server.server_port}"}
    server.shutdown()
    server.server_close()


def test_each_way_names_the_same_state(places: dict[str, str]) -> None:
    states = [open_state(way.format(built="site", web=f"{places['web']}/site"), fetch_given) for way in WAYS]
    assert [compare(one, other) for one, other in product(states, states)] == [()] * len(WAYS) ** 2


@pytest.mark.parametrize("way", ["{built}", "{built}/", "{built}/soup", "{built}/evidence.json", "{web}", "{web}/"])
def test_a_built_folder_is_not_taken_for_the_site_around_it(way: str, places: dict[str, str]) -> None:
    old, new = (
        open_state(way.format(built=name, web=f"{places['web']}/{name}"), fetch_given) for name in ("old", "site")
    )
    assert [difference.field for difference in compare(old, new)] == ["words"]


@pytest.mark.usefixtures("places")
def test_a_built_site_without_evidence_is_told() -> None:
    Path("site/evidence.json").unlink()
    with pytest.raises(UnreadableError, match=r"'site' is a folder without evidence\.json"):
        open_state("site", fetch_given)

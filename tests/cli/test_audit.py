"""explainer audit: files, a server on this machine, and what may not be fetched."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.built_site import build_site
from generator.cli import main
from generator.markdown.body_html import render_body
from tests.support.evidence_samples import BROTH, PAGE, changed, make_site


class Handler(SimpleHTTPRequestHandler):
    """Serves files, and some answers that no site should give."""

    def do_GET(self) -> None:
        if self.path == "/moved.json":
            self.redirect("/soup/evidence.json")
        elif self.path == "/inside.json":
            self.redirect(f"http://localhost:{self.server.server_port}/soup/evidence.json")  # type: ignore[attr-defined]
        elif self.path == "/file.json":
            self.redirect("file:///etc/passwd")
        else:
            super().do_GET()

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, page: str) -> None:
    """Write the finished page and the evidence of a site as MkDocs would."""
    built = build_site(make_site(root, page))
    for path, text in built.files.items():
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_text(text, "utf-8")
    body = built.pages["soup.md"].split("---\n", 2)[2]
    (root / "site/soup/index.html").write_text(f"<!doctype html><meta charset=utf-8>{render_body(body)}", "utf-8")


@pytest.fixture
def web(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["audit", *arguments], catch_exceptions=False)


SOURCE = ("--source", "broth=seeds/broth.txt")


@pytest.mark.usefixtures("site")
def test_a_file_and_the_page_beside_it() -> None:
    found = run("site/soup/evidence.json", *SOURCE)
    assert found.exit_code == 0, found.output
    assert "2 verified anew, 0 that do not hold, 0 not checked here; on the page as recorded: 2" in found.stdout
    assert run("site/soup", *SOURCE).stdout == found.stdout
    whole = run("site/evidence.json", "--source", "soup.md#broth=seeds/broth.txt")
    assert (whole.exit_code, "2 verified anew" in whole.stdout) == (0, True)


@pytest.mark.usefixtures("site")
def test_for_machines() -> None:
    data = json.loads(run("site/soup/evidence.json", *SOURCE, "--format", "json").stdout)
    assert data["summary"] == {"errors": 0, "warnings": 0, "drafts": 0}
    (found,) = data["audits"]
    assert found["sources"][0]["outcome"] == "holds"
    assert found["quotations"][0]["claimed"] == "verified"
    assert (
        json.loads(run("site/soup/evidence.json", "--format", "json").stdout)["audits"][0]["quotations"][0]["verdict"]
        == "unchecked"
    )


def test_a_page_that_shows_another_speaker(site: Path) -> None:
    page = site / "site/soup/index.html"
    page.write_text(page.read_text().replace('speaker">Ada Example', 'speaker">Bo Sample'))
    found = run("site/soup/evidence.json")
    assert found.exit_code == 1
    assert (
        "site/soup/index.html: error[speaker-differs]: quotation 'hot' is Ada Example's, and the page gives it to “Bo Sample”"
        in found.stdout
    )


def test_the_page_may_be_named_and_need_not_be_there(site: Path) -> None:
    (site / "site/soup/index.html").rename(site / "other.html")
    alone = run("site/soup/evidence.json")
    assert alone.exit_code == 0
    assert (
        "the page was not checked here: site/soup/index.html is not there; site/soup.html is not there" in alone.stdout
    )
    assert "on the page as recorded: 2" in run("site/soup/evidence.json", "--page", "other.html").stdout
    assert run("site/soup/evidence.json", "--page", "none.html").exit_code == 2


def test_an_address_and_its_page(web: str) -> None:
    found = run(f"{web}/soup/evidence.json", *SOURCE)
    assert found.exit_code == 0, found.output
    assert "0 not checked here; on the page as recorded: 2" in found.stdout
    assert run(f"{web}/moved.json", *SOURCE).exit_code == 0


def test_sources_are_fetched_from_their_addresses(site: Path, web: str) -> None:
    (site / "site/broth.txt").write_text(BROTH, "utf-8")
    write(site, changed(PAGE, ("https://broth.example/soup", f"{web}/broth.txt")))
    found = run(f"{web}/soup/evidence.json", "--fetch")
    assert found.exit_code == 0, found.output
    assert "source 'broth': its text is the one that was verified" in found.stdout
    (site / "site/broth.txt").write_text(BROTH.replace("hot", "cold"), "utf-8")
    other = run(f"{web}/soup/evidence.json", "--fetch")
    assert other.exit_code == 1
    assert "warning[hash-differs]" in other.stdout
    assert "error[verdict-differs]" in other.stdout


def test_evidence_leads_to_no_place_of_the_readers_network(site: Path, web: str) -> None:
    for address in (f"{web}/broth.txt", f"{web.replace('127.0.0.1', 'localhost')}/broth.txt"):
        write(site, changed(PAGE, ("https://broth.example/soup", address)))
        found = run("site/soup/evidence.json", "--fetch")
        assert "which is no public address" in found.stdout
        assert "0 verified anew, 0 that do not hold, 2 not checked here" in found.stdout
        assert found.exit_code == 0


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("{web}/none.json", "answered 404"),
        ("{web}/inside.json", "leads to localhost, which is no public address"),
        ("{web}/file.json", "is no web address that can be fetched"),
        ("http://ada:secret@127.0.0.1/evidence.json", "holds a user name or a password; write it without"),
        ("ftp://soup.example/evidence.json", "ftp://soup.example/evidence.json: is no web address"),
        ("file:///etc/passwd", "is no web address"),
        ("http://[::1", "is no web address"),
        ("none.json", "there is no file 'none.json'"),
        ("seeds", "'seeds' is a folder without evidence.json"),
        ("seeds/broth.txt", "seeds/broth.txt:1:1: this is no JSON"),
    ],
)
def test_what_cannot_be_opened_is_said(place: str, message: str, web: str) -> None:
    found = run(place.format(web=web))
    assert (found.exit_code, found.stdout) == (2, "")
    assert message in found.stderr
    assert "secret" not in found.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--source", "brot=seeds/broth.txt"), "there is no source 'brot'; did you mean 'broth'?"),
        (("--source", "broth=seeds/none.txt"), "there is no file 'seeds/none.txt'"),
        (("--source", "broth=https://broth.example/"), "a source must be"),
        (("--source", "broth=https://broth.example/a.txt"), "name a file; --fetch fetches sources"),
        (("--source", "broth"), "must be the id of a source, '=' and a file"),
        (("--source", "broth=site/soup/evidence.json"), "a source must be .htm, .html, .md, .txt, not '.json'"),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_source_that_cannot_be_used_is_said(arguments: tuple[str, ...], message: str) -> None:
    found = run("site/soup/evidence.json", *arguments)
    assert found.exit_code == 2
    assert message in found.stderr


def test_a_path_that_leads_out_of_the_site_is_not_followed(site: Path) -> None:
    file = site / "site/soup/evidence.json"
    file.write_text(file.read_text("utf-8").replace('"soup.md"', '"../../secret.md"'), "utf-8")
    (site / "secret.html").write_text("secret")
    found = run("site/soup/evidence.json")
    assert found.exit_code == 2
    assert 'has a page at "../../secret.md", which is no path' in found.stderr

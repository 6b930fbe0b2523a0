"""Measure the demonstration site with Lighthouse, on loopback and compressed as a web server would.

    python benchmarks/lighthouse.py [PATH ...]

It needs npm and Chromium. Lighthouse is installed once, into .cache/lighthouse. The goals are accessibility, best
practices and SEO of 100, and performance of 98 or more with Lighthouse's slow phone.
"""

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOL = ROOT / ".cache" / "lighthouse"
VERSION = "12"
PATHS = ("", "explainers/jailing-citizens-abroad/", "explainers/one-small-step/")
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"


class Compressed(SimpleHTTPRequestHandler):
    """Serves files compressed, with the time of a browser's cache."""

    def send_head(self) -> None:
        """Send a file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
        body = gzip.compress(path.read_bytes()) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=31536000")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_GET(self) -> None:
        """Answer with the whole file."""
        self.send_head()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing."""


def main() -> int:
    """Print the scores of each page; fail where one misses its goal."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None or shutil.which("npm") is None:
        print("not measured: npm and Chromium are needed")
        return 0
    if not (TOOL / "node_modules" / "lighthouse").is_dir():
        command = [
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(TOOL),
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(command, check=True)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressed, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in sys.argv[1:] or PATHS:
            scores = measure(f"http://127.0.0.1:{server.server_port}/{path}", Path(folder) / "report.json", browser)
            missed += any(scores[name] < goal for name, goal in GOALS.items())
            print(f"/{path}", *(f"{name} {score}" for name, score in scores.items()), sep="  ")
        server.shutdown()
    return int(missed > 0)


def measure(address: str, report: Path, browser: str) -> dict[str, int]:
    """Return Lighthouse's scores of a page, from 0 to 100, and print what costs points."""
    command = [str(TOOL / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={SWITCHES}", f"--only-categories={','.join(GOALS)}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser})
    found = json.loads(report.read_text("utf-8"))
    for name in GOALS:
        for reference in found["categories"][name]["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"    {name}: {audit['title']} {audit.get('displayValue', '')}")
    return {name: round(100 * found["categories"][name]["score"]) for name in GOALS}


if __name__ == "__main__":
    sys.exit(main())

"""The package as people install it: from a wheel and from an sdist, with the pip that Python 3.11.0 came with."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.wheels import pack_requirements

PIP = sorted((Path(sys.prefix) / "pip").glob("pip-*.whl"))
HOME = re.compile(r'^```\w+ title="(?P<path>[\w./]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
ARTICLE = """<!doctype html><html lang="en"><title>On stew</title><article><h1>On stew</h1>
<p>The kitchen of the invented town opened again at noon, and the stew was sold before the hour was over.</p>
<p>“Stew is not soup, and whoever says so has eaten neither,” said Ada Example, a cook.</p></article></html>"""

pytestmark = [
    pytest.mark.skipif(sys.version_info >= (3, 12), reason="a later Python comes with a later pip"),
    pytest.mark.skipif(not PIP, reason="`make test` fetches that pip"),
]


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our wheel, our sdist and the wheels of all that they need, to be built and to run."""
    folder = tmp_path_factory.mktemp("offered")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pack_requirements([*project["project"]["dependencies"], *project["build-system"]["requires"]], folder)
    for kind in ("wheel", "sdist"):
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder], cwd=ROOT, check=True)
    return folder


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_the_guides_first_page_is_made_with_what_pip_installed(offered: Path, tmp_path: Path, kind: str) -> None:
    def run(*command: str | Path, folder: Path = tmp_path) -> str:
        done = subprocess.run(
            list(map(str, command)), cwd=folder, env=environment(offered), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    bin_folder = tmp_path / "environment" / "bin"
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "environment")
    run(bin_folder / "python", PIP[0] / "pip", "install", PIP[0])
    assert run(bin_folder / "pip", "--version").startswith("pip 22.3 ")
    (package,) = offered.glob(f"mkdocs_explainer-{kind}")
    run(bin_folder / "pip", "install", package)

    site = written(tmp_path / "first", (ROOT / "content/guide/index.md").read_text("utf-8"))
    assert run(bin_folder / "explainer", "check", "--strict", folder=site) == "no problems found\n"
    run(bin_folder / "mkdocs", "build", "--strict", folder=site)
    assert "Soup is hot" in (site / "site/index.html").read_text("utf-8")

    (site / "page.html").write_text(ARTICLE)
    run(bin_folder / "explainer", "source", "add", "page.html", folder=site)
    run(bin_folder / "explainer", "new", "Is stew soup?", "--source", "seeds/broth.txt", folder=site)

    run(bin_folder / "explainer", "init", "second")
    assert run(bin_folder / "explainer", "check", "--strict", folder=tmp_path / "second") == "no problems found\n"
    run(bin_folder / "mkdocs", "build", "--strict", folder=tmp_path / "second")
    assert [path.name for path in (tmp_path / "second/wheels").iterdir()] == [package.name]
    run(bin_folder / "pip", "install", "--dry-run", "-r", "requirements.txt", folder=tmp_path / "second")


def environment(offered: Path) -> dict[str, str]:
    """Return an environment in which pip knows the folder and nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "EXPLAINER_", "PYTHON"))}
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(offered)}
    return {**kept, **offline, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_MKDOCS_2_WARNING": "1"}


def written(site: Path, guide: str) -> Path:
    """Write the files of the guide's first site, and return its folder."""
    first = guide.partition("## What happens")[0]
    for found in HOME.finditer(first):
        path = site / found["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], "utf-8")
    return site

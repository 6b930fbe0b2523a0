"""What a new site asks pip for."""

import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from generator.authoring.new_site import write_new_site
from generator.authoring.package import Package, find_package

PINNED = "soup-explainer==1.0"


def installed(folder: Path, origin: object) -> Distribution:
    """Make what an installation of an invented package leaves behind."""
    info = folder / "soup_explainer-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: soup-explainer\nVersion: 1.0\n")
    if origin is not None:
        (info / "direct_url.json").write_text(json.dumps(origin))
    return Distribution.at(info)


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, PINNED),
        (
            {"url": "https://soup.example/explainer.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "soup-explainer @ git+https://soup.example/explainer.git@abc",
        ),
        (
            {"url": "https://soup.example/soup.whl", "archive_info": {}},
            "soup-explainer @ https://soup.example/soup.whl",
        ),
    ],
    ids=["index", "repository", "address"],
)
def test_it_asks_for_what_every_machine_can_have(origin: object, requirement: str, tmp_path: Path) -> None:
    assert find_package(installed(tmp_path, origin)) == Package(requirement=f"{requirement}\n")


def test_a_wheel_goes_with_the_site(tmp_path: Path) -> None:
    wheel = tmp_path / "with space" / "soup_explainer-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"\x00wheel")
    package = find_package(installed(tmp_path, {"url": wheel.as_uri(), "archive_info": {}}))
    assert package == Package(requirement=f"--find-links wheels\n{PINNED}\n", archive=wheel)
    assert f"wheels/{wheel.name}" in write_new_site(tmp_path / "site", "Soup", package)
    assert (tmp_path / "site" / "wheels" / wheel.name).read_bytes() == b"\x00wheel"


@pytest.mark.parametrize("origin", [{"dir_info": {"editable": True}}, {"dir_info": {}}, {"archive_info": {}}])
def test_what_cannot_go_with_the_site_is_said(origin: dict[str, object], tmp_path: Path) -> None:
    package = find_package(installed(tmp_path, {"url": (tmp_path / "gone").as_uri(), **origin}))
    assert package.archive is None
    assert package.requirement.endswith(f"--find-links wheels\n{PINNED}\n")
    assert package.requirement.startswith("# ")
    assert "make wheel" in package.requirement

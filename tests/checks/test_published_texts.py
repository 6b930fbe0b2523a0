"""Texts of somebody else in the site's own folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.checked_site import check
from generator.site.settings import Organisation, Outputs, Settings
from tests.support.sites import write_site


def page(source: str, more: str = "") -> str:
    return f"---\ntitle: Soup\n{more}sources:\n  broth: {{file: broth.txt{source}}}\n---\nSee [@broth].\n"


def told(settings: Settings) -> list[str]:
    return [issue.message for issue in check(settings) if issue.code == "published-text"]


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        (", publisher: The Daily Broth", "by The Daily Broth"),
        (", author: Ada Example", "by Ada Example"),
        (', url: "https://broth.example/1"', "from https://broth.example/1"),
        (', publisher: The Daily Broth, url: "https://soup.example/1"', "by The Daily Broth"),
    ],
)
def test_a_text_of_somebody_else_needs_a_licence(source: str, owner: str, tmp_path: Path) -> None:
    settings = replace(
        write_site(tmp_path, {"content/soup.md": page(source)}), site_name="Soup", site_url="https://soup.example/"
    )
    assert told(settings) == [
        f"the text of source 'broth' is {owner} and stands in the site's own folder, without a licence"
    ]
    write_site(tmp_path, {"content/soup.md": page(f"{source}, license: CC BY 4.0")})
    assert told(settings) == []


@pytest.mark.parametrize(
    ("source", "more"),
    [
        ("", ""),
        (", publisher: soup", ""),
        (", publisher: Ladle House", ""),
        (", author: Cy Placeholder", "byline: Cy Placeholder\n"),
        (', url: "https://soup.example/1"', ""),
        (', url: "https://ladle.example/1"', ""),
    ],
)
def test_a_text_of_ones_own_needs_none(source: str, more: str, tmp_path: Path) -> None:
    settings = replace(
        write_site(tmp_path, {"content/soup.md": page(source, more)}),
        site_name="Soup",
        site_url="https://soup.example/",
        outputs=Outputs(organisation=Organisation(name="Ladle House", url="https://ladle.example")),
    )
    assert told(settings) == []


def test_a_text_may_say_so_itself(tmp_path: Path) -> None:
    text = "---\npublisher: The Daily Broth\nlicense: CC BY 4.0\n---\nSoup is hot.\n"
    files: dict[str, str | bytes] = {"content/soup.md": page("").replace(".txt", ".md"), "seeds/broth.md": text}
    assert told(write_site(tmp_path, files)) == []
    files["seeds/broth.md"] = text.replace("license: CC BY 4.0\n", "")
    assert len(told(write_site(tmp_path, files))) == 1


def test_a_text_in_a_private_folder_needs_none(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/soup.md": page(", publisher: The Daily Broth")})
    (tmp_path / "private").mkdir()
    (tmp_path / "seeds/broth.txt").rename(tmp_path / "private/broth.txt")
    private = replace(settings, seeds=(*settings.seeds, tmp_path / "private"))
    assert check(private) == ()

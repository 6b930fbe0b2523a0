"""llms.txt: in the form that llmstxt.org proposes."""

import re

from generator.syndication.llms import llms_text
from generator.syndication.web import Web
from generator.wording.phrases import page_phrases
from tests.support.syndication_samples import URL, addresses_of, hostile_page, machine_of, machine_page

_LINK = re.compile(r"- \[(?:\\.|[^\[\]\\])+\]\([^()\s]+\)(?:: .+)?")


def check(text: str) -> list[str]:
    """Check a text by the order that the proposal fixes, and return its sections."""
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert sum(line.startswith("# ") for line in lines) == 1
    start = next(number for number, line in enumerate(lines) if line.startswith("## "))
    assert all(_LINK.fullmatch(line) for line in lines[start:] if line and not line.startswith("## "))
    return [line.removeprefix("## ") for line in lines if line.startswith("## ")]


def test_it_names_explainers_and_evidence() -> None:
    text = machine_of(machine_page()).files["llms.txt"]
    assert check(text) == ["Explainers", "Evidence"]
    assert text.startswith("# Harbours & more\n\n> What is *known* of harbours.\n")
    assert f"- [Who may close the harbour?]({URL}explainers/harbour/): A short story." in text
    assert f"- [How quotations are verified]({URL}methodology/)" in text
    assert f"- [Corrections]({URL}corrections/)" in text


def test_it_names_the_evidence_of_each_explainer_where_there_is_any() -> None:
    web = Web(addresses=addresses_of(machine_page()), site_url=URL)
    text = llms_text(
        web.addresses.record,
        web,
        page_phrases("en"),
        site_name="x",
        description="y",
        evidence=lambda path: path.replace(".md", "/evidence.json"),
    )
    check(text)
    assert f"- [Who may close the harbour?]({URL}explainers/harbour/evidence.json)" in text


def test_texts_stay_texts() -> None:
    assert check(machine_of(hostile_page()).files["llms.txt"]) == ["Explainers", "Evidence"]


def test_addresses_are_relative_where_the_sites_is_not_known() -> None:
    assert "(explainers/harbour/)" in machine_of(machine_page(), site_url="").files["llms.txt"]


def test_it_can_be_turned_off() -> None:
    assert "llms.txt" not in machine_of(machine_page(), llms=False).files

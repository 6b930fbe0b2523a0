"""Linked data: valid by schema.org's own vocabulary, true, and harmless in HTML."""

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.catalogue.addresses import Section
from generator.model.explainer import Explainer
from generator.model.outcome import Outcome
from generator.model.verdict import Status, Verdict
from generator.render.views import Link
from tests.support.schema_org import Vocabulary, defined_ids, referred_ids, vocabulary_folder
from tests.support.syndication_samples import (
    DATES,
    HOSTILE,
    URL,
    addresses_of,
    hostile_page,
    machine_of,
    machine_page,
    outcomes_of,
)

# rdflib's own parser of JSON-LD uses a class of its own that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

TRAIL = [Link("../../", "Home"), Link("../", "Explainers")]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(vocabulary_folder())


def written(page: Explainer, *, site_url: str = URL, outcomes: dict[str, Outcome] | None = None) -> str:
    linked = machine_of(page, site_url=site_url).linked
    assert linked is not None
    return linked.explainer(page, outcomes_of(page) if outcomes is None else outcomes, TRAIL)


def article(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)["@graph"][0]
    return found


def lists(page: Explainer, site_url: str) -> Iterator[str]:
    linked = machine_of(page, site_url=site_url).linked
    assert linked is not None
    yield linked.site()
    for section in Section:
        yield linked.list_page(section, section.value, "")
    record = addresses_of(page).record
    for person in record.people:
        yield linked.list_page(Section.PEOPLE, person.person.name, person.slug)
    for source in record.sources:
        yield linked.list_page(Section.SOURCES, "x", source.slug)


@pytest.mark.parametrize("site_url", [URL, ""])
@pytest.mark.parametrize("make", [machine_page, hostile_page])
def test_every_page_is_valid_by_the_vocabulary(make: Any, site_url: str, vocabulary: Vocabulary) -> None:
    page = make()
    count = 0
    for text in [written(page, site_url=site_url), *lists(page, site_url)]:
        graph = vocabulary.graph_of(text, f"{URL}explainers/harbour/")
        assert vocabulary.problems(graph) == []
        count += len(graph)
    assert count > 400


def test_the_check_finds_what_is_wrong(vocabulary: Vocabulary) -> None:
    def problems(**fields: object) -> list[str]:
        text = json.dumps({"@context": "https://schema.org", **fields})
        return vocabulary.problems(vocabulary.graph_of(text, URL))

    assert problems(**{"@type": "Quotation", "jobTitle": "x"}) == ["['Quotation'] may have no jobTitle"]
    assert problems(**{"@type": "Utterance", "name": "x"})[0] == "no class Utterance"
    assert problems(**{"@type": "Person", "speaks": "x"}) == ["no property speaks"]
    assert problems(**{"@type": "Event", "startDate": "around 2025"})
    assert problems(**{"@type": "Quotation", "creator": {"@type": "Article", "name": "x"}})
    assert problems(**{"@type": "Event", "startDate": "2025-04", "name": "x"}) == []
    nobody = {"@id": f"{URL}people/nobody/#person"}
    assert problems(**{"@type": "Quotation", "creator": nobody}), "nobody is defined nowhere"
    assert problems(**{"@type": "ListItem", "item": nobody}) == [], "anything may be listed"
    creator = {"@type": "Person", "@id": nobody["@id"]}
    assert problems(**{"@type": "Quotation", "creator": nobody, "provider": creator}) == []


def test_whom_and_what_a_page_names_it_defines() -> None:
    document = json.loads(written(machine_page()))
    trail = document["@graph"].pop()
    assert trail["@type"] == "BreadcrumbList"
    assert len(set(referred_ids(document))) == 3, "the speaker and two sources"
    assert set(referred_ids(document)) - set(defined_ids(document)) == set()


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("", None),
        ("public domain", {"@type": "CreativeWork", "name": "public domain"}),
        ("https://licence.example/by/4.0/", "https://licence.example/by/4.0/"),
    ],
)
def test_a_source_says_its_licence(stated: str, said: object) -> None:
    page = machine_page()
    sources = {name: replace(source, license=stated) for name, source in page.sources.items()}
    assert article(written(replace(page, sources=sources)))["citation"].get("license") == said


def test_what_an_explainer_says() -> None:
    found = article(written(machine_page()))
    assert found["@type"] == "BackgroundNewsArticle"
    assert found["@id"] == f"{URL}explainers/harbour/"
    assert found["description"] == "A short story."
    assert (found["datePublished"], found["dateModified"]) == ("2025-04-08", "2025-04-10")
    assert "author" not in found, "nobody knows which Ada Example wrote it"
    assert found["creditText"] == "Ada Example, Desk"
    assert found["publisher"] == {
        "@type": "NewsMediaOrganization",
        "@id": f"{URL}#organisation",
        "name": "The Harbour Desk",
        "url": "https://desk.example/",
        "logo": "https://desk.example/l.png",
        "sameAs": "https://s.example/d",
        "correctionsPolicy": f"{URL}corrections/",
        "publishingPrinciples": f"{URL}methodology/",
    }
    assert [note["text"] for note in found["correction"]] == ["A name was wrong.", "Another.", "Some time."]
    assert found["citation"]["archivedAt"] == "https://archive.example/1"
    quotation = found["hasPart"][0]
    assert quotation["creator"] == {"@id": f"{URL}people/ada/#person"}
    assert quotation["isBasedOn"] == {"@id": f"{URL}sources/paper/#source"}
    assert "spokenByCharacter" not in quotation
    assert [who["@type"] for who in found["mentions"]] == ["Person", "Organization"]


def test_only_what_is_proven_is_said() -> None:
    page = machine_page()
    outcomes = {name: Outcome(Verdict(status=Status.UNCHECKABLE)) for name in page.quotes}
    outcomes["close"] = Outcome(Verdict(status=Status.VERIFIED))
    found = article(written(page, outcomes=outcomes))
    assert found["hasPart"]["@id"].endswith("#quote-close")


def test_an_event_has_a_date_only_if_one_can_be_told() -> None:
    entries = json.loads(written(machine_page()))["@graph"][1]["itemListElement"]
    dated = {entry["item"]["@id"].rsplit("-", 1)[-1]: entry["item"] for entry in entries if "item" in entry}
    assert {name: item["startDate"] for name, item in dated.items()} == {
        "day": "2025-04-07",
        "zulu": "2025-04-07T10:30:00Z",
        "zoned": "2025-04-07T01:30:00+02:00",
        "local": "2025-04-07T10:30:00",
        "days": "2025-04-07",
        "month": "2025-04",
        "years": "2024",
    }
    assert (dated["days"]["endDate"], dated["years"]["endDate"]) == ("2025-04-09", "2025")
    others = {entry["url"].rsplit("#event-", 1)[1]: entry for entry in entries if "item" not in entry}
    assert set(others) == DATES.keys() - dated.keys()
    assert others["about"]["description"] == "around April 7, 2025"
    assert [entry["position"] for entry in entries] == list(range(1, len(DATES) + 1))


def test_a_person_has_one_id_on_all_pages() -> None:
    linked = machine_of(machine_page()).linked
    assert linked is not None
    profile = json.loads(linked.list_page(Section.PEOPLE, "Ada Example", "ada"))
    assert profile["@type"] == "ProfilePage"
    assert profile["mainEntity"]["@id"] == f"{URL}people/ada/#person"


def test_without_an_address_all_is_relative() -> None:
    text = written(machine_page(), site_url="")
    assert URL not in text
    found = article(text)
    assert (found["@id"], found["hasPart"][0]["@id"]) == ("./", "#quote-nothing")
    assert found["hasPart"][0]["creator"] == {"@id": "../../people/ada/#person"}


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_no_text_ends_the_element() -> None:
    text = written(replace(hostile_page()))
    assert not set(text) & set("<>&\u2028\u202e")
    page = _Scripts()
    page.feed(f"<script>{text}</script>")
    page.close()
    assert page.tags == ["script"]
    assert article(page.text)["headline"] == " ".join(HOSTILE.replace("\u202e", "").split())


def test_it_can_be_turned_off() -> None:
    machine = machine_of(machine_page(), json_ld=False)
    assert machine.linked is None
    assert "json_ld" not in machine.site_data
    assert "json_ld" not in machine.head(machine_page(), {}, TRAIL)


def test_a_page_that_is_not_listed_says_nothing() -> None:
    page = machine_page(listed=False)
    assert "json_ld" not in machine_of(page).head(page, outcomes_of(page), TRAIL)

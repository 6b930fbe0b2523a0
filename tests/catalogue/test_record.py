"""The record: what explainers make together."""

from dataclasses import replace
from typing import Any

from generator.catalogue.entries import Record
from generator.catalogue.record import make_record
from generator.catalogue.related import related_explainers
from generator.model.edtf import parse_edtf
from generator.model.explainer import (
    Correction,
    Event,
    ExpertOpinion,
    Explainer,
    Known,
    Person,
    Question,
    Quotation,
    Site,
    Source,
)
from generator.model.outcome import Outcome
from generator.model.verdict import Status, Verdict
from tests.support.render_samples import PAPER, make_page


def page(name: str, **fields: Any) -> Explainer:
    return replace(make_page(**fields), path=f"{name}.md", title=name)


def record(*pages: Explainer) -> Record:
    found = Outcome(Verdict(status=Status.VERIFIED))
    outcomes = {(page.path, name): found for page in pages for name in page.quotes}
    return make_record(Site(explainers={page.path: page for page in pages}), outcomes)


def test_drafts_and_unlisted_pages_are_no_part_of_it() -> None:
    made = make_record(
        Site(explainers={p.path: p for p in (page("a"), page("b", draft=True), page("c", listed=False))}), {}
    )
    assert [entry.path for entry in made.explainers] == ["a.md"]
    assert {entry.explainer.path for entry in made.events} == {"a.md"}


def test_the_newest_come_first() -> None:
    made = make_record(
        Site(
            explainers={
                p.path: p
                for p in (
                    page("a", published=parse_edtf("2024")),
                    page("b"),
                    page("c", published=parse_edtf("2020"), updated=parse_edtf("2025")),
                )
            }
        ),
        {},
    )
    assert [entry.path for entry in made.explainers] == ["c.md", "a.md", "b.md"]


def test_a_person_keeps_the_role_of_each_time() -> None:
    ada = Person(id="ada", name="Ada Example", role="law professor")
    early = {"old": Quotation(id="old", text="x", speaker="ada", source="paper", said=parse_edtf("2020"))}
    late = {"new": Quotation(id="new", text="x", speaker="ada", source="paper", said=parse_edtf("2025"))}
    one = page("one", quotes=late, people={"ada": ada}, experts={}, published=parse_edtf("2025"))
    two = page("two", quotes=early, people={"ada": replace(ada, role="student")}, experts={})
    (entry,) = record(one, two).people
    assert [(q.quotation.id, q.speaker.role if q.speaker else "") for q in entry.quotations] == [
        ("old", "student"),
        ("new", "law professor"),
    ]
    assert entry.person.role == "law professor", "the newest explainer's"


def test_one_id_with_two_names_is_two_people() -> None:
    other = {"ada": Person(id="ada", name="Ada Other"), "bob": Person(id="bob", name="Bob Sample")}
    made = record(page("one"), page("two", people=other))
    assert [(entry.person.name, entry.slug) for entry in made.people] == [
        ("Ada Example", "ada"),
        ("Ada Other", "ada-2"),
        ("Bob Sample", "bob"),
    ]


def test_an_address_does_not_change_its_owner_when_a_newer_page_comes() -> None:
    def of(name: str, day: str, person: str, topic: str, file: str) -> Explainer:
        made = page(name, published=parse_edtf(day), updated=None, corrections=(), topics=(topic,))
        source = replace(made.sources["paper"], file=file)
        return replace(made, people={"ada": Person(id="ada", name=person)}, sources={"paper": source})

    old = of("z", "2024-01-01", "Ada Example", "C", "a/soup.txt")
    new = of("a", "2025-01-01", "Ada Other", "C++", "b/soup.txt")
    for pages in ((old,), (old, new), (replace(old, updated=parse_edtf("2026-01-01")), new)):
        made = record(*pages)
        assert made.person_slugs["z.md", "ada"] == "ada"
        assert made.source_slugs["z.md", "paper"] == "soup"
        assert {topic.name: topic.slug for topic in made.topics}["C"] == "c"
    assert made.person_slugs["a.md", "ada"] == "ada-2"
    assert {topic.name: topic.slug for topic in made.topics}["C++"] == "c-2"


def test_the_oldest_page_names_the_address() -> None:
    old = page(
        "old", published=parse_edtf("2024-01-01"), sources={"broth": Source(id="broth", url="https://b.example/1")}
    )
    new = page(
        "new", published=parse_edtf("2025-01-01"), sources={"brew": Source(id="brew", url="https://b.example/1")}
    )
    assert [entry.slug for entry in record(old, new).sources] == ["broth"]


def test_a_person_with_a_file_is_one_however_a_page_writes_the_name() -> None:
    ada, spelt = Person(id="ada", name="Ada Example"), Person(id="ada", name="Ada B. Example")
    pages = (page("a", people={"ada": ada}), page("b", people={"ada": spelt}))
    assert {entry.slug for entry in record(*pages).people if entry.person.id == "ada"} == {"ada", "ada-2"}
    site = Site(explainers={page.path: page for page in pages}, people={"ada": ada})
    assert [entry.slug for entry in make_record(site, {}).people if entry.person.id == "ada"] == ["ada"]


def test_a_source_has_what_it_is_cited_for() -> None:
    known = Known(text="It is open.", sources=("paper",))
    asked = Question(id="who", question="Who pays?", answer="The town.", sources=("paper",))
    (entry,) = record(page("a", known=(known, Known(text="It is old.")), questions={"who": asked}), page("b")).sources
    assert [(statement.kind, statement.text) for statement in entry.statements] == [
        ("known", "It is open."),
        ("question", "Who pays?"),
    ]


def test_one_file_is_one_source_whatever_its_id() -> None:
    filed = replace(PAPER, file="paper.txt", url="")
    one = page("one", sources={"paper": filed})
    two = page("two", sources={"journal": replace(filed, id="journal")}, quotes={}, experts={}, timeline={})
    three = page("three", sources={"paper": replace(PAPER, url="")}, quotes={}, experts={}, timeline={})
    made = record(one, two, three)
    assert [(entry.slug, len(entry.explainers)) for entry in made.sources] == [("paper", 2), ("paper-2", 1)]


def test_corrections_and_topics() -> None:
    notes = (Correction(date=parse_edtf("2025-01"), text="a"), Correction(date=parse_edtf("2025-03"), text="b"))
    made = record(page("one", corrections=notes, topics=("Law", "law")), page("two", topics=("law", "Sea")))
    assert [(entry.correction.text, entry.number) for entry in made.corrections] == [("b", 2), ("a", 1)]
    assert [(entry.name, len(entry.explainers)) for entry in made.topics] == [("Law", 2), ("Sea", 1)]


def test_undated_quotations_come_last_and_none_is_lost() -> None:
    source = replace(PAPER, published=None)
    quotes = {
        name: Quotation(id=name, text="x", source="paper", said=parse_edtf(date) if date else None)
        for name, date in (("a", ""), ("b", "2025"), ("c", "1969"))
    }
    made = record(page("one", quotes=quotes, sources={"paper": source}, experts={}))
    assert [entry.quotation.id for entry in made.quotations] == ["c", "b", "a"]


def test_related_explainers_share_most_first() -> None:
    ada = {"ada": Person(id="ada", name="Ada Example")}
    experts = {"ada": ExpertOpinion(id="ada", person="ada")}
    events: dict[str, Event] = {}
    plain = {"quotes": {}, "sources": {}, "timeline": events}
    made = record(
        page("one", people=ada, experts=experts, topics=("law",), **plain),
        page("two", people=ada, experts=experts, topics=("law",), **plain),
        page("three", people={}, experts={}, topics=("law",), **plain),
        page("four", people={}, experts={}, topics=("sea",), **plain),
    )
    related = related_explainers(made)
    assert [entry.explainer.title for entry in related["one.md"]] == ["two", "three"]
    assert related["one.md"][0].people == ("Ada Example",)
    assert related["four.md"] == ()


def test_people_of_one_id_are_one_whatever_name_a_page_gives() -> None:
    def named(name: str, title: str, *aliases: str) -> Explainer:
        people = {key: value for key, value in make_page().people.items() if key != "ada"}
        return page(title, people={**people, "ada": Person(id="ada", name=name, aliases=aliases)})

    joined = record(
        named("Ada Example", "a"), named("Ada Merrow", "b"), named("A. M.", "c", "Ada Example", "Ada Merrow")
    )
    assert [len(entry.explainers) for entry in joined.people if entry.person.id == "ada"] == [3]
    apart = record(named("Ada Example", "a"), named("Ada Merrow", "b"))
    assert [len(entry.explainers) for entry in apart.people if entry.person.id == "ada"] == [1, 1]

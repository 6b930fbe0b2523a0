"""Pages: what a reader finds, wherever a thing is placed."""

from dataclasses import replace
from datetime import date
from typing import Any

import html5lib
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # it has no types of its own

from generator.markdown.body_html import render_body
from generator.markdown.safety import is_safe_url
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
    Source,
    Unknown,
)
from generator.model.outcome import Outcome
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars, Status, Verdict
from generator.render.page import Rendered, render_page
from generator.render.surroundings import Surroundings
from generator.render.templates import load_templates
from tests.support.places import DATA
from tests.support.render_samples import PAPER, full_page, make_page, verify_all

TEMPLATES = load_templates()
NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def render(page: Explainer, **options: Any) -> Rendered:
    outcomes = options.pop("outcomes", None)
    return render_page(page, verify_all(page) if outcomes is None else outcomes, templates=TEMPLATES, **options)


def parse(rendered: Rendered) -> Any:
    """Parse a page as MkDocs will build it; a page that is not valid HTML is an error."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    html = render_body(rendered.markdown)
    return parser.parse(f"<!DOCTYPE html><html lang=en><title>Page</title><body>{html}")


def one(tree: Any, path: str) -> Any:
    found = tree.xpath(path)
    assert len(found) == 1, path
    return found[0]


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def ids(tree: Any) -> list[str]:
    return [str(name) for name in tree.xpath("//@id")]


def test_a_page_of_front_matter_alone_is_complete() -> None:
    tree = parse(render(full_page()))
    assert words(one(tree, "//h1")) == "Who may close the harbour?"
    assert [words(heading) for heading in tree.xpath("//h2")] == [
        "In short",
        "What was said",
        "What experts say",
        "Timeline",
        "What is known",
        "What is not known",
        "Glossary",
        "Sources",
        "Corrections",
    ]
    expected = {
        "quote-nothing", "quote-close", "quote-pay", "expert-ada", "event-hearing", "event-plan",
        "source-paper", "correction-1", "in-short", "corrections",
    }  # fmt: skip
    assert expected <= set(ids(tree))


def test_the_header() -> None:
    header = one(parse(render(full_page())), "//div[@class='ex-header']")
    told = words(header)
    assert "By Desk, Somebody" in told
    assert "3 quotations, all verified in 1 source" in told
    assert [time.get("datetime") for time in header.iter("time")] == [
        "2025-04-08",
        "2025-04-09",
        "2025-04-09",
    ]


def test_the_reading_time_counts_what_readers_read() -> None:
    syntax = "::: pull one two\n\n[link](https://example.org/" + "a/" * 500 + ")\n"
    assert "1 min read" in render(make_page(syntax)).markdown
    known = (Known(text="word " * 238 * 4),)
    page = make_page("", quotes={}, experts={}, timeline={}, known=known, published=parse_edtf("2025"))
    assert "4 min read" in render(page).markdown


def test_a_page_with_nothing_to_say_has_no_header() -> None:
    page = make_page("Text.", quotes={}, experts={}, timeline={}, sources={}, people={})
    assert render(page).markdown == "# Who may close the harbour?\n\nText.\n"


def test_a_headline_in_the_body_stands_alone() -> None:
    assert len(parse(render(make_page("# My own\n\nText."))).xpath("//h1")) == 1


PLACES = {
    "paragraph": ("Text.\n{}\nText.", "//body/div[@class='ex-block']"),
    "list": ("- one\n\n{4}\n\n- two", "//ul/li[1]/div[@class='ex-block']"),
    "item": ("- {}\n- two", "//ul/li[1]/div[@class='ex-block']"),
    "nested list": ("- one\n    - two\n\n{8}", "//ul/li/ul/li/div[@class='ex-block']"),
    "tab": ('=== "A"\n\n{4}\n\n=== "B"\n\n    b', "//div[@class='tabbed-block'][1]/div[@class='ex-block']"),
    "admonition": ("!!! note\n{4}", "//div[@class='admonition note']/div[@class='ex-block']"),
    "details": ('??? note "A"\n\n    Text.\n\n{4}', "//details[@class='note']/div[@class='ex-block']"),
    "block": ("/// html | div.mine\n{}\n///", "//div[@class='mine']/div[@class='ex-block']"),
    "quote": ("> Text.\n>\n> {}", "//blockquote/div[@class='ex-block']"),
    "definition": ("Term\n:   Text.\n\n{4}", "//dl/dd/div[@class='ex-block']"),
    "footnote": ("A.[^1]\n\n[^1]: B.\n\n{4}", "//div[@class='footnote']//li/div[@class='ex-block']"),
}


@pytest.mark.parametrize("directive", ["quote close", "expert ada", "timeline"])
@pytest.mark.parametrize(("text", "path"), PLACES.values(), ids=PLACES)
def test_components_stand_where_they_are_placed(text: str, path: str, directive: str) -> None:
    for indent in (0, 4, 8):
        text = text.replace("{%s}" % (indent or ""), " " * indent + f"::: {directive}")
    component = directive.split(maxsplit=1)[0]
    tree = parse(render(make_page(text)))
    inside = {
        "quote": "/div[@id='quote-close']/blockquote/p",
        "expert": "/section[@id='expert-ada'][@aria-labelledby='heading-expert-ada']/h3[@id='heading-expert-ada']",
        "timeline": "/div[@class='ex-timeline']//ol[@role='list']/li[@id='event-plan']/h3/span",
    }[component]
    assert tree.xpath(path + inside)
    assert len(ids(tree)) == len(set(ids(tree)))
    assert ":::" not in words(tree.getroot())


def test_the_first_use_of_a_term_leads_to_its_meaning() -> None:
    tree = parse(render(full_page("The harbour is open.")))
    link = one(tree, ".//a[@class='ex-term']")
    assert words(link) == "harbour"
    assert link.get("href").removeprefix("#") in ids(tree)


def test_a_quotation_as_markup() -> None:
    quotation = one(parse(render(make_page("::: quote close"))), "//div[@id='quote-close']")
    assert [child.tag for child in quotation] == ["blockquote", "p", "footer"]
    quote, attribution, proof = quotation
    assert quote.get("cite") == PAPER.url
    assert words(quote) == "We will close it"
    assert not quote.xpath(".//cite")
    assert words(attribution.find(".//cite")) == "Harbour hearing"
    assert attribution.find(".//time").get("datetime") == "2025-04-07"
    assert words(attribution).startswith("Bob Sample, mayor")
    assert "Verified" in words(proof)
    assert "2025" in words(attribution)
    assert [link.get("href") for link in proof.iter("a")] == [
        f"{PAPER.url}#:~:text=We%20will%20close%20it",
        PAPER.archived,
        "#quote-close",
    ]
    assert words(proof.find(".//mark")) == "We will close it"
    assert "said Bob Sample" in words(proof.find("details"))


def test_paragraphs_and_language_of_a_quotation() -> None:
    quotes = {"a": Quotation(id="a", text="One.\n\nTwo\nthree.", source="paper")}
    source = replace(PAPER, language="de")
    page = make_page(quotes=quotes, sources={"paper": source}, experts={}, timeline={})
    quote = one(parse(render(page, outcomes={})), "//blockquote")
    assert [words(paragraph) for paragraph in quote] == ["One.", "Two three."]
    assert (quote.get("lang"), quote.get("dir")) == ("de", "auto")


def test_the_sentences_around_may_be_unfolded() -> None:
    tree = parse(render(make_page("::: quote close\n    context: open\n\n::: quote pay")))
    assert tree.xpath("//div[@id='quote-close']//details/@open")
    assert not tree.xpath("//div[@id='quote-pay']//details/@open")


def test_alterations_are_told_and_lost_words_loudly() -> None:
    quotes = {"nothing": Quotation(id="nothing", text="I know of … the harbour", speaker="ada", source="paper")}
    tree = parse(render(make_page(quotes=quotes)))
    told = one(tree, "//div[@id='quote-nothing']//li[contains(@class, '--lost')]")
    assert "left out" in words(told)
    assert words(told.find("strong")) == "Left out: “nothing”"


def test_a_failed_quotation_never_looks_verified() -> None:
    quotes = {"bad": Quotation(id="bad", text="I know of something here", speaker="ada", source="paper")}
    tree = parse(render(make_page(quotes=quotes, experts={}, timeline={})))
    quotation = one(tree, "//div[@id='quote-bad']")
    assert quotation.get("class").endswith("ex-quotation--failed")
    assert words(quotation.find(".//del")).startswith("nothing")
    assert "something" in words(quotation.find(".//ins"))
    assert "Not verified" in words(quotation)
    assert "Verified" not in words(quotation).replace("Not verified", "")
    assert "1 quotation, of which verified: 0" in words(one(tree, "//div[@class='ex-header']"))


@pytest.mark.parametrize("status", [s for s in Status if s not in {Status.VERIFIED, Status.ALTERED}])
def test_only_what_is_verified_looks_so(status: Status) -> None:
    page = make_page("::: quote close")
    tree = parse(render(page, outcomes={"close": Outcome(Verdict(status=status, reason="It is so"))}))
    quotation = one(tree, "//div[@id='quote-close']")
    state = "unchecked" if status is Status.UNCHECKABLE else "failed"
    assert quotation.get("class").endswith(f"ex-quotation--{state}")
    assert "Not verified" in words(quotation)
    assert not quotation.xpath(".//details")


def test_a_locked_quotation_says_when_and_against_what() -> None:
    source = replace(PAPER, article=None)
    alteration = Alteration(
        kind=AlterationKind.OMITTED,
        description="left out 3 words",
        lost=("not",),
        particulars=Particulars(form=AlterationForm.OMITTED, before="We will", after="close it", count=3),
    )
    found = Verdict(status=Status.VERIFIED), Verdict(status=Status.ALTERED, alterations=(alteration,))
    outcomes = {
        "close": Outcome(found[0], from_lock=True, verified_on=date(2025, 5, 1), sha256="ab12", unique=True),
        "pay": Outcome(found[1], from_lock=True, verified_on=date(2025, 5, 2), sha256="cd34"),
    }
    page = make_page(sources={"paper": source})
    tree = parse(render(page, outcomes=outcomes))
    close, pay = one(tree, "//div[@id='quote-close']"), one(tree, "//div[@id='quote-pay']")
    assert "Verified on May 1, 2025 against a text that is not part of this site" in words(close)
    assert words(close.find(".//code")) == "ab12"
    assert close.find(".//a").get("href") == f"{PAPER.url}#:~:text=We%20will%20close%20it"
    assert pay.find(".//a").get("href") == PAPER.url
    assert "Left out: “not”" in words(pay)
    assert "Not verified here" in words(one(tree, "//div[@id='quote-nothing']"))
    assert "3 quotations, of which verified: 2" in words(one(tree, "//div[@class='ex-header']"))


@pytest.mark.parametrize("status", [s for s in Status if s not in {Status.VERIFIED, Status.ALTERED}])
def test_a_lock_of_a_failure_proves_nothing(status: Status) -> None:
    outcome = Outcome(Verdict(status=status), from_lock=True, verified_on=date(2025, 5, 1), sha256="ab12")
    tree = parse(render(make_page(), outcomes={"close": outcome}))
    assert "Not verified" in words(one(tree, "//div[@id='quote-close']"))


def test_an_expert_has_those_quotations_that_stand_nowhere_else() -> None:
    box = one(parse(render(make_page())), "//section[@id='expert-ada']")
    assert box.xpath("./div[@id='quote-nothing']")
    tree = parse(render(make_page("::: expert ada\n\n::: quote nothing")))
    box = one(tree, "//section[@id='expert-ada']")
    assert not box.xpath(".//blockquote")
    assert box.xpath(".//a/@href") == ["#quote-nothing"]
    assert one(tree, "//div[@id='quote-nothing']") is not None


def test_the_box_of_an_expert_names_others_alone_a_second_time() -> None:
    expert = ExpertOpinion(id="ada", person="ada", quotes=("nothing", "close"))
    surroundings = Surroundings(people={"ada": "people/ada/", "bob": "people/bob/"})
    box = one(parse(render(make_page(experts={"ada": expert}), surroundings=surroundings)), "//section")
    own, other = one(box, "./div[@id='quote-nothing']"), one(box, "./div[@id='quote-close']")
    assert "ex-quotation--own" in own.get("class")
    assert not own.xpath(".//strong/a")
    assert "ex-quotation--own" not in other.get("class")
    assert other.xpath(".//strong/a/@href") == ["people/bob/"]


def test_what_is_placed_twice_has_one_address() -> None:
    rendered = render(make_page("::: quote close\n\n::: quote close"))
    (issue,) = rendered.issues
    assert (issue.code, issue.location.line, issue.location.column) == ("placed-twice", 12, 1)
    tree = parse(rendered)
    assert len(tree.xpath("//blockquote[p='We will close it']")) == 2
    assert ids(tree).count("quote-close") == 1


def test_a_timeline_is_sorted_and_filtered() -> None:
    tree = parse(render(make_page()))
    assert tree.xpath("//div[@class='ex-timeline']//li/@id") == ["event-plan", "event-hearing"]
    tree = parse(render(make_page("::: timeline\n    from: 2025-04\n\nText.")))
    assert tree.xpath("//div[@class='ex-timeline']//li/@id") == ["event-hearing", "event-plan"]
    _, second = tree.xpath("//div[@class='ex-timeline']")
    assert words(one(second, ".//h3")) == "around March 2025 A plan"
    assert not second.xpath(".//time")


def test_events_are_grouped_by_year_and_turning_points_are_told() -> None:
    dates = ["2025-04-07", "2025-03", "2024~", "1969-07-20T20:17:40Z", "2024-12/2025-02", "202X", "Y-20999~/Y-18999~"]
    events = {
        f"e{number}": Event(id=f"e{number}", date=parse_edtf(date), title=date, key=number == 0)
        for number, date in enumerate(dates)
    }
    tree = parse(render(make_page(timeline=events)))
    labels = [words(label) for label in tree.xpath("//p[@class='ex-timeline__label']")]
    assert labels == ["around 21000 BC", "1969", "the 2020s", "around 2024", "2024", "2025"]
    (key,) = tree.xpath("//li[contains(@class, 'ex-timeline__event--key')]")
    assert key.get("id") == "event-e0"
    assert "Key event" in words(key)
    assert len(tree.xpath("//li[contains(@class, 'ex-timeline__event')]")) == len(dates), "nothing is dropped"


def test_a_timeline_of_one_year_has_no_groups_and_an_empty_one_says_so() -> None:
    tree = parse(render(make_page("::: timeline\n    from: 2030")))
    placed, appended = tree.xpath("//div[@class='ex-timeline']")
    assert words(placed) == "No event of this page falls into this time."
    assert not appended.xpath(".//p[@class='ex-timeline__label']")


def test_experts_stand_side_by_side() -> None:
    experts = {name: ExpertOpinion(id=name, person=name) for name in ("ada", "bob")}
    tree = parse(render(make_page("::: experts\n    only: bob", experts=experts)))
    placed, appended = tree.xpath("//div[@class='ex-experts']")
    assert placed.xpath("./section/@id") == ["expert-bob"]
    assert appended.xpath("./section/@id") == ["expert-ada"]
    rendered = render(make_page("::: expert ada\n\n::: experts", experts=experts))
    assert [issue.code for issue in rendered.issues] == ["placed-twice"]


def test_a_pull_quote_is_for_the_eye_alone() -> None:
    tree = parse(render(make_page("Open.\n\n::: pull We will close it\n\n::: pull Open")))
    spoken, own = tree.xpath("//div[@class='ex-pull']")
    assert words(spoken) == "“We will close it” Bob Sample"
    assert words(own) == "Open"
    for pull in (spoken, own):
        assert pull.get("aria-hidden") == "true"
        assert pull.get("data-search-exclude") is not None


def test_a_translation_stands_above_the_words_that_were_verified() -> None:
    quotes = {"a": Quotation(id="a", text="Nichts.", translation="Nothing.", source="paper")}
    source = replace(PAPER, language="de", article=None)
    page = make_page(quotes=quotes, sources={"paper": source}, experts={}, timeline={})
    shown, original = parse(render(page, outcomes={})).xpath("//blockquote")
    assert (words(shown), shown.get("lang")) == ("Nothing.", None)
    assert (words(original), original.get("lang")) == ("Nichts.", "de")
    assert "Translated from German" in words(original.getparent())


def test_questions_and_terms_have_addresses() -> None:
    questions = {"open": Question(id="open", question="Is it open?", answer="**Yes** [@paper].", sources=("paper",))}
    page = make_page("The harbour is open.", questions=questions, glossary={"harbour": "A place for *ships*."})
    tree = parse(render(page))
    question = one(tree, "//div[@id='question-open']")
    assert words(one(question, ".//h3")) == "Is it open?"
    assert len(question.xpath(".//sup")) == 2
    (link,) = tree.xpath("//p/a[@href='#glossary-harbour']")
    assert words(link) == "harbour"
    assert words(one(tree, "//dt[@id='glossary-harbour']")) == "harbour"


def test_a_corrected_quotation_says_so_where_it_stands() -> None:
    notes = (
        Correction(date=parse_edtf("2025-04-09"), text="A name was wrong.", of="close"),
        Correction(date=parse_edtf("2025-04-10"), text="Something else."),
    )
    tree = parse(render(make_page(corrections=notes)))
    (note,) = tree.xpath("//p[contains(@class, 'ex-proof__corrected')]")
    assert note.xpath("ancestor::div[@id='quote-close']")
    assert words(note) == "Correction, April 9, 2025"
    assert note.xpath("./a/@href") == ["#correction-1"]


@pytest.mark.parametrize(
    ("of", "corrected", "link", "words_of_link"),
    [
        ("close", {"quote-close"}, "#quote-close", "Bob Sample: “\u2068We will close it\u2069”"),
        ("bob", {"quote-close", "quote-pay"}, "#quote-close", "Bob Sample"),
        ("ada", {"expert-ada", "quote-nothing"}, "#expert-ada", "Ada Example"),
        ("eve", set(), "../people/eve/", "Eve Else"),
        ("paper", {"quote-nothing", "quote-close", "quote-pay"}, "#source-paper", "Harbour hearing"),
        ("plan", set(), "#event-plan", "A plan"),
        ("open", set(), "#question-open", "Is it open?"),
        ("harbour", set(), "#glossary-harbour", "harbour"),
    ],
)
def test_a_correction_shows_at_the_words_that_it_concerns(
    of: str, corrected: set[str], link: str, words_of_link: str
) -> None:
    page = make_page(
        corrections=(Correction(date=parse_edtf("2025-04-09"), text="A name was wrong.", of=of),),
        questions={"open": Question(id="open", question="Is it open?", answer="No.")},
        glossary={"harbour": "A place for ships."},
        people={**make_page().people, "eve": Person(id="eve", name="Eve Else")},
    )
    tree = parse(render(page, surroundings=Surroundings(people={"eve": "../people/eve/"})))
    marked = tree.xpath("//p[contains(@class, 'ex-proof__corrected')]/ancestor::*[@id][1]/@id")
    assert set(marked) == corrected
    (concerns,) = tree.xpath("//p[@class='ex-corrections__head']/a")
    assert (concerns.get("href"), words(concerns)) == (link, words_of_link)


@pytest.mark.parametrize("text", ["# Mine", "#Mine", "Mine\n====", "Text.\n\nMine\n=\n\nText."])
def test_an_authors_own_headline_is_the_only_one(text: str) -> None:
    tree = parse(render(make_page(text)))
    assert [words(headline).removesuffix("¶") for headline in tree.xpath("//h1")] == ["Mine"]


@pytest.mark.parametrize("text", ["## Mine", "Text.", "a = b"])
def test_a_page_without_a_headline_gets_its_title(text: str) -> None:
    tree = parse(render(make_page(text)))
    assert [words(headline) for headline in tree.xpath("//h1")] == ["Who may close the harbour?"]


def test_the_kicker_stands_above_the_headline() -> None:
    tree = parse(render(make_page("Text.", kicker="Law & <order>")))
    (kicker,) = tree.xpath("//p[@class='ex-kicker']")
    assert words(kicker) == "Law & <order>"
    assert kicker.xpath("following::h1")


def test_a_heading_may_begin_like_the_name_of_a_part() -> None:
    rendered = render(make_page("## Source criticism\n\n## Expert opinion\n\nText."))
    assert rendered.issues == ()
    (issue,) = render(make_page("## Source paper")).issues
    assert issue.code == "unsafe-name"


def test_events_link_to_their_quotations_and_sources() -> None:
    event = one(parse(render(make_page())), "//li[@id='event-hearing']")
    assert set(event.xpath(".//a/@href")) == {"#quote-close", "#source-paper"}


def test_every_link_within_the_page_leads_somewhere() -> None:
    tree = parse(render(full_page("Open [@paper].\n\n::: expert ada\n\nShut [@paper].")))
    targets = {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(ids(tree))
    assert len(ids(tree)) == len(set(ids(tree)))


def test_sources_link_back_to_each_place() -> None:
    source = one(parse(render(make_page("Open [@paper]. Shut [@paper]."))), "//li[@id='source-paper']")
    assert len(source.xpath(".//span[@class='ex-sources__back']/a")) == 3


@pytest.mark.parametrize(
    ("language", "heading", "proof"),
    [
        ("de", "Was gesagt wurde", "3 Zitate, alle geprüft anhand von 1 Quelle"),
        ("fr-CA", "Ce qui a été dit", "3 citations, toutes vérifiées dans 1 source"),
        ("es", "Lo que se dijo", "3 citas, todas verificadas en 1 fuente"),
        ("xx", "What was said", "3 quotations, all verified in 1 source"),
    ],
)
def test_a_page_speaks_its_language(language: str, heading: str, proof: str) -> None:
    tree = parse(render(make_page(language=language)))
    assert heading in [words(element) for element in tree.xpath("//h2")]
    assert proof in words(one(tree, "//div[@class='ex-header']"))


def test_line_ends_of_windows() -> None:
    text = "Text.\r\n\r\n::: quote close\r\n    context: open\r\n\r\n::: qoute close\r\n"
    rendered = render(make_page(text))
    assert [(issue.location.line, issue.location.column) for issue in rendered.issues] == [(15, 5)]
    assert one(parse(rendered), "//div[@id='quote-close']") is not None


def test_the_same_page_has_the_same_bytes() -> None:
    page = full_page("Open [@paper].\n\n::: quote close")
    assert render(page) == render(page)


HOSTILE = [
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "a\n///\n\n/// html | script\nalert(1)\n///\n",
    "</div></section></li></ol><script>",
    "<!-- -->",
    "[x](javascript:alert(1))",
    "`<script>`\n\n    <script>alert(1)</script>\n",
    "\x02wzxhzdk:0\x03\x00\u202e",
    "{ onclick=alert(1) }",
    "*[a]: b\n[c]: javascript:x\n[^1]: d",
    "&lt;script&gt; &#60;script&#62; &amp;",
    "```\n<script>\n",
]


def hostile_page(text: str, body: str = "") -> Explainer:
    """Make a page all whose texts are one text."""
    day = parse_edtf("2025")
    return Explainer(
        path="a.md",
        title=text,
        standfirst=text,
        byline=(text,),
        language="en",
        key_points=(text,),
        sources={"s": Source(id="s", title=text, publisher=text, author=text, url=text, archived=text, language=text)},
        people={
            "p": Person(
                id="p",
                name=text,
                role=text,
                affiliation=text,
                interests=text,
                same_as=(text,),
                biography=text,
            )
        },
        quotes={"q": Quotation(id="q", text=text, speaker="p", source="s", note=text)},
        experts={
            "e": ExpertOpinion(
                id="e", person="p", question=text, position=text, summary=text, interests=text, quotes=("q",)
            )
        },
        timeline={"t": Event(id="t", date=day, title=text, text=text, sources=("s",), quotes=("q",))},
        known=(Known(text=text, sources=("s",)),),
        unknown=(Unknown(text=text, answer=text),),
        glossary={text: text},
        corrections=(Correction(date=day, text=text, of="q"),),
        body=body,
        body_line=1,
        places=make_page().places,
    )


def assert_harmless(tree: Any) -> None:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            assert element.tag is not etree.Comment
            continue
        assert element.tag not in {"script", "iframe", "object", "style", "svg", "form"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style" or value.startswith("text-align: ")
            assert name not in {"href", "src", "cite"} or is_safe_url(value)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_shown_as_text(text: str) -> None:
    page = hostile_page(text)
    outcomes = {"q": Outcome(Verdict(status=Status.ABSENT, reason=text, before=text, after=text))}
    tree = parse(render(page, outcomes=outcomes))
    assert_harmless(tree)
    assert {"quote-q", "expert-e", "event-t", "source-s", "correction-1"} <= set(ids(tree))
    assert "49" not in words(one(tree, "//h1"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_bodies(text: str) -> None:
    for body in (text, f"- a\n\n    ::: quote q\n\n{text}\n\n::: timeline", f"::: expert e\n{text}"):
        assert_harmless(parse(render(hostile_page("a", body), outcomes={})))


PIECES = yaml.safe_load((DATA / "render" / "pieces.yaml").read_text("utf-8"))
MARKUP = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_no_text_ever_makes_a_script(text: str) -> None:
    rendered = render(hostile_page(text, text), outcomes={})
    html = render_body(rendered.markdown)
    assert_harmless(html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False))

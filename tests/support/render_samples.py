"""An explainer on invented people, and fixtures in the style of markdown-it, for the tests of rendering."""

from dataclasses import dataclass, replace
from typing import Any

from generator.markdown.author_text import AuthorText
from generator.markdown.citations import Citations
from generator.markdown.markup import FieldMarkup
from generator.model.article import Article
from generator.model.edtf import parse_edtf
from generator.model.errors import Location
from generator.model.explainer import (
    Correction,
    Event,
    ExpertOpinion,
    Explainer,
    Known,
    Person,
    Places,
    Quotation,
    Source,
    Unknown,
)
from generator.model.outcome import Outcome
from generator.render.page_data import PageData
from generator.verification.verify import verify
from generator.wording.phrases import page_phrases
from tests.support.places import DATA

FILE = Location(path="content/harbour.md")
TEXT = """The hearing began on Monday. Ada Example, a law professor, was asked first.

“I know of nothing that would let him close the harbour,” said Ada Example. “It would be new.” Nobody spoke.

“We will close it,” said Bob Sample. “We will not pay for the harbour,” said Bob Sample.
"""
ARTICLE = Article(text=TEXT, title="Harbour hearing", publisher="The Paper", url="https://paper.example/harbour-1")
PAPER = Source(
    id="paper",
    title=ARTICLE.title,
    publisher=ARTICLE.publisher,
    published=parse_edtf("2025-04-07"),
    url=ARTICLE.url,
    archived="https://archive.example/1",
    article=ARTICLE,
)


@dataclass(frozen=True)
class Case:
    """A fixture: what goes in, and what comes out."""

    title: str
    given: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """Read a file of cases: title, a line with a dot, input, a dot, output, a dot."""
    parts: list[list[str]] = [[]]
    for line in (DATA / "render" / name).read_text("utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    triples = zip(texts[::3], texts[1::3], texts[2::3], strict=False)
    return [Case(title.strip(), given, expected) for title, given, expected in triples]


def body(text: str) -> AuthorText:
    """Make the body of a page whose front matter has nine lines."""
    return AuthorText(text, replace(FILE, line=10), in_body=True)


def make_page(text: str = "", **fields: Any) -> Explainer:
    """Make an explainer with one source, two people, three quotations, one expert and two events."""
    page = Explainer(
        path="harbour.md",
        title="Who may close the harbour?",
        body=text,
        body_line=10,
        places=Places(file=FILE),
        sources={"paper": PAPER},
        people={
            "ada": Person(id="ada", name="Ada Example", role="law professor", affiliation="Example University"),
            "bob": Person(id="bob", name="Bob Sample", role="mayor"),
        },
        quotes={
            "nothing": Quotation(
                id="nothing",
                text="I know of nothing that would let him close the harbour",
                speaker="ada",
                source="paper",
            ),
            "close": Quotation(id="close", text="We will close it", speaker="bob", source="paper"),
            "pay": Quotation(id="pay", text="We will … pay for the harbour", speaker="bob", source="paper"),
        },
        experts={
            "ada": ExpertOpinion(id="ada", person="ada", question="Is it legal?", position="no", quotes=("nothing",))
        },
        timeline={
            "hearing": Event(
                id="hearing",
                date=parse_edtf("2025-04-07"),
                title="A hearing",
                sources=("paper",),
                quotes=("close",),
            ),
            "plan": Event(id="plan", date=parse_edtf("2025-03~"), title="A plan"),
        },
    )
    return replace(page, **fields)


def full_page(text: str = "") -> Explainer:
    """Make an explainer that uses every field."""
    return make_page(
        text,
        standfirst="A *short* story [@paper].",
        byline=("Desk", "Somebody"),
        published=parse_edtf("2025-04-08"),
        updated=parse_edtf("2025-04-09"),
        key_points=("The harbour is **open**", "For now [@paper]"),
        known=(Known(text="It is open.", as_of=parse_edtf("2025-04"), sources=("paper",)),),
        unknown=(Unknown(text="Until when?", asked=parse_edtf("2025-04"), review_by=parse_edtf("2026")),),
        glossary={"harbour": "A place for *ships*."},
        corrections=(Correction(date=parse_edtf("2025-04-09"), text="A name was wrong.", of="close"),),
    )


def make_page_data(page: Explainer) -> PageData:
    """Return what the parts of a page are made from, its quotations verified."""
    citations = Citations(page.sources, "Source {number}: {name}")
    markup = FieldMarkup(citations)
    return PageData(
        explainer=page,
        outcomes=verify_all(page),
        phrases=page_phrases("en"),
        citations=citations,
        html=lambda value: markup.render(value).html,
    )


def verify_all(page: Explainer) -> dict[str, Outcome]:
    """Verify each quotation of a page against the one article."""
    return {
        quotation.id: Outcome(verify(quotation.text, ARTICLE, speaker=page.people[quotation.speaker].name))
        for quotation in page.quotes.values()
    }

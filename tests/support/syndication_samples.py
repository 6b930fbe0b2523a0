"""A record with every kind of thing and of date, and its places on the web, for the tests of what machines read."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.catalogue.addresses import Addresses, Section
from generator.catalogue.record import make_record
from generator.model.edtf import parse_edtf
from generator.model.explainer import Correction, CorrectionKind, Event, Explainer, Person, PersonType, Site
from generator.model.outcome import Outcome
from generator.model.verdict import Status, Verdict
from generator.site.options import SECTIONS
from generator.site.settings import Organisation, Outputs, Settings
from generator.syndication.outputs import Machine, make_machine
from generator.syndication.web import Web
from tests.support.render_samples import PAPER, full_page

URL = "https://example.org/record/"
DATES = {
    "day": "2025-04-07",
    "zulu": "2025-04-07T10:30:00Z",
    "zoned": "2025-04-07T01:30:00+02:00",
    "local": "2025-04-07T10:30:00",
    "days": "2025-04-07/2025-04-09",
    "month": "2025-04",
    "about": "2025-04-07~",
    "perhaps": "2025-04-07?",
    "season": "2025-21",
    "open": "2025-04-07/..",
    "decade": "202X",
    "deep": "Y-24499~/Y-16999~",
    "early": "-0043-03-15",
    "years": "2024/2025",
    "some-day": "2025-04-XX",
}
HOSTILE = '</script><!--<script>alert(1)//]]>&\u2028,;\\"\u202e'


def machine_page(path: str = "explainers/harbour.md", **fields: Any) -> Explainer:
    """Make an explainer that uses every field, with an event for every sort of date."""
    events = {
        name: Event(id=name, date=parse_edtf(date), title=f"On {name}", text="It *was* [@paper].", sources=("paper",))
        for name, date in DATES.items()
    }
    page = replace(
        full_page(),
        path=path,
        byline=("Ada Example", "Desk"),
        topics=("harbours", "law & order"),
        timeline=events,
        corrections=(
            Correction(date=parse_edtf("2025-04-09"), text="A *name* was wrong [@paper].", of="close"),
            Correction(date=parse_edtf("2025-04-09"), text="Another.", kind=CorrectionKind.CLARIFICATION),
            Correction(date=parse_edtf("2025-04-10"), text="News.", kind=CorrectionKind.UPDATE),
            Correction(date=parse_edtf("2025"), text="Some time."),
        ),
    )
    people = {**page.people, "bob": Person(id="bob", name="Bob Sample", type=PersonType.ORGANISATION, role="a port")}
    return replace(page, people=people, **fields)


def hostile_page() -> Explainer:
    """Make an explainer whose every text tries to break out."""
    page = machine_page()
    return replace(
        page,
        title=HOSTILE,
        kicker=HOSTILE,
        standfirst=HOSTILE,
        byline=(HOSTILE,),
        topics=(HOSTILE,),
        key_points=(HOSTILE,),
        sources={"paper": replace(PAPER, title=HOSTILE, publisher=HOSTILE, author=HOSTILE)},
        people={name: replace(person, name=HOSTILE, role=HOSTILE) for name, person in page.people.items()},
        quotes={name: replace(quotation, text=HOSTILE) for name, quotation in page.quotes.items()},
        timeline={name: replace(event, title=HOSTILE, text=HOSTILE) for name, event in page.timeline.items()},
        corrections=tuple(replace(note, text=HOSTILE) for note in page.corrections),
    )


def outcomes_of(page: Explainer) -> dict[str, Outcome]:
    """Take every quotation of a page for verified."""
    return {name: Outcome(Verdict(status=Status.VERIFIED)) for name in page.quotes}


def addresses_of(*pages: Explainer) -> Addresses:
    """Return where the things of some pages stand."""
    found = {(page.path, name): outcome for page in pages for name, outcome in outcomes_of(page).items()}
    record = make_record(Site(explainers={page.path: page for page in pages}), found)
    return Addresses(record=record, names={section: section.value for section in Section})


def web_of(*pages: Explainer, site_url: str = URL) -> Web:
    """Return the places of some pages on the web."""
    return Web(addresses=addresses_of(*pages), site_url=site_url)


def machine_of(*pages: Explainer, site_url: str = URL, **outputs: Any) -> Machine:
    """Return all that some pages say to machines."""
    return make_machine(addresses_of(*pages), settings_of(site_url, **outputs))


def settings_of(site_url: str = URL, **outputs: Any) -> Settings:
    """Return settings of a site with an address."""
    own = Organisation(
        name="The Harbour Desk",
        url="https://desk.example/",
        logo="https://desk.example/l.png",
        same_as=("https://s.example/d",),
    )
    return Settings(
        root=Path(),
        content=Path("content"),
        seeds=(Path("seeds"),),
        site_name="Harbours & more",
        site_url=site_url,
        site_description="What is *known* of harbours.",
        sections={name: name for name in SECTIONS},
        outputs=Outputs(organisation=own, **outputs),
    )

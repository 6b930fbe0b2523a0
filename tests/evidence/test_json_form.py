"""The JSON form of evidence: what is written is read back, and what is no evidence file is refused with its place."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import manifest as m
from generator.evidence.json_form import LARGEST, manifest_schema, parse_manifest, render_manifest
from generator.model.article import Kind
from generator.model.edtf import parse_edtf
from generator.model.errors import UnreadableError
from generator.model.explainer import CorrectionKind, PersonType
from generator.model.verdict import Alteration, AlterationForm, AlterationKind, Particulars, Selector, Status
from tests.support.evidence_samples import built_site

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x7f").filter(lambda c: c >= " "), max_size=20
)
DATE = st.sampled_from(["2025", "2025-03~", "202X", "2025-03/..", "2025-03-15T10:00:00Z"]).map(parse_edtf)
SHA = st.text("0123456789abcdef", min_size=64, max_size=64)
IDS = ("a", "b")


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def listed(model: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Two records with the ids to which others refer."""
    return st.tuples(*(st.builds(model, id=st.just(name), **fields) for name in IDS))


PARTICULARS = st.builds(
    Particulars,
    form=st.sampled_from(AlterationForm),
    taken=TEXT,
    put=TEXT,
    before=TEXT,
    after=TEXT,
    count=st.integers(0),
)
ALTERATION = st.builds(
    Alteration,
    kind=st.sampled_from(AlterationKind),
    description=TEXT,
    lost=st.tuples(TEXT),
    gained=st.just(()),
    particulars=PARTICULARS,
)
SOURCES = listed(
    m.SourceRecord, kind=st.sampled_from(Kind), title=TEXT, published=some(DATE), sha256=SHA, words=some(st.integers(0))
)
QUOTATIONS = listed(
    m.QuotationRecord,
    text=TEXT,
    speaker=st.sampled_from(["", *IDS]),
    source=st.sampled_from(["", *IDS]),
    said=some(DATE),
    verdict=st.sampled_from(Status),
    alterations=st.lists(ALTERATION, max_size=2).map(tuple),
    selector=some(st.builds(m.TextQuoteSelector, exact=TEXT, prefix=TEXT, suffix=TEXT)),
    position=some(st.builds(m.TextPositionSelector, start=st.integers(0), end=st.integers(0))),
    selector_sha256=some(st.builds(Selector, exact=SHA, prefix=SHA, suffix=SHA)),
    verified_on=some(st.dates()),
)
PAGE = st.builds(
    m.PageRecord,
    path=st.just("soup.md"),
    title=TEXT,
    published=some(DATE),
    updated=some(DATE),
    sources=SOURCES,
    people=listed(
        m.PersonRecord, name=TEXT, type=st.sampled_from(PersonType), same_as=st.tuples(TEXT), aliases=st.tuples(TEXT)
    ),
    quotations=QUOTATIONS,
    opinions=listed(m.OpinionRecord, person=st.just("a"), position=TEXT, quotes=st.just(("b",))),
    events=listed(m.EventRecord, date=DATE, title=TEXT, sources=st.just(("a",))),
    article=some(
        st.builds(
            m.ArticleRecord,
            place=TEXT,
            sha256=SHA,
            words_sha256=SHA,
            blocks=SHA,
            around=st.tuples(TEXT),
            frame_sha256=SHA,
        )
    ),
    corrections=st.tuples(st.builds(m.CorrectionRecord, date=DATE, kind=st.sampled_from(CorrectionKind), text=TEXT)),
)


VALIDATOR = jsonschema.Draft202012Validator(manifest_schema())


@given(page=PAGE, rules=TEXT)
def test_what_is_written_is_read_back(page: m.PageRecord, rules: str) -> None:
    manifest = m.Manifest(pages=(page,), rules=rules)
    text = render_manifest(manifest)
    VALIDATOR.validate(json.loads(text))
    assert parse_manifest(text.encode(), "evidence.json") == manifest
    assert text.endswith("}\n")


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    files = built_site(tmp_path).files
    assert files == built_site(tmp_path).files
    assert files["soup/evidence.json"] == files["evidence.json"]
    assert list(json.loads(files["evidence.json"])) == ["format", "version", "rules", "pages"]
    for path, text in files.items():
        if path.endswith("evidence.json"):
            assert render_manifest(parse_manifest(text.encode(), "")) == text


def test_the_schema_says_what_each_field_is() -> None:
    schema = manifest_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["version"]["const"] == m.VERSION
    models = [schema, *schema["$defs"].values()]
    assert all(model["description"] and "Args" not in model["description"] for model in models)
    records = [model for name, model in schema["$defs"].items() if name.endswith("Record")]
    assert len(records) > 5
    undescribed = [name for model in records for name, f in model["properties"].items() if not f.get("description")]
    assert undescribed == []


def test_the_schema_refuses_what_is_no_evidence(tmp_path: Path) -> None:
    data = plain(tmp_path)
    VALIDATOR.validate(data)
    data["pages"][0]["quotations"][0]["verdict"] = "proven"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


def plain(tmp_path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(built_site(tmp_path).files["evidence.json"])
    return data


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as found:
        parse_manifest(data, "site/evidence.json")
    return str(found.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "site/evidence.json:1:1: this is no JSON: expecting value"),
        (b'{\n "format": soup}', "site/evidence.json:2:12: this is no JSON: expecting value"),
        (b'{"a": "b\n"}', "site/evidence.json:1:9: this is no JSON: invalid control character at"),
        (b'{"version": NaN}', "NaN is no number"),
        (b'{"format": "x", "format": "explainer-evidence"}', 'the field "format" stands twice'),
        ("“Süß”".encode("cp1252"), "site/evidence.json:1:1: this file is not UTF-8"),
        ('{"format": "explainer-evidence"}'.encode("utf-16"), "this file is UTF-16, not UTF-8"),
        (b"[]", 'this is no evidence file; one begins with {"format": "explainer-evidence"'),
        (b'{"format": ["explainer-evidence"]}', "this is no evidence file"),
        (b'{"format": "explainer-evidence"}', "is of version null, and only version 2 can be read"),
        (
            b'{"format": "explainer-evidence", "version": 1}',
            "is of version 1, and only version 2 can be read; build its site anew",
        ),
    ],
)
def test_what_is_no_evidence_file_is_refused(data: bytes, message: str) -> None:
    assert message in refused(data)


@pytest.mark.parametrize(
    ("data", "times", "message"),
    [
        (b" ", LARGEST + 1, "this file has 50.0 MB; 50 MB is the most"),
        (b"[", 200_000, "it is nested too deep"),
        (b'{"a":', 200_000, "it is nested too deep"),
        (b"9", 5_000, "a number in it is too long"),
    ],
)
def test_a_file_that_is_too_much_is_refused(data: bytes, times: int, message: str) -> None:
    assert message in refused(data * times)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("pages",), {}, "pages must be a list, not dict"),
        (("pages", 0), "soup", 'pages[0] must be an object, not "soup"'),
        (
            ("pages", 0, "people"),
            [{"id": "a", "name": "A"}] * 5_001,
            "pages[0].people has more than 5,000 entries, which is the most",
        ),
        (("pages", 0, "title"), 3, "pages[0].title must be text, not 3"),
        (("pages", 0, "title"), "a\x1b[2Jb", "pages[0].title holds the character U+001B, which no text has"),
        (("pages", 0, "title"), "\ud800", "pages[0].title holds the character U+D800, which no text has"),
        (("pages", 0, "published"), "soon", 'pages[0].published cannot be "soon"; it is a date of EDTF'),
        (("pages", 0, "sources", 0, "kind"), "soup", 'kind cannot be "soup"; it is one of article, transcript'),
        (("pages", 0, "sources", 0, "words"), True, "words must be a whole number, not true"),
        (("pages", 0, "sources", 0, "words"), -1, "words must be a whole number, not -1"),
        (("pages", 0, "quotations", 0, "verdict"), "proven", 'verdict cannot be "proven"; it is one of verified'),
        (("pages", 0, "quotations", 0, "verified_on"), "2025-04", "it is a day, such as 2025-03-15"),
        (("pages", 0, "quotations", 0, "selector", "type"), "XPathSelector", "must be 'TextQuoteSelector'"),
        (("pages", 0, "quotations", 1, "id"), "hot", 'pages[0].quotations has "hot" twice'),
        (("pages", 0, "quotations", 1, "source"), "stock", 'quotations[1].source names "stock", which is not there'),
        (("pages", 0, "opinions", 0, "person"), "eve", 'opinions[0].person names "eve", which is not there'),
        (("pages", 0, "events", 0, "quotes"), ["x"], 'events[0].quotes names "x", which is not there'),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(
    path: tuple[str | int, ...], value: Any, message: str, tmp_path: Path
) -> None:
    data: Any = plain(tmp_path)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert message in refused(json.dumps(data).encode())


def test_a_field_that_is_needed_is_missed_and_one_that_is_new_is_passed_over(tmp_path: Path) -> None:
    data = plain(tmp_path)
    data["pages"][0]["later"] = {"a": 1}
    del data["pages"][0]["sources"][0]["words"]
    assert parse_manifest(json.dumps(data).encode(), "").pages[0].sources[0].words is None
    del data["pages"][0]["title"]
    assert "pages[0] has no field 'title'" in refused(json.dumps(data).encode())

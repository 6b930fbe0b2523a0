"""The front matter's fields, as pydantic validates them and as editors and the guide describe them."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.article import LANGUAGE_TAG, Kind
from generator.model.edtf import Edtf, parse_edtf
from generator.model.edtf_refusals import EdtfError
from generator.model.explainer import CorrectionKind, PersonType

_ID = re.compile(r"[^\W_](?:[\w-]*\w)?")
_LONGEST_ID = 120
"""Bytes of UTF-8; file systems take names of 255."""
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


def _date(value: Any) -> Edtf:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "must be a date")
    try:
        return parse_edtf(value)
    except EdtfError as error:
        raise PydanticCustomError("bad-date", "{problem}", {"problem": str(error), "help": error.help}) from error


class _DateSchema:
    """Describes a date to JSON Schema as the text that it is."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_date)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": "string",
            "description": "A date of EDTF level 0 or 1",
            "examples": ["2025-03-15", "2025-03~", "202X"],
        }


def _url(value: Any) -> str:
    if not isinstance(value, str) or not _URL.fullmatch(value):
        raise PydanticCustomError(
            "bad-url",
            "'{value}' is no web address",
            {"value": str(value), "help": "write it whole, with https://"},
        )
    return value


def _yes_or_no(value: Any) -> bool:
    word = str(value).lower()
    if word in _TRUE | _FALSE:
        return word in _TRUE
    raise PydanticCustomError(
        "bad-value",
        "'{value}' is neither true nor false",
        {"value": str(value), "help": "write true or false"},
    )


def is_true(value: Any) -> bool:
    """Tell whether a value of front matter means true."""
    return str(value).strip("'\"").lower() in _TRUE


def _language(value: Any) -> Any:
    if isinstance(value, str) and value.strip() and not LANGUAGE_TAG.fullmatch(value.strip()):
        raise PydanticCustomError(
            "bad-value",
            "'{value}' is no language",
            {"value": value, "help": "write a tag such as en or de-AT"},
        )
    return value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _worded(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def id_problem(key: str) -> str:
    """Return what would be right where a key cannot be an id; empty where it can."""
    marks = (char for char in key if unicodedata.category(char).startswith("M"))  # vowel signs are no letters
    letters = key.translate(dict.fromkeys(map(ord, marks), ""))
    if len(key.encode()) > _LONGEST_ID:
        return "use a short one, such as 'no-authority': it becomes part of addresses and file names"
    return "" if _ID.fullmatch(letters) else "use letters, digits and hyphens, such as 'no-authority'"


def _visible(value: str) -> str:
    """Refuse a text of nothing but spaces, signs of control and letters without a form, which looks like none."""
    if value and all(char in _BLANK or unicodedata.category(char)[0] in "ZC" for char in value):
        raise PydanticCustomError(
            "missing-field", "nothing in it can be seen", {"help": "write it, or delete the line"}
        )
    return value


def _id(value: Any) -> Any:
    if problem := id_problem(str(value)):
        raise PydanticCustomError("bad-id", "'{key}' cannot be an id", {"key": value, "help": problem})
    return value


Id = Annotated[str, BeforeValidator(_id)]
Text = Annotated[str, Field(min_length=1), AfterValidator(_visible)]
Date = Annotated[Edtf, _DateSchema]
Url = Annotated[str, BeforeValidator(_url), Field(json_schema_extra={"format": "uri"})]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
LanguageTag = Annotated[str, BeforeValidator(_language)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed)]


class _Fields(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=False, str_strip_whitespace=True, hide_input_in_errors=True
    )


class SourceFields(_Fields):
    """A work that the page relies on."""

    file: str = Field("", description="Name of its text in the seeds folder: .txt, .md or .html.")
    kind: Kind = Field(Kind.ARTICLE, description="What it is; it decides whose words stand outside quotation marks.")
    title: str = Field("", description="Its headline or title.")
    publisher: str = Field("", description="Who published it.")
    author: str = Field("", description="Who wrote it; of a statement, document or post, who issued it.")
    published: Date | None = Field(None, description="When it was published.")
    url: Url | None = Field(None, description="Its address on the web.")
    archived: Url | None = Field(None, description="The address of an archived copy.")
    retrieved: Date | None = Field(None, description="When its text was retrieved.")
    language: LanguageTag = Field("", description="Its language, if not the page's (BCP 47, such as es).")
    license: str = Field("", description="Why its text may be published, such as CC BY 4.0 or public domain.")
    former_ids: Ids = Field((), description="Ids that it had before; their addresses still lead to it.")


class PersonFields(_Fields):
    """Somebody whom the page quotes, or a body that speaks."""

    name: Text = Field(description="The full name.")
    aliases: Texts = Field((), description="Other names of the same person that sources print.")
    type: PersonType = Field(PersonType.PERSON, description="A person, or an organisation.")
    role: str = Field("", description="What the person does, as the source prints it.")
    affiliation: str = Field("", description="The body that the person belongs to.")
    interests: str = Field("", description="Declared interests, or that they were not asked for.")
    same_as: Annotated[tuple[Url, ...], BeforeValidator(_listed)] = Field(
        (), description="Addresses of pages about the same person, such as Wikidata's."
    )
    draft: YesOrNo = Field(False, description="Whether it was drafted and nobody confirmed it yet.")  # noqa: FBT003
    former_ids: Ids = Field((), description="Ids that it had before; their addresses still lead to it.")


class SharedPersonFields(PersonFields):
    """A person's own file in content/people/; its body is the biography."""


class QuotationFields(_Fields):
    """Exact words of a speaker."""

    text: Text = Field(description="The words; … leaves out, [word] puts in or replaces, [T]he changes case.")
    translation: str = Field("", description="The words in the page's language, where the source has another.")
    speaker: str = Field("", description="Id of the speaker in people.")
    source: str = Field("", description="Id of the source in which the words stand.")
    said: Date | None = Field(None, description="When they were said.")
    role: str = Field("", description="What the speaker was at that time, where it is not what people says.")
    note: str = Field("", description="What the reader must know of them; Markdown.")
    draft: YesOrNo = Field(False, description="Whether it was drafted and nobody confirmed it yet.")  # noqa: FBT003
    former_ids: Ids = Field((), description="Ids that it had before; their addresses still lead to it.")


class ExpertFields(_Fields):
    """A person's view on a question; its id is the person's unless person is given."""

    person: str = Field("", description="Id of the expert in people, where the entry's own id is another.")
    question: str = Field("", description="The question that was put.")
    position: str = Field("", description="The answer in a few words.")
    summary: str = Field("", description="The answer in your words; Markdown.")
    interests: str = Field("", description="Interests in this question, where they differ from the person's.")
    quotes: Texts = Field((), description="Ids of quotations that belong to it.")
    draft: YesOrNo = Field(False, description="Whether it was drafted and nobody confirmed it yet.")  # noqa: FBT003
    former_ids: Ids = Field((), description="Ids that it had before; their addresses still lead to it.")


class EventFields(_Fields):
    """A dated happening on the timeline."""

    date: Date = Field(description="When it happened, as surely as you know.")
    title: Text = Field(description="What happened, in one line.")
    text: str = Field("", description="More about it; Markdown.")
    sources: Texts = Field((), description="Ids of the sources that tell of it.")
    quotes: Texts = Field((), description="Ids of quotations that belong to it.")
    key: YesOrNo = Field(False, description="Whether it is a turning point, which stands out.")  # noqa: FBT003
    draft: YesOrNo = Field(False, description="Whether it was drafted and nobody confirmed it yet.")  # noqa: FBT003
    former_ids: Ids = Field((), description="Ids that it had before; their addresses still lead to it.")


class QuestionFields(_Fields):
    """What a reader may ask, and the answer."""

    question: Text = Field(description="The question, as a reader would put it.")
    answer: Text = Field(description="The answer; Markdown.")
    sources: Texts = Field((), description="Ids of the sources for it.")


class KnownFields(_Fields):
    """Something that is established."""

    text: Text = Field(description="What is known; Markdown.")
    as_of: Date | None = Field(None, description="The day of which this is true.")
    sources: Texts = Field((), description="Ids of the sources that say so.")


class UnknownFields(_Fields):
    """A question that is open."""

    text: Text = Field(description="What is not known; Markdown.")
    asked: Date | None = Field(None, description="Since when the question is open.")
    review_by: Date | None = Field(None, description="When to look at it again.")
    answered: Date | None = Field(None, description="When it was answered.")
    answer: str = Field("", description="The answer; Markdown.")
    sources: Texts = Field((), description="Ids of the sources for it.")


class CorrectionFields(_Fields):
    """A change note."""

    date: Date = Field(description="The day of the change.")
    text: Text = Field(description="What was changed and why; Markdown.")
    kind: CorrectionKind = Field(
        CorrectionKind.CORRECTION, description="A mistake mended, a sentence made clearer, or news added."
    )
    of: str = Field("", description="Id of the entry that was changed; empty for the page.")


class PageFields(_Fields):
    """Front matter of an explainer."""

    title: Text = Field(description="The headline.")
    kicker: str = Field("", description="A few words above the headline, such as the field or the place.")
    standfirst: str = Field("", description="One or two sentences below the headline.")
    byline: Texts = Field((), description="Who wrote the page.")
    published: Date | None = Field(None, description="When the page was first published.")
    updated: Date | None = Field(None, description="When it was last changed.")
    language: LanguageTag = Field("", description="Its language (BCP 47, such as en); the site's if not given.")
    topics: Texts = Field((), description="What it is about, in single words.")
    key_points: Texts = Field((), description="The short version, a sentence each; Markdown.")
    sources: dict[Id, SourceFields] = Field({}, description="The sources, by id.")
    people: dict[Id, PersonFields] = Field({}, description="The speakers, by id.")
    quotes: dict[Id, QuotationFields] = Field({}, description="The quotations, by id.")
    experts: dict[Id, ExpertFields] = Field({}, description="What experts say, by the expert's id.")
    timeline: dict[Id, EventFields] = Field({}, description="The events, by id.")
    questions: dict[Id, QuestionFields] = Field({}, description="Questions and answers, by id.")
    known: Annotated[tuple[Annotated[KnownFields, BeforeValidator(_worded)], ...], BeforeValidator(_listed)] = Field(
        (), description="What is known."
    )
    unknown: Annotated[tuple[Annotated[UnknownFields, BeforeValidator(_worded)], ...], BeforeValidator(_listed)] = (
        Field((), description="What is not known.")
    )
    glossary: dict[str, Text] = Field({}, description="Meanings of terms, by term; Markdown.")
    corrections: tuple[CorrectionFields, ...] = Field((), description="What was changed since the page was published.")
    allow_quotes: Texts = Field(
        (), description="Words that may stand in quotation marks in the prose without a source."
    )
    draft: YesOrNo = Field(False, description="Whether the page is not yet meant for readers.")  # noqa: FBT003
    listed: YesOrNo = Field(True, description="Whether listings of the site's explainers show it.")  # noqa: FBT003


ENTRIES: Mapping[str, type[_Fields]] = {
    "sources": SourceFields,
    "people": PersonFields,
    "quotes": QuotationFields,
    "experts": ExpertFields,
    "timeline": EventFields,
    "questions": QuestionFields,
}
"""The fields that hold entries by id, and what an entry is."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an explainer's front matter."""
    schema = PageFields.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema

"""The text and the metadata of a Source, as reading and verification need them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
"""What a language tag of BCP 47 looks like as a whole, such as en or pt-BR."""


class Kind(StrEnum):
    """What sort of work a Source is; it decides whose words stand outside quotation marks."""

    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    STATEMENT = "statement"
    DOCUMENT = "document"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Article:
    """The text and the metadata of a Source.

    Args:
        text: The whole text, paragraphs separated by line ends; all offsets count its characters.
        published: Day of publication; None when it is not known to the day.
        kind: What sort of work it is.
        title: Headline of the work.
        publisher: Who published it.
        author: Who wrote or issued it.
        url: Its web address.
        language: BCP 47 tag of its language; empty where it is not known.
        license: Why its text may be published: a licence's name or address, or words such as “public domain”.
    """

    text: str
    published: date | None = None
    kind: Kind = Kind.ARTICLE
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    license: str = ""

    @property
    def issuer(self) -> str:
        """Whose words all of it is, where the kind says so: its author, or else its publisher."""
        return self.author or self.publisher

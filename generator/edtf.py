"""Dates that say how sure they are: EDTF (ISO 8601-2:2019), levels 0 and 1."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Edtf:
    """PLACEHOLDER: the helper for dates writes this module."""

    text: str
    earliest: datetime
    latest: datetime

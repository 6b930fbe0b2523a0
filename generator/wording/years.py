"""Years: what events are grouped by."""

from generator.model.edtf import Edtf, Part, Precision
from generator.wording.date_words import date_words


def year_label(date: Edtf, language: str) -> str:
    """Return the year in which a date begins; in words where even the year is in doubt."""
    if not isinstance(date.start, Part):
        return date_words(date, language)
    doubtful = date.start.doubt and date.start.precision is Precision.YEAR
    if doubtful or date.start.earliest[0] != date.start.latest[0] or date.start.year < 1:
        return date_words(Edtf(date.start, date.start), language)
    return str(date.start.year)

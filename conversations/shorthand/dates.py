"""Dates of a line, known to the day or to the month, and how far apart they are."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from conversations.shorthand.lexing import Token

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, order=True)
class Dated:
    """The first and the last day that a date may mean."""

    first: date
    last: date

    def days_since(self, earlier: "Dated") -> tuple[int, int]:
        """Return the fewest and the most days since an earlier date."""
        return (self.first - earlier.last).days, (self.last - earlier.first).days


def dated(token: Token) -> Dated | None:
    """Return what a date means; nothing without its year, or if there is no such day."""
    said = token.values
    if "year" not in said or not said.keys() & {"month", "month_name"}:
        return None
    year = int(said["year"])
    month = int(said["month"]) if "month" in said else _MONTHS.index(said["month_name"]) + 1
    last = monthrange(year, month)[1]
    day = int(said.get("day", "1"))
    if day > last:
        return None
    return Dated(date(year, month, day), date(year, month, day if "day" in said else last))

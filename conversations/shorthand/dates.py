"""Dates of a line, known to the day or to the month, and how far apart they are."""

from dataclasses import dataclass

from conversations.shorthand.lexing import Token

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, order=True)
class Dated:
    """The first and the last day that a date may mean, counted from some day long ago."""

    first: int
    last: int

    def days_since(self, earlier: "Dated") -> tuple[int, int]:
        """Return the fewest and the most days since an earlier date."""
        return self.first - earlier.last, self.last - earlier.first


def dated(token: Token) -> Dated | None:
    """Return what a date means; nothing without its year and month, or if there is no such day."""
    said = token.values
    if "year" not in said or not said.keys() & {"month", "month_name"}:
        return None
    year = int(said["year"])
    month = int(said["month"]) if "month" in said else _MONTHS.index(said["month_name"]) + 1
    last = _DAYS[month - 1] + (month == 2 and _leap(year))  # noqa: PLR2004 - February
    day = int(said.get("day", "1"))
    if day > last:
        return None
    first = _day_number(year, month, day)
    return Dated(first, first if "day" in said else first + last - 1)


def _day_number(year: int, month: int, day: int) -> int:
    past = year - 1
    leap_days = past // 4 - past // 100 + past // 400
    this_year = sum(_DAYS[: month - 1]) + (month > 2 and _leap(year))  # noqa: PLR2004 - February
    return past * 365 + leap_days + this_year + day


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

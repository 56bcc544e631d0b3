"""What one line of input says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Id = str | int | float | bool | None
"""Any JSON scalar; nothing reads it, it only comes back with the result."""


class LineFault(StrEnum):
    """Why a line cannot be read as the facts of a case. Each is a wording key's last part."""

    NOT_UTF8 = "not_utf8"
    TOO_LONG = "too_long"
    NOT_JSON = "not_json"
    EXCESSIVE = "excessive"
    """A number of thousands of digits, or nesting hundreds of levels deep."""
    HALF_CHARACTER = "half_character"
    """An escape for one half of a character that takes two: no text can hold it."""
    NOT_AN_OBJECT = "not_an_object"
    REPEATED = "repeated"
    UNKNOWN_MEMBER = "unknown_member"
    ID_NOT_SCALAR = "id_not_scalar"
    FACTS_NOT_AN_OBJECT = "facts_not_an_object"
    QUOTES = "quotes"
    RAGGED = "ragged"


@dataclass(frozen=True, slots=True)
class Record:
    """A case as it was written: in which line, under which id, with which facts."""

    line: int
    id: Id
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A line that cannot be read as a case.

    `details` fill the places of the fault's wording; `facts` are those it concerns.
    """

    line: int
    fault: LineFault
    id: Id = None
    details: Mapping[str, object] = field(default_factory=dict)
    facts: tuple[str, ...] = ()

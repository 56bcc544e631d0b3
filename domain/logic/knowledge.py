"""What can be known of a fact: its value, or the interval its number lies in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Interval(NamedTuple):
    """What is known of a number, in ticks of its fact, both ends included."""

    low: int
    high: int


Known = bool | StrEnum | Interval
"""What an answer, or an implication, says of one fact."""

Knowledge = Mapping[str, Known]
"""What is known of a case: fact name to value or interval. An absent fact is unknown."""

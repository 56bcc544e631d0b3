"""What a fact is: a name, the answers it admits, and the conditions one can state about it.

Numbers are counted in ticks, whole multiples of the fact's step, so that "more than
50%" and "at least 3 sessions" are the same kind of statement and nothing is rounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.logic.conditions import AtLeast, Atom, OneOf
from domain.logic.knowledge import Interval, Known

Answer = bool | int | float | StrEnum
"""One answered fact, as the data contract writes it."""


@dataclass(frozen=True)
class Choice:
    """A fact with a few named values, or yes and no.

    `follows_tace` is true of what can be known only after at least one session.
    """

    name: str
    follows_tace: bool = False
    values: tuple[bool | StrEnum, ...] = (False, True)

    def is_(self, *values: bool | StrEnum) -> Atom:
        """State that the fact has one of these values."""
        return OneOf(self.name, frozenset(values))

    def known(self, answer: Answer | str) -> Known:
        """Return what the answer says: the value that it is or names; raises `ValueError`."""
        for value in self.values:
            if value == answer:
                return value
        raise ValueError(f"{self.name} has no value {answer!r}")


@dataclass(frozen=True, kw_only=True)
class Number:
    """A fact that is counted or measured from `low` to `high`, in steps of 1 / `ticks_per_unit`.

    `ranges` are named answers for a number that was not measured exactly.
    """

    name: str
    follows_tace: bool = False
    low: float
    high: float
    ticks_per_unit: int = 1
    ranges: Mapping[StrEnum, Interval] = field(default_factory=dict, hash=False)

    def at_least(self, value: float) -> Atom:
        """State that the number is `value` or more."""
        return AtLeast(self.name, self.ticks(value))

    def above(self, value: float) -> Atom:
        """State that the number is more than `value`."""
        return AtLeast(self.name, self.ticks(value) + 1)

    def ticks(self, value: float) -> int:
        """Return `value` in ticks."""
        return round(value * self.ticks_per_unit)

    def value(self, ticks: int) -> int | float:
        """Return the number that `ticks` stand for: an `int` where it is whole."""
        whole, rest = divmod(ticks, self.ticks_per_unit)
        return ticks / self.ticks_per_unit if rest else whole

    def known(self, answer: Answer | str) -> Interval:
        """Return the interval that the answer, a number or a named range, leaves open."""
        if isinstance(answer, str):
            return next(span for name, span in self.ranges.items() if name == answer)
        ticks = self.ticks(answer)
        return Interval(ticks, ticks)


Fact = Choice | Number

"""Conditions on facts, with unknown as a truth value of its own.

A condition is a small frozen tree. `truth` follows Kleene's strong logic: `None` is
"not known", "no" and "not known" make "no", "yes" and "not known" make "not known".

Kleene's answer is exact for one statement, but not for a whole case, where facts bind
each other; `domain.worlds.worlds` decides those.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from domain.logic.knowledge import Interval, Knowledge


class Condition:
    """A statement about a case that is true, false, or not known."""

    def truth(self, known: Knowledge) -> bool | None:
        """Return whether the statement holds, `None` where that is not known."""
        raise NotImplementedError

    def atoms(self) -> Iterator["Atom"]:
        """Yield the statements about single facts that this one is made of."""
        raise NotImplementedError

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names of the facts that the statement reads."""
        return frozenset(atom.fact for atom in self.atoms())

    def __and__(self, other: "Condition") -> "Condition":
        return AllOf((self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return AnyOf((self, other))

    def __invert__(self) -> "Condition":
        return Not(self)


@dataclass(frozen=True)
class Atom(Condition):
    """A statement about one fact."""

    fact: str

    def atoms(self) -> Iterator["Atom"]:
        """Yield the statement itself."""
        yield self


@dataclass(frozen=True)
class OneOf(Atom):
    """The fact has one of these named values."""

    values: frozenset[object]

    def truth(self, known: Knowledge) -> bool | None:
        """Return whether the fact's value is among them."""
        value = known.get(self.fact)
        return None if value is None else value in self.values


@dataclass(frozen=True)
class AtLeast(Atom):
    """The fact's number is at least `ticks`."""

    ticks: int

    def truth(self, known: Knowledge) -> bool | None:
        """Return whether the whole known interval lies on one side of the bound."""
        interval = known.get(self.fact)
        if not isinstance(interval, Interval):
            return None
        if interval.low >= self.ticks:
            return True
        return False if interval.high < self.ticks else None


@dataclass(frozen=True)
class NotMore(Condition):
    """The first fact's number is not more than the second's."""

    lesser: str
    greater: str

    def truth(self, known: Knowledge) -> bool | None:
        """Compare the two known intervals."""
        lesser, greater = known.get(self.lesser), known.get(self.greater)
        if not isinstance(lesser, Interval) or not isinstance(greater, Interval):
            return None
        if lesser.high <= greater.low:
            return True
        return False if lesser.low > greater.high else None

    def atoms(self) -> Iterator[Atom]:
        """Yield one statement a fact, each about the first tick that can matter."""
        yield AtLeast(self.lesser, 1)
        yield AtLeast(self.greater, 1)


@dataclass(frozen=True)
class AllOf(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def truth(self, known: Knowledge) -> bool | None:
        """Return false as soon as one part is false, and true only if all are true."""
        together: bool | None = True
        for part in self.parts:
            truth = part.truth(known)
            if truth is False:
                return False
            if truth is None:
                together = None
        return together

    def atoms(self) -> Iterator[Atom]:
        """Yield the statements of all parts."""
        for part in self.parts:
            yield from part.atoms()


@dataclass(frozen=True)
class AnyOf(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def truth(self, known: Knowledge) -> bool | None:
        """Return true as soon as one part is true, and false only if all are false."""
        together: bool | None = False
        for part in self.parts:
            truth = part.truth(known)
            if truth:
                return True
            if truth is None:
                together = None
        return together

    def atoms(self) -> Iterator[Atom]:
        """Yield the statements of all parts."""
        for part in self.parts:
            yield from part.atoms()


@dataclass(frozen=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    def truth(self, known: Knowledge) -> bool | None:
        """Return the opposite; the opposite of not known is not known."""
        truth = self.part.truth(known)
        return None if truth is None else not truth

    def atoms(self) -> Iterator[Atom]:
        """Yield the statements of the part."""
        return self.part.atoms()


@dataclass(frozen=True)
class NotKnownTrue(Condition):
    """The part is false or not known: the one statement that takes unknown for an answer."""

    part: Condition

    def truth(self, known: Knowledge) -> bool | None:
        """Return whether the part is anything but true."""
        return self.part.truth(known) is not True

    def atoms(self) -> Iterator[Atom]:
        """Yield the statements of the part."""
        return self.part.atoms()


ALWAYS: Condition = AllOf(())
"""The statement that holds of every case."""


def implies(premise: Condition, conclusion: Condition) -> Condition:
    """State that `conclusion` holds wherever `premise` does."""
    return ~premise | conclusion

"""The parts of a fact's values that no condition tells apart."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.facts.fact import Answer, Choice, Fact, Number
from domain.logic.conditions import AtLeast, Atom, OneOf

Position = int | StrEnum
"""Where an answer lies: in the cell of that index, or in those of a named range."""

Positions = tuple[Position | None, ...]
"""Where the answers to some facts lie, in their order; `None` of an unanswered fact."""


@dataclass(frozen=True)
class ChoiceCells:
    """Named values grouped so that every condition holds of all of a group or of none."""

    choice: Choice
    groups: tuple[frozenset[object], ...]

    def __len__(self) -> int:
        return len(self.groups)

    def positions(self) -> list[Position]:
        """Return every position in which an answer can lie."""
        return list(range(len(self.groups)))

    def position(self, answer: Answer) -> Position:
        """Return where the answer lies: in the one group that has it."""
        return next(index for index, group in enumerate(self.groups) if answer in group)

    def at(self, position: Position) -> list[int]:
        """Return the cells that an answer at this position may lie in: one."""
        return [index for index in range(len(self.groups)) if index == position]

    def satisfying(self, atom: Atom) -> list[int]:
        """Return the cells in which the statement holds."""
        return [
            index
            for index, group in enumerate(self.groups)
            if isinstance(atom, OneOf) and group <= atom.values
        ]

    def alternatives(self, position: Position) -> list[list[Answer]]:
        """Return every value of each other group, in the fact's order, in a list of its own."""
        return [[value] for value in self.choice.values if self.position(value) != position]


@dataclass(frozen=True)
class NumberCells:
    """A number's ticks, cut wherever a condition has a bound; `starts` are the first ticks."""

    number: Number
    starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, ticks: int) -> int:
        """Return the cell in which `ticks` lies."""
        return bisect_right(self.starts, ticks) - 1

    def positions(self) -> list[Position]:
        """Return every position in which an answer can lie."""
        return [*range(len(self.starts)), *self.number.ranges]

    def position(self, answer: Answer) -> Position:
        """Return where the answer lies: a number in its cell, a named range in itself."""
        if isinstance(answer, StrEnum):
            return answer
        return self.index(self.number.ticks(answer))

    def at(self, position: Position) -> list[int]:
        """Return the cells that an answer at this position may lie in."""
        if isinstance(position, int):
            return [position]
        known = self.number.known(position)
        return list(range(self.index(known.low), self.index(known.high) + 1))

    def satisfying(self, atom: Atom) -> list[int]:
        """Return the cells in which the statement holds."""
        return [
            index
            for index, start in enumerate(self.starts)
            if isinstance(atom, AtLeast) and start >= atom.ticks
        ]

    def alternatives(self, position: Position) -> list[list[Answer]]:
        """Return the nearest answer in every other cell: those below, then those above.

        Nearest first on both sides. For a named range the other ranges take the place of
        numbers, since no figure was measured.
        """
        if isinstance(position, int):
            return [
                [self.number.value(start - 1) for start in reversed(self.starts[1 : position + 1])],
                [self.number.value(start) for start in self.starts[position + 1 :]],
            ]
        own = self.number.known(position)
        below = [each for each, span in self.number.ranges.items() if span < own]
        above = [each for each, span in self.number.ranges.items() if span > own]
        return [list(reversed(below)), list(above)]


Cells = ChoiceCells | NumberCells


def starts_of(cells: Cells) -> tuple[int, ...]:
    """Return the first tick of each cell; raises `TypeError` for a fact that is no number."""
    if not isinstance(cells, NumberCells):
        raise TypeError("only numbers can be compared")
    return cells.starts


def cells_of(fact: Fact, atoms: Iterable[Atom]) -> Cells:
    """Return the coarsest cells of `fact` that each of `atoms`, all about it, keeps whole."""
    if isinstance(fact, Number):
        bounds = {atom.ticks for atom in atoms if isinstance(atom, AtLeast)}
        low, high = fact.ticks(fact.low), fact.ticks(fact.high)
        return NumberCells(fact, (low, *sorted(each for each in bounds if low < each <= high)))
    tests = [atom.values for atom in atoms if isinstance(atom, OneOf)]
    groups: dict[tuple[bool, ...], set[object]] = {}
    for value in fact.values:
        groups.setdefault(tuple(value in test for test in tests), set()).add(value)
    return ChoiceCells(fact, tuple(frozenset(group) for group in groups.values()))

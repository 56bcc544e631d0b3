"""Every way a case can be completed, as the bits of one number.

A *world* is a completed, admissible case. Worlds that no condition tells apart are
one: a fact's values fall into *cells*, the coarsest parts that every condition keeps
whole ("0, 1, 2, 3 or more sessions"). One bit stands for each combination of cells, so
a set of worlds is an `int`, a condition is the set of worlds where it holds, and what an
unfinished case leaves possible is the intersection of what it answers. That is exact
whatever the conditions are, and takes microseconds where enumeration takes seconds.

With no session nothing that follows TACE can be answered. Those worlds still carry some
cell for such facts, which means nothing there: an answer to such a fact excludes them,
and a rule that reads such facts sets them apart first (`Worlds.untreated`).
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from domain.facts.admissibility import AFTER_A_SESSION, RULES
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.facts.fact import Answer
from domain.logic.conditions import AllOf, AnyOf, AtLeast, Atom, Condition, Not, NotMore
from domain.worlds.cells import Cells, NumberCells, cells_of


class Worlds:
    """The admissible completed cases, as far as some conditions tell them apart."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        self.cells = _cells(conditions)
        self._digits: dict[str, list[int]] = {}
        self._answered: dict[tuple[str, Answer], int] = {}
        count = 1
        for cells in self.cells.values():
            count *= len(cells)
        self._every = (1 << count) - 1
        stride = 1
        for fact, cells in self.cells.items():
            self._digits[fact] = _digit_masks(stride, len(cells), count)
            stride *= len(cells)
        self.untreated = self.where(~AFTER_A_SESSION)
        self.admissible = self._every
        for rule in RULES:
            if rule.statement.facts <= self.cells.keys():
                self.admissible &= self.where(rule.statement)
        self._bearing = {name for name, fact in FACTS.items() if fact.follows_tace} | set(
            self.cells
        )
        self._tries = {
            fact: [self._if_treated(fact, digit) for digit in digits]
            for fact, digits in self._digits.items()
        }

    def where(self, condition: Condition) -> int:
        """Return the worlds in which the condition holds.

        Raises `KeyError` for a fact that these worlds were not made to tell apart.
        """
        match condition:
            case Atom():
                digits = self._digits[condition.fact]
                satisfying = self.cells[condition.fact].satisfying(condition)
                return reduce(or_, (digits[index] for index in satisfying), 0)
            case AllOf(parts):
                worlds = self._every
                for part in parts:
                    worlds &= self.where(part)
                return worlds
            case AnyOf(parts):
                return reduce(or_, (self.where(part) for part in parts), 0)
            case Not(part):
                return self._every & ~self.where(part)
            case NotMore(lesser, greater):
                worlds = self._every
                for ticks in _starts(self.cells[lesser])[1:]:
                    worlds &= ~self.where(AtLeast(lesser, ticks)) | self.where(
                        AtLeast(greater, ticks)
                    )
                return worlds
        raise TypeError(f"no worlds are set apart by {condition!r}")

    def answered(self, fact: str, answer: Answer) -> int:
        """Return the worlds that the answer to one fact admits."""
        # True and 1 are equal as keys, but no fact takes both yes or no and numbers.
        key = (fact, answer)
        if key not in self._answered:
            self._answered[key] = self._admitting(fact, answer)
        return self._answered[key]

    def consistent_with(self, answers: Mapping[str, Answer]) -> int:
        """Return the worlds that all the answers admit."""
        worlds = self.admissible
        for fact, answer in answers.items():
            if fact in self._bearing:
                worlds &= self.answered(fact, answer)
        return worlds

    def cells_to_try(self, fact: str) -> list[int]:
        """Return, for each cell of an unanswered fact, the worlds that an answer in it admits."""
        return self._tries[fact]

    def _admitting(self, fact: str, answer: Answer) -> int:
        worlds = self._every
        if fact in self.cells:
            digits = self._digits[fact]
            worlds = reduce(or_, (digits[index] for index in self.cells[fact].answered(answer)))
        return self._if_treated(fact, worlds)

    def _if_treated(self, fact: str, worlds: int) -> int:
        """Leave out the worlds without a session where the fact can be answered only after one."""
        return worlds & ~self.untreated if FACTS[fact].follows_tace else worlds


def _cells(conditions: Iterable[Condition]) -> dict[str, Cells]:
    """Return the cells of every fact that the conditions read or that bears on one they read."""
    statements = list(conditions)
    read = {TACE_SESSIONS.name}.union(*(statement.facts for statement in statements))
    statements.append(AFTER_A_SESSION)
    waiting = [rule.statement for rule in RULES]
    while touching := [each for each in waiting if each.facts & read]:
        statements += touching
        waiting = [each for each in waiting if each not in touching]
        read = read.union(*(statement.facts for statement in touching))
    atoms = [atom for statement in statements for atom in statement.atoms()]
    cells = {
        name: cells_of(fact, [atom for atom in atoms if atom.fact == name])
        for name, fact in FACTS.items()
        if name in read
    }
    for statement in statements:
        if isinstance(statement, NotMore):
            # Two numbers that are compared must be cut at the same ticks.
            lesser, greater = cells[statement.lesser], cells[statement.greater]
            starts = tuple(sorted({*_starts(lesser), *_starts(greater)}))
            for fact in (statement.lesser, statement.greater):
                cells[fact] = cells_of(FACTS[fact], [AtLeast(fact, start) for start in starts])
    return cells


def _starts(cells: Cells) -> tuple[int, ...]:
    if not isinstance(cells, NumberCells):
        raise TypeError("only numbers can be compared")
    return cells.starts


def _digit_masks(stride: int, radix: int, count: int) -> list[int]:
    """Return, for each digit, the numbers below `count` that have it at the place `stride`."""
    period = stride * radix
    repeated = ((1 << count) - 1) // ((1 << period) - 1)
    return [(((1 << stride) - 1) << (digit * stride)) * repeated for digit in range(radix)]

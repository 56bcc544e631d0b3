"""Every way a case can be completed, as far as some conditions tell the ways apart.

A *world* is a completed, admissible case. Worlds that no condition tells apart are one: a
fact's values fall into *cells*, the coarsest parts that every condition keeps whole ("0, 1,
2, 3 or more sessions"). One bit stands for each combination of the cells of the facts that the
conditions read, so a set of worlds is an `int`, and what an unfinished case leaves possible is
the intersection of what its answers leave. That is exact whatever the conditions are, and
takes microseconds where enumeration takes seconds.

A fact that no condition reads can still bear on one that is read, through the rules of
admissibility: with a complete response nothing is viable. Of such facts all that counts is in
which worlds they can have a value (`domain.worlds.bond`).

With no session nothing that follows TACE can be answered. Those worlds still carry some
cell for such facts, which means nothing there: an answer to such a fact excludes them,
and a rule that reads such facts sets them apart first (`Worlds.untreated`).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, getitem
from typing import NamedTuple

from domain.facts.admissibility import AFTER_A_SESSION, RULES
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.facts.fact import Answer
from domain.logic.conditions import AllOf, Condition
from domain.worlds.bond import Bond, bound_together
from domain.worlds.cells import Cells, Position, Positions, cells_of
from domain.worlds.cutting import cut
from domain.worlds.space import Space


class Given(NamedTuple):
    """What some worlds know of a case. Whatever they say of it, they say of all that agree in this.

    `positions` are those of the answers to the facts that are read, `left` the worlds that the
    answers to all other facts leave.
    """

    positions: Positions
    left: int


class Worlds:
    """The admissible completed cases, as far as some conditions tell them apart.

    `read` names the facts that the conditions read, in catalogue order, and the sessions; `bonds`
    are those of all other facts of which an answer can leave fewer worlds; `cells` has the cells
    of both.
    """

    def __init__(self, conditions: Iterable[Condition]) -> None:
        statements = tuple(conditions)
        bearing = cut(statements)
        read = {TACE_SESSIONS.name}.union(*(statement.facts for statement in statements))
        self.read = tuple(fact for fact in bearing if fact in read)
        self._space = Space({fact: bearing[fact] for fact in self.read})
        self.untreated = self.where(~AFTER_A_SESSION)
        self.bonds = tuple(self._bonds(bearing))
        self.cells = {fact: cells for bond in self.bonds for fact, cells in bond.cells.items()}
        self.cells |= self._space.cells
        rules = (rule.statement for rule in RULES if rule.statement.facts <= read)
        self.admissible = reduce(
            and_,
            (bond[(None,) * len(bond.cells)] for bond in self.bonds),
            self.where(AllOf(tuple(rules))),
        )
        self._leaving = {fact: self._left_at_each_position(fact) for fact in self.read}
        self._positions = tuple(_PositionOf(self.cells[fact]) for fact in self.read)
        self._behind = tuple(fact for bond in self.bonds for fact in bond.cells)
        self._places_behind = {fact: _PositionOf(self.cells[fact]) for fact in self._behind}
        self._alone = {
            fact: _Leaving(bond, self._places_behind[fact])
            for bond in self.bonds
            for fact in bond.cells
            if len(bond.cells) == 1
        }
        self._together = tuple(
            (bond, [self._places_behind[fact] for fact in bond.cells])
            for bond in self.bonds
            if len(bond.cells) > 1
        )

    def where(self, condition: Condition) -> int:
        """Return the worlds in which the condition holds.

        Raises `KeyError` for a fact that these worlds were not made to tell apart.
        """
        return self._space.where(condition)

    def given(self, answers: Mapping[str, Answer]) -> Given:
        """Return all that the worlds know of a case with these answers."""
        get = answers.get
        alone = map(getitem, self._alone.values(), map(get, self._alone))
        left = reduce(and_, alone, self.admissible)
        for bond, positions in self._together:
            left &= bond[tuple(map(getitem, positions, map(get, bond.cells)))]
        return Given(tuple(map(getitem, self._positions, map(get, self.read))), left)

    def behind(self, answers: Mapping[str, Answer]) -> Positions:
        """Return the positions of the answers to the facts of all bonds, in order."""
        return tuple(map(getitem, self._places_behind.values(), map(answers.get, self._behind)))

    def admitted(self, given: Given) -> int:
        """Return the worlds that all the answers admit."""
        return reduce(and_, self.shares(given), given.left)

    def shares(self, given: Given) -> list[int]:
        """Return the worlds that each answer to a fact that is read leaves, in order."""
        return [
            self._leaving[fact][position]
            for fact, position in zip(self.read, given.positions, strict=True)
        ]

    def unanswered(self, given: Given) -> tuple[str, ...]:
        """Return the facts that are read and have no answer."""
        return tuple(
            [fact for fact, where in zip(self.read, given.positions, strict=True) if where is None]
        )

    def left_by(self, fact: str, position: Position) -> int:
        """Return the worlds that an answer at this position to a fact that is read leaves."""
        return self._leaving[fact][position]

    def by_bond(self, behind: Positions) -> Iterator[tuple[Bond, Positions]]:
        """Yield each bond with its part of the positions of the answers to the facts of all."""
        start = 0
        for bond in self.bonds:
            yield bond, behind[start : start + len(bond.cells)]
            start += len(bond.cells)

    def apart_from(self, facts: Iterable[str], worlds: int) -> int:
        """Return the worlds with these facts left out of account."""
        return self._space.apart_from(facts, worlds)

    def cells_to_try(self, fact: str) -> list[int]:
        """Return, for each cell of an unanswered fact, the worlds that an answer in it admits."""
        leaving = self._leaving[fact]
        return [leaving[position] for position in range(len(self.cells[fact]))]

    def _left_at_each_position(self, fact: str) -> Mapping[Position | None, int]:
        """Return the worlds that an answer at each position leaves, and that none leaves: all."""
        cells = self.cells[fact]
        allowed = ~self.untreated if FACTS[fact].follows_tace else self._space.everything
        left: dict[Position | None, int] = {None: self._space.everything}
        for position in cells.positions():
            left[position] = allowed & self._space.inside(fact, cells.at(position))
        return left

    def _bonds(self, bearing: Mapping[str, Cells]) -> Iterator[Bond]:
        """Yield a bond for the facts that are not told apart, but bound to one that is.

        What else follows TACE bears on the worlds as well: answered, there was a session.
        """
        others = [fact for fact in bearing if fact not in self._space.cells]
        for facts in bound_together(others, (rule.statement for rule in RULES)):
            rules = [each.statement for each in RULES if not each.statement.facts.isdisjoint(facts)]
            yield Bond({fact: bearing[fact] for fact in facts}, self._space, self.untreated, rules)
        for name, declared in FACTS.items():
            if declared.follows_tace and name not in bearing:
                yield Bond({name: cells_of(declared, ())}, self._space, self.untreated)


class _PositionOf(dict[Answer | None, Position | None]):
    """Where each answer to a fact lies, found once; no answer lies nowhere."""

    def __init__(self, cells: Cells) -> None:
        super().__init__({None: None})
        self._cells = cells

    def __missing__(self, answer: Answer) -> Position:
        """Find the position of the answer, and keep it."""
        position = self[answer] = self._cells.position(answer)
        return position


class _Leaving(dict[Answer | None, int]):
    """What a bond of a single fact leaves, by the answer itself."""

    def __init__(self, bond: Bond, positions: _PositionOf) -> None:
        super().__init__()
        self._bond = bond
        self._positions = positions

    def __missing__(self, answer: Answer | None) -> int:
        """Look up what the answer leaves, and keep it."""
        left = self[answer] = self._bond[(self._positions[answer],)]
        return left

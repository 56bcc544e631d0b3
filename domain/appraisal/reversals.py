"""Which other answers would reverse the verdict of a definition.

That follows from what the definition's worlds know of a case, and is remembered for the finding.
Only where the answers to the facts that are read do not settle the verdict by themselves can an
answer to another fact reverse it, too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from domain.appraisal.compiled import CompiledDefinition, compiled
from domain.appraisal.findings import DefinitionFinding
from domain.facts.catalogue import PRECEDENCE
from domain.facts.fact import Answer
from domain.rules.definition import Definition, Verdict
from domain.worlds.bond import Bond
from domain.worlds.cells import Position, Positions
from domain.worlds.worlds import Given

_KEPT = 2048
"""Findings of which the reversals are remembered: the latest."""


class Reversal(NamedTuple):
    """An answer in position of the one given, and the verdict that it would settle.

    A flip without what was given: cases whose answers lie in the same cells share it.
    """

    fact: str
    changed: Answer
    verdict: Verdict


class _Answered(NamedTuple):
    """An answered fact: its position, what all other answers leave, and what one to it leaves."""

    fact: str
    position: Position
    others: int
    leaving: Callable[[Position], int]


class Reversals:
    """The reversals of one definition's verdicts."""

    def __init__(self, rules: CompiledDefinition) -> None:
        self._rules = rules
        self._worlds = rules.worlds
        self._by_read = lru_cache(_KEPT)(self._reversed_by_read)
        self._by_all = lru_cache(_KEPT)(self._reversed_by_all)

    def of(self, finding: DefinitionFinding, answers: Mapping[str, Answer]) -> tuple[Reversal, ...]:
        """Return the reversals of the verdict that these answers settle, in catalogue order."""
        by_read = self._by_read(finding)
        if by_read is not None:
            return by_read
        return self._by_all(finding, self._worlds.behind(answers))

    def _reversed_by_read(self, finding: DefinitionFinding) -> tuple[Reversal, ...] | None:
        """Return the reversals by facts that are read, `None` where others may reverse it, too."""
        given = finding.given
        admitted = self._worlds.admitted(given._replace(left=self._worlds.admissible))
        if self._rules.settled(admitted) is None:
            return None
        return self._reversals(finding.verdict, self._read(given))

    def _reversed_by_all(
        self, finding: DefinitionFinding, behind: Positions
    ) -> tuple[Reversal, ...]:
        answered = chain(self._read(finding.given), self._bound(finding.given, behind))
        return self._reversals(finding.verdict, answered)

    def _reversals(self, settled: Verdict, answered: Iterable[_Answered]) -> tuple[Reversal, ...]:
        found = [each for fact in answered for each in self._reversed_by(fact, settled)]
        return tuple(sorted(found, key=lambda each: PRECEDENCE[each.fact]))

    def _read(self, given: Given) -> Iterator[_Answered]:
        """Yield the answered facts that are read."""
        worlds = self._worlds
        all_others = _without_each(worlds.shares(given), given.left)
        for fact, position, others in zip(worlds.read, given.positions, all_others, strict=True):
            if position is not None:
                yield _Answered(fact, position, others, partial(worlds.left_by, fact))

    def _bound(self, given: Given, behind: Positions) -> Iterator[_Answered]:
        """Yield the answered facts of the bonds."""
        worlds = self._worlds
        left = worlds.admitted(given._replace(left=worlds.admissible))
        bound = list(worlds.by_bond(behind))
        all_others = _without_each([bond[positions] for bond, positions in bound], left)
        for (bond, positions), others in zip(bound, all_others, strict=True):
            for index, (fact, position) in enumerate(zip(bond.cells, positions, strict=True)):
                if position is not None:
                    yield _Answered(
                        fact, position, others, partial(_left_instead, bond, positions, index)
                    )

    def _reversed_by(self, answered: _Answered, settled: Verdict) -> Iterator[Reversal]:
        """Yield the reversals by one answered fact: on each side of its answer the first."""
        fact, position, others, leaving = answered
        if not others & ~self._rules.verdicts[settled]:
            return
        cells = self._worlds.cells[fact]
        for side in cells.alternatives(position):
            for changed in side:
                verdict = self._rules.settled(others & leaving(cells.position(changed)))
                if verdict is not None and verdict is not settled:
                    yield Reversal(fact, changed, verdict)
                    break


def _left_instead(bond: Bond, positions: Positions, index: int, position: Position) -> int:
    """Return what a bond's answers leave with another position for one of them."""
    return bond[(*positions[:index], position, *positions[index + 1 :])]


def _without_each(shares: list[int], left: int) -> list[int]:
    """Return, for each share, the worlds that all the other shares leave."""
    behind = [left]
    for share in reversed(shares):
        behind.append(behind[-1] & share)
    before, others = left, []
    for share in shares:
        behind.pop()
        others.append(before & behind[-1])
        before &= share
    return others


@cache
def reversals(definition: Definition) -> Reversals:
    """Return what finds the reversals of the definition's verdicts, made once in a process."""
    return Reversals(compiled(definition))

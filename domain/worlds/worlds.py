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

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domain.facts.admissibility import AFTER_A_SESSION, RULES
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.facts.fact import Answer
from domain.logic.conditions import AllOf, Condition
from domain.worlds.bond import Answers, Bond, bound_together
from domain.worlds.cells import cells_of
from domain.worlds.cutting import cut
from domain.worlds.space import Space


class Worlds:
    """The admissible completed cases, as far as some conditions tell them apart.

    `cells` has those of every fact that bears on the conditions; `read` names the facts that these
    read, in catalogue order, and the sessions; `facts` every fact of which an answer can leave
    fewer worlds.
    """

    def __init__(self, conditions: Iterable[Condition]) -> None:
        statements = tuple(conditions)
        self.cells = cut(statements)
        read = {TACE_SESSIONS.name}.union(*(statement.facts for statement in statements))
        self.read = tuple(fact for fact in self.cells if fact in read)
        self._space = Space({fact: self.cells[fact] for fact in self.read})
        self.untreated = self.where(~AFTER_A_SESSION)
        bonds = tuple(self._bonds())
        self.facts = tuple(fact for bond in bonds for fact in bond.facts)
        self._spans = tuple((bond, _span(bond, self.facts)) for bond in bonds)
        rules = (rule.statement for rule in RULES if rule.statement.facts <= read)
        self.admissible = self.where(AllOf(tuple(rules)))
        self.admissible = self.admitted(self.given({}))
        self._tries = {
            fact: [self._admitting(fact, place) for place in range(len(cells))]
            for fact, cells in self._space.cells.items()
        }

    def where(self, condition: Condition) -> int:
        """Return the worlds in which the condition holds.

        Raises `KeyError` for a fact that these worlds were not made to tell apart.
        """
        return self._space.where(condition)

    def given(self, answers: Mapping[str, Answer]) -> Answers:
        """Return the answer, or none, to each of `facts`: all that the worlds know of a case."""
        return tuple(map(answers.get, self.facts))

    def admitted(self, given: Answers) -> int:
        """Return the worlds that all the answers admit; they are given in the order of `facts`."""
        worlds = self.admissible
        for bond, span in self._spans:
            worlds &= bond[given[span]]
        return worlds

    def answered(self, given: Answers) -> list[tuple[Bond, Answers]]:
        """Return each bond of whose facts one is answered, with the answers to them."""
        return [
            (bond, own) for bond, span in self._spans if (own := given[span]) != bond.unanswered
        ]

    def apart_from(self, facts: Iterable[str], worlds: int) -> int:
        """Return the worlds with these facts left out of account."""
        return self._space.apart_from(facts, worlds)

    def cells_to_try(self, fact: str) -> list[int]:
        """Return, for each cell of an unanswered fact, the worlds that an answer in it admits."""
        return self._tries[fact]

    def _admitting(self, fact: str, place: int) -> int:
        worlds = self._space.inside(fact, (place,))
        return worlds & ~self.untreated if FACTS[fact].follows_tace else worlds

    def _bonds(self) -> Iterator[Bond]:
        """Yield a bond for each fact that is told apart, and for those bound to such a fact.

        What else follows TACE bears on the worlds as well: answered, there was a session.
        """
        told_apart = self._space.cells
        for fact in told_apart:
            yield Bond((fact,), self.cells, self._space, self.untreated)
        behind = [fact for fact in self.cells if fact not in told_apart]
        for facts in bound_together(behind, (rule.statement for rule in RULES)):
            rules = [each.statement for each in RULES if not each.statement.facts.isdisjoint(facts)]
            yield Bond(facts, self.cells, self._space, self.untreated, rules)
        for name, declared in FACTS.items():
            if declared.follows_tace and name not in self.cells:
                yield Bond((name,), {name: cells_of(declared, ())}, self._space, self.untreated)


def _span(bond: Bond, facts: Sequence[str]) -> slice:
    """Return where in `facts` those of the bond stand."""
    start = facts.index(bond.facts[0])
    return slice(start, start + len(bond.facts))

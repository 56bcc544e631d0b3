"""Facts whose answers narrow the worlds together."""

from collections.abc import Iterable, Iterator, Mapping

from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer
from domain.logic.conditions import AllOf, Condition
from domain.worlds.cells import Cells
from domain.worlds.space import Space

Answers = tuple[Answer | None, ...]
"""An answer, or none, to each fact of a bond, in its order."""


class Bond(dict[Answers, int]):
    """What each combination of answers to some facts leaves of the worlds, worked out once.

    The facts are one that the worlds tell apart, or some that they do not. Of the latter, which
    `rules` bind to one another and to the worlds, it counts only whether they can have any value.
    `cells` has those of all facts.
    """

    def __init__(
        self,
        facts: tuple[str, ...],
        cells: Mapping[str, Cells],
        worlds: Space,
        untreated: int,
        rules: Iterable[Condition] = (),
    ) -> None:
        super().__init__()
        self.facts = facts
        self.unanswered: Answers = (None,) * len(facts)
        self._worlds = worlds
        self._untreated = untreated
        own = {fact: cells[fact] for fact in facts if fact not in worlds.cells}
        self._joint = Space({**worlds.cells, **own}) if own else worlds
        self._allowed = self._joint.where(AllOf(tuple(rules)))

    def __missing__(self, answers: Answers) -> int:
        """Work out what the answers leave, and keep it."""
        allowed, only_treated = self._allowed, False
        for fact, answer in zip(self.facts, answers, strict=True):
            if answer is not None:
                allowed &= self._joint.inside(fact, self._joint.cells[fact].answered(answer))
                only_treated |= FACTS[fact].follows_tace
        left = self._joint.folded(allowed, onto=self._worlds)
        self[answers] = left & ~self._untreated if only_treated else left
        return self[answers]


def bound_together(facts: Iterable[str], rules: Iterable[Condition]) -> Iterator[tuple[str, ...]]:
    """Yield the groups into which the rules bind the facts, each in the order given."""
    names = tuple(facts)
    groups = {name: {name} for name in names}
    for rule in rules:
        merged = set().union(*(groups[name] for name in rule.facts if name in groups))
        groups |= dict.fromkeys(merged, merged)
    for name in names:
        group = tuple(each for each in names if each in groups[name])
        if group[0] == name:
            yield group

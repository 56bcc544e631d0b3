"""Facts whose answers narrow the worlds together."""

from collections.abc import Iterable, Iterator, Mapping

from domain.facts.catalogue import FACTS
from domain.logic.conditions import AllOf, Condition
from domain.worlds.cells import Cells, Positions
from domain.worlds.space import Space


class Bond(dict[Positions, int]):
    """What answers to some facts leave of the worlds, by their positions and worked out once.

    The facts are some that the worlds do not tell apart, and that `rules` bind to one another and
    to the worlds: of these it counts only whether they can have any value. `cells` are theirs.
    """

    def __init__(
        self,
        cells: Mapping[str, Cells],
        worlds: Space,
        untreated: int,
        rules: Iterable[Condition] = (),
    ) -> None:
        super().__init__()
        self.cells = cells
        self._worlds = worlds
        self._untreated = untreated
        self._joint = Space({**worlds.cells, **cells})
        self._allowed = self._joint.where(AllOf(tuple(rules)))

    def __missing__(self, positions: Positions) -> int:
        """Work out what answers at these positions leave, and keep it."""
        allowed, only_treated = self._allowed, False
        for (fact, cells), position in zip(self.cells.items(), positions, strict=True):
            if position is not None:
                allowed &= self._joint.inside(fact, cells.at(position))
                only_treated |= FACTS[fact].follows_tace
        left = self._joint.folded(allowed, onto=self._worlds)
        self[positions] = left & ~self._untreated if only_treated else left
        return self[positions]


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

"""Every combination of the cells of some facts, as the bits of one number."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from domain.logic.conditions import AllOf, AnyOf, AtLeast, Atom, Condition, Not, NotMore
from domain.worlds.cells import Cells, starts_of


class Space:
    """One bit for each combination of cells; the fact named first turns fastest.

    So a set of combinations is an `int`, and a condition is the set of those where it holds.
    """

    def __init__(self, cells: Mapping[str, Cells]) -> None:
        self.cells = cells
        self.size = 1
        for each in cells.values():
            self.size *= len(each)
        self.everything = (1 << self.size) - 1
        self._digits: dict[str, tuple[int, list[int]]] = {}
        stride = 1
        for fact, each in cells.items():
            self._digits[fact] = stride, _digit_masks(stride, len(each), self.size)
            stride *= len(each)

    def inside(self, fact: str, places: Iterable[int]) -> int:
        """Return the combinations in which the fact lies in one of its cells named by place."""
        _, digits = self._digits[fact]
        return reduce(or_, (digits[place] for place in places), 0)

    def where(self, condition: Condition) -> int:
        """Return the combinations in which the condition holds.

        Raises `KeyError` for a fact that these cells do not tell apart.
        """
        match condition:
            case Atom(fact):
                return self.inside(fact, self.cells[fact].satisfying(condition))
            case AllOf(parts):
                holds = self.everything
                for part in parts:
                    holds &= self.where(part)
                return holds
            case AnyOf(parts):
                return reduce(or_, (self.where(part) for part in parts), 0)
            case Not(part):
                return self.everything & ~self.where(part)
            case NotMore(lesser, greater):
                holds = self.everything
                for ticks in starts_of(self.cells[lesser])[1:]:
                    holds &= ~self.where(AtLeast(lesser, ticks)) | self.where(
                        AtLeast(greater, ticks)
                    )
                return holds
        raise TypeError(f"no worlds are set apart by {condition!r}")

    def apart_from(self, facts: Iterable[str], combinations: int) -> int:
        """Return the combinations with the cells of these facts left out of account.

        Of all that differ in them alone the one with their first cells stands for all.
        """
        for fact in facts:
            stride, digits = self._digits[fact]
            together = 0
            for place, digit in enumerate(digits):
                together |= (combinations & digit) >> (place * stride)
            combinations = together
        return combinations

    def folded(self, combinations: int, onto: "Space") -> int:
        """Return what the combinations leave of `onto`, whose facts are the first of these."""
        left = 0
        while combinations:
            left |= combinations & onto.everything
            combinations >>= onto.size
        return left


def _digit_masks(stride: int, radix: int, count: int) -> list[int]:
    """Return, for each digit, the numbers below `count` that have it at the place `stride`."""
    period = stride * radix
    repeated = ((1 << count) - 1) // ((1 << period) - 1)
    return [(((1 << stride) - 1) << (digit * stride)) * repeated for digit in range(radix)]

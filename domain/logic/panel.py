"""Several conditions, weighed together."""

from collections.abc import Iterable
from functools import lru_cache

from domain.logic.conditions import Condition
from domain.logic.knowledge import Knowledge, Known

_KEPT = 2048

Values = tuple[Known | None, ...]
"""What is known, if anything, of each of some facts."""


class Panel:
    """Weighs the same conditions again and again, and remembers what they came to.

    Most cases agree with an earlier one in all that the conditions read, and almost every case in
    what a single condition reads. Looking that up takes a fraction of the time that weighing takes.
    `outcomes` name what the conditions read that is told apart from what is known of a case.
    """

    def __init__(self, conditions: Iterable[Condition], outcomes: Iterable[str] = ()) -> None:
        self._members = tuple(_Member(each) for each in conditions)
        self._outcomes = tuple(outcomes)
        read = {fact for each in self._members for fact in each.facts}
        self._facts = tuple(sorted(read.difference(self._outcomes)))
        self._weighed = lru_cache(_KEPT)(self._weigh)

    def truths(self, known: Knowledge, outcomes: Values = ()) -> tuple[bool | None, ...]:
        """Return whether each condition holds, in their order; `None` where that is not known.

        `outcomes` are the values of those that the panel names, in that order.
        """
        return self._weighed(tuple(map(known.get, self._facts)), outcomes)

    def _weigh(self, values: Values, outcomes: Values) -> tuple[bool | None, ...]:
        found = dict(zip(self._facts, values, strict=True))
        found.update(zip(self._outcomes, outcomes, strict=True))
        return tuple(each.weighed(tuple(map(found.get, each.facts))) for each in self._members)


class _Member:
    """One condition, and what it came to so far."""

    def __init__(self, condition: Condition) -> None:
        self._condition = condition
        self.facts = tuple(sorted(condition.facts))
        self.weighed = lru_cache(_KEPT)(self._weigh)

    def _weigh(self, values: Values) -> bool | None:
        found = zip(self.facts, values, strict=True)
        return self._condition.truth({fact: value for fact, value in found if value is not None})

"""What a published definition of refractoriness is made of.

A definition is met when one of its criteria is. A criterion has two parts: the failure
it looks for, and the fair trial that TACE must have had for that failure to count.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from domain.logic.conditions import AllOf, Atom, Condition
from domain.rules.caveat import Caveat
from domain.rules.source import Source


class Status(StrEnum):
    """What a criterion says of a case."""

    MET = "met"
    """It failed, after a fair trial."""
    NOT_ASSESSABLE = "not_assessable"
    """It failed, but the trial was not fair; or there was no session at all."""
    NOT_MET = "not_met"
    """It did not fail."""
    UNKNOWN = "unknown"
    """Unanswered facts leave more than one of the others possible."""


class Verdict(StrEnum):
    """What a definition says of a case."""

    REFRACTORY = "refractory"
    NOT_ASSESSABLE = "not_assessable"
    NOT_REFRACTORY = "not_refractory"
    INDETERMINATE = "indeterminate"
    """Unanswered facts leave more than one of the others possible."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """One way to meet a definition. Each is equal to itself alone.

    `fair_trial` holds statements about one fact each, so that an unfair trial can say
    what it lacked.
    """

    id: str
    failure: Condition
    fair_trial: tuple[Atom, ...] = ()

    @cached_property
    def trial(self) -> Condition:
        """The fair trial as one statement."""
        return AllOf(self.fair_trial)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names of the facts that the criterion reads."""
        return self.failure.facts | self.trial.facts


@dataclass(frozen=True, eq=False)
class Definition:
    """A published definition of TACE failure or refractoriness. Each is equal to itself alone.

    `report_place` orders definitions in the report, smaller first: those that are most
    used or most recent lead. `sources` name where this statement of it comes from, then
    the paper that published it where that may be cited.
    """

    id: str
    year: int
    report_place: int
    sources: tuple[Source, ...]
    criteria: tuple[Criterion, ...]
    caveats: tuple[Caveat, ...] = field(default=())

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names of the facts that its criteria read."""
        return frozenset().union(*(criterion.facts for criterion in self.criteria))

"""Results, as data: what the rules make of a case, worded nowhere here."""

from dataclasses import dataclass
from typing import NamedTuple

from domain.facts.fact import Answer
from domain.rules.definition import Criterion, Definition, Status, Verdict
from domain.worlds.worlds import Given


@dataclass(frozen=True, slots=True)
class CriterionFinding:
    """What one criterion says.

    `missing`: where the status is unknown, the unanswered facts that could still change it.
    `unmet_conditions`: where it is not assessable, the answered facts that made the trial
    unfair. Both in catalogue order.
    """

    criterion: Criterion
    status: Status
    missing: tuple[str, ...] = ()
    unmet_conditions: tuple[str, ...] = ()


class Flip(NamedTuple):
    """One given answer that, changed alone, turns a settled verdict into another settled one."""

    fact: str
    given: Answer
    changed: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class DefinitionFinding:
    """What one definition says.

    `possible` are the verdicts that the admissible completions of the case come to: more
    than one where the verdict is indeterminate. `undecided_by` are the unanswered facts
    of which some answer would change `possible`; none where the verdict is settled.
    `given` is all that was known of the case, so that cases which agree in it share a finding.
    """

    definition: Definition
    given: Given
    verdict: Verdict
    possible: frozenset[Verdict]
    undecided_by: tuple[str, ...]
    criteria: tuple[CriterionFinding, ...]

    @property
    def settled(self) -> bool:
        """Whether no unanswered fact can change the verdict."""
        return self.verdict is not Verdict.INDETERMINATE

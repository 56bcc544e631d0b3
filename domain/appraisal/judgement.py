"""What one definition says of a case, however unfinished the case is."""

from collections.abc import Mapping
from typing import TypeVar

from domain.appraisal.compiled import CompiledDefinition, compiled
from domain.appraisal.findings import CriterionFinding, DefinitionFinding
from domain.facts.case import Case
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.rules.definition import Criterion, Definition, Status, Verdict

Outcome = TypeVar("Outcome", Status, Verdict)


def judge(definition: Definition, case: Case) -> DefinitionFinding:
    """Return the definition's verdict on the case, without caveats and flips.

    Every admissible way of completing the case is weighed: a verdict is given as soon as
    all of them come to it, and never before.
    """
    rules = compiled(definition)
    admitted = rules.worlds.consistent_with(case.answers)
    possible = _possible(rules.verdicts, admitted)
    settled = len(possible) == 1
    return DefinitionFinding(
        definition=definition,
        verdict=possible[0] if settled else Verdict.INDETERMINATE,
        possible=frozenset(possible),
        undecided_by=() if settled else _telling(rules, rules.verdicts, admitted, rules.read, case),
        criteria=tuple(
            _judge_criterion(rules, criterion, admitted, case) for criterion in definition.criteria
        ),
    )


def _judge_criterion(
    rules: CompiledDefinition, criterion: Criterion, admitted: int, case: Case
) -> CriterionFinding:
    statuses = rules.statuses[criterion.id]
    possible = _possible(statuses, admitted)
    if len(possible) > 1:
        missing = _telling(rules, statuses, admitted, rules.read_by[criterion.id], case)
        return CriterionFinding(criterion, Status.UNKNOWN, missing=missing)
    if possible[0] is Status.NOT_ASSESSABLE:
        unmet = _unmet_conditions(criterion, case)
        return CriterionFinding(criterion, Status.NOT_ASSESSABLE, unmet_conditions=unmet)
    return CriterionFinding(criterion, possible[0])


def _unmet_conditions(criterion: Criterion, case: Case) -> tuple[str, ...]:
    if case.tace_sessions == 0:
        return (TACE_SESSIONS.name,)
    unmet = {each.fact for each in criterion.fair_trial if each.truth(case.known) is False}
    return tuple(fact for fact in FACTS if fact in unmet and fact in case.answers)


def _possible(outcomes: Mapping[Outcome, int], admitted: int) -> list[Outcome]:
    """Return the outcomes that some admitted world comes to."""
    return [outcome for outcome, worlds in outcomes.items() if worlds & admitted]


def _telling(
    rules: CompiledDefinition,
    outcomes: Mapping[Outcome, int],
    admitted: int,
    read: frozenset[str],
    case: Case,
) -> tuple[str, ...]:
    """Return the unanswered facts, of those read, of which some answer narrows what is possible."""
    possible = _possible(outcomes, admitted)
    return tuple(
        fact
        for fact in rules.worlds.cells
        if fact in read
        and fact not in case.answers
        and any(
            _possible(outcomes, narrowed) != possible
            for cell in rules.worlds.cells_to_try(fact)
            if (narrowed := admitted & cell)
        )
    )

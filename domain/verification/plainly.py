"""Complete cases judged word for word as the rules are written, with nothing worked out ahead."""

from collections.abc import Iterable

from domain.facts.case import Case
from domain.rules.definition import Criterion, Definition, Status, Verdict
from domain.staging import STAGES, Stage


def plain_status(criterion: Criterion, case: Case) -> Status:
    """Return what a criterion says of a case in which all that it reads is answered."""
    if case.tace_sessions == 0:
        return Status.NOT_ASSESSABLE
    if not criterion.failure.truth(case.known):
        return Status.NOT_MET
    return Status.MET if criterion.trial.truth(case.known) else Status.NOT_ASSESSABLE


def plain_verdict(definition: Definition, case: Case) -> Verdict:
    """Return what a definition says of a case in which all that it reads is answered."""
    return _strongest(plain_status(criterion, case) for criterion in definition.criteria)


def plain_stage(case: Case) -> Stage:
    """Return the stage of a case in which all that staging reads is answered."""
    return next(stage for condition, stage in STAGES if condition.truth(case.known))


def _strongest(statuses: Iterable[Status]) -> Verdict:
    found = set(statuses)
    if Status.MET in found:
        return Verdict.REFRACTORY
    return Verdict.NOT_ASSESSABLE if Status.NOT_ASSESSABLE in found else Verdict.NOT_REFRACTORY

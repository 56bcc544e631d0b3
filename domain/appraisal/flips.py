"""Which single answer, given otherwise, would turn a settled verdict into another."""

from domain.appraisal.findings import DefinitionFinding, Flip
from domain.appraisal.reversals import reversals
from domain.facts.case import Case


def flips(finding: DefinitionFinding, case: Case) -> tuple[Flip, ...]:
    """Return the flips of a settled verdict, in catalogue order; none while it is open.

    Of a number the nearest value on either side is given, of a named value each other one
    that flips the verdict, the case staying admissible.
    """
    if not finding.settled:
        return ()
    answers = case.answers
    found = reversals(finding.definition).of(finding, answers)
    return tuple([Flip(fact, answers[fact], changed, verdict) for fact, changed, verdict in found])

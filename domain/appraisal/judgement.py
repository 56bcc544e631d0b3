"""What one definition says of a case, however unfinished the case is."""

from domain.appraisal.compiled import compiled
from domain.appraisal.findings import DefinitionFinding
from domain.facts.case import Case
from domain.rules.definition import Definition


def judge(definition: Definition, case: Case) -> DefinitionFinding:
    """Return the definition's verdict on the case, without its caveats.

    Every admissible way of completing the case is weighed: a verdict is given as soon as
    all of them come to it, and never before.
    """
    rules = compiled(definition)
    return rules.finding(rules.worlds.given(case.answers))

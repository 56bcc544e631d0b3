from typing import Any

import pytest
from hypothesis import given, settings

from domain.appraisal.appraise import appraise
from domain.appraisal.findings import DefinitionFinding
from domain.appraisal.flips import flips
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.case import Case
from domain.facts.reading import read_case
from tests.domain import reference, reference_unknowns
from tests.domain.appraisal.spaces import complete_cases, open_cases
from tests.domain.reference import Facts
from tests.strategies import THOROUGH, admissible_facts

pytestmark = pytest.mark.exhaustive

DEFINITION = {definition.id: definition for definition in DEFINITIONS}


def found(finding: DefinitionFinding, case: Case) -> dict[str, Any]:
    return {
        "possible": finding.possible,
        "verdict": finding.verdict,
        "undecided_by": set(finding.undecided_by),
        "criteria": {
            each.criterion.id: (each.status, set(each.missing), set(each.unmet_conditions))
            for each in finding.criteria
        },
        "flips": {
            (each.fact, each.given, each.changed, each.verdict) for each in flips(finding, case)
        },
    }


def expected(definition: str, facts: Facts) -> dict[str, Any]:
    possible = reference.possible(definition, facts)
    return {
        "possible": possible,
        "verdict": only(possible, "indeterminate"),
        "undecided_by": reference_unknowns.undecided_by(definition, facts),
        "criteria": {
            criterion: (
                only(reference.possible_statuses(definition, criterion, facts), "unknown"),
                reference_unknowns.missing(definition, criterion, facts),
                reference_unknowns.unmet_conditions(definition, criterion, facts),
            )
            for criterion in reference.DEFINITIONS[definition]
        },
        "flips": reference_unknowns.flips(definition, facts),
    }


def only(values: frozenset[str], otherwise: str) -> str:
    return next(iter(values)) if len(values) == 1 else otherwise


@pytest.mark.parametrize("definition", DEFINITION)
def test_every_complete_case_gets_the_verdict_that_the_specification_states(
    definition: str,
) -> None:
    for facts in complete_cases(definition):
        case = read_case(facts)
        finding = appraise(case).definitions[definition]
        assert found(finding, case) == expected(definition, facts), facts
        assert finding.settled, facts


@pytest.mark.parametrize("definition", DEFINITION)
def test_every_open_case_leaves_open_what_the_specification_leaves_open(definition: str) -> None:
    for facts in open_cases(definition):
        case = read_case(facts)
        assert found(judge(DEFINITION[definition], case), case) == expected(definition, facts), (
            facts
        )


@pytest.mark.parametrize("definition", DEFINITION)
@settings(THOROUGH, max_examples=40)
@given(facts=admissible_facts())
def test_any_case_is_judged_as_the_specification_states(definition: str, facts: Facts) -> None:
    case = read_case(facts)
    assert found(appraise(case).definitions[definition], case) == expected(definition, facts)

from hypothesis import given, settings

from domain.appraisal.appraise import appraise
from domain.facts.reading import read_case
from domain.rules.definition import Status
from tests.domain import reference_caveats
from tests.domain.reference import Facts
from tests.strategies import THOROUGH, admissible_facts


@settings(THOROUGH, max_examples=250)
@given(facts=admissible_facts())
def test_the_caveats_of_the_report_are_those_the_specification_calls_for(facts: Facts) -> None:
    appraisal = appraise(read_case(facts))
    verdicts = {finding.verdict for finding in appraisal.definitions.values()}
    assert {caveat.id for caveat in appraisal.caveats} == reference_caveats.report_caveats(
        facts,
        verdicts,
        appraisal.unsuitability.verdict,
        staged=appraisal.staging is not None,
    )


@settings(THOROUGH, max_examples=250)
@given(facts=admissible_facts())
def test_the_caveats_of_a_definition_are_those_the_specification_calls_for(facts: Facts) -> None:
    appraisal = appraise(read_case(facts))
    for name, finding in appraisal.definitions.items():
        met = [each.criterion.id for each in finding.criteria if each.status is Status.MET]
        shown = {caveat.id for caveat in appraisal.caveats_of(name)}
        assert shown == reference_caveats.definition_caveats(name, facts, finding.verdict, met)
